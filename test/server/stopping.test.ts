import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { say, start } from '../channels/directline/client.js';
import { createFakeBot } from '../channels/fake-bot.js';
import { serve } from './serving.js';

const HEAD = 'POST /v1/session HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\n';

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    // Whether the server ends it or cuts it off is its choice; both are a close.
    socket.on('error', () => {}).resume();
  });

const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });

test('200 slow senders are cut off, and others are served meanwhile', async () => {
  const server = await serve();
  const started = await start(server);
  const beginnings = [
    '',
    'GET / HTTP/1.1\r\nhost:',
    `${HEAD}content-length: 9\r\n\r\n{`,
    `${HEAD}transfer-encoding: chunked\r\n\r\n5\r\n{`,
  ];
  const sockets = await Promise.all(Array.from({ length: 200 }, () => opened(server.port)));
  const all = Promise.all(sockets.map(ended));
  for (const [i, socket] of sockets.entries()) socket.write(beginnings[i % beginnings.length] ?? '');
  // The drip that resets a time-out which only looks for silence.
  const drip = setInterval(() => {
    for (const [i, socket] of sockets.entries()) if (socket.writable && i % beginnings.length > 0) socket.write('x');
  }, 700);
  let answered = 0;
  let goOn = true;
  void all.then(() => {
    goOn = false;
  });
  while (goOn) {
    expect((await say(server, started, `message ${answered}`)).status).toBe(200);
    answered++;
  }
  clearInterval(drip);
  expect(answered).toBeGreaterThan(0);
  expect(server.errors).toEqual([]);
  await server.close();
});

test('what is half sent does not hold a stop, what is whole is answered', async () => {
  const bot = createFakeBot({ now: () => new Date() });
  let arrived = (): void => {};
  const inWork = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = await serve({
    bot: {
      ...bot,
      turn: async (incoming) => {
        arrived();
        await held;
        return bot.turn(incoming);
      },
    },
  });
  const started = await start(server);
  const sockets = await Promise.all(Array.from({ length: 4 }, () => opened(server.port)));
  const cut = Promise.all(sockets.map(ended));
  sockets[0]?.write('GET / HTTP/1.1\r\nhost:');
  sockets[1]?.write(`${HEAD}content-length: 9\r\n\r\n{`);
  sockets[2]?.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\nGET /healthz HTTP/1.1\r\nho');
  const answer = say(server, started, 'hello');
  await inWork;
  const closed = server.close();
  // They are gone while the turn is still in work, so they cannot be what the stop waits for.
  await cut;
  release();
  expect((await answer).status).toBe(200);
  await closed;
});
