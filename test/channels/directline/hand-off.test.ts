import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Serving } from '../../server/serving.js';
import { call, listen, messages, type Started, start } from './client.js';
import { type Desked, serveWithDesk } from './with-desk.js';

let desked: Desked;
let server: Serving;

beforeAll(async () => {
  desked = await serveWithDesk();
  server = desked.server;
}, 120_000);
afterAll(() => desked.close());
beforeEach(() => {
  desked.desk.length = 0;
  desked.isThere = true;
});

let count = 0;
const say = ({ conversationId, token }: Started, text: string, clientActivityID = `said-${++count}`) =>
  call(server, 'POST', `/conversations/${conversationId}/activities`, token, {
    type: 'message',
    text,
    locale: 'zh-CN',
    channelData: { clientActivityID },
  });
const history = async ({ conversationId, token }: Started) =>
  (await call(server, 'GET', `/conversations/${conversationId}/activities`, token)).body.activities;
const lines = async (started: Started) =>
  (await history(started)).map(({ from, text }) => `${from.role === 'user' ? 'user' : from.id}: ${text?.split('\n')[0]}`);
const arrived = (line: string) => expect.poll(() => desked.desk).toContain(line);

describe('a person of the team in a Direct Line conversation', () => {
  test('reads it, talks while the bot is silent, and gives it back; a reload shows all of it', async () => {
    const started = await start(server);
    const id = started.conversationId;
    const stream = await listen(started.streamUrl);
    await say(started, '微信零钱提现5000要多少手续费');
    await say(started, '转人工');
    await arrived('open: user bot user bot');

    // Until he is there the bot goes on, and what is said is carried to him.
    await say(started, '那3000呢');
    await arrived('hear: 那3000呢');
    expect((await history(started)).at(-1)?.from.id).toBe('zhida');

    expect((await desked.floor.say(id, 'one', '您好，我是小王。')).ok).toBe(true);
    expect((await desked.floor.say(id, 'one', '您好，我是小王。')).ok).toBe(true);
    await stream.until((frames) => messages(frames).some(({ text }) => text === '您好，我是小王。'));
    const repeated = await say(started, '我的钱没到账', 'same');
    expect((await say(started, '我的钱没到账', 'same')).body.id).toBe(repeated.body.id);
    await arrived('hear: 我的钱没到账');
    await desked.floor.say(id, 'two', '稍等，我查一下。');
    await desked.floor.handBack(id, 'three');
    await say(started, '微信零钱提现3000要多少手续费');
    await stream.until((frames) => messages(frames).at(-1)?.text?.includes('3,000') === true);

    const all = await lines(started);
    expect(all.slice(6, 10)).toEqual([
      'person: 您好，我是小王。',
      'user: 我的钱没到账',
      'person: 稍等，我查一下。',
      'zhida: 人工服务已结束，接下来由我继续回答。',
    ]);
    expect(all).toHaveLength(12);
    expect(desked.desk.filter((line) => line === 'hear: 我的钱没到账')).toHaveLength(1);
    const person = (await history(started)).find(({ from }) => from.id === 'person');
    expect(person).toMatchObject({ type: 'message', from: { name: '人工客服', role: 'bot' } });
    expect(person).not.toHaveProperty('channelData');
    stream.socket.close();
  });

  test('who cannot be reached: the user is told, and what was meant for him is answered once, not said twice', async () => {
    const started = await start(server);
    desked.isThere = false;
    await say(started, '转人工');
    await expect.poll(() => lines(started)).toContain('zhida: 暂时没能接通人工，接下来由我继续回答。需要的话，请稍后再说一次。');
    desked.isThere = true;
    await say(started, '转人工');
    await arrived('open: user bot bot user bot');
    await desked.floor.takeOver(started.conversationId);
    desked.isThere = false;
    await say(started, '微信零钱提现5000要多少手续费');
    await expect
      .poll(async () => (await lines(started)).slice(-3).map((line) => line.slice(0, 8)))
      .toEqual(['user: 微信', 'zhida: 手', 'zhida: 暂']);
  });

  test('without a desk nobody is promised', async () => {
    const { conversationId } = await start(server);
    expect(await desked.floor.say(conversationId, 'one', '?')).toEqual({ ok: false, error: 'not-handed-over' });
  });
});
