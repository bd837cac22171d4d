import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel, SendOutcome, Shown } from '../../../src/channels/channel.js';
import { retryKey } from '../../../src/channels/line/send.js';
import { configured, worldAt } from '../platforms/configured.js';
import { dingtalkPlatform } from '../platforms/dingtalk.js';
import { feishuPlatform } from '../platforms/feishu.js';
import { linePlatform } from '../platforms/line.js';
import { type Loopback, startLoopback } from '../platforms/loopback.js';
import type { ApiReply, Platform } from '../platforms/platform.js';
import { slackPlatform } from '../platforms/slack.js';
import { telegramPlatform } from '../platforms/telegram.js';
import { whatsappPlatform } from '../platforms/whatsapp.js';

const NOW = new Date('2026-03-01T09:00:00Z');

const shown: Shown = {
  kind: 'answer',
  language: 'en',
  blocks: [{ kind: 'paragraph', text: 'The fee is 5.00 yuan & 4,995.00 yuan <arrive>.' }],
  sources: [],
  suggestions: [],
};

const reply = (status: number, body: object, headers: Record<string, string> = {}): ApiReply => ({ status, body, headers });
const sent: SendOutcome = { kind: 'sent' };
const later = (afterSeconds?: number) => ({
  kind: 'retry',
  reason: expect.any(String),
  ...(afterSeconds !== undefined && { afterSeconds }),
});
const never = { kind: 'refused', reason: expect.any(String) };

/** What the platform answers, and what becomes of the sending. */
const OUTCOMES: readonly (readonly [platform: Platform, cases: readonly (readonly [string, ApiReply, object])[]])[] = [
  [
    slackPlatform(),
    [
      ['too fast', reply(429, {}, { 'retry-after': '30' }), later(30)],
      ['too fast, in the body', reply(200, { ok: false, error: 'ratelimited' }, { 'retry-after': '7' }), later(7)],
      ['a token that was taken back', reply(200, { ok: false, error: 'token_revoked' }), later()],
      ['a channel that is gone', reply(200, { ok: false, error: 'channel_not_found' }), never],
      ['a page instead of an answer', reply(200, []), never],
      ['a failure', reply(503, {}), later()],
    ],
  ],
  [
    telegramPlatform(),
    [
      [
        'too fast',
        reply(429, { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 14 } }),
        later(14),
      ],
      ['a person who blocked the bot', reply(403, { ok: false, description: 'Forbidden: bot was blocked by the user' }), never],
      ['a chat that is gone', reply(400, { ok: false, description: 'Bad Request: chat not found' }), never],
      ['a token that was taken back', reply(401, { ok: false, description: 'Unauthorized' }), later()],
      ['a failure', reply(502, {}), later()],
    ],
  ],
  [
    whatsappPlatform(),
    [
      ['too fast', reply(400, { error: { code: 130429, message: 'Rate limit hit' } }), later()],
      ['too fast to one person', reply(400, { error: { code: 131056, message: 'Pair rate limit hit' } }), later()],
      ['a token that has ended', reply(401, { error: { code: 190, message: 'Session has expired' } }), later()],
      ['a day without a message', reply(400, { error: { code: 131047, message: 'Re-engagement message' } }), never],
      ['a message that does not arrive', reply(400, { error: { code: 131026, message: 'Message undeliverable' } }), never],
      ['a failure', reply(500, {}), later()],
    ],
  ],
  [
    dingtalkPlatform(),
    [
      ['too fast', reply(200, { errcode: 130101, errmsg: 'send too fast' }), later(60)],
      ['busy', reply(200, { errcode: -1, errmsg: 'busy' }), later(60)],
      ['a session that is over', reply(200, { errcode: 300001, errmsg: 'token is not exist' }), never],
      ['a failure', reply(500, {}), later()],
      ['a way to somewhere else', reply(302, {}, { location: 'https://evil.example/' }), never],
    ],
  ],
  [
    feishuPlatform(),
    [
      ['too fast', reply(400, { code: 99991400, msg: 'request trigger frequency limit' }), later()],
      ['a token that has ended', reply(400, { code: 99991663, msg: 'Invalid access token' }), later(0)],
      ['a bot that is not in the group', reply(400, { code: 230002, msg: 'Bot/User can NOT be out of the chat' }), never],
      ['a message that was taken back', reply(400, { code: 230011, msg: 'The message was withdrawn' }), never],
      ['a failure', reply(500, {}), later()],
    ],
  ],
  [
    linePlatform(),
    [
      ['too fast', reply(429, { message: 'The API rate limit has been exceeded' }), later()],
      ['a token that was taken back', reply(401, { message: 'Authentication failed' }), later()],
      ['a message that is wrong', reply(400, { message: 'The request body has 1 error(s)' }), never],
      ['a failure', reply(500, { message: 'Internal server error' }), later()],
    ],
  ],
];

describe.each(OUTCOMES.map(([platform, cases]) => [platform.id, platform, cases] as const))('%s answers', (_, platform, cases) => {
  let api: Loopback;
  let channel: Channel;
  beforeAll(async () => {
    api = await startLoopback(platform);
    channel = configured(platform, api.base);
  });
  afterAll(() => api.close());

  const target = (id: string) => {
    const received = channel.receive(platform.says({ id, text: 'fee', from: 'user-1' }, NOW), NOW);
    const [event] = received.kind === 'events' ? received.events : [];
    return event?.kind === 'message' ? event.target : expect.fail('no message');
  };
  // As the host gives it: without redirects, and with a token that was fetched before.
  const io = { ...worldAt(NOW), fetch: (url: string, init?: RequestInit) => fetch(url, { ...init, redirect: 'manual' }) };
  const send = (id: string) => channel.send?.(target(id), channel.render(shown)[0], 'delivery-1', io);

  test('what is right: sent', async () => {
    expect(await send('1')).toEqual(sent);
    expect(api.calls.flatMap((call) => platform.faults(call))).toEqual([]);
  });

  test.each(cases)('%s', async (what, answer, outcome) => {
    await send(`1${what.length}`);
    api.fail(answer);
    expect(await send(`2${what.length}`)).toEqual(outcome);
  });

  test('nothing: the sending throws, and is tried again', async () => {
    api.fail('hang up');
    await expect(send('3')).rejects.toThrow();
    expect(await send('4')).toEqual(sent);
  });
});

