import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isLocal } from '../../../src/channels/botframework/access.js';
import { type Serving, serve } from '../../server/serving.js';
import { type Stub, stub, teamsMessage } from './peer.js';
import { serveMessages } from './serving.js';

let server: Serving;
let emulator: Stub;
beforeEach(async () => {
  server = await serveMessages();
  emulator = await stub(() => ({ json: { id: 'sent' } }));
});
afterEach(async () => {
  await server.close();
  await emulator.close();
});

const post = (activity: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(activity),
  });

const toEmulator = (text: string, more: object = {}) =>
  teamsMessage(text, { channelId: 'emulator', serviceUrl: emulator.url, conversation: { id: 'conv|livechat' }, ...more });

describe('on this machine without credentials', () => {
  test('a message is answered at the service address', async () => {
    const response = await post(toEmulator('what is the fee'));
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(emulator.requests).toHaveLength(1);
    const [{ path, headers, body } = expect.fail()] = emulator.requests;
    expect(decodeURIComponent(path)).toBe('/v3/conversations/conv|livechat/activities/1700000000001');
    expect(headers.authorization).toBeUndefined();
    expect(body).toMatchObject({
      type: 'message',
      channelId: 'emulator',
      replyToId: '1700000000001',
      from: { id: '28:zhida' },
      recipient: { id: '29:ann' },
      textFormat: 'plain',
      locale: 'en',
      suggestedActions: { to: [], actions: [{ type: 'imBack' }, { type: 'imBack' }] },
      channelData: { zhida: { kind: 'answer' } },
    });
    expect(body['text']).toContain('Withdrawing 5,000 yuan costs 4 yuan');
    expect(JSON.stringify(body)).not.toContain('_channelId');
  });

  test('expectReplies: the reply stands in the response, and nothing is sent', async () => {
    const response = await post(toEmulator('hello', { deliveryMode: 'expectReplies' }));
    expect(response.status).toBe(200);
    const json = await response.text();
    expect(json).not.toContain('_channelId');
    expect(JSON.parse(json)).toMatchObject({ activities: [{ type: 'message', text: 'echo: hello', channelId: 'emulator' }] });
    expect(emulator.requests).toEqual([]);
  });
});

test('without the option there is no such address', async () => {
  const other = await serve();
  const response = await fetch(`${other.url}/api/messages`, { method: 'POST' });
  expect(response.status).toBe(404);
  await other.close();
});

describe('who is on this machine', () => {
  const request = (remoteAddress: string, headers: Record<string, string>) =>
    ({ socket: { remoteAddress }, headers: { host: 'localhost:3978', ...headers } }) as unknown as IncomingMessage;

  test.each<readonly [string, Record<string, string>]>([
    ['127.0.0.1', {}],
    ['127.3.2.1', {}],
    ['::1', { host: '[::1]:3978' }],
    ['::ffff:127.0.0.1', { host: '127.0.0.1' }],
  ])('%s %j is', (address, headers) => expect(isLocal(request(address, headers))).toBe(true));

  test.each<readonly [string, Record<string, string>]>([
    ['10.0.0.7', {}],
    ['::ffff:10.0.0.7', {}],
    ['127.0.0.1', { host: 'bot.example' }],
    ['127.0.0.1', { host: 'localhost.bot.example' }],
    ['127.0.0.1', { host: '' }],
    ['127.0.0.1', { origin: 'http://localhost:3978' }],
    ['127.0.0.1', { 'sec-fetch-site': 'same-origin' }],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }],
  ])('%s %j is not', (address, headers) => expect(isLocal(request(address, headers))).toBe(false));

  test('others are refused', async () => {
    const response = await post(toEmulator('hello'), { origin: 'https://evil.example' });
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('MICROSOFT_APP_ID')]);
  });
});

