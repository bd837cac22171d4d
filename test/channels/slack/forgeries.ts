import { signedBySlack, slackEvent } from '../platforms/slack.js';
import { commonForgeries, type Forgery, type Genuine, withHeaders } from '../refusals.js';
import { direct, FORM, form, mention, tap } from './examples.js';

/** A mention in a channel. */
export const genuine = (now: Date): Genuine => ({
  body: slackEvent(mention),
  sign: (body) => signedBySlack(body, now),
  signUnset: (body) => signedBySlack(body, now, undefined, ''),
  covers: true,
});

export function forgeries(now: Date): readonly Forgery[] {
  const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  const signed = signedBySlack(slackEvent(mention), now);
  return [
    ...commonForgeries(genuine(now)),
    ['no signature', withHeaders(signed, { 'x-slack-signature': undefined })],
    ['an empty signature', withHeaders(signed, { 'x-slack-signature': '' })],
    ['the signature twice', withHeaders(signed, { 'x-slack-signature': ['a', 'b'] })],
    ['a signature of another secret', signedBySlack(slackEvent(mention), now, undefined, 'another')],
    ['a signature of no secret', signedBySlack(slackEvent(mention), now, undefined, '')],
    ['another version', withHeaders(signed, { 'x-slack-signature': String(signed.headers['x-slack-signature']).replace('v0', 'v1') })],
    ['a signature in capitals', withHeaders(signed, { 'x-slack-signature': String(signed.headers['x-slack-signature']).toUpperCase() })],
    ['no timestamp', withHeaders(signed, { 'x-slack-request-timestamp': undefined })],
    ['another timestamp', withHeaders(signed, { 'x-slack-request-timestamp': `${now.getTime() / 1000 + 1}` })],
    ['a timestamp with a sign', withHeaders(signed, { 'x-slack-request-timestamp': `+${now.getTime() / 1000}` })],
    ['a timestamp in words', withHeaders(signed, { 'x-slack-request-timestamp': 'now' })],
    ['a request of five minutes ago', signedBySlack(slackEvent(mention), at(-301))],
    ['a request from the future', signedBySlack(slackEvent(mention), at(301))],
    ['another body under its signature', { ...signed, body: Buffer.from(slackEvent(direct)) }],
    ['a GET', { ...signed, method: 'GET' }],
    ['an event without its type', signedBySlack(slackEvent({}), now)],
    ['a message without a person', signedBySlack(slackEvent({ ...direct, user: undefined }), now)],
    ['a person in other letters', signedBySlack(slackEvent({ ...direct, user: 'U1:C2' }), now)],
    ['a timestamp of another form', signedBySlack(slackEvent({ ...direct, ts: '1e400' }), now)],
    ['a text that is a number', signedBySlack(slackEvent({ ...direct, text: 5 }), now)],
    ['a handshake without a challenge', signedBySlack('{"type":"url_verification"}', now)],
    ['a form without a payload', signedBySlack('a=b', now, FORM)],
    ['a form with two payloads', signedBySlack(form(tap, tap), now, FORM)],
    ['a form whose payload is no JSON', signedBySlack(form('{'), now, FORM)],
    ['a tap without an action', signedBySlack(form({ ...tap, actions: [] }), now, FORM)],
    ['a tap of nobody', signedBySlack(form({ ...tap, user: {} }), now, FORM)],
  ];
}
