import { afterEach, expect, test } from 'vitest';
import type { ChannelKind } from '../../../src/channels/kind.js';
import { slack } from '../../../src/channels/slack/slack.js';
import { wechat } from '../../../src/channels/wechat/wechat.js';
import { memoryCounter } from '../../../src/server/limits/counter.js';
import { createRateLimits } from '../../../src/server/limits/rate-limits.js';
import { slackPlatform } from '../platforms/slack.js';
import { type Played, play } from '../played.js';
import type { StandIn } from '../stand-in.js';
import { wechatStandIn } from '../wechat/stand-in.js';

const plays: Played[] = [];
afterEach(async () => {
  for (const played of plays.splice(0)) await played.stop();
});

function start(kind: ChannelKind, standIn: () => StandIn, perMinute: number, options: { readonly desk?: boolean } = {}): Played {
  const limits = createRateLimits({ address: undefined, token: undefined, conversation: perMinute }, (_, most) => memoryCounter(most));
  const script = (text: string) => (text === 'person' ? { kind: 'handoff' as const, text: '好' } : { text: `答：${text}` });
  const played = play(kind, standIn, { script, pace: limits.pace, ...options });
  plays.push(played);
  return played;
}

const said = (id: number, text: string, from = 'user-1') => ({ id: `${id}`, from, text });

test.each<readonly [string, ChannelKind, () => StandIn]>([
  ['in the exchange', wechat, wechatStandIn],
  ['by the API', slack, slackPlatform],
])('a flood of one person is answered up to the limit, he is told once, %s, and others are answered', async (_, kind, standIn) => {
  const played = start(kind, standIn, 3);
  for (let id = 1; id <= 8; id++) expect((await played.say(said(id, `问${id}`))).status).toBe(200);
  await played.say(said(9, '你好', 'user-2'));
  await played.until(() => played.seen.includes('答：你好') && played.seen.length === 5);
  expect(played.bot.heard).toEqual(['问1', '问2', '问3', '你好']);
  expect(played.seen.filter((text) => /^您发得太快了.*\d+ 秒/.test(text))).toHaveLength(1);
});

test('the attempts of one message count once', async () => {
  const played = start(slack, slackPlatform, 2);
  const request = played.standIn.says(said(1, '你好'), played.time.clock.now());
  for (let attempt = 0; attempt < 5; attempt++) await played.bring(request);
  await played.say(said(2, '再见'));
  await played.until(() => played.seen.length === 2);
  expect(played.bot.heard).toEqual(['你好', '再见']);
});

test('a person of the team is not flooded either', async () => {
  const played = start(slack, slackPlatform, 2, { desk: true });
  await played.say(said(1, 'person'));
  await played.until(() => played.desk.length === 1);
  for (let id = 2; id <= 5; id++) await played.say(said(id, `${id}`));
  await played.time.advance(5_000);
  expect(played.desk).toHaveLength(2);
});
