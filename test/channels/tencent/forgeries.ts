import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { RawRequest } from '../../../src/channels/channel.js';
import { type Cipher, createCipher, signatureOf } from '../../../src/channels/tencent/cipher.js';
import { flipped, withBody, withQuery, withSecond } from '../tampered.js';
import type { Seal } from './stand-in.js';

type Forgery = readonly [name: string, request: RawRequest];

/**
 * What is wrong with a sealed POST in one way each; `good` is a message that would be taken. `inside` are changes of the message itself, signed
 * and sealed as it is.
 */
export function sealedForgeries(
  good: RawRequest,
  { token, key, receiver }: Required<Seal>,
  now: Date,
  inside: readonly (readonly [name: string, change: (xml: string) => string])[] = [],
): readonly Forgery[] {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  const cipher = createCipher(key, receiver);
  const sealed = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(good.body.toString())?.[1] ?? '';
  const plain = cipher.open(sealed);
  const xml = plain.ok ? plain.value : '';

  /** A message that is sealed and signed as the platform would, whatever it says. */
  const made = (message: string, by: Cipher = cipher): RawRequest => posted(by.seal(message, randomBytes(16)));
  const posted = (encrypted: string, body = `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`): RawRequest => ({
    ...withQuery(good, { timestamp, msg_signature: signatureOf(token, timestamp, good.query.get('nonce') ?? '', encrypted) }),
    body: Buffer.from(body),
  });
  const shifted = (seconds: number): RawRequest => {
    const at = `${Number(timestamp) + seconds}`;
    const nonce = good.query.get('nonce') ?? '';
    return withQuery(good, {
      timestamp: at,
      signature: signatureOf(token, at, nonce),
      msg_signature: signatureOf(token, at, nonce, sealed),
    });
  };

  return [
    ['without msg_signature', withQuery(good, { msg_signature: undefined })],
    ['an empty msg_signature', withQuery(good, { msg_signature: '' })],
    ['a msg_signature that differs in one character', withQuery(good, { msg_signature: flipped(good.query.get('msg_signature') ?? '') })],
    ['a msg_signature in capitals', withQuery(good, { msg_signature: (good.query.get('msg_signature') ?? '').toUpperCase() })],
    ['the msg_signature cut short', withQuery(good, { msg_signature: good.query.get('msg_signature')?.slice(0, -1) })],
    ['the msg_signature twice', withSecond(good, 'msg_signature')],
    [
      'the plain signature in place of msg_signature',
      withQuery(good, { msg_signature: signatureOf(token, timestamp, good.query.get('nonce') ?? '') }),
    ],
    ['another nonce', withQuery(good, { nonce: '1' })],
    ['without a nonce', withQuery(good, { nonce: undefined })],
    ['another time stamp', withQuery(good, { timestamp: `${Number(timestamp) + 1}` })],
    ['without a time stamp', withQuery(good, { timestamp: undefined })],
    ['a time stamp that is no number', withQuery(good, { timestamp: 'now' })],
    ['signed six minutes ago', shifted(-360)],
    ['signed six minutes ahead', shifted(360)],
    [
      'signed with another token',
      withQuery(good, { msg_signature: signatureOf('AnotherToken', timestamp, good.query.get('nonce') ?? '', sealed) }),
    ],
    ['a ciphertext with one character changed', withBody(good, (body) => body.replace(sealed, flipped(sealed)))],
    ['another message under the signature', withBody(good, (body) => body.replace(sealed, cipher.seal('<xml></xml>', randomBytes(16))))],
    ['Encrypt twice', withBody(good, (body) => body.replace('</xml>', `<Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`))],
    ['Encrypt twice, in JSON', posted(sealed, `{"Encrypt":${JSON.stringify(flipped(sealed))},"Encrypt":${JSON.stringify(sealed)}}`)],
    ['Encrypt with elements in it', posted(sealed, `<xml><Encrypt><a>${sealed}</a></Encrypt></xml>`)],
    ['a DOCTYPE', withBody(good, (body) => `<!DOCTYPE xml [<!ENTITY a "b">]>${body}`)],
    ['an entity', withBody(good, (body) => `<!DOCTYPE xml SYSTEM "file:///etc/passwd">${body.replace(sealed, '&a;')}`)],
    ['an element that is not closed', withBody(good, (body) => body.replace('</xml>', ''))],
    ['two roots', withBody(good, (body) => body + body)],
    ['no message', withBody(good, () => '')],
    ['not UTF-8', { ...good, body: Buffer.concat([good.body, Buffer.from([0xff, 0xfe])]) }],
    ['JSON that is none', withBody(good, () => '{"Encrypt":')],
    ['the plain message without encryption', withBody(good, () => xml)],
    ['sealed for another receiver', made(xml, createCipher(key, `${receiver}0`))],
    ['sealed with another key', made(xml, createCipher('Z'.repeat(43), receiver))],
    ['a ciphertext of half a block', posted(sealed.slice(0, 30))],
    ['a ciphertext that is no base64', posted('!!!!')],
    ['padded with other bytes', posted(paddedWrongly(sealed, key))],
    ...inside.map(([name, change]): Forgery => [name, made(change(xml))]),
    ['signed and sealed, but no XML', made('hello')],
    ['signed and sealed, but with a DOCTYPE', made(`<!DOCTYPE a>${xml}`)],
    ['signed and sealed, but with the sender twice', made(xml.replace('</xml>', '<MsgType><![CDATA[text]]></MsgType></xml>'))],
    ['signed and sealed, but without a type', made(xml.replace(/<(MsgType|OpenKfId)>.*?<\/\1>/g, ''))],
  ];
}

