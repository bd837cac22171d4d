import { hash } from 'node:crypto';
import { err, ok, type Result } from '../../base/result.js';
import { type ChannelIo, query, type RawRequest, type RawResponse } from '../channel.js';
import { equalSecrets } from '../constant-time.js';
import { type Cipher, signatureOf } from './cipher.js';
import { type Fields, readFields, writeXml } from './xml.js';

/** How far a request's time stamp may be from now, either way: a signature that was overheard is of no use later. */
const FRESH_SECONDS = 300;

export interface Envelope {
  readonly token: string;
  /** None in plain mode, where the signature does not cover the body. */
  readonly cipher: Cipher | undefined;
}

export type Fault = { readonly status: 400 | 401; readonly reason: string };

/** A message that is genuine. `digest` names one that carries no id of its own. */
export interface Opened {
  readonly fields: Fields;
  readonly digest: () => string;
}

const refuse = (status: Fault['status'], reason: string): { readonly ok: false; readonly error: Fault } => err({ status, reason });

/** The query's signature over the token, the time, the nonce and what else it covers; and that the time is now. */
export function verifyQuery(
  request: RawRequest,
  now: Date,
  { token }: Envelope,
  parameter: 'signature' | 'msg_signature',
  covered?: string,
): Result<undefined, Fault> {
  const [signature, timestamp, nonce] = [query(request, parameter), query(request, 'timestamp'), query(request, 'nonce')];
  if (signature === undefined || timestamp === undefined || nonce === undefined)
    return refuse(401, `${parameter}, timestamp or nonce is missing`);
  if (!/^\d{10}$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > FRESH_SECONDS)
    return refuse(401, 'the time stamp is not of now');
  const expected = signatureOf(token, timestamp, nonce, ...(covered === undefined ? [] : [covered]));
  return equalSecrets(signature, expected) ? ok(undefined) : refuse(401, 'the signature is wrong');
}

/** Verifies, decrypts and parses a POST. */
export function openMessage(request: RawRequest, now: Date, envelope: Envelope): Result<Opened, Fault> {
  const { cipher } = envelope;
  const outer = decode(request.body);
  if (outer === undefined) return refuse(400, 'the body is not UTF-8');
  if (!cipher) {
    const verified = verifyQuery(request, now, envelope, 'signature');
    return verified.ok ? fieldsOf(outer) : verified;
  }
  const read = readFields(outer);
  if (!read.ok) return refuse(400, read.error);
  const encrypted = read.value['Encrypt'];
  if (encrypted === undefined) return refuse(401, 'the body is not encrypted');
  const verified = verifyQuery(request, now, envelope, 'msg_signature', encrypted);
  if (!verified.ok) return verified;
  const opened = cipher.open(encrypted);
  return opened.ok ? fieldsOf(opened.value) : refuse(401, opened.error);
}

function fieldsOf(text: string): Result<Opened, Fault> {
  const read = readFields(text);
  if (!read.ok) return refuse(400, read.error);
  return ok({ fields: read.value, digest: () => hash('sha256', text, 'base64url') });
}

function decode(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

export const text = (body: string, status = 200): RawResponse => ({ status, type: 'text/plain; charset=utf-8', body });

/** A reply in the same exchange: the message itself, or in safe mode sealed and signed. */
export function replyIn(
  message: { readonly [name: string]: string | number },
  { token, cipher }: Envelope,
  io: Pick<ChannelIo, 'now' | 'random'>,
): RawResponse {
  const plain = writeXml(message);
  if (!cipher) return { status: 200, type: 'application/xml; charset=utf-8', body: plain };
  const timestamp = Math.floor(io.now().getTime() / 1000);
  const bytes = io.random(24);
  const nonce = bytes.toString('hex', 16);
  const sealed = cipher.seal(plain, bytes.subarray(0, 16));
  const signature = signatureOf(token, `${timestamp}`, nonce, sealed);
  return {
    status: 200,
    type: 'application/xml; charset=utf-8',
    body: writeXml({ Encrypt: sealed, MsgSignature: signature, TimeStamp: timestamp, Nonce: nonce }),
  };
}

/** A request as the platform would sign it: for the handshake that `zhida channels check` tries. */
export function signedGet(token: string, now: Date, echo: string, sealed: boolean): RawRequest {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  const nonce = 'check';
  const signature = sealed ? signatureOf(token, timestamp, nonce, echo) : signatureOf(token, timestamp, nonce);
  const search = new URLSearchParams({ [sealed ? 'msg_signature' : 'signature']: signature, timestamp, nonce, echostr: echo });
  return { method: 'GET', headers: {}, query: search, body: Buffer.alloc(0) };
}
