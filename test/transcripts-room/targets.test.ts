import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import { inProcess } from '../../src/cli/transcript-target.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { formatDiff } from '../../src/transcripts/format-diff.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { type MakeBot, replay } from '../../src/transcripts/replay.js';
import { activityTarget } from '../../src/transcripts/targets/activity.js';
import { directLineTarget } from '../../src/transcripts/targets/directline.js';
import { TargetError } from '../../src/transcripts/targets/http.js';
import { realBrain } from '../brain.js';
import { serveMessages } from '../channels/botframework/serving.js';
import { SECRET, serve } from '../server/serving.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const chat = (text: string) => {
  const read = parseChat(text, 'a.chat');
  return read.ok ? read.value : expect.fail(JSON.stringify(read.error));
};

const QUOTE = `> id: a
> locale: zh-CN
user: 微信零钱提5000要多少手续费
bot: ...
> @kind answer
> @intent fee-quote >=0.5
> @number 5.00 CNY
> @slot amount=5000.00
> @source huabei-wechat#fees
> @conflict wechat-limit-basis
> @block quote
user: 那网商银行呢
bot: ...
> @number 10.00 CNY
`;

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

const failure = (makeBot: MakeBot, text = QUOTE) =>
  replay(chat(text), makeBot).then(
    () => 'nothing failed',
    (error: unknown) => (error instanceof TargetError ? error.message : expect.fail(String(error))),
  );

describe('Direct Line', () => {
  test('the server of its own answers like the bot in this process', async () => {
    // First, since it may have to train, for longer than anybody waits for an answer.
    const inside = await replay(chat(QUOTE), inProcess(realBrain()));
    const bot = createBot({ brain: realBrain, store: createMemoryStore(), clock: { now: () => new Date(0) } });
    const server = await serve({ bot });
    closing.push(() => server.close());
    const result = await replay(chat(QUOTE), directLineTarget(`${server.url}/v3/directline/`, SECRET));
    expect(formatDiff(result)).toBe('');
    const bare = ({ turns }: typeof result) => turns.map(({ actual }) => ({ ...actual, conversation: '' }));
    expect(bare(result)).toEqual(bare(inside));
    expect(await failure(directLineTarget(`${server.url}/v3/directline`, 'another-secret-here'))).toMatch(/conversations: 40[13]/);
  });

  test('another bot is heard until it is silent', async () => {
    const said: object[] = [];
    let looks = 0;
    const url = await listening(async (request, response) => {
      const body = await bodyOf(request);
      const send = (value: object) => response.end(JSON.stringify(value));
      if (request.url === '/conversations') return send({ conversationId: 'c/1' });
      if (request.method === 'POST') {
        said.push(body);
        return send({ id: '1' });
      }
      looks++;
      const bot = (text: string) => ({ type: 'message', from: { id: 'bot' }, text, replyToId: '1' });
      if (looks === 2)
        return send({
          activities: [{ type: 'typing' }, { type: 'message', from: { id: 'transcript' }, text: 'hi' }, bot('one')],
          watermark: '2',
        });
      if (looks === 3) return send({ activities: [bot('two')], watermark: '3' });
      return send({ activities: [], watermark: String(looks) });
    });
    const result = await replay(chat('user=Ann\nuser: hi\nbot: one\nbot: two\n'), directLineTarget(url, undefined));
    expect(formatDiff(result)).toBe('');
    expect(said).toEqual([
      { type: 'message', from: { id: 'transcript', name: 'Ann' }, text: 'hi', channelData: { clientActivityID: '1' } },
    ]);
  });
});

describe('activities with expectReplies', () => {
  test('a bot that answers in the response', async () => {
    const seen: Record<string, unknown>[] = [];
    const url = await listening(async (request, response) => {
      seen.push({ ...(await bodyOf(request)), authorization: request.headers.authorization });
      const suggestedActions = { actions: [{ type: 'imBack', title: 'Yes', value: 'yes' }, { title: 'No' }] };
      const activities = [{ type: 'typing' }, { type: 'message', text: 'one' }, { type: 'message', text: 'two', suggestedActions }];
      response.end(JSON.stringify({ activities }));
    });
    const result = await replay(chat('> locale: en\nuser: hi\nbot: one\nbot: two\n[Suggestions=Yes|No]\n'), activityTarget(url, 'token'));
    expect(formatDiff(result)).toBe('');
    expect(seen).toMatchObject([
      {
        type: 'message',
        deliveryMode: 'expectReplies',
        text: 'hi',
        locale: 'en',
        id: expect.stringMatching(/^[\da-f-]{36}\|1$/),
        conversation: { id: expect.stringMatching(/^[\da-f-]{36}$/) },
        authorization: 'Bearer token',
      },
    ]);
  });

  test('the server of its own answers like the bot in this process, replay after replay', async () => {
    const inside = await replay(chat(QUOTE), inProcess(realBrain()));
    const bot = createBot({ brain: realBrain, store: createMemoryStore(), clock: { now: () => new Date(0) } });
    const server = await serveMessages({ bot });
    closing.push(() => server.close());
    for (let count = 0; count < 2; count++) {
      const result = await replay(chat(QUOTE), activityTarget(`${server.url}/api/messages`, undefined));
      expect(formatDiff(result)).toBe('');
      expect(result.turns).toEqual(inside.turns);
    }
  });

  test('a typed reply is taken as it is', async () => {
    const inside = await replay(chat(QUOTE), inProcess(realBrain()));
    const [first, second] = inside.turns.map(({ actual }) => actual);
    let turn = 0;
    const url = await listening((_, response) => {
      const reply = [first, second][turn++];
      response.end(JSON.stringify({ activities: [{ type: 'message', text: reply?.text, channelData: { zhida: reply } }] }));
    });
    expect(formatDiff(await replay(chat(QUOTE), activityTarget(url, undefined)))).toBe('');
  });

  const WRONG: readonly (readonly [name: string, status: number, body: string, says: RegExp])[] = [
    ['an error', 500, 'broken', /^POST http.*: 500 broken$/],
    ['no JSON', 200, '<html>', /the answer is no JSON: <html>$/],
    ['something else', 200, '{"activities": 5}', /the answer holds no activities: activities$/],
  ];
  test.each(WRONG)('%s', async (_, status, body, says) => {
    const url = await listening((_request, response) => response.writeHead(status).end(body));
    expect(await failure(activityTarget(url, undefined))).toMatch(says);
  });

  test('nobody there', async () => {
    const url = await listening((_, response) => response.end());
    for (const close of closing.splice(0)) await close();
    expect(await failure(activityTarget(url, undefined))).toMatch(/^POST http.*ECONNREFUSED$/);
  });
});
