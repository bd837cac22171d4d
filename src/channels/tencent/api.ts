import { z } from 'zod';
import type { AccessToken, ChannelIo, SendOutcome } from '../channel.js';
import { answered, outcomeOf as outcomeOfStatus } from '../outcome.js';

/** What every call answers; `errcode` is 0 or missing when it went well. */
const Answer = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().default('') });
export type ApiAnswer = z.infer<typeof Answer>;

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** The token is wrong or over: fetch another and ask once more. */
const TOKEN_CODES: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** Busy, too often, or too many messages until the user writes again: it may go well later. */
const LATER: ReadonlyMap<number, number> = new Map([
  [-1, 1],
  [6000, 1],
  [45009, 60],
  [45011, 60],
  [45033, 1],
  [45047, 60],
  [95001, 60],
]);

/** An account's API: where it is, and how its token is got. */
export interface TencentApi {
  /** Without a slash at its end. */
  readonly base: string;
  /** Names the token among those that instances share. */
  readonly tokenName: string;
  readonly fetchToken: (io: ChannelIo) => Promise<Response>;
}

/** Calls that failed in a way that nobody can do anything about here; the same call may go well later. */
export class TencentApiError extends Error {}

/** POSTs JSON with an access token; a token that has ended is fetched again, once. Rejects when there is no answer of the API's form. */
export async function call(api: TencentApi, path: string, body: unknown, io: ChannelIo): Promise<ApiAnswer | Response> {
  const first = await callOnce(api, path, body, io);
  if (first instanceof Response || !TOKEN_CODES.has(first.errcode)) return first;
  await io.dropToken(api.tokenName, first.token);
  return callOnce(api, path, body, io);
}

async function callOnce(
  api: TencentApi,
  path: string,
  body: unknown,
  io: ChannelIo,
): Promise<(ApiAnswer & { readonly token: string }) | Response> {
  const token = await io.token(api.tokenName, () => freshToken(api, io));
  const response = await io.fetch(`${api.base}${path}?${new URLSearchParams({ access_token: token })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  });
  if (!response.ok) return response;
  return { ...Answer.parse(await response.json()), token };
}

async function freshToken(api: TencentApi, io: ChannelIo): Promise<AccessToken> {
  const response = await api.fetchToken(io);
  if (!response.ok) throw new TencentApiError(`no access token: status ${response.status}`);
  const answer: unknown = await response.json();
  const parsed = TokenAnswer.safeParse(answer);
  if (parsed.success) return { value: parsed.data.access_token, lifetimeSeconds: parsed.data.expires_in };
  const { errcode, errmsg } = Answer.catch({ errcode: 0, errmsg: 'an answer of another form' }).parse(answer);
  throw new TencentApiError(`no access token: ${errcode} ${errmsg}`);
}

/** What an API's answer means for one sending. */
export function outcomeOf(answer: ApiAnswer | Response): SendOutcome {
  if (answer instanceof Response) return outcomeOfStatus(answered(answer));
  const { errcode, errmsg } = answer;
  if (errcode === 0) return { kind: 'sent' };
  const afterSeconds = LATER.get(errcode) ?? (TOKEN_CODES.has(errcode) ? 1 : undefined);
  const reason = `${errcode} ${errmsg}`.trim();
  return afterSeconds === undefined ? { kind: 'refused', reason } : { kind: 'retry', reason, afterSeconds };
}
