import { encryptedByFeishu, FEISHU_TOKEN, feishuEvent, feishuMessage, signedByFeishu } from '../platforms/feishu.js';
import { post } from '../platforms/platform.js';
import { commonForgeries, type Forgery, type Genuine, withHeaders } from '../refusals.js';

const SIGNATURE = 'x-lark-signature';
const text = (said: string) => ({ content: JSON.stringify({ text: said }) });
const received = (message: object) => feishuEvent('im.message.receive_v1', feishuMessage(message));
const body = received(text('手续费'));
const verification = (more: object = {}) => JSON.stringify({ type: 'url_verification', token: FEISHU_TOKEN, challenge: 'c1', ...more });
const tap = (change: object = {}) =>
  feishuEvent('card.action.trigger', {
    operator: { open_id: 'ou_person', tenant_key: 't' },
    token: 'c-1',
    action: { tag: 'button', value: { say: '提现限额是多少' } },
    host: 'im_message',
    context: { open_message_id: 'om_card', open_chat_id: 'oc_1' },
    ...change,
  });

/** A direct message; what is signed is encrypted first. */
export const genuine = (now: Date): Genuine => ({
  body,
  sign: (bytes) => signedByFeishu(encryptedByFeishu(bytes), now),
  signUnset: (bytes) => signedByFeishu(encryptedByFeishu(bytes, ''), now, ''),
  covers: true,
});

export function forgeries(now: Date): readonly Forgery[] {
  const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  const { sign: sealed } = genuine(now);
  const signed = sealed(body);
  const header = (change: object) => sealed(feishuEvent('im.message.receive_v1', feishuMessage(text('fee')), change));
  return [
    ...commonForgeries(genuine(now)),
    ['no signature', withHeaders(signed, { [SIGNATURE]: undefined })],
    ['an empty signature', withHeaders(signed, { [SIGNATURE]: '' })],
    ['the signature twice', withHeaders(signed, { [SIGNATURE]: ['a', 'b'] })],
    ['a signature of another key', signedByFeishu(encryptedByFeishu(body), now, 'another')],
    ['a signature of no key', signedByFeishu(encryptedByFeishu(body), now, '')],
    ['another nonce', withHeaders(signed, { 'x-lark-request-nonce': 'n2' })],
    ['another timestamp', withHeaders(signed, { 'x-lark-request-timestamp': '1700000000' })],
    ['no timestamp', withHeaders(signed, { 'x-lark-request-timestamp': undefined })],
    ['a request of nine hours ago', signedByFeishu(encryptedByFeishu(body), at(-9 * 3600))],
    ['a request from the future', signedByFeishu(encryptedByFeishu(body), at(301))],
    ['another body under its signature', { ...signed, body: Buffer.from(encryptedByFeishu(tap())) }],
    ['a plain event', signedByFeishu(body, now)],
    ['a plain verification', post(verification(), {})],
    ['an event in the key of another app', signedByFeishu(encryptedByFeishu(body, 'another'), now)],
    ['no ciphertext', signedByFeishu('{"encrypt":""}', now)],
    ['half a block', signedByFeishu('{"encrypt":"P37w+VZImNgPEO1RBhJ6Rg=="}', now)],
    ['a ciphertext that is no base64', signedByFeishu('{"encrypt":"****"}', now)],
    ['a ciphertext that is a list', signedByFeishu('{"encrypt":["a"]}', now)],
    ['a ciphertext twice', signedByFeishu(`{"encrypt":"a",${encryptedByFeishu(body).slice(1)}`, now)],
    ['a verification with another token', post(encryptedByFeishu(verification({ token: 'another' })), {})],
    ['a verification with a wrong signature', withHeaders(sealed(verification()), { [SIGNATURE]: 'x' })],
    ['an event with another token', header({ token: 'another' })],
    ['an event without a token', header({ token: undefined })],
    ['an event of another app', header({ app_id: 'cli_other' })],
    ['an event of the first schema', sealed(JSON.stringify({ uuid: '1', token: FEISHU_TOKEN, type: 'event_callback', event: {} }))],
    ['a message without an id', sealed(received({ ...text('fee'), message_id: undefined }))],
    ['a message whose id leads elsewhere', sealed(received({ ...text('fee'), message_id: '../../auth' }))],
    ['a time beyond all', sealed(received({ ...text('fee'), create_time: '9'.repeat(400) }))],
    ['a tap without its card', sealed(tap({ context: {} }))],
    ['a GET', { ...signed, method: 'GET' }],
  ];
}
