import { dingtalkMessage, signedByDingTalk } from '../platforms/dingtalk.js';
import { commonForgeries, type Forgery, type Genuine, withHeaders } from '../refusals.js';

/** A direct message, answered at `base`. */
export const genuine = (now: Date, base: string): Genuine => ({
  body: JSON.stringify(dingtalkMessage(now, base)),
  sign: (bytes) => signedByDingTalk(bytes, now),
  signUnset: (bytes) => signedByDingTalk(bytes, now, ''),
  covers: false,
});

export function forgeries(now: Date, base: string): readonly Forgery[] {
  const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  const { body } = genuine(now, base);
  const host = new URL(base).host;
  const signed = signedByDingTalk(body, now);
  const other = (more: object) => signedByDingTalk(JSON.stringify(dingtalkMessage(now, base, more)), now);
  const webhook = (sessionWebhook: unknown) => other({ sessionWebhook });
  return [
    ...commonForgeries(genuine(now, base)),
    ['no signature', withHeaders(signed, { sign: undefined })],
    ['an empty signature', withHeaders(signed, { sign: '' })],
    ['the signature twice', withHeaders(signed, { sign: ['a', 'b'] })],
    ['a signature of another robot', signedByDingTalk(body, now, 'another')],
    ['a signature of no secret', signedByDingTalk(body, now, '')],
    ['a signature of another time', withHeaders(signed, { timestamp: `${now.getTime() + 1}` })],
    ['no timestamp', withHeaders(signed, { timestamp: undefined })],
    ['a timestamp in words', withHeaders(signed, { timestamp: 'now' })],
    ['a request of an hour ago', signedByDingTalk(body, at(-3601))],
    ['a request from the future', signedByDingTalk(body, at(3601))],
    ['a GET', { ...signed, method: 'GET' }],
    ['a message without an id', other({ msgId: '' })],
    ['an unknown kind of conversation', other({ conversationType: '3' })],
    ['a kind of conversation that is a number', other({ conversationType: 1 })],
    ['a text that is a list', other({ text: { content: [] } })],
    ['a time beyond all', other({ sessionWebhookExpiredTime: 9e15 })],
    ['an answer to another host', webhook('https://evil.example/robot/sendBySession?session=s1')],
    ['an answer to this machine', webhook('http://127.0.0.1:3978/v3/directline')],
    ['an answer to the cloud’s metadata', webhook('http://169.254.169.254/latest/meta-data')],
    ['an answer without TLS', webhook(`http://${host}/robot/sendBySession`)],
    ['an answer to a host of a similar name', webhook(`https://${host}.evil.example/`)],
    ['an answer to a host behind a name', webhook(`https://${host}@evil.example/`)],
    ['an answer with a name and a password', webhook(`https://a:b@${host}/`)],
    ['an answer to another port', webhook(`https://${host}:8443/`)],
    ['an answer into a file', webhook('file:///etc/passwd')],
    ['an answer to no address', webhook(host)],
    ['an answer to an address without end', webhook(`${base}/${'x'.repeat(1000)}`)],
    ['an answer nowhere', webhook(undefined)],
  ];
}
