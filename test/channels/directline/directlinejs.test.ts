import { type Activity, ConnectionStatus, DirectLine, type DirectLineOptions, type Message } from 'botframework-directlinejs';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ConversationId } from '../../../src/bot/ports.js';
import type { Feedback } from '../../../src/channels/directline/feedback.js';
import { SECRET, type Serving, serve } from '../../server/serving.js';
import { createFakeBot } from '../fake-bot.js';
import { call, read, say, start } from './client.js';
import { XmlHttpRequest } from './xml-http-request.js';

// The client is written for browsers. Its documentation says what to give it in Node.
const sockets: WebSocket[] = [];
class KeptWebSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    sockets.push(this);
  }
}
vi.stubGlobal('XMLHttpRequest', XmlHttpRequest);
vi.stubGlobal('WebSocket', KeptWebSocket);

let server: Serving;
const heard: Feedback[] = [];
beforeAll(async () => {
  server = await serve({ directLine: { onFeedback: (feedback) => heard.push(feedback) } });
});
const clients: DirectLine[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
  sockets.length = 0;
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

/** The real client on a conversation, with all that it has heard. */
function connect(to: Serving, options: DirectLineOptions & { readonly random?: () => number }) {
  const client = new DirectLine({ domain: `${to.url}/v3/directline`, pollingInterval: 200, ...options });
  clients.push(client);
  const activities: Activity[] = [];
  const statuses: ConnectionStatus[] = [];
  let wake = (): void => {};
  client.activity$.subscribe(
    (activity) => {
      activities.push(activity);
      wake();
    },
    () => wake(),
  );
  client.connectionStatus$.subscribe((status) => {
    statuses.push(status);
    wake();
  });
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) await new Promise<void>((resolve) => (wake = resolve));
  };
  return {
    client,
    activities,
    statuses,
    until,
    texts: () => activities.flatMap((activity) => (activity.type === 'message' ? [activity.text] : [])),
    heard: (count: number) => until(() => activities.length >= count),
    status: (wanted: ConnectionStatus) => until(() => statuses.at(-1) === wanted),
    /** Posts as the user; the id that the server gave, or `retry`. */
    say: (text: string, more: Partial<Message> = {}) =>
      new Promise<string>((resolve, reject) => {
        client.postActivity({ type: 'message', from: { id: 'me' }, text, ...more } as Message).subscribe(resolve, reject);
      }),
  };
}

const tokenFor = async (to: Serving, user = 'dl_js') => (await call(to, 'POST', '/tokens/generate', SECRET, { user: { id: user } })).body;

describe.each([
  ['polling', false],
  ['over a WebSocket', true],
])('botframework-directlinejs %s', (_, webSocket) => {
  test('talks: its own activity comes back with the id it was given, then the answer', async () => {
    const { token } = await tokenFor(server);
    const chat = connect(server, { token, webSocket });
    const id = await chat.say('what is the fee?', { channelData: { clientActivityID: 'c.1' } });
    await chat.heard(2);
    expect(chat.activities).toMatchObject([
      { id, type: 'message', from: { id: 'dl_js', role: 'user' }, text: 'what is the fee?', channelData: { clientActivityID: 'c.1' } },
      {
        from: { role: 'bot' },
        replyToId: id,
        text: expect.stringContaining('costs 4 yuan'),
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
        suggestedActions: { to: [], actions: [{ type: 'imBack' }, { type: 'imBack' }] },
      },
    ]);
    expect(chat.statuses).toEqual([ConnectionStatus.Connecting, ConnectionStatus.Online]);
    expect(sockets).toHaveLength(webSocket ? 1 : 0);
  });

  test('takes the secret instead of a token', async () => {
    const chat = connect(server, { secret: SECRET, webSocket });
    await chat.say('hello');
    await chat.heard(2);
    expect(chat.texts()).toEqual(['hello', 'echo: hello']);
  });

  test('resumes by conversation id, from a watermark or from the beginning', async () => {
    const started = await start(server);
    await say(server, started, 'one');
    await say(server, started, 'two');
    const { conversationId, token } = started;
    const later = connect(server, { token, conversationId, watermark: '1', webSocket });
    const whole = connect(server, { token, conversationId, webSocket });
    await Promise.all([later.heard(2), whole.heard(4)]);
    await whole.say('three');
    await Promise.all([later.heard(4), whole.heard(6)]);
    expect(later.texts()).toEqual(['two', 'echo: two', 'three', 'echo: three']);
    expect(whole.texts()).toEqual(['one', 'echo: one', 'two', 'echo: two', 'three', 'echo: three']);
  });

  test('an expired token is noticed; with a new one for the conversation the talk goes on', async () => {
    const aging = await serve();
    const { token } = await tokenFor(aging);
    const chat = connect(aging, { token, webSocket });
    await chat.say('before');
    await chat.heard(2);
    aging.advance(1801);
    expect(await chat.say('too late')).toBe('retry');
    await chat.status(ConnectionStatus.ExpiredToken);
    const again = await call(aging, 'GET', `/conversations/${claimsOf(token).conv}?watermark=1`, SECRET);
    chat.client.reconnect(again.body as never);
    await chat.status(ConnectionStatus.Online);
    await chat.say('after');
    // The client opens a second socket beside the first, so that each activity may come by both, under the same id.
    const distinct = () => new Map(chat.activities.map((activity) => [activity.id, activity]));
    await chat.until(() => distinct().size === 4);
    const texts = [...distinct().values()].map((activity) => activity.type === 'message' && activity.text);
    expect(texts).toEqual(['before', 'echo: before', 'after', 'echo: after']);
    chat.client.end();
    await aging.close();
  });

  test('sends files with a text: the text is answered, the names come back', async () => {
    const { token } = await tokenFor(server);
    const chat = connect(server, { token, webSocket });
    const contentUrl = URL.createObjectURL(new Blob(['bytes']));
    const id = await chat.say('my question', { attachments: [{ contentType: 'image/png', contentUrl, name: 'bill.png' }] });
    await chat.heard(2);
    expect(chat.activities).toMatchObject([
      { id, text: 'my question', attachments: [{ contentType: 'image/png', name: 'bill.png' }] },
      { text: expect.stringContaining('echo: my question') },
    ]);
    URL.revokeObjectURL(contentUrl);
  });

  test('a verdict on an answer is taken and is no turn', async () => {
    heard.length = 0;
    const { token } = await tokenFor(server);
    const chat = connect(server, { token, webSocket });
    await chat.say('hello');
    await chat.heard(2);
    const replyToId = chat.activities[1]?.id;
    const posted = await new Promise<string>((resolve, reject) => {
      const event = { type: 'event', name: 'feedback', from: { id: 'me' }, value: { replyToId, rating: 'down', reason: 'unclear' } };
      chat.client.postActivity(event as never).subscribe(resolve, reject);
    });
    expect(posted).toContain(claimsOf(token).conv);
    expect(heard).toMatchObject([{ sequence: 1, rating: 'down', reason: 'unclear' }]);
  });
});

