import type { z } from 'zod';
import type { RawRequest } from '../../../src/channels/channel.js';
import type { Said, StandIn } from '../stand-in.js';

/** Something said in a group, with or without a mention of the bot. */
export interface SaidSomewhere extends Said {
  readonly group?: { readonly id: string; readonly mentions: boolean };
}

/** A call of the bot's to a platform's API. */
export interface ApiCall {
  readonly method: string;
  /** With its query, without the API's base. */
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: unknown;
}

export interface ApiReply {
  readonly status: number;
  readonly body: object;
  readonly headers?: { readonly [name: string]: string };
}

/** What becomes of a call: the API's answer, and what people see of it, message by message. */
export interface Taken {
  readonly reply: ApiReply;
  readonly to?: string;
  readonly shows?: readonly string[];
}

interface Definition {
  readonly id: string;
  variables(base: string): { readonly [name: string]: string };
  says(said: SaidSomewhere, now: Date, base: string): RawRequest;
  taps(call: ApiCall, button: number, from: string, id: string, now: Date, base: string): RawRequest;
  faults(call: ApiCall): readonly string[];
  take(call: ApiCall): Taken;
  /** How the platform puts a refusal. Default: status 400 and the faults. */
  refuse?(faults: readonly string[]): ApiReply;
  readonly tokens?: { readonly count: number; end(): void };
}

/**
 * A platform that is played by the documents of its console and API, with cryptography of its own: what it sends, what it takes, what it
 * shows.
 */
export interface Platform extends StandIn {
  readonly id: string;
  says(said: SaidSomewhere, now: Date): RawRequest;
  saysAside(said: Said, now: Date): RawRequest;
  /** The request of a tap on a button of a message that was sent; `button` counts over the whole message. */
  taps(call: ApiCall, button: number, from: string, id: string, now: Date): RawRequest;
  /** What is against the platform's limits in a call; empty when all is well. */
  faults(call: ApiCall): readonly string[];
}

/** Plays a platform that refuses what is against its limits. */
export function createPlatform(definition: Definition): Platform {
  const { id, says, taps, faults, take, tokens } = definition;
  const refuse = definition.refuse ?? ((found): ApiReply => ({ status: 400, body: { faults: found } }));
  const seen: { readonly to: string; readonly text: string }[] = [];
  let base = '';
  return {
    id,
    variables: (api) => {
      base = api;
      return definition.variables(api);
    },
    says: (said, now) => says(said, now, base),
    saysAside: (said, now) => says({ ...said, group: { id: 'G7', mentions: false } }, now, base),
    taps: (call, button, from, message, now) => taps(call, button, from, message, now, base),
    faults,
    reads: () => undefined,
    seen,
    get tokens() {
      return tokens?.count ?? 0;
    },
    endTokens: () => tokens?.end(),
    async api(request) {
      const call = await callOf(request, base);
      const found = faults(call);
      const { reply, to = '', shows = [] } = found.length > 0 ? { reply: refuse(found) } : take(call);
      seen.push(...shows.map((text) => ({ to, text })));
      return Response.json(reply.body, { status: reply.status, ...(reply.headers && { headers: reply.headers }) });
    },
  };
}

/** A request as a call, its path counted from the API's base. */
export const callOf = async (request: Request, base: string): Promise<ApiCall> => ({
  method: request.method,
  path: request.url.slice(base.length),
  headers: Object.fromEntries(request.headers),
  body: bodyOf(await request.text(), request.headers.get('content-type') ?? ''),
});

const bodyOf = (text: string, type: string): unknown =>
  type.startsWith('application/x-www-form-urlencoded') ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text || '{}');

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
