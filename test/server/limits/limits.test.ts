import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { memoryCounter } from '../../../src/server/limits/counter.js';
import { createPressure } from '../../../src/server/limits/pressure.js';
import { createRateLimits, type LimitName, type PerMinute } from '../../../src/server/limits/rate-limits.js';
import { call, listen, read, say, start } from '../../channels/directline/client.js';
import { createFakeBot } from '../../channels/fake-bot.js';
import { SECRET, type Serving, serve } from '../serving.js';

const NONE: PerMinute = { address: undefined, token: undefined, conversation: undefined };
const limited = (perMinute: Partial<PerMinute>, onRefused?: (name: LimitName) => void) =>
  createRateLimits({ ...NONE, ...perMinute }, (_, most) => memoryCounter(most), onRefused);
const health = (server: Serving) => fetch(`${server.url}/healthz`);
const page = (server: Serving, headers: { [name: string]: string } = {}) => fetch(`${server.url}/assets/chat.css`, { headers });

/** Requests until one is refused, at most `most`. */
async function until(refused: number, most: number, request: () => Promise<{ readonly status: number; readonly headers: Headers }>) {
  for (let sent = 1; sent <= most; sent++) {
    const { status, headers } = await request();
    if (status === refused) return { sent, retryAfter: Number(headers.get('retry-after')) };
  }
  return { sent: most + 1, retryAfter: 0 };
}

