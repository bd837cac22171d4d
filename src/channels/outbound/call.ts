import type { ChannelIo, SendOutcome } from '../channel.js';
import { readJsonObject } from '../inbound/json-object.js';

/** What an API said. `body` is empty where it was no JSON object. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Seconds after which it wants to be asked again. */
  readonly retryAfter?: number;
}

/** Posts JSON to an API. Throws what `fetch` throws: no connection, or no answer in time. */
export async function postJson(
  io: Pick<ChannelIo, 'fetch'>,
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer> {
  const response = await io.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  });
  const retryAfter = /^\d{1,5}$/.exec(response.headers.get('retry-after') ?? '')?.[0];
  return {
    status: response.status,
    body: readJsonObject(await response.text()) ?? {},
    ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }),
  };
}

export const bearer = (token: string): { readonly authorization: string } => ({ authorization: `Bearer ${token}` });

/** The same request may be taken later: the platform is busy or down, or the token is not (yet) right. */
const isPassing = (status: number): boolean => status === 401 || status === 408 || status === 425 || status === 429 || status >= 500;

/** What became of a sending by the status alone; `detail` says what the API named as the reason. */
export function outcomeOf({ status, retryAfter }: Omit<ApiAnswer, 'body'>, detail = ''): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const reason = `status ${status}${detail === '' ? '' : `: ${detail}`}`;
  return isPassing(status) ? retry(reason, retryAfter) : { kind: 'refused', reason };
}

export const retry = (reason: string, afterSeconds?: number): SendOutcome => ({
  kind: 'retry',
  reason,
  ...(afterSeconds !== undefined && { afterSeconds }),
});
