import { describe, expect, test } from 'vitest';
import { createSlack } from '../../../src/channels/slack/slack.js';
import { SLACK_BOT, SLACK_SECRET, signedBySlack, slackEvent } from '../platforms/slack.js';
import { describeRefusals, withHeaders } from '../refusals.js';
import { direct, FORM, form, mention, tap } from './examples.js';
import { genuine } from './forgeries.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const settings = { SLACK_SIGNING_SECRET: SLACK_SECRET, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_API_BASE: 'https://slack.com/api' };
const channel = createSlack(settings);

const receive = (event: object) => channel.receive(signedBySlack(slackEvent(event), NOW), NOW);
const receiveTap = (payload: object) => channel.receive(signedBySlack(form(payload), NOW, FORM), NOW);

describe('Slack says', () => {
  test.each([
    [
      'a direct message',
      direct,
      { id: 'D1:1700000000.000100', conversation: 'T1DC2JH3J:D1:U1', text: '手续费', target: { channel: 'D1' }, from: 'U1' },
    ],
    [
      'a direct message in a thread',
      { ...direct, thread_ts: '1600000000.000001' },
      { target: { channel: 'D1', thread: '1600000000.000001' } },
    ],
    [
      'a mention in a channel',
      mention,
      {
        conversation: 'T1DC2JH3J:C1:U1',
        text: '手续费',
        target: { channel: 'C1', thread: '1700000000.000100' },
      },
    ],
    ['a mention in a thread', { ...mention, thread_ts: '1600000000.000001' }, { target: { channel: 'C1', thread: '1600000000.000001' } }],
    ['a mention between words', { ...mention, text: `fee <@${SLACK_BOT}|zhida> please` }, { text: 'fee   please' }],
    ['another person', { ...mention, text: `<@${SLACK_BOT}> ask <@U2>` }, { text: 'ask @U2' }],
    ['entities', { ...direct, text: 'a &lt; b &amp;amp; c &gt; d' }, { text: 'a < b &amp; c > d' }],
    [
      'links and channels',
      { ...direct, text: 'see <https://a.example|the page> and <https://b.example> in <#C2|fees>' },
      { text: 'see the page and https://b.example in #fees' },
    ],
    ['a message with a file', { ...direct, subtype: 'file_share', text: '' }, { text: undefined }],
    ['a reply that is also shown in the channel', { ...direct, subtype: 'thread_broadcast' }, { text: '手续费' }],
  ])('%s', (_, event, expected) => {
    expect(receive(event)).toMatchObject({ kind: 'events', events: [{ kind: 'message', addressed: true, ...expected }] });
  });

  test.each([
    ['the bot itself', { ...direct, user: SLACK_BOT }],
    ['another bot', { ...direct, bot_id: 'B1' }],
    ['an edit', { ...direct, subtype: 'message_changed' }],
    ['an edited message', { ...mention, edited: { user: 'U1', ts: '1.1' } }],
    ['a deletion', { type: 'message', subtype: 'message_deleted', channel: 'D1', channel_type: 'im', ts: '1.1' }],
    ['a bot without an id', { ...direct, subtype: 'bot_message' }],
    ['a message in a channel that is not for the bot', { ...direct, channel: 'C1', channel_type: 'channel' }],
    ['a message in a group that is not for the bot', { ...direct, channel: 'G1', channel_type: 'mpim' }],
    ['a reaction', { type: 'reaction_added', user: 'U1' }],
    ['a joining', { type: 'member_joined_channel', user: 'U1', channel: 'C1' }],
  ])('%s: nothing follows', (_, event) => {
    expect(receive(event)).toEqual({ kind: 'respond', response: { status: 200, body: '' } });
  });

  test('the same message at every attempt, and as two events, under one id', () => {
    const ids = [direct, { ...direct, type: 'app_mention' }].map((event) => receive(event)).map((received) => JSON.stringify(received));
    expect(new Set(ids).size).toBe(1);
  });

  test('a tap on a button', () => {
    expect(receiveTap(tap)).toMatchObject({
      kind: 'events',
      events: [
        {
          kind: 'message',
          id: 'C1:tap:1700000001.5',
          conversation: 'T1:C1:U1',
          text: '提现限额是多少',
          target: { channel: 'C1', thread: '1700000000.000200' },
        },
      ],
    });
    expect(receiveTap({ ...tap, channel: { id: 'D1' } })).toMatchObject({ events: [{ target: { channel: 'D1' } }] });
  });

  test.each([
    ['a shortcut', { type: 'shortcut' }],
    ['another element', { ...tap, actions: [{ type: 'overflow', action_ts: '1.1' }] }],
    ['a button of a link', { ...tap, actions: [{ type: 'button', action_ts: '1.1' }] }],
  ])('%s: nothing follows', (_, payload) => {
    expect(receiveTap(payload)).toMatchObject({ kind: 'respond', response: { status: 200 } });
  });

  test('the challenge of a new address, and hears it back', () => {
    const { request, answer } = channel.handshake(NOW);
    expect(channel.receive(request, NOW)).toMatchObject({ kind: 'respond', response: { status: 200, body: answer } });
    expect(channel.receive(withHeaders(request, { 'x-slack-signature': 'v0=' }), NOW).kind).toBe('reject');
  });
});

const signed = signedBySlack(slackEvent(mention), NOW);
describeRefusals(channel, createSlack({ ...settings, SLACK_SIGNING_SECRET: '' }), NOW, genuine(NOW));

describe('Slack is heard', () => {
  test.each([-300, 0, 300])('%d seconds after the request was made', (seconds) => {
    expect(channel.receive(signed, later(seconds)).kind).toBe('events');
  });
});
