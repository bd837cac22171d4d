import { err, ok, type Result } from '../../base/result.js';
import { query, type RawRequest, type RawResponse } from '../channel.js';
import type { Cipher } from './cipher.js';
import { type Fault, type Opened, openMessage, signedGet, text, verifyQuery } from './envelope.js';

/** The callback that WeCom's apps and its customer service share. */
export interface WecomCallback {
  readonly token: string;
  readonly cipher: Cipher;
}

/** The handshake's answer, or the decrypted message. */
export type Called = { readonly kind: 'echo'; readonly response: RawResponse } | { readonly kind: 'message'; readonly opened: Opened };

export function openCallback(request: RawRequest, now: Date, callback: WecomCallback): Result<Called, Fault> {
  if (request.method === 'POST') {
    const opened = openMessage(request, now, callback);
    return opened.ok ? ok({ kind: 'message', opened: opened.value }) : opened;
  }
  const sealed = query(request, 'echostr') ?? '';
  const verified = verifyQuery(request, now, callback, 'msg_signature', sealed);
  if (!verified.ok) return verified;
  const echo = callback.cipher.open(sealed);
  return echo.ok ? ok({ kind: 'echo', response: text(echo.value) }) : err({ status: 401, reason: echo.error });
}

/** The handshake as WeCom makes it: the echo comes sealed and goes back plain. */
export const wecomHandshake = ({ token, cipher }: WecomCallback, now: Date): { readonly request: RawRequest; readonly answer: string } => {
  const answer = '1616140317555161061';
  return { request: signedGet(token, now, cipher.seal(answer, Buffer.from('0123456789abcdef')), true), answer };
};