describe('botframework-directlinejs', () => {
  test('a lost socket is opened anew, and what was said meanwhile arrives once', async () => {
    const started = await start(server);
    const chat = connect(server, { token: started.token, conversationId: started.conversationId, random: () => 0 });
    await chat.say('one');
    await chat.heard(2);
    sockets[0]?.terminate();
    await say(server, started, 'two');
    await chat.heard(4);
    await chat.say('three');
    await chat.heard(6);
    expect(sockets).toHaveLength(2);
    expect(chat.texts()).toEqual(['one', 'echo: one', 'two', 'echo: two', 'three', 'echo: three']);
    expect(chat.statuses.at(-1)).toBe(ConnectionStatus.Online);
  });

  test('a server that restarts is found again', async () => {
    const clock = { now: () => new Date() };
    const bot = createFakeBot(clock);
    const first = await serve({ bot });
    const started = await start(first);
    const chat = connect(first, { token: started.token, conversationId: started.conversationId, random: () => 0 });
    await chat.say('one');
    await chat.heard(2);
    await first.close();
    await bot.turn({ conversation: started.conversationId as ConversationId, key: 'two', text: 'two' });
    const second = await serve({ bot }, first.port);
    await chat.heard(4);
    expect(chat.texts()).toEqual(['one', 'echo: one', 'two', 'echo: two']);
    chat.client.end();
    await second.close();
  });

  test('refreshes its token after a quarter of an hour, before it expires', async () => {
    const aging = await serve();
    const { token } = await tokenFor(aging);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'], shouldAdvanceTime: true });
    const chat = connect(aging, { token, webSocket: false });
    await chat.say('hello');
    await chat.heard(2);
    for (let quarter = 1; quarter <= 3; quarter++) {
      const before = tokenOf(chat.client);
      aging.advance(900);
      await vi.advanceTimersByTimeAsync(900_000);
      await vi.waitFor(() => expect(tokenOf(chat.client)).not.toBe(before));
    }
    vi.useRealTimers();
    expect(claimsOf(tokenOf(chat.client))).toMatchObject({ user: 'dl_js', conv: claimsOf(token).conv });
    await chat.say('still here');
    await chat.heard(4);
    expect(chat.statuses.at(-1)).toBe(ConnectionStatus.Online);
    chat.client.end();
    await aging.close();
  });

  test('goes on polling while the store fails', async () => {
    const bot = createFakeBot({ now: () => new Date() });
    let failures = 0;
    let isBroken = false;
    const failing = await serve({
      bot: {
        ...bot,
        history: async (...asked) => {
          if (!isBroken) return bot.history(...asked);
          failures++;
          throw new Error('disk gone');
        },
      },
    });
    const { token } = await tokenFor(failing);
    const chat = connect(failing, { token, webSocket: false });
    await chat.say('one');
    await chat.heard(2);
    isBroken = true;
    await vi.waitFor(() => expect(failures).toBeGreaterThanOrEqual(2));
    isBroken = false;
    await chat.say('two');
    await chat.heard(4);
    expect(chat.texts()).toEqual(['one', 'echo: one', 'two', 'echo: two']);
    chat.client.end();
    await failing.close();
  });

  test.each([false, true])('a conversation that its user erased is ended (WebSocket: %s)', async (webSocket) => {
    const started = await start(server);
    const chat = connect(server, { token: started.token, conversationId: started.conversationId, webSocket, random: () => 0 });
    await chat.say('hello');
    await chat.heard(2);
    expect((await call(server, 'DELETE', `/conversations/${started.conversationId}`, started.token)).status).toBe(204);
    if (webSocket) await new Promise((resolve) => sockets[0]?.once('close', resolve));
    else await chat.status(ConnectionStatus.Ended);
    await expect(chat.say('anybody there?')).rejects.toBeDefined();
    expect((await read(server, started)).status).toBe(404);
  });
});

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
/** What it sends now; the client keeps it to itself. */
const tokenOf = (client: DirectLine): string => Reflect.get(client, 'token');