describe('limits a minute', () => {
  test('by address: the next one is 429 with Retry-After, health is not counted', async () => {
    const refused: LimitName[] = [];
    const server = await serve({ limits: limited({ address: 5 }, (name) => refused.push(name)) });
    for (let i = 0; i < 8; i++) expect((await health(server)).status).toBe(200);
    const { sent, retryAfter } = await until(429, 9, () => page(server));
    expect([sent, refused]).toEqual([6, ['address']]);
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
    const body = await (await page(server)).json();
    expect(body).toEqual({
      error: { code: 'TooManyRequests', message: expect.stringMatching(/^Too many for one address; try again in \d+ s/) },
    });
    await server.close();
  });

  test('a forged X-Forwarded-For does not help, one of a trusted proxy counts apart', async () => {
    const headers = (i: number) => ({ 'x-forwarded-for': `10.9.8.${i}` });
    const direct = await serve({ limits: limited({ address: 3 }) });
    let i = 0;
    expect((await until(429, 9, () => page(direct, headers(i++)))).sent).toBe(4);
    await direct.close();
    const proxied = await serve({ limits: limited({ address: 3 }), trustedProxies: ['127.0.0.0/8'] });
    expect((await until(429, 9, () => page(proxied, headers(i++)))).sent).toBe(10);
    expect((await until(429, 9, () => page(proxied, { 'x-forwarded-for': '1.2.3.4, 10.9.7.7' }))).sent).toBe(4);
    await proxied.close();
  });

  test('the holder of the secret speaks for many, who guesses it does not', async () => {
    const server = await serve({ limits: limited({ address: 3, token: 1, conversation: 1 }) });
    const generate = (secret: string) => () => call(server, 'POST', '/tokens/generate', secret, {});
    expect((await until(429, 9, generate(SECRET))).sent).toBe(10);
    expect((await until(429, 9, generate('a guess of the secret'))).sent).toBe(4);
    await server.close();
  });

  test('by conversation and by token: others go on', async () => {
    const server = await serve({ limits: limited({ conversation: 3, token: 8 }) });
    const [one, other] = [await start(server), await start(server, 'dl_other')];
    expect((await until(429, 9, () => say(server, one, 'hello'))).sent).toBe(4);
    expect((await say(server, other, 'hello')).status).toBe(200);
    const refresh = () => call(server, 'POST', '/tokens/refresh', other.token);
    expect((await until(429, 20, refresh)).sent).toBeLessThan(9);
    expect((await call(server, 'GET', `/conversations/${one.conversationId}`, other.token)).status).toBe(429);
    await server.close();
  });

  test('a poll is never 429: it hears of nothing new, and may be read across origins', async () => {
    const server = await serve({ limits: limited({ address: 3 }), directLine: { origins: ['https://shop.example'] } });
    const started = await start(server);
    const poll = () =>
      fetch(`${server.url}/v3/directline/conversations/${started.conversationId}/activities?watermark=7`, {
        headers: { authorization: `Bearer ${started.token}`, origin: 'https://shop.example' },
      });
    const answers = await Promise.all(Array.from({ length: 6 }, poll));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const last = await poll();
    expect(await last.json()).toEqual({ activities: [], watermark: '7' });
    expect(last.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    await server.close();
  });

  test('a WebSocket counts by address', async () => {
    const server = await serve({ limits: limited({ address: 2 }) });
    const started = await start(server);
    for (let i = 0; i < 3; i++) await page(server);
    await expect(listen(started.streamUrl)).rejects.toThrow(/429/);
    await server.close();
  });
});

describe('load', () => {
  const CALM = { delay: 0, heap: 0.1 };
  const LIMITS = { delay: 250, heap: 0.9, inFlight: 2, fewest: 0 };

  test.each([
    ['late timers', { delay: 251, heap: 0.1 }],
    ['a full heap', { delay: 0, heap: 0.91 }],
  ])('%s: 503 with Retry-After for all but health and polls, until it is over', async (_, heavy) => {
    let load = CALM;
    const server = await serve({ pressure: createPressure(() => load, LIMITS) });
    const started = await start(server);
    load = heavy;
    const refused = await say(server, started, 'hello');
    expect([refused.status, refused.headers.get('retry-after'), refused.body.error.code]).toEqual([503, '2', 'ServiceUnavailable']);
    expect((await health(server)).status).toBe(200);
    expect((await read(server, started, '?watermark=3')).body).toEqual({ activities: [], watermark: '3' });
    await expect(listen(started.streamUrl)).rejects.toThrow(/503/);
    load = CALM;
    expect((await say(server, started, 'hello')).status).toBe(200);
    await server.close();
  });

  test("late timers with hardly a request in work are not the requests' doing", () => {
    const pressure = createPressure(() => ({ delay: 251, heap: 0.1 }), { ...LIMITS, inFlight: 9, fewest: 2 });
    pressure.begin();
    expect(pressure.reason()).toBeUndefined();
    pressure.begin();
    expect(pressure.reason()).toBe('timers are 251 ms late');
  });

  test('who hangs up while he is counted is no request in work for ever', async () => {
    let release = (): void => {};
    const counted = new Promise<void>((resolve) => {
      release = resolve;
    });
    let came = (): void => {};
    const here = new Promise<void>((resolve) => {
      came = resolve;
    });
    const limits = {
      request: () => {
        came();
        return counted;
      },
      pace: async () => 0,
      call: async () => {},
    };
    const pressure = createPressure(() => CALM, { ...LIMITS, inFlight: 1 });
    const server = await serve({ limits, pressure });
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET /assets/chat.css HTTP/1.1\r\nhost: x\r\n\r\n');
    await here;
    socket.destroy();
    // The server has heard of the end once it has answered somebody who came after it.
    await health(server);
    await new Promise((resolve) => setTimeout(resolve, 50));
    release();
    await health(server);
    await expect.poll(() => pressure.reason()).toBeUndefined();
    await server.close();
  });

  test('those who watch over the server are no load', async () => {
    let release = (): void => {};
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    let asked = 0;
    const ready = () => {
      asked++;
      return held;
    };
    const pressure = createPressure(() => CALM, { ...LIMITS, inFlight: 1 });
    const server = await serve({ pressure, ready });
    const watching = Array.from({ length: 3 }, () => fetch(`${server.url}/readyz`));
    await expect.poll(() => asked).toBe(3);
    expect(pressure.reason()).toBeUndefined();
    release();
    expect((await Promise.all(watching)).map(({ status }) => status)).toEqual([200, 200, 200]);
    await server.close();
  });

  test('requests in work: one too many is refused, and taken again once one is done', async () => {
    const bot = createFakeBot({ now: () => new Date() });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrived = 0;
    let bothHere = (): void => {};
    const both = new Promise<void>((resolve) => {
      bothHere = resolve;
    });
    const slow = {
      ...bot,
      turn: async (incoming: Parameters<typeof bot.turn>[0]) => {
        if (++arrived === 2) bothHere();
        await held;
        return bot.turn(incoming);
      },
    };
    const server = await serve({ bot: slow, pressure: createPressure(() => CALM, LIMITS) });
    const started = await start(server);
    const working = [say(server, started, 'one'), say(server, started, 'two')];
    await both;
    expect((await say(server, started, 'three')).status).toBe(503);
    release();
    expect((await Promise.all(working)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await say(server, started, 'three')).status).toBe(200);
    await server.close();
  });
});
