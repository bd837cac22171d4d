import { createHash, randomBytes } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { z } from 'zod';
import type { RawRequest, RawResponse } from '../../../src/channels/channel.js';
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
function textOf(body: unknown): { readonly text: string } | { readonly refused: Response } {
  const { content } = Text.parse(body).text;
  if (content === '') return { refused: fault(44004, 'empty content') };
  return Buffer.byteLength(content) > 2048 ? { refused: fault(45002, 'content size out of limit') } : { text: content };
}

/** What an account's messages are signed and sealed with: by WeCom's own implementation, and not by ours. */
export interface Seal {
  readonly token: string;
  /** None in plain mode, where messages are signed without their body. */
  readonly key?: string;
  /** Whom messages are sealed for. */
  readonly receiver: string;
}

/** A POST as the platform signs it, and seals it. */
export function signedPost(fields: { readonly [name: string]: string | number }, { token, key, receiver }: Seal, now: Date): RawRequest {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  const nonce = randomBytes(5).readUInt32BE().toString();
  const message = `<xml>${elements(fields)}</xml>`;
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
  const post = (body: string, more: { readonly [name: string]: string } = {}): RawRequest => ({
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    query: new URLSearchParams({ signature, timestamp, nonce, ...more }),
    body: Buffer.from(body),
  });
  if (key === undefined) return post(message);
  const sealed = encrypt(key, message, receiver);
  const body = `<xml>${elements({ ToUserName: String(fields['ToUserName']), Encrypt: sealed })}</xml>`;
  return post(body, { encrypt_type: 'aes', msg_signature: getSignature(token, timestamp, nonce, sealed) });
}

const elements = (fields: { readonly [name: string]: string | number }): string =>
  Object.entries(fields)
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'number' ? value : `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`}</${name}>`,
    )
    .join('');

/** What the user reads of a reply in the exchange; throws for one that the platform would not take. */
function readReply({ status, body }: RawResponse, { token, key, receiver }: Seal): string | undefined {
  if (status !== 200) throw new Error(`status ${status}`);
  if (body === '' || body === 'success') return undefined;
  const text = element(key === undefined ? body : opened(body, token, key, receiver), 'Content');
  if (text === '' || Buffer.byteLength(text) > 2048) throw new Error('the reply is empty, or too long');
  return text;
}

function opened(reply: string, token: string, key: string, receiver: string): string {
  const sealed = element(reply, 'Encrypt');
  if (element(reply, 'MsgSignature') !== getSignature(token, element(reply, 'TimeStamp'), element(reply, 'Nonce'), sealed))
    throw new Error('the reply is signed wrongly');
  const { message, id } = decrypt(key, sealed);
  if (id !== receiver) throw new Error('the reply is sealed for another account');
  return message;
}

/** One element of a flat message: its CDATA sections, or its text. */
function element(xml: string, name: string): string {
  const content = new RegExp(`<${name}>([\\s\\S]*)</${name}>`).exec(xml)?.[1];
  if (content === undefined) throw new Error(`the reply has no ${name}`);
  return content.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1');
}

/** An account whose users' messages come sealed, and are answered in the exchange or by its API. */
export interface Account extends Seal {
  variables(api: string): { readonly [variable: string]: string };
  /** What a message has beside its sender, its text and its id. */
  readonly fields: { readonly [name: string]: string | number };
  /** Where tokens are asked for, and whether this is asked rightly. */
  readonly tokens: { readonly path: string; asks(request: Request): Promise<boolean> };
  /** Where messages are sent, and what they look like. */
  readonly sends: { readonly path: string; readonly message: z.ZodType<{ readonly touser: string }> };
}

export function accountStandIn(account: Account): StandIn {
  const { fields, sends } = account;
  const tokens = createTokenDesk();
  const seen: Seen[] = [];
  return {
    variables: account.variables,
    says: ({ id, from, text }, now) => {
      const said = { FromUserName: from, CreateTime: Math.floor(now.getTime() / 1000), MsgType: 'text', Content: text, MsgId: Number(id) };
      return signedPost({ ...fields, ...said }, account, now);
    },
    reads: (response) => readReply(response, account),
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
