import { expect, test } from 'vitest';
import type { Store } from '../../../src/bot/ports.js';
import { createMemoryStore } from '../../../src/stores/memory.js';
import { SECRET, serve } from '../../server/serving.js';
import { createFakeBot } from '../fake-bot.js';
import { call, listen, messages, read, say, start } from './client.js';

const clock = { now: () => new Date() };
const serveOver = (store: Store, limits = {}) => serve({ bot: createFakeBot(clock, store), directLine: { limits } });

test('a user erases the conversation with its token: sockets end, tokens open nothing, the store holds nothing', async () => {
  const store = createMemoryStore();
  const server = await serveOver(store);
  const generated = (await call(server, 'POST', '/tokens/generate', SECRET, { user: { id: 'dl_u' } })).body;
  const started = (await call(server, 'POST', '/conversations', generated.token)).body;
  const other = await start(server);
  await say(server, other, 'mine stays');
  await say(server, started, 'hello');
  const streams = [await listen(started.streamUrl), await listen(started.streamUrl)];
  const path = `/conversations/${started.conversationId}`;

  expect((await call(server, 'DELETE', path, other.token)).status).toBe(403);
  expect((await call(server, 'DELETE', path, undefined)).status).toBe(401);
  expect((await read(server, started)).body.activities).toHaveLength(2);

  expect((await call(server, 'DELETE', path, started.token)).status).toBe(204);
  expect(await Promise.all(streams.map(({ closed }) => closed))).toEqual([1000, 1000]);

  for (const token of [started.token, generated.token]) {
    for (const [method, rest, body] of [
      ['GET', '', undefined],
      ['GET', '/activities', undefined],
      ['POST', '/activities', { type: 'message', text: 'hello' }],
      ['POST', '/upload', { type: 'message' }],
      ['DELETE', '', undefined],
    ] as const)
      expect([method, rest, await call(server, method, path + rest, token, body)]).toMatchObject([
        method,
        rest,
        { status: 404, body: { error: { code: 'BadArgument' } } },
      ]);
    expect((await call(server, 'POST', '/conversations', token)).status).toBe(404);
    expect((await call(server, 'POST', '/tokens/refresh', token)).status).toBe(404);
  }
  await expect(listen(started.streamUrl)).rejects.toMatchObject({ status: 404 });

  const id = started.conversationId as Parameters<Store['load']>[0];
  expect(await store.load(id)).toBeUndefined();
  expect(await store.history(id, 0, 10)).toEqual([]);
  expect(await store.undelivered(id)).toEqual([]);
  expect((await read(server, other)).body.activities).toHaveLength(2);
  await server.close();
});

test('a message on its way when the conversation is erased leaves nothing either', async () => {
  const store = createMemoryStore();
  const server = await serveOver(store);
  const started = await start(server);
  const path = `/conversations/${started.conversationId}`;
  const [slow, erased, late] = await Promise.all([
    say(server, started, 'slow one'),
    call(server, 'DELETE', path, started.token),
    say(server, started, 'late'),
  ]);
  expect([slow.status, late.status].every((status) => status === 200 || status === 404)).toBe(true);
  expect(erased.status).toBe(204);
  expect(await store.load(started.conversationId as Parameters<Store['load']>[0])).toBeUndefined();
  await server.close();
});

test('what was erased by another way ends its sockets with the next keep-alive', async () => {
  const store = createMemoryStore();
  const server = await serveOver(store, { keepAlive: 30 });
  const started = await start(server);
  const stream = await listen(started.streamUrl);
  await store.erase(started.conversationId as Parameters<Store['erase']>[0]);
  expect(await stream.closed).toBe(1000);
  await server.close();
});

test('looks for what was erased one conversation at a time', async () => {
  const bot = createFakeBot(clock);
  let [looks, under, most] = [0, 0, 0];
  const has: typeof bot.has = async (id) => {
    most = Math.max(most, ++under);
    looks++;
    await new Promise((resolve) => setTimeout(resolve, 1));
    under--;
    return bot.has(id);
  };
  const server = await serve({ bot: { ...bot, has }, directLine: { limits: { keepAlive: 30 } } });
  const streams = [];
  for (let i = 0; i < 5; i++) streams.push(await listen((await start(server)).streamUrl));
  // Opening them asked too.
  most = 0;
  const before = looks;
  await expect.poll(() => looks).toBeGreaterThan(before + 10);
  expect(most).toBe(1);
  for (const { socket } of streams) socket.close();
  await server.close();
});

test('with several instances over one store, a turn that one takes reaches the sockets of the other', async () => {
  const memory = createMemoryStore();
  const sequences: Store['sequences'] = async (ids) =>
    new Map(await Promise.all(ids.map(async (id) => [id, (await memory.load(id))?.version ?? 0] as const)));
  const store = { ...memory, sequences };
  const [one, other] = [await serveOver(store, { follow: 20 }), await serveOver(store, { follow: 20 })];
  const started = await start(one);
  const stream = await listen(started.streamUrl);
  await say(other, started, 'hello over there');
  await stream.until((frames) => messages(frames).length === 2);
  expect(messages(stream.frames).map(({ text }) => text)).toEqual(['hello over there', 'echo: hello over there']);
  stream.socket.close();
  await one.close();
  await other.close();
});
