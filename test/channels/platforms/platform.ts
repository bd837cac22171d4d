import type { z } from 'zod';
import type { RawRequest } from '../../../src/channels/channel.js';

/** What somebody says on a platform. */
export interface Said {
  readonly id: string;
  readonly text: string;
  readonly person: string;
  /** In a group, and whether the bot is mentioned there. */
  readonly group?: { readonly id: string; readonly mentions: boolean };
}

/** A call of the bot's to a platform's API. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly body: unknown;
}

export interface ApiReply {
  readonly status: number;
  readonly body: object;
  readonly headers?: { readonly [name: string]: string };
}

/** A platform as the bot sees it: what it sends, what its API takes and says. Written from the platform's side, with cryptography of its own. */
export interface Platform {
  readonly id: string;
  /** The variables of a bot whose API is at `base`. */
  variables(base: string): { readonly [name: string]: string };
  /** The request that brings a message. */
  says(said: Said, now: Date, base: string): RawRequest;
  /** The request of a tap on a button of a message that was sent; `button` counts over the whole message. */
  taps(call: ApiCall, button: number, person: string, id: string, now: Date, base: string): RawRequest;
  /** What is against the platform's limits in a call; empty when all is well. */
  faults(call: ApiCall): readonly string[];
  /** What the API says to a call that is within its limits. */
  answer(call: ApiCall): ApiReply;
}

export const post = (body: string | Buffer, headers: Record<string, string>, type = 'application/json'): RawRequest => ({
  method: 'POST',
  headers: { 'content-type': type, ...headers },
  query: new URLSearchParams(),
  body: Buffer.from(body),
});

/** What a schema of the platform's documents says against a body. */
export function faultsBy(schema: z.ZodType, body: unknown): readonly string[] {
  const parsed = schema.safeParse(body);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
