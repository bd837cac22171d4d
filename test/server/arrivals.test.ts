import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createServer } from '../../src/server/server.js';
import { createFakeBot } from '../channels/fake-bot.js';

/** Longer than Node's pause between two looks for late requests. */
const STANDSTILL = 1500;

test.each<readonly [string, readonly string[], string, RegExp]>([
  ['whole, in one piece', [], 'GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 200 OK/],
  ['whole, its second piece', ['GET /healthz HTTP/1.1\r\nhost: '], 'x\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 200 OK/],
  [
    'whole, its body',
    [
      'POST /v3/directline/conversations HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{',
    ],
    '}',
    /^HTTP\/1\.1 401 /,
  ],
  ['half', [], 'GET /healthz HTTP/1.1\r\nhost: ', /^HTTP\/1\.1 408 /],
])('after a standstill a request that came meanwhile is not called late: %s', async (_, before, meanwhile, answered) => {
  const clock = { now: () => new Date() };
  const app = createServer({
    bot: createFakeBot(clock),
    secret: 'the-secret-of-the-tests',
    clock,
    ids: { next: () => 'x' },
    log: { error: () => {} },
    version: '0.0.0-test',
    ready: async () => undefined,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  Object.assign(app.server, { headersTimeout: 200, requestTimeout: 200 });
  const accepted = once(app.server, 'connection');
  const client = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const answer = text(client);
  await accepted;
  for (const piece of before) {
    client.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  client.write(meanwhile);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STANDSTILL);
  expect(await answer).toMatch(answered);
  await app.close();
});
