import { describe, expect, test } from 'vitest';
import { createDingTalk } from '../../../src/channels/dingtalk/dingtalk.js';
import { DINGTALK_SECRET, dingtalkMessage, signedByDingTalk } from '../platforms/dingtalk.js';
import { describeRefusals, withHeaders } from '../refusals.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
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

const body = JSON.stringify(message());
const signed = signedByDingTalk(body, NOW);
const other = (more: object) => signedByDingTalk(JSON.stringify(message(more)), NOW);
const webhook = (sessionWebhook: unknown) => other({ sessionWebhook });
describeRefusals(
  channel,
  createDingTalk({ ...settings, DINGTALK_APP_SECRET: '' }),
  NOW,
  { body, sign: (bytes) => signedByDingTalk(bytes, NOW), covers: false },
  [
    ['no signature', withHeaders(signed, { sign: undefined })],
    ['an empty signature', withHeaders(signed, { sign: '' })],
    ['the signature twice', withHeaders(signed, { sign: ['a', 'b'] })],
    ['a signature of another robot', signedByDingTalk(body, NOW, 'another')],
    ['a signature of no secret', signedByDingTalk(body, NOW, '')],
    ['a signature of another time', withHeaders(signed, { timestamp: `${NOW.getTime() + 1}` })],
    ['no timestamp', withHeaders(signed, { timestamp: undefined })],
    ['a timestamp in words', withHeaders(signed, { timestamp: 'now' })],
    ['a request of an hour ago', signed, later(3601)],
    ['a request from the future', signed, later(-3601)],
    ['a GET', { ...signed, method: 'GET' }],
    ['a message without an id', other({ msgId: '' })],
    ['an unknown kind of conversation', other({ conversationType: '3' })],
    ['a kind of conversation that is a number', other({ conversationType: 1 })],
    ['a text that is a list', other({ text: { content: [] } })],
    ['a time beyond all', other({ sessionWebhookExpiredTime: 9e15 })],
    ['an answer to another host', webhook('https://evil.example/robot/sendBySession?session=s1')],
    ['an answer to this machine', webhook('http://127.0.0.1:3978/v3/directline')],
    ['an answer to the cloud’s metadata', webhook('http://169.254.169.254/latest/meta-data')],
    ['an answer without TLS', webhook('http://oapi.dingtalk.com/robot/sendBySession')],
    ['an answer to a host of a similar name', webhook('https://oapi.dingtalk.com.evil.example/')],
    ['an answer to a host behind a name', webhook('https://oapi.dingtalk.com@evil.example/')],
    ['an answer with a name and a password', webhook('https://a:b@oapi.dingtalk.com/')],
    ['an answer to another port', webhook('https://oapi.dingtalk.com:8443/')],
    ['an answer into a file', webhook('file:///etc/passwd')],
    ['an answer to no address', webhook('oapi.dingtalk.com')],
    ['an answer to an address without end', webhook(`${BASE}/${'x'.repeat(1000)}`)],
    ['an answer nowhere', webhook(undefined)],
  ],
);
