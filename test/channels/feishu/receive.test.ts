import { describe, expect, test } from 'vitest';
import { createFeishu } from '../../../src/channels/feishu/feishu.js';
import {
  encryptedByFeishu,
  FEISHU_APP,
  FEISHU_BOT,
  FEISHU_KEY,
  FEISHU_TOKEN,
  feishuEvent,
  feishuMessage,
  signedByFeishu,
} from '../platforms/feishu.js';
import { post } from '../platforms/platform.js';
import { describeRefusals } from '../refusals.js';
import { genuine } from './forgeries.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const settings = {
  FEISHU_APP_ID: FEISHU_APP,
  FEISHU_APP_SECRET: 's',
  FEISHU_VERIFICATION_TOKEN: FEISHU_TOKEN,
  FEISHU_ENCRYPT_KEY: FEISHU_KEY,
  FEISHU_BOT_OPEN_ID: FEISHU_BOT,
  FEISHU_API_BASE: 'https://open.feishu.cn',
};
const channel = createFeishu(settings);

const sealed = (body: string | Buffer) => signedByFeishu(encryptedByFeishu(body), NOW);
const received = (message: object, sender?: object) => feishuEvent('im.message.receive_v1', feishuMessage(message, sender));
const receive = (message: object, sender?: object) => channel.receive(sealed(received(message, sender)), NOW);
const text = (said: string) => ({ content: JSON.stringify({ text: said }) });
const mention = (key: string, open_id: string, name: string) => ({ key, id: { open_id, user_id: null }, name, tenant_key: 't' });
const me = mention('@_user_1', FEISHU_BOT, 'Zhida');
const tap = (change: object = {}) =>
  feishuEvent('card.action.trigger', {
    operator: { open_id: 'ou_person', tenant_key: 't' },
    token: 'c-1',
    action: { tag: 'button', value: { say: '提现限额是多少' } },
    host: 'im_message',
    context: { open_message_id: 'om_card', open_chat_id: 'oc_1' },
    ...change,
  });

describe('Feishu says', () => {
  test.each([
    [
      'a direct message',
      text('手续费'),
      {
        id: 'om_1',
        conversation: 'oc_1:ou_person',
        text: '手续费',
        addressed: true,
        target: { message: 'om_1' },
        at: new Date(1_700_000_000_000),
      },
    ],
    ['a mention in a group', { ...text('@_user_1 手续费'), chat_type: 'group', mentions: [me] }, { text: '手续费', addressed: true }],
    [
      'a mention beside others',
      { ...text('@_user_10 and @_user_1 fee'), chat_type: 'group', mentions: [me, mention('@_user_10', 'ou_ann', 'Ann')] },
      { text: '@Ann and   fee', addressed: true },
    ],
    ['talk in a group', { ...text('手续费'), chat_type: 'group' }, { addressed: false }],
    [
      'a mention of somebody else',
      { ...text('@_user_1 fee'), chat_type: 'group', mentions: [mention('@_user_1', 'ou_ann', 'Ann')] },
      { text: '@Ann fee', addressed: false },
    ],
    ['a mention of everybody', { ...text('@_all fee'), chat_type: 'group' }, { addressed: false }],
    [
      'a post',
      {
        message_type: 'post',
        content: JSON.stringify({
          title: '',
          content: [
            [
              { tag: 'at', user_id: '@_user_1' },
              { tag: 'text', text: '手续费' },
            ],
            [{ tag: 'text', text: '多少' }],
          ],
        }),
      },
      { text: '手续费\n多少' },
    ],
    ['a picture', { message_type: 'image', content: '{"image_key":"img_1"}' }, { text: undefined, addressed: true }],
    ['a content that is no JSON', { content: '{' }, { text: undefined }],
    ['a content whose text is none', { content: '{"text":{}}' }, { text: undefined }],
  ])('%s', (_, message, expected) => {
    expect(receive(message)).toMatchObject({ kind: 'events', events: [{ kind: 'message', ...expected }] });
  });

  test('a tap on a card', () => {
    expect(channel.receive(sealed(tap()), NOW)).toMatchObject({
      kind: 'events',
      events: [
        {
          kind: 'message',
          id: 'ev1',
          conversation: 'oc_1:ou_person',
          text: '提现限额是多少',
          addressed: true,
          target: { message: 'om_card' },
        },
      ],
      acknowledge: { status: 200, body: '{}' },
    });
  });

  test.each([
    ['another app', received(text('fee'), { sender_type: 'app' })],
    ['nobody', received(text('fee'), { sender_id: { open_id: null } })],
    ['a reading', feishuEvent('im.message.message_read_v1', {})],
    ['a tap on a card of another kind', tap({ action: { tag: 'button', value: { other: 1 } } })],
    ['a tap of nobody', tap({ operator: {} })],
  ])('%s: nothing follows', (_, body) => {
    expect(channel.receive(sealed(body), NOW)).toEqual({ kind: 'respond', response: { status: 200, body: '' } });
  });

  test('nothing to a group while the bot does not know its own id', () => {
    const { FEISHU_BOT_OPEN_ID: _, ...rest } = settings;
    const nameless = createFeishu(rest);
    const request = sealed(received({ ...text('@_user_1 fee'), chat_type: 'group', mentions: [me] }));
    expect(nameless.receive(request, NOW)).toMatchObject({ events: [{ addressed: false }] });
  });
});

const verification = (more: object = {}) => JSON.stringify({ type: 'url_verification', token: FEISHU_TOKEN, challenge: 'c1', ...more });

describe('a new address at Feishu', () => {
  test.each([
    ['unsigned', post(encryptedByFeishu(verification()), {})],
    ['signed', sealed(verification())],
  ])('hears its challenge, %s', (_, request) => {
    expect(channel.receive(request, NOW)).toMatchObject({ kind: 'respond', response: { status: 200, body: '{"challenge":"c1"}' } });
  });

  test('is tried', () => {
    const { request, answer } = channel.handshake(NOW);
    expect(channel.receive(request, NOW)).toMatchObject({ kind: 'respond', response: { body: answer } });
  });
});

const body = received(text('手续费'));
const signed = sealed(body);
describeRefusals(channel, createFeishu({ ...settings, FEISHU_ENCRYPT_KEY: '' }), NOW, genuine(NOW));

test('Feishu without a verification token is not heard', () => {
  expect(createFeishu({ ...settings, FEISHU_VERIFICATION_TOKEN: '' }).receive(signed, NOW)).toMatchObject({ kind: 'reject', status: 401 });
});