/** What is wrong with a POST of plain mode in one way each. Its signature covers the time alone. */
export function plainForgeries(good: RawRequest, token: string, now: Date): readonly Forgery[] {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  const nonce = good.query.get('nonce') ?? '';
  const signature = good.query.get('signature') ?? '';
  const signedAt = (at: string, by = token) => withQuery(good, { timestamp: at, signature: signatureOf(by, at, nonce) });
  const says = (change: (body: string) => string) => withBody(good, change);
  return [
    ['without a signature', withQuery(good, { signature: undefined })],
    ['an empty signature', withQuery(good, { signature: '' })],
    ['a signature that differs in one character', withQuery(good, { signature: flipped(signature) })],
    ['a signature in capitals', withQuery(good, { signature: signature.toUpperCase() })],
    ['the signature cut short', withQuery(good, { signature: signature.slice(0, -1) })],
    ['the signature twice', withSecond(good, 'signature')],
    ['the signature under another name', withQuery(good, { signature: undefined, msg_signature: signature })],
    ['signed with another token', signedAt(timestamp, 'AnotherToken')],
    ['another nonce', withQuery(good, { nonce: '1' })],
    ['without a nonce', withQuery(good, { nonce: undefined })],
    ['the nonce twice', withSecond(good, 'nonce', '1')],
    ['another time stamp', withQuery(good, { timestamp: `${Number(timestamp) + 1}` })],
    ['without a time stamp', withQuery(good, { timestamp: undefined })],
    ['a time stamp that is no number', signedAt('now')],
    ['signed six minutes ago', signedAt(`${Number(timestamp) - 360}`)],
    ['signed six minutes ahead', signedAt(`${Number(timestamp) + 360}`)],
    ['a DOCTYPE', says((body) => `<!DOCTYPE xml [<!ENTITY a "b">]>${body}`)],
    ['an element that is not closed', says((body) => body.replace('</xml>', ''))],
    ['two roots', says((body) => body + body)],
    ['no message', says(() => '')],
    ['not UTF-8', { ...good, body: Buffer.concat([good.body, Buffer.from([0xff, 0xfe])]) }],
    ['the sender twice', says((body) => body.replace('</xml>', '<FromUserName><![CDATA[another]]></FromUserName></xml>'))],
    ['without a sender', says((body) => body.replace(/<FromUserName>.*<\/FromUserName>/, ''))],
    ['without a type', says((body) => body.replace(/<MsgType>.*<\/MsgType>/, ''))],
    ['JSON that is none', says(() => '{"MsgType":')],
  ];
}

/** Of several bytes of padding the first says something else. */
function paddedWrongly(sealed: string, key: string): string {
  const bytes = Buffer.from(`${key}=`, 'base64');
  const vector = bytes.subarray(0, 16);
  const decipher = createDecipheriv('aes-256-cbc', bytes, vector).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
  const padding = plain.at(-1) ?? 0;
  if (padding < 2) throw new Error('there is no padding to change');
  plain[plain.length - padding] = padding ^ 1;
  const cipher = createCipheriv('aes-256-cbc', bytes, vector).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}
