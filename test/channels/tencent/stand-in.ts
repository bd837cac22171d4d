import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest, RawResponse } from '../../../src/channels/channel.js';
import { lengthIn } from '../../../src/channels/degrade/measure.js';
import { type Cipher, createCipher, signatureOf } from '../../../src/channels/tencent/cipher.js';
import { readFields, writeXml } from '../../../src/channels/tencent/xml.js';
import type { Seen, StandIn } from '../stand-in.js';

/** The access tokens of one account. */
export interface TokenDesk {
  readonly count: number;
  end(): void;
  /** The API's answer to who asks for a token. */
  give(): Response;
  /** The API's refusal of a call with another token. */
  refusal(request: Request): Response | undefined;
}

export const answer = (body: object): Response => Response.json({ errcode: 0, errmsg: 'ok', ...body });
export const fault = (errcode: number, errmsg: string): Response => Response.json({ errcode, errmsg });

export function createTokenDesk(): TokenDesk {
  let count = 0;
  let isEnded = false;
  const current = () => `token-${count}`;
  return {
    get count() {
      return count;
    },
    end: () => {
      isEnded = true;
    },
    give() {
      count++;
      isEnded = false;
      return answer({ access_token: current(), expires_in: 7200 });
    },
    refusal(request) {
      const given = new URL(request.url).searchParams.get('access_token');
      if (given === null) return fault(41001, 'access_token missing');
      if (given !== current()) return fault(40014, 'invalid access_token');
      return isEnded ? fault(42001, 'access_token expired') : undefined;
    },
  };
}

const Text = z.object({ text: z.object({ content: z.string() }) });

/** The text of a message, unless the platform would refuse it. */
export function textOf(body: unknown): { readonly text: string } | { readonly refused: Response } {
  const { content } = Text.parse(body).text;
  if (content === '') return { refused: fault(44004, 'empty content') };
  return lengthIn(content, 'byte') > 2048 ? { refused: fault(45002, 'content size out of limit') } : { text: content };
}

/** A POST as the platform signs it; sealed where there is a cipher. */
export function signedPost(
  fields: { readonly [name: string]: string | number },
  token: string,
  cipher: Cipher | undefined,
  now: Date,
): RawRequest {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  const nonce = randomBytes(5).readUInt32BE().toString();
  const plain = writeXml(fields);
  const query = { signature: signatureOf(token, timestamp, nonce), timestamp, nonce };
  const of = (body: string, search: { readonly [name: string]: string }): RawRequest => ({
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    query: new URLSearchParams(search),
    body: Buffer.from(body),
  });
  if (!cipher) return of(plain, query);
  const sealed = cipher.seal(plain, randomBytes(16));
  const signature = signatureOf(token, timestamp, nonce, sealed);
  return of(writeXml({ ToUserName: String(fields['ToUserName']), Encrypt: sealed }), {
    ...query,
    encrypt_type: 'aes',
    msg_signature: signature,
  });
}

/** What the user reads of a reply in the exchange; throws for one that the platform would not take. */
export function readReply({ status, body }: RawResponse, token: string, cipher: Cipher | undefined): string | undefined {
  if (status !== 200) throw new Error(`status ${status}`);
  if (body === '' || body === 'success') return undefined;
  const outer = fieldsOf(body);
  if (!cipher) return outer['Content'];
  const { Encrypt: sealed = '', MsgSignature: signature, TimeStamp: timestamp = '', Nonce: nonce = '' } = outer;
  if (signature !== signatureOf(token, timestamp, nonce, sealed)) throw new Error('the reply is signed wrongly');
  const opened = cipher.open(sealed);
  if (!opened.ok) throw new Error(opened.error);
  return fieldsOf(opened.value)['Content'];
}

function fieldsOf(xml: string): { readonly [name: string]: string } {
  const read = readFields(xml);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** An account whose users' messages come sealed, and are answered in the exchange or by its API. */
export interface Account {
  readonly token: string;
  readonly key: string;
  /** Whom messages are sealed for. */
  readonly receiver: string;
  variables(api: string): { readonly [variable: string]: string };
  /** What a message has beside its sender, its text and its id. */
  readonly fields: { readonly [name: string]: string | number };
  /** Where tokens are asked for, and whether this is asked rightly. */
  readonly tokens: { readonly path: string; asks(request: Request): Promise<boolean> };
  /** Where messages are sent, and what they look like. */
  readonly sends: { readonly path: string; readonly message: z.ZodType<{ readonly touser: string }> };
}

export function accountStandIn(account: Account): StandIn {
  const { token, receiver, fields, sends } = account;
  const cipher = createCipher(account.key, receiver);
  const tokens = createTokenDesk();
  const seen: Seen[] = [];
  return {
    variables: account.variables,
    says: ({ id, from, text }, now) => {
      const said = { FromUserName: from, CreateTime: Math.floor(now.getTime() / 1000), MsgType: 'text', Content: text, MsgId: Number(id) };
      return signedPost({ ...fields, ...said }, token, cipher, now);
    },
    reads: (response) => readReply(response, token, cipher),
    seen,
    get tokens() {
      return tokens.count;
    },
    endTokens: tokens.end,
    async api(request) {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith(account.tokens.path))
        return (await account.tokens.asks(request)) ? tokens.give() : fault(40001, 'invalid credential');
      if (!pathname.endsWith(sends.path)) return new Response('', { status: 404 });
      const refusal = tokens.refusal(request);
      if (refusal) return refusal;
      const body: unknown = await request.json();
      const { touser } = sends.message.parse(body);
      const text = textOf(body);
      if ('refused' in text) return text.refused;
      seen.push({ to: touser, text: text.text });
      return answer({});
    },
  };
}
