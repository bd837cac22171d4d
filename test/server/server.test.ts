import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreError } from '../../src/stores/errors.js';
import { type Answer, call, listen, messages, read, say, start } from '../channels/directline/client.js';
import { createFakeBot } from '../channels/fake-bot.js';
import { type Serving, serve } from './serving.js';

let server: Serving;
beforeAll(async () => {
  server = await serve({
    knowledge: (article, language) =>
      article === 'fees' ? `<!doctype html><html lang="${language}"><title>Fees</title></html>` : undefined,
  });
});
afterAll(() => server.close());

describe('health', () => {
  test('/healthz says that the process answers', async () => {
    const response = await fetch(`${server.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', version: '0.0.0-test' }]);
  });

  test('/readyz is 503 with the reason until there is none', async () => {
    let reason: string | undefined = 'the pack is loading';
    const starting = await serve({ ready: async () => reason });
    const before = await fetch(`${starting.url}/readyz`);
    expect([before.status, await before.json()]).toEqual([503, { error: { code: 'NotReady', message: 'the pack is loading' } }]);
    expect((await fetch(`${starting.url}/healthz`)).status).toBe(200);
    reason = undefined;
    const after = await fetch(`${starting.url}/readyz`);
    expect([after.status, await after.json()]).toEqual([200, { status: 'ready', version: '0.0.0-test' }]);
    await starting.close();
  });
});

describe('headers', () => {
  test.each(['/', '/healthz', '/nothing', '/widget.js'])('%s has all of them', async (path) => {
    const { headers } = await fetch(server.url + path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('pages can be framed where that is asked for', async () => {
    const framed = await serve({ frameAncestors: ["'self'", 'https://shop.example'] });
    const { headers } = await fetch(framed.url);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://shop.example;");
    await framed.close();
  });
});

describe('page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/front.css', 'text/css; charset=utf-8'],
    ['/widget.js', 'text/javascript; charset=utf-8'],
    ['/assets/icon.svg', 'image/svg+xml'],
  ])('%s is %s, and not sent twice', async (path, type) => {
    const response = await fetch(server.url + path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    const again = await fetch(server.url + path, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('the widget brings the greetings of the present pack', async () => {
    let text = 'Hi.';
    const greeting = await serve({ welcome: (language) => ({ text: `${text} ${language} $&`, prompts: [] }) });
    const first = await fetch(`${greeting.url}/widget.js`);
    expect(await first.text()).toContain('{"zh":{"text":"Hi. zh $&","prompts":[]},"en":{"text":"Hi. en $&","prompts":[]}}');
    text = 'Hello.';
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const second = await fetch(`${greeting.url}/widget.js`, { headers });
    expect([second.status, await second.text()]).toEqual([200, expect.stringContaining('"Hello. zh $&"')]);
    await greeting.close();
  });

  test("only the page's own files are served", async () => {
    for (const name of ['page.ts', 'toString', '__proto__']) expect((await fetch(`${server.url}/assets/${name}`)).status).toBe(404);
  });
});

describe('/knowledge', () => {
  test.each([
    ['?lang=en', 'zh-CN', 'en'],
    ['?lang=zh-Hans', 'en', 'zh'],
    ['', 'en-US,zh;q=0.5', 'en'],
    ['', 'fr, zh-TW;q=0.8, en;q=0.5', 'zh'],
    ['?lang=fr', '', 'zh'],
  ])('%s with accept-language %s is in %s', async (query, accept, language) => {
    const response = await fetch(`${server.url}/knowledge/fees${query}`, { headers: { 'accept-language': accept } });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain(`<html lang="${language}">`);
  });

  test('an unknown article is 404', async () => {
    expect((await fetch(`${server.url}/knowledge/nothing`)).status).toBe(404);
  });
});

describe('/v1/session', () => {
  const session = (to: Serving, headers: { [name: string]: string }, body: object = {}) =>
    fetch(`${to.url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const opened = async (answer: Promise<Response>) => (await (await answer).json()) as Answer['body'];
  const own = { 'sec-fetch-site': 'same-origin' };

  test('gives a conversation that works, with a user of its own', async () => {
    const response = await session(server, own);
    expect(response.status).toBe(201);
    const found = await opened(Promise.resolve(response));
    expect((await say(server, found, 'hello')).status).toBe(200);
    expect((await read(server, found)).body.activities[0]?.from.id).toMatch(/^dl_/);
  });

  test.each([
    ['same-origin by fetch metadata', { 'sec-fetch-site': 'same-origin' }, 201],
    ['same-origin by origin', { origin: 'SELF' }, 201],
    ['both', { origin: 'SELF', 'sec-fetch-site': 'same-origin' }, 201],
    ['neither', {}, 403],
    ['same-site', { 'sec-fetch-site': 'same-site', origin: 'SELF' }, 403],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['a hidden origin', { origin: 'null' }, 403],
    ['a contradiction', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 403],
  ])('%s → %o %i', async (_, headers, status) => {
    const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('SELF', server.url)]));
    // undici adds `sec-fetch-mode` of its own, and no other.
    expect((await session(server, sent)).status).toBe(status);
  });

  test('resume gives the same conversation and user, after the token expired too', async () => {
    const aging = await serve();
    const first = await opened(session(aging, own));
    await say(aging, first, 'hello');
    aging.advance(7200);
    expect((await read(aging, first)).status).toBe(403);
    const second = await opened(session(aging, own, { resume: first.resume }));
    expect(second.conversationId).toBe(first.conversationId);
    await say(aging, second, 'again');
    const users = (await read(aging, second)).body.activities.filter((activity) => activity.from.role === 'user');
    expect(new Set(users.map((activity) => activity.from.id)).size).toBe(1);
    aging.advance(31 * 24 * 3600);
    const third = await opened(session(aging, own, { resume: second.resume }));
    expect(third.conversationId).not.toBe(first.conversationId);
    await aging.close();
  });

  test('what is no resume of this server is a new conversation', async () => {
    const other = await serve({ secret: 'another secret of the tests' });
    const foreign = await opened(session(other, own));
    const { token } = await start(server);
    for (const resume of [foreign.resume, token, 'x', '']) expect((await session(server, own, { resume })).status).toBe(201);
    expect((await session(server, own, { resume: 7 })).status).toBe(400);
    await other.close();
  });
});

test('a full store is 503 with Retry-After, a broken one 500 without its words', async () => {
  const bot = createFakeBot({ now: () => new Date() });
  let error: Error = new StoreError('store-full', 'full');
  const failing = await serve({ bot: { ...bot, start: () => Promise.reject(error) } });
  const open = () => fetch(`${failing.url}/v1/session`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
  const busy = await open();
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '1']);
  error = new Error('/var/lib/secret.db: disk I/O error');
  const broken = await open();
  expect([broken.status, await broken.json()]).toEqual([
    500,
    { error: { code: 'ServiceError', message: 'The server failed on this request' } },
  ]);
  expect(failing.errors).toEqual([expect.objectContaining({ route: '/v1/session', err: error })]);
  await failing.close();
});

test('close finishes what runs, ends the sockets, and takes nothing new', async () => {
  const closing = await serve();
  const started = await start(closing);
  const stream = await listen(started.streamUrl);
  const running = say(closing, started, 'slow one');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = Date.now();
  const closed = closing.close();
  expect((await running).status).toBe(200);
  expect(await stream.closed).toBe(1001);
  await closed;
  expect(Date.now() - began).toBeLessThan(3000);
  await expect(call(closing, 'GET', `/conversations/${started.conversationId}`, started.token)).rejects.toThrow();
  expect(messages(stream.frames).length).toBeLessThanOrEqual(2);
});
