import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/bot/ports.js';
import { createMemoryStore } from '../../../src/stores/memory.js';
import { createFakeBot } from '../fake-bot.js';
import { type Stub, stub, teamsMessage } from './peer.js';
import { serveMessages } from './serving.js';

const NOW = '2026-01-05T08:00:00.000Z';
const clock = { now: () => new Date(NOW) };

let emulator: Stub;
let answer: { status?: number; headers?: Record<string, string> };
let store: Store;
let server: Awaited<ReturnType<typeof serveMessages>>;
beforeEach(async () => {
  answer = {};
  emulator = await stub(() => ({ ...answer, json: { id: 'sent' } }));
  store = createMemoryStore();
  server = await serveMessages({ bot: createFakeBot(clock, store), clock, viaOutbox: true });
});
afterEach(async () => {
  await server.close();
  await emulator.close();
});

const post = (more: object = {}) =>
  fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(teamsMessage('hello', { channelId: 'emulator', serviceUrl: emulator.url, ...more })),
  });
const waiting = () => store.lease(NOW, '2026-01-05T08:01:00.000Z', 10);

test('a reply waits in the store, once however often its message comes, and is sent as an answer to it', async () => {
  for (let count = 0; count < 3; count++) expect((await post()).status).toBe(200);
  expect(emulator.requests).toEqual([]);
  const entries = await waiting();
  expect(entries).toMatchObject([{ channel: 'botframework', delivery: '1', sequence: 1 }]);
  // Another process, which has only what was stored.
  const other = await serveMessages({ bot: createFakeBot(clock), clock, viaOutbox: true });
  for (const entry of JSON.parse(JSON.stringify(entries))) expect(await other.channel.send(entry)).toEqual({ kind: 'sent' });
  await other.close();
  expect(emulator.requests.map(({ path, body }) => [decodeURIComponent(path), body])).toEqual([
    [
      expect.stringMatching(/^\/v3\/conversations\/a:1qh.*\/activities\/1700000000001$/),
      expect.objectContaining({
        type: 'message',
        text: 'echo: hello',
        channelId: 'emulator',
        replyToId: '1700000000001',
        from: { id: '28:zhida', name: 'Zhida' },
        recipient: { id: '29:ann', name: 'Ann' },
        conversation: expect.objectContaining({ conversationType: 'personal', tenantId: 'tenant' }),
      }),
    ],
  ]);
});

test('what is answered in the response, and what has no id to answer to, is not stored', async () => {
  const response = await post({ deliveryMode: 'expectReplies' });
  expect(await response.json()).toMatchObject({ activities: [{ text: 'echo: hello' }] });
  await post({ id: undefined });
  expect(emulator.requests).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});

describe('the channel does not take it', () => {
  test.each<readonly [number, Record<string, string>, object]>([
    [500, {}, { kind: 'retry', reason: 'The channel did not take the answer: 500' }],
    [429, { 'retry-after': '7' }, { kind: 'retry', reason: 'The channel did not take the answer: 429', afterSeconds: 7 }],
    [401, {}, { kind: 'retry', reason: 'The channel did not take the answer: 401' }],
    [403, {}, { kind: 'refused', reason: 'The channel did not take the answer: 403' }],
    [404, {}, { kind: 'refused', reason: 'The channel did not take the answer: 404' }],
  ])('%i %j', async (status, headers, outcome) => {
    await post();
    const [entry = expect.fail()] = await waiting();
    answer = { status, headers };
    expect(await server.channel.send(entry)).toEqual(outcome);
  });

  test('nobody is there', async () => {
    await post();
    const [entry = expect.fail()] = await waiting();
    await emulator.close();
    await expect(server.channel.send(entry)).rejects.toThrow('fetch failed');
    emulator = await stub(() => ({ json: {} }));
  });

  test('an entry that leads elsewhere is not sent', async () => {
    await post();
    const [entry = expect.fail()] = await waiting();
    const target = { ...(entry.target as object), serviceUrl: 'https://attacker.example/' };
    await expect(server.channel.send({ ...entry, target })).rejects.toThrow(/not allowed|allow/i);
  });
});
