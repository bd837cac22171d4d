import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../../../src/server/server.js';
import { SECRET, type Serving, serve } from '../../server/serving.js';
import { createFakeBot } from '../fake-bot.js';
import { call, listen, messages, read, type Started, say, start } from './client.js';

let server: Serving;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const conversationPath = ({ conversationId }: Pick<Started, 'conversationId'>): string => `/conversations/${conversationId}`;

describe('tokens', () => {
  test('generate gives a conversation, a token with the user, and the seconds it lasts', async () => {
    const { status, body } = await call(server, 'POST', '/tokens/generate', SECRET, { user: { id: 'dl_7', name: '小明' } });
    expect(status).toBe(200);
    expect(body).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 });
    expect(claimsOf(body.token)).toMatchObject({ user: 'dl_7', name: '小明', conv: body.conversationId });
  });

  test('generate runs no turn; POST conversations with its token starts that conversation', async () => {
    const { body } = await call(server, 'POST', '/tokens/generate', SECRET);
    expect((await read(server, body)).body).toEqual({ activities: [], watermark: '' });
    const started = await call(server, 'POST', '/conversations', body.token);
    expect([started.status, started.body.conversationId]).toEqual([201, body.conversationId]);
    expect((await call(server, 'GET', conversationPath(body), body.token)).status).toBe(200);
  });

  test('generate is for the secret only', async () => {
    const { token } = await start(server);
    expect(await call(server, 'POST', '/tokens/generate', token)).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } });
  });

  test('refresh gives the same conversation and user a new token', async () => {
    const started = await start(server, 'dl_9');
    const { status, body } = await call(server, 'POST', '/tokens/refresh', started.token);
    expect(status).toBe(200);
    expect(body).toEqual({ conversationId: started.conversationId, token: expect.any(String), expires_in: 1800 });
    expect(claimsOf(body.token).user).toBe('dl_9');
  });

  test('a token opens its own conversation only', async () => {
    const mine = await start(server);
    const other = await start(server);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/activities', undefined],
      ['POST', '/activities', { type: 'message', text: 'hello' }],
      ['POST', '/upload', undefined],
    ] as const) {
      const answer = await call(server, method, conversationPath(other) + path, mine.token, body);
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } });
    }
  });

  test('a token for some origins is refused from another', async () => {
    const { body } = await call(server, 'POST', '/tokens/generate', SECRET, { trustedOrigins: ['https://a.example'] });
    const from = (origin: string) =>
      fetch(`${server.url}/v3/directline/conversations`, { method: 'POST', headers: { authorization: `Bearer ${body.token}`, origin } });
    expect((await from('https://b.example')).status).toBe(403);
    expect((await from('https://a.example')).status).toBe(201);
  });

  test('an expired token is 403 TokenExpired; the secret reissues one for the conversation', async () => {
    const aging = await serve();
    const started = await start(aging);
    await say(aging, started, 'before');
    aging.advance(1801);
    for (const path of ['/tokens/refresh', '/conversations']) {
      expect(await call(aging, 'POST', path, started.token)).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    }
    expect(await read(aging, started)).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    const again = await call(aging, 'GET', conversationPath(started), SECRET);
    expect((await read(aging, again.body)).body.activities).toHaveLength(2);
    await aging.close();
  });
});

