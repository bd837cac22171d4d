import { describe, expect, test } from 'vitest';
import { createDingTalk } from '../../../src/channels/dingtalk/dingtalk.js';
import { DINGTALK_SECRET, dingtalkMessage, signedByDingTalk } from '../platforms/dingtalk.js';
import { describeRefusals } from '../refusals.js';
import { genuine } from './forgeries.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const BASE = 'https://oapi.dingtalk.com';
const settings = { DINGTALK_APP_SECRET: DINGTALK_SECRET, DINGTALK_API_BASE: [BASE, 'https://api.dingtalk.com'] };
const channel = createDingTalk(settings);

const message = (more: object = {}) => dingtalkMessage(NOW, BASE, more);
const receive = (more: object) => channel.receive(signedByDingTalk(JSON.stringify(message(more)), NOW), NOW);
const inGroup = { conversationType: '2', senderStaffId: 'staff1' };

describe('DingTalk says', () => {
  test.each([
    [
      'a direct message',
      {},
      {
        id: 'msg0xxxxx',
        conversation: '$:LWCP_v1:$person',
        text: '手续费',
        addressed: true,
        target: { webhook: `${BASE}/robot/sendBySession?session=s1`, until: '2026-03-01T10:30:00.000Z' },
        at: NOW,
      },
    ],
    [
      'a mention in a group',
      { ...inGroup, isInAtList: true },
      { conversation: 'cid6KeBBLoveMJOGXoYKF5x7EeiodoA==:$:LWCP_v1:$person', addressed: true },
    ],
    ['whom to name in a group', { ...inGroup, isInAtList: true }, { target: expect.objectContaining({ person: 'staff1' }) }],
    ['a mention by the list of names', { ...inGroup, atUsers: [{ dingtalkId: '$:LWCP_v1:$robot' }] }, { addressed: true }],
    ['talk in a group', inGroup, { addressed: false }],
    ['a mention of somebody else', { ...inGroup, isInAtList: false, atUsers: [{ dingtalkId: '$:LWCP_v1:$other' }] }, { addressed: false }],
    ['a picture', { msgtype: 'picture', text: undefined }, { text: undefined, addressed: true }],
    ['times as texts', { createAt: '1700000000000', sessionWebhookExpiredTime: '1800000000000' }, { at: new Date(1_700_000_000_000) }],
    [
      'an answer to the other host',
      { sessionWebhook: 'https://api.dingtalk.com/x' },
      { target: expect.objectContaining({ webhook: 'https://api.dingtalk.com/x' }) },
    ],
  ])('%s', (_, more, expected) => {
    expect(receive(more)).toMatchObject({ kind: 'events', events: [{ kind: 'message', ...expected }] });
  });

  test('what the robot said itself: nothing follows', () => {
    expect(receive({ senderId: '$:LWCP_v1:$robot' })).toEqual({ kind: 'respond', response: { status: 200, body: '' } });
  });

  test('nothing to be greeted with: a message of the robot is taken', () => {
    expect(channel.receive(channel.handshake(NOW).request, NOW).kind).toBe('respond');
  });
});

describeRefusals(channel, createDingTalk({ ...settings, DINGTALK_APP_SECRET: '' }), NOW, genuine(NOW, BASE));