describe('Feishu', () => {
  test('is asked for a token once, until it takes it no longer; one reply has one uuid', async () => {
    const api = await startLoopback(feishuPlatform());
    try {
      const channel = configured(feishuPlatform(), api.base);
      const io = worldAt(NOW);
      const [part] = channel.render(shown);
      const send = () => channel.send?.({ message: 'om_1' }, part, 'delivery-1', io);
      await send();
      api.fail(reply(400, { code: 99991663, msg: 'Invalid access token' }));
      await send();
      expect(await send()).toEqual(sent);
      const isToken = (path: string) => path.includes('tenant_access_token');
      expect(api.calls.map(({ path }) => isToken(path))).toEqual([true, false, false, true, false]);
      expect(io.dropped).toEqual(['t-token-1']);
      const uuids = api.calls.filter(({ path }) => !isToken(path)).map(({ body }) => JSON.stringify(body).match(/"uuid":"([^"]*)"/)?.[1]);
      expect(uuids).toEqual(['delivery-1', 'delivery-1', 'delivery-1']);
    } finally {
      await api.close();
    }
  });

  test('that gives no token is not sent to', async () => {
    const api = await startLoopback(feishuPlatform());
    try {
      api.fail(reply(200, { code: 10014, msg: 'app secret invalid' }));
      const channel = configured(feishuPlatform(), api.base);
      await expect(channel.send?.({ message: 'om_1' }, channel.render(shown)[0], 'd', worldAt(NOW))).rejects.toThrow('10014');
      expect(api.calls).toHaveLength(1);
    } finally {
      await api.close();
    }
  });
});

describe('LINE', () => {
  const paths = (api: Loopback) => api.calls.map(({ path }) => path.split('/').at(-1));
  const target = { to: 'U1', reply: { token: 'r1', until: '2026-03-01T09:00:50.000Z' } };
  const at = (seconds: number) => worldAt(new Date(NOW.getTime() + seconds * 1000));

  test.each([
    ['within the minute by the reply token', target, 0, ['reply']],
    ['after it by a push', target, 50, ['push']],
    ['without a token by a push', { to: 'U1' }, 0, ['push']],
  ])('is answered %s', async (_, where, seconds, expected) => {
    const api = await startLoopback(linePlatform());
    try {
      const channel = configured(linePlatform(), api.base);
      expect(await channel.send?.(where, channel.render(shown)[0], 'd', at(seconds))).toEqual(sent);
      expect(paths(api)).toEqual(expected);
    } finally {
      await api.close();
    }
  });

  test('takes a reply token once: what follows is pushed', async () => {
    const api = await startLoopback(linePlatform());
    try {
      const channel = configured(linePlatform(), api.base);
      const long: Shown = { ...shown, blocks: [{ kind: 'paragraph', text: 'A sentence. '.repeat(2600) }] };
      const parts = channel.render(long);
      expect(parts).toHaveLength(2);
      for (const [index, part] of parts.entries()) expect(await channel.send?.(target, part, `d${index}`, at(0))).toEqual(sent);
      // The same part again, as after a broken connection: the token is used up.
      expect(await channel.send?.(target, parts[0], 'd0', at(1))).toEqual(sent);
      expect(paths(api)).toEqual(['reply', 'push', 'reply', 'push']);
      expect(api.calls.map(({ headers }) => headers['x-line-retry-key'])).toEqual([undefined, retryKey('d1'), undefined, retryKey('d0')]);
    } finally {
      await api.close();
    }
  });

  test('that has taken a push before is not sent it again', async () => {
    const api = await startLoopback(linePlatform());
    try {
      api.fail(reply(409, { message: 'The retry key is already accepted' }));
      const channel = configured(linePlatform(), api.base);
      expect(await channel.send?.({ to: 'U1' }, channel.render(shown)[0], 'd', at(0))).toEqual(sent);
    } finally {
      await api.close();
    }
  });
});

describe('DingTalk', () => {
  const channel = configured(dingtalkPlatform(), 'https://oapi.dingtalk.com');
  const [part] = channel.render(shown);
  const offline = { ...worldAt(NOW), fetch: () => Promise.reject(new Error('nobody should be called')) };

  test.each([
    ['an address of another host', { webhook: 'https://evil.example/', until: '2026-03-01T10:00:00.000Z' }],
    ['an address whose time is over', { webhook: 'https://oapi.dingtalk.com/x', until: NOW.toISOString() }],
  ])('is not sent to at %s', async (_, target) => {
    expect(await channel.send?.(target, part, 'd', offline)).toEqual(never);
  });

  test('hears in a group whom the answer is for', async () => {
    const api = await startLoopback(dingtalkPlatform());
    try {
      const local = configured(dingtalkPlatform(), api.base);
      const target = { webhook: `${api.base}/robot/sendBySession?session=s1`, until: '2026-03-01T10:00:00.000Z', person: 'staff1' };
      expect(await local.send?.(target, part, 'd', worldAt(NOW))).toEqual(sent);
      expect(api.calls[0]?.body).toMatchObject({ at: { atUserIds: ['staff1'] }, markdown: { text: expect.stringMatching(/@staff1$/) } });
    } finally {
      await api.close();
    }
  });
});