describe('conversations', () => {
  test.each([
    undefined,
    {},
    { user: {} },
    { user: { id: '' } },
    { user: null, locale: null },
    { user: { id: 'u' }, locale: 'zh-CN', extra: 1 },
  ])('POST with %j is 201 with an absolute streamUrl', async (body) => {
    const answer = await call(server, 'POST', '/conversations', SECRET, body);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 });
    expect(answer.body.streamUrl).toMatch(
      `ws://127.0.0.1:${server.port}/v3/directline/conversations/${answer.body.conversationId}/stream?`,
    );
  });

  test('behind TLS the streamUrl is wss, from the public URL or the trusted proxy', async () => {
    const named = await serve({ directLine: { publicUrl: 'https://bot.example/' } });
    expect((await start(named)).streamUrl).toMatch(/^wss:\/\/bot\.example\/v3\/directline\/conversations\//);
    await named.close();
    const proxied = await serve({ trustedProxies: ['127.0.0.1'] });
    const response = await fetch(`${proxied.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'x-forwarded-proto': 'https', 'x-forwarded-host': 'chat.example' },
    });
    expect(await response.json()).toMatchObject({ streamUrl: expect.stringMatching(/^wss:\/\/chat\.example\//) });
    await proxied.close();
  });

  test('GET gives a new token and streamUrl, and the whole history from an empty watermark', async () => {
    const started = await start(server);
    await say(server, started, 'one');
    await say(server, started, 'two');
    const again = await call(server, 'GET', `${conversationPath(started)}?watermark=`, started.token);
    expect(again.status).toBe(200);
    const stream = await listen(again.body.streamUrl);
    await stream.until((frames) => messages(frames).length === 4);
    expect(messages(stream.frames).map((activity) => activity.text)).toEqual(['one', 'echo: one', 'two', 'echo: two']);
    stream.socket.close();
  });
});

describe('activities', () => {
  test('the user sees the own activity with the id that POST gave, and everything it came with', async () => {
    const started = await start(server);
    const sent = {
      channelData: { clientActivityID: 'abc.1', custom: { deep: [1, '二'] } },
      locale: 'en-US',
      entities: [{ type: 'ClientCapabilities' }],
      localTimestamp: '2026-01-02T03:04:05+08:00',
    };
    const { status, body } = await say(server, started, 'hello 你好', sent);
    expect(status).toBe(200);
    const [mine, bots] = (await read(server, started)).body.activities;
    expect(mine).toMatchObject({
      ...sent,
      id: body.id,
      type: 'message',
      text: 'hello 你好',
      from: { id: 'dl_test', name: 'Test', role: 'user' },
      conversation: { id: started.conversationId },
      timestamp: expect.stringMatching(/Z$/),
    });
    expect(bots).toMatchObject({
      type: 'message',
      from: { role: 'bot' },
      replyToId: body.id,
      text: 'echo: hello 你好',
      locale: 'zh',
      inputHint: 'acceptingInput',
    });
  });

  test('the user in the token overrides from.id; without one a dl_ id is refused and another is kept', async () => {
    const started = await start(server, 'dl_real');
    await say(server, started, 'x', { from: { id: 'dl_forged' } });
    expect((await read(server, started)).body.activities[0]?.from.id).toBe('dl_real');

    const { body: anonymous } = await call(server, 'POST', '/conversations', SECRET);
    expect(await say(server, anonymous, 'x', { from: { id: 'dl_other' } })).toMatchObject({
      status: 400,
      body: { error: { code: 'BadArgument' } },
    });
    expect((await say(server, anonymous, 'x', { from: { id: 'guest' } })).status).toBe(200);
    expect((await read(server, anonymous)).body.activities[0]?.from.id).toBe('guest');

    const { body: generated } = await call(server, 'POST', '/tokens/generate', SECRET);
    expect(await call(server, 'POST', '/conversations', generated.token, { user: { id: 'dl_mine' } })).toMatchObject({ status: 400 });
  });

  test('the same clientActivityID again is answered once, with the same id', async () => {
    const started = await start(server);
    const more = { channelData: { clientActivityID: 'same' } };
    const answers = await Promise.all([say(server, started, 'hello', more), say(server, started, 'hello', more)]);
    const again = await say(server, started, 'hello', more);
    expect(new Set([...answers, again].map((answer) => answer.body.id)).size).toBe(1);
    expect((await read(server, started)).body.activities).toHaveLength(2);
    expect(await say(server, started, 'something else', more)).toMatchObject({ status: 409, body: { error: { code: 'Conflict' } } });
  });

  test('the same text under a known id is another message with another locale, attachment or value, and the same at another time', async () => {
    const started = await start(server);
    const more = {
      channelData: { clientActivityID: 'same' },
      attachments: [{ contentType: 'text/plain', name: 'a.txt' }],
      value: { n: 1 },
    };
    const first = await say(server, started, 'hello', more);
    const later = { ...more, localTimestamp: '2026-01-01T00:00:00Z', entities: [{ type: 'ClientCapabilities' }] };
    expect(await say(server, started, 'hello', later)).toEqual(first);
    for (const other of [{ locale: 'zh-CN' }, { attachments: [{ contentType: 'text/plain', name: 'b.txt' }] }, { value: { n: 2 } }])
      expect(await say(server, started, 'hello', { ...more, ...other })).toMatchObject({ status: 409 });
    expect((await read(server, started)).body.activities).toHaveLength(2);
  });

  test('an activity id serves as key where there is no clientActivityID', async () => {
    const started = await start(server);
    await say(server, started, 'hello', { id: 'mine' });
    await say(server, started, 'hello', { id: 'mine' });
    expect((await read(server, started)).body.activities).toHaveLength(2);
  });

  test('the watermark pages through, and is echoed when there is nothing new', async () => {
    const started = await start(server);
    expect((await read(server, started, '?watermark=')).body).toEqual({ activities: [], watermark: '' });
    await say(server, started, 'one');
    const first = await read(server, started);
    expect(first.body.watermark).toBe('1');
    await say(server, started, 'two');
    const second = await read(server, started, `?watermark=${first.body.watermark}`);
    expect(second.body.activities.map((activity) => activity.text)).toEqual(['two', 'echo: two']);
    expect((await read(server, started, `?watermark=${second.body.watermark}`)).body).toEqual({ activities: [], watermark: '2' });
    expect((await read(server, started, '?watermark=-')).body.activities).toHaveLength(4);
  });

  test.each(['event', 'conversationUpdate', 'typing', 'endOfConversation'])('%s is taken with an id, and makes no turn', async (type) => {
    const started = await start(server);
    const { status, body } = await call(server, 'POST', `${conversationPath(started)}/activities`, started.token, {
      type,
      name: 'webchat/join',
      from: { id: '' },
    });
    expect(status).toBe(200);
    expect(body.id).toEqual(expect.any(String));
    expect((await read(server, started)).body.activities).toEqual([]);
  });

  test('a reply has its text, the typed reply, a card for the quote, and suggestions', async () => {
    const started = await start(server);
    await say(server, started, 'what is the fee?');
    const bots = (await read(server, started)).body.activities[1];
    expect(bots?.text).toContain('costs 4 yuan');
    expect(bots?.channelData).toEqual({ zhida: expect.objectContaining({ kind: 'answer', sources: expect.any(Array) }) });
    expect(bots?.channelData?.zhida).not.toHaveProperty('conversation');
    expect(bots?.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: expect.objectContaining({ type: 'AdaptiveCard', version: '1.3', fallbackText: bots?.text }),
      },
    ]);
    expect(bots?.suggestedActions).toEqual({
      to: [],
      actions: [
        { type: 'imBack', title: 'How long does it take?', value: 'How long does it take?' },
        { type: 'imBack', title: 'Compare all methods', value: 'which methods are there' },
      ],
    });
  });

  test('a question back expects input and offers its options', async () => {
    const started = await start(server);
    await say(server, started, 'which one');
    const bots = (await read(server, started)).body.activities[1];
    expect(bots).toMatchObject({
      inputHint: 'expectingInput',
      suggestedActions: { to: [], actions: [{ title: 'WeChat balance', value: 'WeChat balance fee' }, { title: 'MYbank' }] },
    });
    expect(bots?.attachments).toBeUndefined();
  });

  test.each([
    ['crash', 502, 'BotRejectedActivity'],
    ['busy', 503, 'ServiceUnavailable'],
    ['full', 503, 'ServiceUnavailable'],
    ['', 400, 'BadArgument'],
    ['x'.repeat(3000), 400, 'MessageSizeTooBig'],
  ])('what the bot refuses: %.10s → %i %s', async (text, status, code) => {
    const started = await start(server);
    const answer = await say(server, started, text);
    expect(answer).toMatchObject({ status, body: { error: { code, message: expect.any(String) } } });
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '1' : null);
    expect((await say(server, started, 'still there')).status).toBe(200);
  });

  test('GET activities never answers 5xx: while the store fails there is nothing new', async () => {
    const bot = createFakeBot({ now: () => new Date() });
    let broken = false;
    const failing = await serve({
      bot: { ...bot, has: async (id) => (broken ? Promise.reject(new Error('disk gone')) : bot.has(id)) },
    });
    const started = await start(failing);
    await say(failing, started, 'one');
    broken = true;
    expect(await read(failing, started, '?watermark=0')).toMatchObject({ status: 200, body: { activities: [], watermark: '0' } });
    expect(failing.errors).toHaveLength(1);
    broken = false;
    expect((await read(failing, started, '?watermark=0')).body.activities).toHaveLength(2);
    await failing.close();
  });
});

describe('stream', () => {
  test('the turn reaches every open socket, the own activity first, with watermark and channelData', async () => {
    const started = await start(server);
    const streams = await Promise.all([1, 2, 3].map(() => listen(started.streamUrl)));
    const { body } = await say(server, started, 'hello', { channelData: { clientActivityID: 'k1' } });
    for (const stream of streams) {
      await stream.until((frames) => messages(frames).length === 2);
      expect(stream.frames).toHaveLength(1);
      expect(stream.frames[0]).toMatchObject({ watermark: '1' });
      expect(messages(stream.frames)[0]).toMatchObject({ id: body.id, channelData: { clientActivityID: 'k1' } });
      stream.socket.close();
    }
  });

  test('after a loss it goes on from the watermark, without a gap or a repetition', async () => {
    const started = await start(server);
    const first = await listen(started.streamUrl);
    await say(server, started, 'one');
    await first.until((frames) => messages(frames).length === 2);
    first.socket.terminate();
    await say(server, started, 'two');
    await say(server, started, 'three');
    const again = await call(server, 'GET', `${conversationPath(started)}?watermark=1`, started.token);
    const second = await listen(again.body.streamUrl);
    await second.until((frames) => messages(frames).length === 4);
    expect(messages(second.frames).map((activity) => activity.text)).toEqual(['two', 'echo: two', 'three', 'echo: three']);
    second.socket.close();
  });

  test('a long history comes whole', async () => {
    const started = await start(server);
    for (let n = 1; n <= 230; n++) await say(server, started, `n${n}`);
    const stream = await listen(started.streamUrl);
    await stream.until((frames) => messages(frames).length >= 460);
    expect(messages(stream.frames).map((activity) => activity.text)).toEqual(
      Array.from({ length: 230 }, (_, i) => [`n${i + 1}`, `echo: n${i + 1}`]).flat(),
    );
    expect((await read(server, started, '?watermark=0')).body.watermark).toBe('100');
    stream.socket.close();
  });

  test('40 messages at once arrive once each, in order', async () => {
    const started = await start(server);
    const stream = await listen(started.streamUrl);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => say(server, started, `m${i}`)));
    await stream.until((frames) => messages(frames).length >= 80);
    const ids = messages(stream.frames).map((activity) => activity.id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(80);
    expect(ids).toEqual(expect.arrayContaining(answers.map((answer) => answer.body.id)));
    stream.socket.close();
  });

  test('typing goes over the stream when an answer takes a while, and into no history', async () => {
    const started = await start(server);
    const stream = await listen(started.streamUrl);
    await say(server, started, 'slow question');
    await stream.until((frames) => messages(frames).length === 2);
    expect(stream.frames[0]).toMatchObject({ activities: [{ type: 'typing', from: { role: 'bot' } }] });
    expect(stream.frames[0]).not.toHaveProperty('watermark');
    expect((await read(server, started)).body.activities.map((activity) => activity.type)).toEqual(['message', 'message']);
    stream.socket.close();
  });

  test('an event of the client comes back on the stream with its id', async () => {
    const started = await start(server);
    const stream = await listen(started.streamUrl);
    const event = { type: 'event', name: 'join', channelData: { clientActivityID: 'e1' } };
    const { body } = await call(server, 'POST', `${conversationPath(started)}/activities`, started.token, event);
    await stream.until((frames) => frames.length === 1);
    expect(stream.frames[0]).toMatchObject({ activities: [{ ...event, id: body.id }] });
    stream.socket.close();
  });

  test('empty frames are keep-alives both ways', async () => {
    const lively = await serve({ directLine: { limits: { keepAlive: 30 } } });
    const stream = await listen((await start(lively)).streamUrl);
    stream.socket.send('');
    stream.socket.send('');
    await stream.until((frames) => frames.filter((frame) => frame === '').length >= 4);
    stream.socket.close();
    await lively.close();
  });

  test('more sockets than a conversation may have are turned away', async () => {
    const small = await serve({ directLine: { limits: { perConversation: 2 } } });
    const { streamUrl } = await start(small);
    const streams = [await listen(streamUrl), await listen(streamUrl), await listen(streamUrl)];
    expect(await streams[2]?.closed).toBe(1013);
    await small.close();
    expect(await Promise.all(streams.slice(0, 2).map((stream) => stream.closed))).toEqual([1001, 1001]);
  });

  test('a streamUrl is good for a minute, and as a token for nothing else', async () => {
    const aging = await serve();
    const started = await start(aging);
    const t = new URL(started.streamUrl).searchParams.get('t') ?? '';
    expect((await read(aging, { ...started, token: t })).status).toBe(401);
    aging.advance(61);
    await expect(listen(started.streamUrl)).rejects.toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    await aging.close();
  });

  test.each([
    ['no token', (url: URL) => url.searchParams.delete('t'), 401, 'Unauthorized'],
    ['a forged token', (url: URL) => url.searchParams.set('t', `${url.searchParams.get('t')}x`), 401, 'Unauthorized'],
    ['a bad watermark', (url: URL) => url.searchParams.set('watermark', 'soon'), 400, 'BadArgument'],
    ['another conversation', (url: URL) => (url.pathname = url.pathname.replace(/[^/]+\/stream/, 'other/stream')), 403, 'Forbidden'],
    ['another path', (url: URL) => (url.pathname = '/v3/elsewhere'), 404, 'NotFound'],
    ['a broken escape', (url: URL) => (url.pathname = url.pathname.replace(/[^/]+\/stream/, '%E0%A4%A/stream')), 403, 'Forbidden'],
  ])('is refused with %s', async (_, change, status, code) => {
    const url = new URL((await start(server)).streamUrl);
    change(url);
    await expect(listen(url.href)).rejects.toMatchObject({ status, body: { error: { code } } });
  });

  test('is refused to a page of another origin', async () => {
    const { streamUrl } = await start(server);
    await expect(listen(streamUrl, { origin: 'https://evil.example' })).rejects.toMatchObject({ status: 403 });
    (await listen(streamUrl, { origin: 'http://localhost:5173' })).socket.close();
  });
});

describe('cross-origin calls', () => {
  const preflight = (to: Serving, origin: string) =>
    fetch(`${to.url}/v3/directline/conversations`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
      },
    });

  test.each([
    ['http://localhost:5173', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:3000', true],
    ['https://shop.example', false],
    ['http://localhost.evil.example', false],
    ['http://127.0.0.1.evil.example', false],
    ['null', false],
  ])('by default %s: %s', async (origin, allowed) => {
    const answer = await preflight(server, origin);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowed ? origin : null);
    expect(answer.headers.get('access-control-allow-headers')).toBe('authorization, content-type, x-ms-bot-agent, x-requested-with');
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE, OPTIONS');
    expect(answer.headers.get('vary')).toBe('origin');
  });

  test('a list replaces the default; errors can be read too', async () => {
    const listed = await serve({ directLine: { origins: ['https://shop.example'] } });
    expect((await preflight(listed, 'https://shop.example')).headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect((await preflight(listed, 'http://localhost:5173')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await preflight(listed, listed.url)).headers.get('access-control-allow-origin')).toBe(listed.url);
    const refused = await fetch(`${listed.url}/v3/directline/conversations/x/activities`, { headers: { origin: 'https://shop.example' } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    await listed.close();
  });
});

test('a short secret is refused at the start', () => {
  const parts = {
    bot: server.bot,
    clock: { now: () => new Date() },
    ids: { next: () => 'x' },
    log: { error: () => {} },
    version: '',
    ready: async () => undefined,
  };
  expect(() => createServer({ ...parts, secret: 'short' })).toThrow('at least 16 characters');
});
