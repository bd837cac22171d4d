import { ErrorCode, LogLevel, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../../src/channels/channel.js';
import { ANSWERS } from '../answers.js';
import { configured, worldAt } from '../platforms/configured.js';
import { type Loopback, startLoopback } from '../platforms/loopback.js';
import { SLACK_TOKEN, slackPlatform } from '../platforms/slack.js';

// Slack as it is played here, called by Slack's own client: what it takes of ours is what it takes of that.

const NOW = new Date('2026-03-01T09:00:00Z');
const platform = slackPlatform();
let api: Loopback;
let channel: Channel;

beforeAll(async () => {
  api = await startLoopback(platform);
  channel = configured(platform, api.base);
});
afterAll(() => api.close());

const clientWith = (token: string): WebClient =>
  new WebClient(token, {
    slackApiUrl: `${api.base}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} },
  });

type Message = Parameters<WebClient['chat']['postMessage']>[0];
/** A part as the client is given it. */
const messageOf = (part: unknown, to = 'DUSER1'): Message => ({
  ...(part as Message),
  channel: to,
  unfurl_links: false,
  unfurl_media: false,
});

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => expect.fail('it was taken'),
    (error: unknown) => error,
  );

describe('Slack’s own client', () => {
  test.each(ANSWERS)('sends what arrives as ours does: $name', async ({ shown }) => {
    for (const part of channel.render(shown)) {
      const before = platform.seen.length;
      expect(await channel.send?.({ channel: 'DUSER1' }, part, 'd', worldAt(NOW))).toEqual({ kind: 'sent' });
      const ours = platform.seen.slice(before);
      const answer = await clientWith(SLACK_TOKEN).chat.postMessage(messageOf(part));
      expect(platform.seen.slice(before + ours.length)).toEqual(ours);
      expect(answer).toMatchObject({ ok: true, channel: 'DUSER1', ts: expect.stringMatching(/^\d+\.\d+$/), message: { type: 'message' } });
    }
  });

  test('is refused as ours is: a token of somebody else, a message over the limits', async () => {
    const [part] = ANSWERS.flatMap(({ shown }) => channel.render(shown));
    expect(await failureOf(clientWith('xoxb-another').chat.postMessage(messageOf(part)))).toMatchObject({
      code: ErrorCode.PlatformError,
      data: { error: 'invalid_auth' },
    });
    const other = configured(platform, api.base, { SLACK_BOT_TOKEN: 'xoxb-another' });
    expect(await other.send?.({ channel: 'DUSER1' }, part, 'd', worldAt(NOW))).toMatchObject({ kind: 'retry', reason: 'invalid_auth' });

    const long = { text: 'x', blocks: [{ type: 'section', text: { type: 'plain_text', text: 'x'.repeat(3001) } }] };
    expect(await failureOf(clientWith(SLACK_TOKEN).chat.postMessage(messageOf(long)))).toMatchObject({
      data: { error: 'invalid_arguments' },
    });
    expect(await channel.send?.({ channel: 'DUSER1' }, long, 'd', worldAt(NOW))).toEqual({ kind: 'refused', reason: 'invalid_arguments' });
  });

  test('is told to wait as ours is', async () => {
    const [part] = ANSWERS.flatMap(({ shown }) => channel.render(shown));
    const tooFast = { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '30' } };
    api.fail(tooFast);
    expect(await failureOf(clientWith(SLACK_TOKEN).chat.postMessage(messageOf(part)))).toMatchObject({
      code: ErrorCode.RateLimitedError,
      retryAfter: 30,
    });
    api.fail(tooFast);
    expect(await channel.send?.({ channel: 'DUSER1' }, part, 'd', worldAt(NOW))).toMatchObject({ kind: 'retry', afterSeconds: 30 });
  });
});
