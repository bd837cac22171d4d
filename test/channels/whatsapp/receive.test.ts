import { describe, expect, test } from 'vitest';
import { createWhatsApp } from '../../../src/channels/whatsapp/whatsapp.js';
import { signedByMeta, WHATSAPP_SECRET, WHATSAPP_VERIFY, whatsappBatch } from '../platforms/whatsapp.js';
import { describeRefusals } from '../refusals.js';
import { genuine } from './forgeries.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const settings = {
  WHATSAPP_APP_SECRET: WHATSAPP_SECRET,
  WHATSAPP_VERIFY_TOKEN: WHATSAPP_VERIFY,
  WHATSAPP_ACCESS_TOKEN: 't',
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_API_BASE: 'https://graph.facebook.com/v23.0',
};
const channel = createWhatsApp(settings);

const message = (more: object = {}) => ({
  from: '8613800000001',
  id: 'wamid.1',
  timestamp: '1700000000',
  type: 'text',
  text: { body: '手续费' },
  ...more,
});
const receive = (...messages: readonly object[]) => channel.receive(signedByMeta(whatsappBatch(messages)), NOW);

describe('WhatsApp says', () => {
  test.each([
    [
      'a message',
      message(),
      {
        id: 'wamid.1',
        conversation: '8613800000001',
        text: '手续费',
        addressed: true,
        target: { to: '8613800000001' },
        from: '8613800000001',
        at: new Date(1_700_000_000_000),
      },
    ],
    [
      'a tap on a button',
      message({
        type: 'interactive',
        text: undefined,
        interactive: { type: 'button_reply', button_reply: { id: '提现限额是多少', title: '限额' } },
      }),
      { text: '提现限额是多少' },
    ],
    [
      'a tap in a list',
      message({
        type: 'interactive',
        text: undefined,
        interactive: { type: 'list_reply', list_reply: { id: 'What are the limits?', title: 'L' } },
      }),
      { text: 'What are the limits?' },
    ],
    ['a tap below a template', message({ type: 'button', text: undefined, button: { text: 'Yes', payload: 'p' } }), { text: 'Yes' }],
    ['a picture', message({ type: 'image', text: undefined, image: { id: '1' } }), { text: undefined }],
    ['an empty text', message({ text: { body: '  ' } }), { text: undefined }],
  ])('%s', (_, said, expected) => {
    expect(receive(said)).toMatchObject({ kind: 'events', events: [{ kind: 'message', ...expected }] });
  });

  test('many things in one batch: every message is read, the oldest first', () => {
    const batch = JSON.parse(whatsappBatch([message({ id: 'c', timestamp: '3' }), message({ id: 'a', timestamp: '1' })]));
    const second = JSON.parse(
      whatsappBatch([message({ id: 'b', timestamp: '2', from: '8613800000002' }), message({ id: 'c2', timestamp: '3' })]),
    );
    const both = {
      ...batch,
      entry: [...batch.entry, { id: '2', changes: [{ field: 'account_update', value: {} }, ...second.entry[0].changes] }],
    };
    const received = channel.receive(signedByMeta(JSON.stringify(both)), NOW);
    expect(received.kind === 'events' && received.events.map((event) => 'id' in event && event.id)).toEqual(['a', 'b', 'c', 'c2']);
  });

  test.each([
    ['deliveries and reading', whatsappBatch([], { messages: undefined, statuses: [{ id: 'wamid.0', status: 'read' }] })],
    ['a reaction', whatsappBatch([message({ type: 'reaction', text: undefined, reaction: { emoji: '👍' } })])],
    ['a message in a group', whatsappBatch([message({ group_id: 'g1' })])],
    ['a message to another number', whatsappBatch([message()], {}, '999999')],
    [
      'what a person of the business wrote',
      JSON.stringify({ object: 'whatsapp_business_account', entry: [{ changes: [{ field: 'smb_message_echoes', value: {} }] }] }),
    ],
    ['an unknown kind of message', whatsappBatch([message({ type: 'unsupported', text: undefined })])],
  ])('%s: nothing follows', (_, body) => {
    expect(channel.receive(signedByMeta(body), NOW)).toEqual({ kind: 'respond', response: { status: 200, body: '' } });
  });
});

const get = (parameters: Record<string, string>, more = '') => ({
  method: 'GET' as const,
  headers: {},
  query: new URLSearchParams(new URLSearchParams(parameters).toString() + more),
  body: Buffer.alloc(0),
});
const subscription = { 'hub.mode': 'subscribe', 'hub.verify_token': WHATSAPP_VERIFY, 'hub.challenge': '1158201444' };

test('a message of a form that is not known keeps no other of its batch from being answered', () => {
  for (const odd of [message({ from: 'US.1349' }), message({ text: { body: [] } }), { id: 'wamid.0' }]) {
    expect(receive(odd, message({ id: 'wamid.2' }))).toMatchObject({ kind: 'events', events: [{ id: 'wamid.2' }] });
    expect(receive(odd)).toMatchObject({ kind: 'reject', status: 400 });
  }
});

describe('a new webhook of WhatsApp', () => {
  test('hears its challenge', () => {
    expect(channel.receive(get(subscription), NOW)).toEqual({
      kind: 'respond',
      response: { status: 200, type: 'text/plain; charset=utf-8', body: '1158201444' },
    });
    const { request, answer } = channel.handshake(NOW);
    expect(channel.receive(request, NOW)).toMatchObject({ kind: 'respond', response: { body: answer } });
  });
});

describeRefusals(channel, createWhatsApp({ ...settings, WHATSAPP_APP_SECRET: '' }), NOW, genuine());

test('WhatsApp without a verify token answers no subscription', () => {
  const unset = createWhatsApp({ ...settings, WHATSAPP_VERIFY_TOKEN: '' });
  expect(unset.receive(get({ ...subscription, 'hub.verify_token': '' }), NOW)).toMatchObject({ kind: 'reject', status: 401 });
});
