import { afterEach, describe, expect, test } from 'vitest';
import type { RawRequest } from '../../../src/channels/channel.js';
import { wechat } from '../../../src/channels/wechat/wechat.js';
import { type Played, type PlayOptions, play } from '../played.js';
import { signedPost } from '../tencent/stand-in.js';
import { wechatStandIn } from '../wechat/stand-in.js';

const plays: Played[] = [];
afterEach(async () => {
  for (const played of plays.splice(0)) await played.stop();
});

const ofGreeting = [
  { label: '手续费', send: '提现手续费多少' },
  { label: '到账', send: '多久到账' },
];
const ofAnswer = [{ label: '限额', send: '限额是多少' }];

function start(options: Partial<PlayOptions> = {}): Played {
  const script: PlayOptions['script'] = (text) => ({ text: `答：${text}`, suggestions: ofAnswer });
  const played = play(wechat, wechatStandIn, { script, suggestions: ofGreeting, ...options });
  plays.push(played);
  return played;
}

const said = (id: string, text: string) => ({ id, from: 'user-1', text });

/** He follows the account. */
function follows({ standIn, time }: Played): RawRequest {
  const { WECHAT_TOKEN = '', WECHAT_AES_KEY = '', WECHAT_APPID = '' } = standIn.variables('https://platform.example');
  const now = time.clock.now();
  const event = { MsgType: 'event', Event: 'subscribe', CreateTime: Math.floor(now.getTime() / 1000) };
  const message = { ToUserName: 'gh_1', FromUserName: 'user-1', ...event };
  return signedPost(message, { token: WECHAT_TOKEN, key: WECHAT_AES_KEY, receiver: WECHAT_APPID }, now);
}

describe('a greeting', () => {
  test('has choices whose numbers are understood, at each attempt', async () => {
    const played = start();
    expect((await played.bring(follows(played))).read).toContain('2. 到账');
    const request = played.standIn.says(said('1', '2'), played.time.clock.now());
    await played.bring(request);
    await played.bring(request);
    expect(new Set(played.bot.heard)).toEqual(new Set(['多久到账']));
  });

  test('gives way to the answer that comes after it, and takes its place when it comes again', async () => {
    const played = start();
    await played.bring(follows(played));
    await played.say(said('1', '你好'));
    await played.say(said('2', '1'));
    expect(played.bot.heard).toEqual(['你好', '限额是多少']);
    await played.time.advance(60_000);
    await played.bring(follows(played));
    await played.say(said('3', '1'));
    expect(played.bot.heard.at(-1)).toBe('提现手续费多少');
  });

  test('that did not go in the exchange goes once, also when another process gets a later attempt', async () => {
    const before = start();
    const request = follows(before);
    await before.bring(request, { patience: 0 });
    await before.until(() => before.seen.length === 1);
    const { store, standIn, time } = before;
    const after = start({ store, standIn, time });
    await after.bring(request, { patience: 0 });
    await time.advance(30_000);
    expect(after.seen).toEqual([]);
  });

  test('that the platform does not take for a minute goes out after it, and holds up no answer for longer than some two', async () => {
    const played = start();
    const since = played.time.clock.now().getTime();
    const elapsed = () => played.time.clock.now().getTime() - since;
    played.intercept = (request) =>
      request.url.includes('/custom/send') && elapsed() < 60_000 ? Promise.resolve(new Response('', { status: 500 })) : undefined;
    await played.bring(follows(played), { patience: 0 });
    await played.until(() => played.seen.length === 1);
    expect(elapsed()).toBeGreaterThanOrEqual(60_000);
    played.intercept = () => Promise.resolve(new Response('', { status: 500 }));
    await played.time.advance(60_000);
    const again = elapsed();
    await played.bring(follows(played), { patience: 0 });
    for (let waited = 0; played.errors.length === 0 && waited < 600; waited++) await played.time.advance(1_000);
    expect(played.errors).toEqual(['dead: status 500']);
    expect(elapsed() - again).toBeLessThan(150_000);
  });

  test('waits for a restart', async () => {
    const before = start({ sends: false });
    await before.bring(follows(before), { patience: 0 });
    const { store, standIn, time } = before;
    await before.stop();
    const after = start({ store, standIn, time });
    await after.until(() => after.seen.length === 1);
    expect(after.seen[0]).toContain('2. 到账');
  });

  test('of several messages is whole', async () => {
    const played = start({ suggestions: Array.from({ length: 20 }, (_, index) => ({ label: `${index}`.padEnd(60, '长'), send: 'x' })) });
    await played.bring(follows(played));
    await played.until(() => played.seen.join('').includes('20. 19'));
    expect(played.seen.length).toBeGreaterThan(1);
    expect(played.seen.join('\n')).toContain('20. 19');
  });
});
