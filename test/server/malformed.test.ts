import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, call, read, type Started, start } from '../channels/directline/client.js';
import { SECRET, type Serving, serve } from './serving.js';

let server: Serving;
let started: Started;
beforeAll(async () => {
  server = await serve();
  started = await start(server);
});
afterAll(async () => {
  // Nothing of all this was a fault of the server, and it still works.
  expect(server.errors).toEqual([]);
  expect((await read(server, started)).body.activities).toEqual([]);
  await server.close();
});

const ACTIVITIES = 'POST /v3/directline/conversations/ID/activities';
const message = (more: string): string => `{"type":"message","text":"x",${more}}`;

/** `ID` and `TOKEN` stand for those of a conversation that is open. */
interface Malformed {
  readonly to: string;
  readonly body?: string | Uint8Array;
  readonly type?: string;
  readonly auth?: string | null;
  readonly expected: readonly [status: number, code: string];
}

const BAD = [400, 'BadArgument'] as const;

const TABLE: { readonly [name: string]: Malformed } = {
  'bad JSON': { to: ACTIVITIES, body: '{"type":', expected: BAD },
  'JSON with a tail': { to: ACTIVITIES, body: '{"type":"typing"} x', expected: BAD },
  'no JSON at all': { to: ACTIVITIES, body: 'hello', expected: BAD },
  'an empty body': { to: ACTIVITIES, body: '', expected: BAD },
  null: { to: ACTIVITIES, body: 'null', expected: BAD },
  'an array': { to: ACTIVITIES, body: '[]', expected: BAD },
  'a string': { to: ACTIVITIES, body: '"message"', expected: BAD },
  'a number': { to: ACTIVITIES, body: '1e999', expected: BAD },
  'an empty object': { to: ACTIVITIES, body: '{}', expected: BAD },
  'broken UTF-8': { to: ACTIVITIES, body: Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), expected: BAD },
  'cut UTF-8': { to: ACTIVITIES, body: Buffer.from(message('"a":"知"')).subarray(0, -3), expected: BAD },
  'UTF-16': { to: ACTIVITIES, body: Buffer.from(message('"a":1'), 'utf16le'), expected: BAD },
  'a huge body': { to: ACTIVITIES, body: message(`"a":"${'x'.repeat(70_000)}"`), expected: [413, 'MessageSizeTooBig'] },
  'a text of 60 KB': { to: ACTIVITIES, body: `{"type":"message","text":"${'x'.repeat(60_000)}"}`, expected: [400, 'MessageSizeTooBig'] },
  'deep arrays': { to: ACTIVITIES, body: message(`"a":${'['.repeat(20_000)}${']'.repeat(20_000)}`), expected: BAD },
  'deep objects': { to: ACTIVITIES, body: message(`"channelData":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`), expected: BAD },
  __proto__: { to: ACTIVITIES, body: message('"__proto__":{"admin":true}'), expected: BAD },
  'escaped __proto__': { to: ACTIVITIES, body: message('"\\u005f_proto__":{"admin":true}'), expected: BAD },
  'nested __proto__': { to: ACTIVITIES, body: message('"channelData":{"__proto__":{"admin":true}}'), expected: BAD },
  'constructor.prototype': { to: ACTIVITIES, body: message('"constructor":{"prototype":{"admin":true}}'), expected: BAD },
  'a type that is a number': { to: ACTIVITIES, body: '{"type":7,"text":"x"}', expected: BAD },
  'an empty type': { to: ACTIVITIES, body: '{"type":"","text":"x"}', expected: BAD },
  'a text that is a number': { to: ACTIVITIES, body: '{"type":"message","text":7}', expected: BAD },
  'a text that is an object': { to: ACTIVITIES, body: '{"type":"message","text":{"toString":1}}', expected: BAD },
  'no text': { to: ACTIVITIES, body: '{"type":"message"}', expected: BAD },
  'an empty text': { to: ACTIVITIES, body: '{"type":"message","text":"  "}', expected: BAD },
  'a from that is a string': { to: ACTIVITIES, body: message('"from":"me"'), expected: BAD },
  'a from.id that is an array': { to: ACTIVITIES, body: message('"from":{"id":["me"]}'), expected: BAD },
  'channelData that is a string': { to: ACTIVITIES, body: message('"channelData":"x"'), expected: BAD },
  'a clientActivityID that is an object': { to: ACTIVITIES, body: message('"channelData":{"clientActivityID":{}}'), expected: BAD },
  'a clientActivityID with NUL': { to: ACTIVITIES, body: message('"channelData":{"clientActivityID":"a\\u0000b"}'), expected: BAD },
  'a clientActivityID with half a character': {
    to: ACTIVITIES,
    body: message('"channelData":{"clientActivityID":"\\ud800"}'),
    expected: BAD,
  },
  'a clientActivityID of 1 KB': {
    to: ACTIVITIES,
    body: message(`"channelData":{"clientActivityID":"${'k'.repeat(1024)}"}`),
    expected: BAD,
  },
  'a locale that is a number': { to: ACTIVITIES, body: message('"locale":1'), expected: BAD },
  'a form': { to: ACTIVITIES, body: 'type=message&text=x', type: 'application/x-www-form-urlencoded', expected: [415, 'BadArgument'] },
  'plain text': { to: ACTIVITIES, body: '{"type":"message","text":"x"}', type: 'text/plain', expected: [415, 'BadArgument'] },
  'a broken content type': { to: ACTIVITIES, body: message('"a":1'), type: ';;;', expected: [415, 'BadArgument'] },

  'no authorization': { to: ACTIVITIES, body: message('"a":1'), auth: null, expected: [401, 'Unauthorized'] },
  'an empty authorization': { to: ACTIVITIES, body: message('"a":1'), auth: '', expected: [401, 'Unauthorized'] },
  'Basic authorization': { to: ACTIVITIES, body: message('"a":1'), auth: 'Basic dXNlcjpwYXNz', expected: [401, 'Unauthorized'] },
  'Bearer of nothing': { to: ACTIVITIES, body: message('"a":1'), auth: 'Bearer ', expected: [401, 'Unauthorized'] },
  'a wrong secret': { to: ACTIVITIES, body: message('"a":1'), auth: `Bearer ${SECRET}x`, expected: [401, 'Unauthorized'] },
  'a forged token': { to: ACTIVITIES, body: message('"a":1'), auth: 'Bearer TOKENx', expected: [401, 'Unauthorized'] },
  'a wrong secret for tokens': { to: 'POST /v3/directline/tokens/generate', auth: 'Bearer guess', expected: [401, 'Unauthorized'] },
  'refresh with the secret': { to: 'POST /v3/directline/tokens/refresh', auth: `Bearer ${SECRET}`, expected: BAD },
  'no authorization for an upload': { to: 'POST /v3/directline/conversations/ID/upload', auth: null, expected: [401, 'Unauthorized'] },

  'a user that is a string': { to: 'POST /v3/directline/conversations', body: '{"user":"me"}', expected: BAD },
  'a user id of 1 KB': {
    to: 'POST /v3/directline/tokens/generate',
    body: `{"user":{"id":"${'u'.repeat(1024)}"}}`,
    auth: `Bearer ${SECRET}`,
    expected: BAD,
  },
  'origins that are no list': {
    to: 'POST /v3/directline/tokens/generate',
    body: '{"trustedOrigins":"*"}',
    auth: `Bearer ${SECRET}`,
    expected: BAD,
  },
  'a bad watermark': { to: 'GET /v3/directline/conversations/ID/activities?watermark=soon', expected: BAD },
  'a negative watermark': { to: 'GET /v3/directline/conversations/ID/activities?watermark=-1', expected: BAD },
  'a huge watermark': { to: `GET /v3/directline/conversations/ID/activities?watermark=${'9'.repeat(40)}`, expected: BAD },
  'a watermark with a point': { to: 'GET /v3/directline/conversations/ID/activities?watermark=1.5', expected: BAD },
  'two watermarks': { to: 'GET /v3/directline/conversations/ID/activities?watermark=1&watermark=2', expected: BAD },
  'an unknown conversation': {
    to: 'GET /v3/directline/conversations/nobody/activities',
    auth: `Bearer ${SECRET}`,
    expected: [404, 'BadArgument'],
  },
  'a message to an unknown conversation': {
    to: 'POST /v3/directline/conversations/nobody/activities',
    body: message('"a":1'),
    auth: `Bearer ${SECRET}`,
    expected: [404, 'BadArgument'],
  },
  'another conversation': { to: 'GET /v3/directline/conversations/nobody', expected: [403, 'Forbidden'] },
  'a conversation named __proto__': {
    to: 'GET /v3/directline/conversations/__proto__',
    auth: `Bearer ${SECRET}`,
    expected: [404, 'BadArgument'],
  },
  'a conversation with NUL': { to: 'GET /v3/directline/conversations/%00', auth: `Bearer ${SECRET}`, expected: [404, 'BadArgument'] },
  'a very long conversation': {
    to: `GET /v3/directline/conversations/${'c'.repeat(500)}`,
    auth: `Bearer ${SECRET}`,
    expected: [414, 'BadArgument'],
  },
  'a broken escape in the path': { to: 'GET /v3/directline/conversations/%E0%A4%A/activities', expected: BAD },
  'an unknown endpoint': { to: 'GET /v3/directline/nothing', expected: [404, 'NotFound'] },
  'an unknown page': { to: 'GET /admin.php', expected: [404, 'NotFound'] },
  'a path out of the page': { to: 'GET /assets/..%2F..%2Fpackage.json', expected: [404, 'NotFound'] },
  'a wrong method': { to: 'DELETE /v3/directline/conversations/ID/activities', expected: [405, 'MethodNotAllowed'] },
  'another wrong method': { to: 'GET /v1/session', expected: [405, 'MethodNotAllowed'] },
  'POST to the page': { to: 'POST /', body: '{}', expected: [405, 'MethodNotAllowed'] },
};

