import { signedByMeta, WHATSAPP_VERIFY, whatsappBatch } from '../platforms/whatsapp.js';
import { commonForgeries, type Forgery, type Genuine, withHeaders } from '../refusals.js';

const HEADER = 'x-hub-signature-256';
const message = (more: object = {}) => ({
  from: '8613800000001',
  id: 'wamid.1',
  timestamp: '1700000000',
  type: 'text',
  text: { body: '手续费' },
  ...more,
});
const body = whatsappBatch([message()]);
const one = (change: object) => signedByMeta(whatsappBatch([message(change)]));
const get = (parameters: Record<string, string>, more = '') => ({
  method: 'GET' as const,
  headers: {},
  query: new URLSearchParams(new URLSearchParams(parameters).toString() + more),
  body: Buffer.alloc(0),
});
const subscription = { 'hub.mode': 'subscribe', 'hub.verify_token': WHATSAPP_VERIFY, 'hub.challenge': '1158201444' };

/** A message. */
export const genuine = (): Genuine => ({
  body,
  sign: (bytes) => signedByMeta(bytes),
  signUnset: (bytes) => signedByMeta(bytes, ''),
  covers: true,
});

export function forgeries(): readonly Forgery[] {
  const signed = signedByMeta(body);
  return [
    ...commonForgeries(genuine()),
    ['no signature', withHeaders(signed, { [HEADER]: undefined })],
    ['an empty signature', withHeaders(signed, { [HEADER]: '' })],
    ['a signature without its scheme', withHeaders(signed, { [HEADER]: String(signed.headers[HEADER]).slice(7) })],
    ['an older scheme', withHeaders(signed, { [HEADER]: `sha1=${String(signed.headers[HEADER]).slice(7)}` })],
    ['the signature twice', withHeaders(signed, { [HEADER]: ['a', 'b'] })],
    ['a signature of another app', signedByMeta(body, 'another')],
    ['a signature of no secret', signedByMeta(body, '')],
    ['another body under its signature', { ...signed, body: Buffer.from(whatsappBatch([])) }],
    ['another object', signedByMeta('{"object":"page","entry":[]}')],
    ['no entries', signedByMeta('{"object":"whatsapp_business_account"}')],
    ['a person who is no number', one({ from: 'Ann' })],
    ['a message without an id', one({ id: undefined })],
    ['an id without end', one({ id: 'x'.repeat(201) })],
    ['a time that is a number', one({ timestamp: 1 })],
    ['a time beyond all', one({ timestamp: '9'.repeat(400) })],
    ['a text that is a list', one({ text: { body: [] } })],
    ['a subscription with another token', get({ ...subscription, 'hub.verify_token': 'another' })],
    ['a subscription without a token', get({ 'hub.mode': 'subscribe', 'hub.challenge': '1' })],
    ['a subscription with two tokens', get(subscription, '&hub.verify_token=x')],
    ['a subscription without a challenge', get({ ...subscription, 'hub.challenge': '' })],
    ['a challenge without end', get({ ...subscription, 'hub.challenge': 'x'.repeat(201) })],
    ['another mode', get({ ...subscription, 'hub.mode': 'unsubscribe' })],
  ];
}
