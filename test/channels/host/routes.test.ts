import { request as httpRequest } from 'node:http';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { registerDesk } from '../../../src/channels/desk/routes.js';
import { deskSignature } from '../../../src/channels/desk/signature.js';
import { registerChannels } from '../../../src/channels/host/routes.js';
import { wechat } from '../../../src/channels/wechat/wechat.js';
import { type Played, type PlayOptions, play } from '../played.js';
import { wechatStandIn } from '../wechat/stand-in.js';

const SECRET = 'a-secret-of-the-desk';

const open: { readonly app: FastifyInstance; readonly played: Played }[] = [];
afterEach(async () => {
  for (const { app, played } of open.splice(0)) {
    await app.close();
    await played.stop();
  }
});

async function serving(options: Partial<PlayOptions> = {}) {
  const played = play(wechat, wechatStandIn, {
    script: (text) => (text === 'person' ? { kind: 'handoff', text: '马上转人工。' } : { text: `答：${text}` }),
    ...options,
  });
  const app = fastify();
  registerChannels(app, played.host);
  registerDesk(app, played.host.floor, SECRET, played.time.clock);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  open.push({ app, played });
  const bring = async (text: string, id = '1') => {
    const { query, body } = played.standIn.says({ id, from: 'user-1', text }, played.time.clock.now());
    return fetch(`${url}/channels/wechat?${query}`, { method: 'POST', body, headers: { 'content-type': 'text/xml' } });
  };
  return { played, app, url, bring };
}

describe('/channels/ID', () => {
  test('carries the bytes that were signed, whatever they are said to be, and the reply back', async () => {
    const { played, bring } = await serving();
    const response = await bring('微信提现 <&> ]]> 👍🏽');
    expect(response.status).toBe(200);
    expect(played.standIn.reads({ status: 200, body: await response.text() })).toBe('答：微信提现 <&> ]]> 👍🏽');
    // The outbox holds a copy back, and drops it once it hears that the reply arrived.
    await played.time.advance(30_000);
    expect(played.standIn.seen).toEqual([]);
  });

  test('a platform that hangs up before the reply gets it by the API', async () => {
    const { played, url } = await serving();
    let release = (): void => {};
    played.bot.pause = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    const { query, body } = played.standIn.says({ id: '1', from: 'user-1', text: '慢' }, played.time.clock.now());
    const request = httpRequest(`${url}/channels/wechat?${query}`, { method: 'POST', headers: { 'content-type': 'text/xml' } });
    const hungUp = new Promise<void>((resolve) => {
      request.on('error', () => resolve());
    });
    request.end(body);
    await played.until(() => played.bot.heard.length === 1);
    request.destroy();
    await hungUp;
    // The server hears of it by an event of its socket.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    release();
    await played.until(() => played.standIn.seen.length > 0);
    expect(played.standIn.seen.map(({ text }) => text)).toEqual(['答：慢']);
  });

  test('the handshake', async () => {
    const { played, url } = await serving();
    const { request, answer } = played.channel.handshake(played.time.clock.now());
    const response = await fetch(`${url}/channels/wechat?${request.query}`);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      answer,
    ]);
  });

  test.each<readonly [string, RequestInit, number]>([
    ['/channels/wechat', { method: 'POST', body: '<xml></xml>' }, 401],
    ['/channels/wechat', { method: 'POST', body: '' }, 401],
    ['/channels/wechat', { method: 'POST', body: Buffer.from([0xff, 0xfe, 0x00]) }, 401],
    ['/channels/wechat', { method: 'POST', body: 'a'.repeat(300_000) }, 413],
    ['/channels/wechat', { method: 'GET' }, 401],
    ['/channels/wechat', { method: 'PUT', body: 'a' }, 404],
    ['/channels/slack', { method: 'POST', body: '{}' }, 404],
    ['/channels/', { method: 'POST', body: '{}' }, 404],
  ])('%s %o is refused', async (path, init, status) => {
    const { url, played } = await serving();
    const response = await fetch(url + path, init);
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text).not.toMatch(/signature|encrypt|time stamp/i);
    expect(played.bot.heard).toEqual([]);
  });
});

describe('/channels/hand-off', () => {
  const post = (url: string, body: object, changes: { readonly timestamp?: string; readonly secret?: string; readonly now?: Date }) => {
    const text = JSON.stringify(body);
    const timestamp = changes.timestamp ?? `${Math.floor((changes.now ?? new Date()).getTime() / 1000)}`;
    const signature = deskSignature(changes.secret ?? SECRET, timestamp, text);
    return fetch(`${url}/channels/hand-off`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', 'x-zhida-timestamp': timestamp, 'x-zhida-signature': signature },
    });
  };

  test('a person speaks, once, and gives the conversation back', async () => {
    const { played, url, bring } = await serving({ desk: true });
    await bring('person');
    await played.until(() => played.desk.length > 0);
    const now = played.time.clock.now();
    const conversation = 'wechat:user-1';
    const say = { kind: 'message', id: 'd1', conversation, text: '我是小王' };
    expect((await post(url, say, { now })).status).toBe(204);
    expect((await post(url, say, { now })).status).toBe(204);
    expect((await post(url, { kind: 'hand-back', id: 'd2', conversation }, { now })).status).toBe(204);
    expect((await post(url, { ...say, id: 'd3' }, { now })).status).toBe(409);
    expect(played.standIn.seen.map(({ text }) => text)).toEqual(['我是小王', '人工服务已结束，接下来由我继续回答。']);
  });

  test.each([
    ['another secret', { secret: 'another-secret-of-a-desk' }, 401],
    ['six minutes ago', { timestamp: '1772600406' }, 401],
    ['no time', { timestamp: 'now' }, 401],
  ])('%s is refused', async (_name, changes, status) => {
    const { played, url } = await serving({ desk: true });
    const body = { kind: 'message', id: 'd1', conversation: 'wechat:user-1', text: 'x' };
    expect((await post(url, body, { now: played.time.clock.now(), ...changes })).status).toBe(status);
  });

  test.each([{}, { kind: 'message', id: 'd1', conversation: 'wechat:user-1' }, { kind: 'else', id: 'd1', conversation: 'c' }])(
    '%o is malformed',
    async (body) => {
      const { played, url } = await serving({ desk: true });
      expect((await post(url, body, { now: played.time.clock.now() })).status).toBe(400);
    },
  );
});