describe('malformed requests', () => {
  test.each(Object.entries(TABLE))('%s', async (_, { to, body, type = 'application/json', auth = 'Bearer TOKEN', expected }) => {
    const [method = '', path = ''] = to.split(' ');
    const response = await fetch(server.url + path.replace('ID', started.conversationId), {
      method,
      headers: {
        ...(auth !== null && { authorization: auth.replace('TOKEN', started.token) }),
        ...(body !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { body }),
    });
    const answer = (await response.json()) as Answer['body'];
    expect([response.status, answer.error?.code]).toEqual(expected);
    expect(answer).toEqual({ error: { code: expected[1], message: expect.stringMatching(/\S/) } });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('405 says what is allowed', async () => {
    const response = await fetch(`${server.url}/v3/directline/conversations/x/activities`, { method: 'PUT' });
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  test('what is odd but allowed', async () => {
    const path = `/conversations/${started.conversationId}/activities`;
    for (const body of [
      { type: 'typing', unknown: { field: 1 } },
      { type: 'event', from: null, channelData: null, locale: null },
    ]) {
      expect((await call(server, 'POST', path, started.token, body)).status).toBe(200);
    }
  });
});

describe('whatever is sent', () => {
  const PATHS = ['conversations/ID/activities', 'conversations', 'tokens/generate', 'tokens/refresh'].map(
    (path) => `/v3/directline/${path}`,
  );
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(server.url + path.replace('ID', started.conversationId), {
      method: 'POST',
      headers: { authorization: `Bearer ${started.token}`, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body,
    });
  const path = fc.constantFrom(...PATHS, '/v1/session');
  // Nothing here is a message with a text: the conversation stays empty.
  const odd = fc.dictionary(
    fc.constantFrom('type', 'from', 'channelData', 'locale', 'user', 'resume', 'id', 'constructor'),
    fc.jsonValue(),
  );

  test.each([
    ['JSON with the right names', fc.oneof(odd, fc.jsonValue()).map((value) => JSON.stringify(value))],
    ['bytes', fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes))],
  ] as const)('%s is never a failure of the server', async (_, bodies) => {
    await fc.assert(
      fc.asyncProperty(path, bodies as fc.Arbitrary<string | Uint8Array<ArrayBuffer>>, async (to, body) => {
        const response = await post(to, body);
        await response.arrayBuffer();
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });
});

describe('broken HTTP', () => {
  test.each([
    ['no HTTP', 'hello there\r\n\r\n', '400'],
    ['a broken version', 'GET / HTTP/9.9\r\n\r\n', '400'],
    ['a broken header', 'GET / HTTP/1.1\r\nhost: x\r\nbro ken: x\r\n\r\n', '400'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', '400'],
    ['length and chunks', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', '400'],
    ['headers of 40 KB', `GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(40_000)}\r\n\r\n`, '431'],
    [
      'a host that is none',
      `POST /v3/directline/conversations HTTP/1.1\r\nhost: a b<>\r\nauthorization: Bearer ${SECRET}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
      '400',
    ],
  ])('%s', async (_, bytes, status) => {
    expect(await exchange(server.port, bytes)).toMatch(`HTTP/1.1 ${status}`);
  });

  test('a request that never ends is ended', async () => {
    const began = Date.now();
    expect(await exchange(server.port, 'GET / HTTP/1.1\r\nhost: x\r\na: ')).toMatch('HTTP/1.1 408');
    expect(Date.now() - began).toBeLessThan(6000);
  });

  test('a body that never ends is ended', async () => {
    expect(
      await exchange(server.port, 'POST /v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{'),
    ).toMatch('HTTP/1.1 408');
  });
});

/** Sends bytes as they are, and gives everything that comes back until the server ends it. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}
