import { lineEvent, lineEvents, signedByLine } from '../platforms/line.js';
import { commonForgeries, type Forgery, type Genuine, withHeaders } from '../refusals.js';

const HEADER = 'x-line-signature';
const text = (said: string, more: object = {}) => ({
  type: 'message',
  source: { type: 'user', userId: 'U1' },
  message: { type: 'text', id: '1', text: said, ...more },
});
const bodyAt = (now: Date): string => lineEvents(lineEvent('ev0', now, text('fee')));

/** A direct message. */
export const genuine = (now: Date): Genuine => ({
  body: bodyAt(now),
  sign: (bytes) => signedByLine(bytes),
  signUnset: (bytes) => signedByLine(bytes, ''),
  covers: true,
});

export function forgeries(now: Date): readonly Forgery[] {
  const body = bodyAt(now);
  const signed = signedByLine(body);
  const event = (change: object) => signedByLine(lineEvents({ ...lineEvent('ev0', now, text('fee')), ...change }));
  return [
    ...commonForgeries(genuine(now)),
    ['no signature', withHeaders(signed, { [HEADER]: undefined })],
    ['an empty signature', withHeaders(signed, { [HEADER]: '' })],
    ['the signature twice', withHeaders(signed, { [HEADER]: [String(signed.headers[HEADER]), String(signed.headers[HEADER])] })],
    ['a signature of another channel', signedByLine(body, 'another')],
    ['a signature of no secret', signedByLine(body, '')],
    ['a signature without its padding', withHeaders(signed, { [HEADER]: String(signed.headers[HEADER]).replace('=', '') })],
    ['a signature in hex', withHeaders(signed, { [HEADER]: Buffer.from(String(signed.headers[HEADER]), 'base64').toString('hex') })],
    ['another body under its signature', { ...signed, body: Buffer.from(lineEvents()) }],
    ['a body with a space more', { ...signed, body: Buffer.from(`${body} `) }],
    ['a GET', { ...signed, method: 'GET' }],
    ['no list of events', signedByLine('{"destination":"U0"}')],
    ['an event without an id', event({ webhookEventId: undefined })],
    ['an id without end', event({ webhookEventId: 'x'.repeat(101) })],
    ['a time that is a text', event({ timestamp: '1' })],
    ['a time after all', event({ timestamp: 8.64e15 })],
    ['a number beyond all', signedByLine(body.replace(/"timestamp":\d+/, '"timestamp":1e400'))],
    ['a text that is an object', event({ message: { type: 'text', text: {} } })],
    ['a mention before the text', event(text('fee', { mention: { mentionees: [{ index: -1, length: 1, isSelf: true }] } }))],
  ];
}
