import { describe, expect, test } from 'vitest';
import { createLine } from '../../../src/channels/line/line.js';
import { LINE_SECRET, lineEvent, lineEvents, signedByLine } from '../platforms/line.js';
import { describeRefusals } from '../refusals.js';
import { genuine } from './forgeries.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const settings = { LINE_CHANNEL_SECRET: LINE_SECRET, LINE_CHANNEL_ACCESS_TOKEN: 't', LINE_API_BASE: 'https://api.line.me' };
const channel = createLine(settings);

const user = { type: 'user', userId: 'U1' };
const group = { type: 'group', groupId: 'C1', userId: 'U1' };
const text = (said: string, more: object = {}) => ({
  type: 'message',
  source: user,
  message: { type: 'text', id: '1', text: said, ...more },
});
const receive = (...events: readonly object[]) =>
  channel.receive(signedByLine(lineEvents(...events.map((event, index) => lineEvent(`ev${index}`, NOW, event)))), NOW);
const self = { mention: { mentionees: [{ index: 3, length: 6, type: 'user', userId: 'U0', isSelf: true }] } };

describe('LINE says', () => {
  test.each([
    [
      'a direct message',
      text('手续费'),
      {
        id: 'ev0',
        conversation: 'U1',
        text: '手续费',
        addressed: true,
        target: { to: 'U1', reply: { token: 'reply-ev0', until: '2026-03-01T09:00:50.000Z' } },
        from: 'U1',
        at: NOW,
      },
    ],
    ['a message that is delivered again', { ...text('fee'), deliveryContext: { isRedelivery: true } }, { id: 'ev0', text: 'fee' }],
    ['a sticker', { type: 'message', source: user, message: { type: 'sticker', id: '1' } }, { text: undefined, addressed: true }],
    [
      'a mention in a group',
      { ...text('hi @Zhida fee', self), source: group },
      { conversation: 'C1:U1', text: 'hi  fee', addressed: true, target: { to: 'C1' } },
    ],
    [
      'a mention in a room',
      { ...text('hi @Zhida fee', self), source: { type: 'room', roomId: 'R1', userId: 'U1' } },
      { conversation: 'R1:U1' },
    ],
    ['talk in a group', { ...text('fee'), source: group }, { conversation: 'C1:U1', addressed: false }],
    [
      'a mention of everybody',
      { ...text('@All fee', { mention: { mentionees: [{ index: 0, length: 4, type: 'all' }] } }), source: group },
      { addressed: false },
    ],
    [
      'a mention of somebody else',
      {
        ...text('@Ann fee', { mention: { mentionees: [{ index: 0, length: 4, type: 'user', userId: 'U9', isSelf: false }] } }),
        source: group,
      },
      { addressed: false },
    ],
    [
      'a tap',
      { type: 'postback', source: group, postback: { data: '提现限额是多少' } },
      { text: '提现限额是多少', addressed: true, conversation: 'C1:U1' },
    ],
  ])('%s', (_, event, expected) => {
    expect(receive(event)).toMatchObject({ kind: 'events', events: [{ kind: 'message', ...expected }] });
  });

  test('that somebody follows the account', () => {
    expect(receive({ type: 'follow', source: user })).toMatchObject({ events: [{ kind: 'greet', conversation: 'U1' }] });
  });

  test('several things at once, in their order', () => {
    expect(receive(text('one'), { type: 'unfollow', source: user }, text('two'))).toMatchObject({
      events: [
        { id: 'ev0', text: 'one' },
        { id: 'ev2', text: 'two' },
      ],
    });
  });

  test.each([
    ['no events, to try the address', []],
    ['an unfollowing', [{ type: 'unfollow', source: user }]],
    ['a joining', [{ type: 'join', source: group }]],
    ['a message taken back', [{ type: 'unsend', source: user, unsend: { messageId: '1' } }]],
    ['a chat that a person has taken', [{ ...text('fee'), mode: 'standby' }]],
    ['a person who is not named', [{ ...text('@Zhida', self), source: { type: 'group', groupId: 'C1' } }]],
    ['nobody', [{ ...text('fee'), source: undefined }]],
  ])('%s: nothing follows', (_, events) => {
    expect(receive(...events)).toEqual({ kind: 'respond', response: { status: 200, body: '' } });
  });
});

describeRefusals(channel, createLine({ ...settings, LINE_CHANNEL_SECRET: '' }), NOW, genuine(NOW));