describe('what is not answered', () => {
  const conversation = (id: unknown) => ({ conversation: { id } });

  test.each<readonly [string, object, RegExp]>([
    ['no type', { type: undefined }, /^type: /],
    ['an empty type', { type: '' }, /^type: /],
    ['no conversation', { conversation: undefined }, /^conversation: /],
    ['a message from nobody', { from: undefined }, /^from: a message comes from somebody/],
    ['no channel', { channelId: null }, /^channelId: /],
    ['a text that is none', { text: 5 }, /^text: /],
    ['members that are none', { membersAdded: {} }, /^membersAdded: /],
    ['a conversation of no id', conversation(''), /^conversation.id: /],
    ['a conversation that leads elsewhere', conversation('../../admin'), /^conversation.id: must be usable in a path/],
    ['a conversation that leads elsewhere, escaped', conversation('x/%2e%2E/%2e%2e'), /^conversation.id: must be usable/],
    ['a conversation with a query', conversation('a?b=c'), /^conversation.id: must be usable/],
    ['a conversation with a fragment', conversation('a#'), /^conversation.id: must be usable/],
    ['a conversation with a backslash', conversation('a\\..\\b'), /^conversation.id: must be usable/],
    ['a conversation with a line break', conversation('a\nb'), /^conversation.id: must not hold control/],
    ['half a character', conversation('a\ud800'), /^conversation.id: must not hold control/],
  ])('%s', async (_, wrong, says) => {
    const response = await post(toEmulator('hello', wrong));
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toMatch(says);
    expect(response.status).toBe(400);
    expect(emulator.requests).toEqual([]);
  });

  test('what is no activity', async () => {
    for (const body of ['hello', 5, [], null, {}]) expect((await post(body)).status).toBe(400);
  });

  test('another address than this machine', async () => {
    for (const serviceUrl of [
      'https://attacker.example/',
      'http://169.254.169.254/',
      'file:///etc/passwd',
      'https://smba.trafficmanager.net/',
    ])
      expect((await post(toEmulator('hello', { serviceUrl }))).status).toBe(403);
  });

  test('a large or a deep body', async () => {
    expect((await post(toEmulator('x'.repeat(70_000)))).status).toBe(413);
    const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`);
    expect((await post(toEmulator('hello', { value: deep }))).status).toBe(400);
  });

  test('no recipient is the bot', async () => {
    const response = await post(
      toEmulator('hello', { recipient: undefined, id: undefined, deliveryMode: 'expectReplies', serviceUrl: null }),
    );
    expect(await response.json()).toMatchObject({ activities: [{ text: 'echo: hello', from: { id: 'zhida' } }] });
  });

  test('fields that would stand in for what a framework calls do nothing', async () => {
    const odd = {
      getConversationReference: 1,
      applyConversationReference: 'x',
      isAgenticRequest: null,
      _channelId: 'other',
      toJsonString: 2,
    };
    const response = await post(
      toEmulator('hello', { ...odd, recipient: { id: '28:zhida', role: 'agenticUser' }, locale: null, name: null }),
    );
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(emulator.requests[0]?.body).toMatchObject({ channelId: 'emulator', text: 'echo: hello' });
  });
});

test('a bot that fails tells the person, and the sender', async () => {
  const response = await post(toEmulator('crash', { locale: 'zh-CN' }));
  expect(response.status).toBe(500);
  expect(emulator.requests.map(({ body }) => body['text'])).toEqual(['刚才出了点问题，没能回答。请稍后再发一次。']);
  expect((await post(toEmulator('busy'))).status).toBe(503);
  expect((await post(toEmulator('full'))).headers.get('retry-after')).toBe('1');
});

test('another message under the same id', async () => {
  expect((await post(toEmulator('one'))).status).toBe(200);
  expect((await post(toEmulator('two'))).status).toBe(409);
  expect(emulator.requests).toHaveLength(1);
});

test('what asks for an answer of its own gets none', async () => {
  expect((await post(toEmulator('', { type: 'invoke' }))).status).toBe(501);
});
