import type { ChannelIo } from '../channel.js';
import { readJsonObject } from '../inbound/json-object.js';
import { type Answered, answered } from '../outcome.js';

/** What an API said. `body` is empty where it was no JSON object. */
export interface ApiAnswer extends Answered {
  readonly body: Readonly<Record<string, unknown>>;
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
  return { ...answered(response), body: readJsonObject(await response.text()) ?? {} };
}

export const bearer = (token: string): { readonly authorization: string } => ({ authorization: `Bearer ${token}` });
