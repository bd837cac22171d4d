import type { SendOutcome } from '../bot/outbox.js';
import type { Reply } from '../rendering/reply.js';

export type { SendOutcome } from '../bot/outbox.js';

/** A request of a platform as it came, before anything is believed of it. */
export interface RawRequest {
  readonly method: 'GET' | 'POST';
  /** Names in lower case; a header that came twice has its values joined or in a list, as Node gives them. */
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly query: URLSearchParams;
  /** The very bytes that the platform signed; empty for a GET. */
  readonly body: Buffer;
}

/** What goes back in the same exchange. */
export interface RawResponse {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

/** What a request turned out to be, once it is verified, decrypted and parsed. */
export type Received<Target> =
  /** A handshake, or news that nothing follows from. */
  | { readonly kind: 'respond'; readonly response: RawResponse }
  /** Forged, stale or malformed. The reason is for the log; the sender learns the status alone. */
  | { readonly kind: 'reject'; readonly status: 400 | 401 | 403; readonly reason: string }
  /** `acknowledge` is sent once every event is dealt with, unless a passive reply takes its place. Events are in their order. */
  | { readonly kind: 'events'; readonly events: readonly ChannelEvent<Target>[]; readonly acknowledge: RawResponse };

/** A message of a user. */
export interface MessageEvent<Target = unknown> {
  readonly kind: 'message';
  /** The platform's id of the message, the same at each of its attempts: the turn's key. At most 200 characters. */
  readonly id: string;
  /** Whose thread this is, without the channel's id: the person, and in a group the group and the person. */
  readonly conversation: string;
  /** What was said, without the mention of the bot; `undefined` for a picture, a voice, a sticker. */
  readonly text: string | undefined;
  /** The bot is spoken to: always in a direct chat, in a group when it is mentioned. */
  readonly addressed: boolean;
  /** All that `send` needs to answer here, as JSON. */
  readonly target: Target;
  /** The user's id on the platform. */
  readonly from?: string;
  /** BCP 47. */
  readonly locale?: string;
  /** When the platform took the message. */
  readonly at?: Date;
}

export type ChannelEvent<Target = unknown> =
  | MessageEvent<Target>
  /** A person opened the conversation and said nothing yet: he is greeted once. */
  | {
      readonly kind: 'greet';
      readonly id: string;
      readonly conversation: string;
      readonly target: Target;
      readonly locale?: string;
      readonly at?: Date;
    }
  /** Messages wait to be fetched: the host calls `pull`, outside this exchange. One pull a `queue` runs at a time. */
  | { readonly kind: 'pull'; readonly queue: string; readonly hint: string }
  /** A person of the team has taken the conversation over on the platform itself, or has given it back. */
  | { readonly kind: 'person'; readonly id: string; readonly conversation: string; readonly talks: boolean; readonly target: Target };

/** What the platform can show, and in what time. The host and `degrade` ask for these and never for a channel by name. */
export interface Capabilities {
  /** The longest text of one message, in `unit`. A `char` is a UTF-16 unit, the strictest reading of "character". */
  readonly maxText: number;
  readonly unit: 'byte' | 'char';
  /** Tables are shown as tables; longer ones are cut into several with the heading repeated. */
  readonly table: false | { readonly maxRows: number; readonly maxColumns: number };
  /** A quote is shown as a card of labelled values. */
  readonly card: boolean;
  /** Answers to tap. A choice whose label is longer (in UTF-16 units) or that is one too many turns all into a numbered list. */
  readonly quickReplies: false | { readonly most: number; readonly maxLabel: number };
  /** The first part may go back in the same exchange, when it is ready within `deadlineMs` of one of `attempts`, `intervalMs` apart. */
  readonly passive: false | { readonly deadlineMs: number; readonly attempts: number; readonly intervalMs: number };
  /** Bytes of the largest request, where the platform sends more at once than others do. */
  readonly largestRequest?: number;
  /** Messages that may be sent for one of the user's. */
  readonly maxSends?: number;
  /** Its users' ids are their telephone numbers: no log shows a conversation's name. */
  readonly namesAreNumbers?: true;
  /** Messages a second over all conversations; default: as fast as they come. */
  readonly sendsPerSecond?: number;
}

/** What is shown to a user: a reply of the bot, or a word of the host's own. */
export type Shown = Pick<Reply, 'kind' | 'language' | 'blocks' | 'sources' | 'suggestions'>;

/** An access token as a platform gives it. */
export interface AccessToken {
  readonly value: string;
  readonly lifetimeSeconds: number;
}

/** What an adapter reaches the world by. */
export interface ChannelIo {
  now(): Date;
  /** Bytes that nobody can guess. */
  random(length: number): Buffer;
  /** As `fetch`, with a time limit, without redirects. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** The access token called `name`; fetched once for all callers and instances, and again when it is about to end. */
  token(name: string, fetchToken: () => Promise<AccessToken>): Promise<string>;
  /** Drops a token that the platform no longer takes; a newer one stays. */
  dropToken(name: string, value: string): Promise<void>;
}

/** What `pull` fetched: handled in order, then the cursor is stored. */
export interface Pulled<Target = unknown> {
  readonly events: readonly ChannelEvent<Target>[];
  readonly cursor: string;
  readonly more: boolean;
}

/**
 * A messaging platform. It translates and decides nothing: de-duplication, order, deadlines, splitting, retries and hand-off are the host's.
 * `receive`, `render` and `passive` are pure; no function uses `this`. Every one passes `test/contract/channel.ts`.
 *
 * `Target` and `Part` are JSON: they are stored in the outbox and read by this channel alone.
 */
export interface Channel<Target = unknown, Part = unknown> {
  /** Lower case with hyphens; also the last part of its path, `/channels/ID`, and the prefix of its conversations. */
  readonly id: string;
  readonly capabilities: Capabilities;

  /** Verifies, decrypts and parses, in that order. Fails closed: what is not understood to be genuine is rejected. Never throws. */
  receive(request: RawRequest, now: Date): Received<Target>;

  /** An answer as messages of the platform, each within its limits; never empty. Use `degrade`. */
  render(shown: Shown): readonly Part[];

  /** The exchange's response that carries a part, where the platform takes one. */
  passive?(target: Target, part: Part, io: Pick<ChannelIo, 'now' | 'random'>): RawResponse;

  /**
   * Sends one part by the platform's API. `delivery` is the same at each attempt and at most 32 of `[0-9a-zA-Z_-]`:
   * give it to the platform wherever it takes an idempotency key. Missing where the account may only answer passively.
   */
  send?(target: Target, part: Part, delivery: string, io: ChannelIo): Promise<SendOutcome>;

  /** Fetches waiting messages after `cursor` (empty at first). `hint` is the event's; empty when the host asks by itself. */
  pull?(queue: string, hint: string, cursor: string, io: ChannelIo): Promise<Pulled<Target>>;

  /** The platform's own way to give a conversation to a person. */
  handOff?(target: Target, delivery: string, io: ChannelIo): Promise<SendOutcome>;

  /**
   * What the platform sends to verify the callback, made with the configured secrets, and the body it wants: what `zhida channels check`
   * tries. Without a handshake: a signed event that nothing follows from, and no `answer`; it only must not be rejected.
   */
  handshake(now: Date): { readonly request: RawRequest; readonly answer?: string };
}

/** What of a channel it takes to say something in its conversations. */
export type Voice = Pick<Channel, 'id' | 'capabilities' | 'render' | 'send' | 'handOff'>;

/** The header, when it came once. */
export function header(request: RawRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** The query's value, when it came once. */
export function query(request: RawRequest, name: string): string | undefined {
  const values = request.query.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}
