import type { Reply } from '../rendering/reply.js';

declare const conversationBrand: unique symbol;

/** Names one conversation; chosen by the channel, opaque to the bot. */
export type ConversationId = string & { readonly [conversationBrand]: true };

/** A message of a user, as a channel hands it over. */
export interface Incoming {
  readonly conversation: ConversationId;
  /** The client's id of this message. The same key again returns the stored turn; it is never answered twice. */
  readonly key: string;
  /** Empty only where `unread` says that something else came. */
  readonly text: string;
  /** A picture, a voice message, a file came with it: the reply says that only the text is read. */
  readonly unread?: true;
  /** BCP 47. */
  readonly locale?: string;
  /** The user's id in the channel. */
  readonly from?: string;
  /** What else tells the message from another one under its key (its attachments, a value), as JSON. Compared, not stored. */
  readonly content?: unknown;
  /** What the channel must give back with this message later, as JSON; the bot does not read it. */
  readonly channelData?: unknown;
  /** What is to be sent for the reply, where that is not its answer to the request itself. Stored together with the turn. */
  readonly outgoing?: (reply: Reply, turn: { readonly sequence: number }) => readonly Outgoing[];
}

/** One message that a channel delivers after its turn is stored. */
export interface Outgoing {
  /** The same at every attempt and unique in its conversation: at most 32 of `[0-9a-zA-Z_-]`. Platforms drop what they have seen by it. */
  readonly delivery: string;
  /** Which channel sends it. */
  readonly channel: string;
  /** Where to, as JSON; read by the channel alone. */
  readonly target: unknown;
  /** What, as JSON; read by the channel alone. */
  readonly part: unknown;
}

/** A message that waits to be sent. */
export interface OutboxEntry extends Outgoing {
  readonly conversation: ConversationId;
  /** Of its turn; of the last one before it, where it belongs to none. */
  readonly sequence: number;
  /** How often it was taken to be sent, this time included. */
  readonly attempts: number;
}

/** What of a conversation was not sent, for people to look at. */
export interface Undelivered extends OutboxEntry {
  /** `dead`: given up. */
  readonly state: 'waiting' | 'dead';
  /** Why the last attempt failed. */
  readonly error?: string;
}

export type Settlement =
  | { readonly kind: 'sent' }
  /** To be taken again from `at` on, ISO 8601. */
  | { readonly kind: 'retry'; readonly at: string; readonly error: string }
  /** The same, and that it was taken this time does not count. */
  | { readonly kind: 'postponed'; readonly at: string; readonly error: string }
  /** Never taken again; kept with its conversation. */
  | { readonly kind: 'dead'; readonly error: string };

/** One finished turn, as it is stored and shown. `sequence` counts from 1 without a gap in its conversation. */
export interface TurnRecord {
  readonly conversation: ConversationId;
  readonly sequence: number;
  readonly key: string;
  /** Tells a repeated message from another one under the same key. */
  readonly bodyHash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly incoming: Omit<Incoming, 'conversation' | 'key' | 'content' | 'outgoing'>;
  readonly reply: Reply;
}

/** What is known of a conversation before its next turn. */
export interface StoredConversation {
  /** JSON of the dialog's state; written and read by the bot alone. */
  readonly state: string;
  /** Sequence of the last turn; 0 for a conversation without one. */
  readonly version: number;
}

export type AppendOutcome =
  | { readonly kind: 'stored' }
  /** Somebody else wrote turn `version + 1` first: compute again, from what stands there now (load it where the store does not say). */
  | { readonly kind: 'conflict'; readonly now?: StoredConversation }
  /** A turn with this key is stored already. */
  | { readonly kind: 'duplicate'; readonly turn: TurnRecord };

/**
 * Keeps conversations and what is to be sent for them. Every implementation passes `test/contract/store.ts`.
 * When `append` resolves to `stored`, the turn, the state and what is to be sent are on disk, together. Times are ISO 8601 in UTC.
 */
export interface Store {
  /** Starts a conversation, or does nothing when it exists. */
  create(id: ConversationId, at: string): Promise<void>;
  load(id: ConversationId): Promise<StoredConversation | undefined>;
  /** Rejects, and keeps nothing, where a delivery id is that of another entry that is not sent yet. */
  append(turn: TurnRecord, state: string, expectedVersion: number, outgoing?: readonly Outgoing[]): Promise<AppendOutcome>;
  /** Turns after `afterSequence` in order, at most `limit`. */
  history(id: ConversationId, afterSequence: number, limit: number): Promise<readonly TurnRecord[]>;
  /** Where several processes write: the sequence of each conversation's last turn. Unknown ones are left out. */
  sequences?(ids: readonly ConversationId[]): Promise<ReadonlyMap<ConversationId, number>>;
  /**
   * Takes up to `limit` entries that are due, and keeps them from everybody else until `until`. Of each conversation only the oldest
   * that is neither sent nor dead: the next one waits until it is settled. An entry is due from the time of its turn on.
   */
  lease(now: string, until: string, limit: number): Promise<readonly OutboxEntry[]>;
  /**
   * Adds a message that belongs to no turn, to be sent after all that waits in its conversation. Nothing is added while the same delivery
   * waits or is dead, or where there is no such conversation.
   */
  enqueue(id: ConversationId, outgoing: Outgoing, at: string): Promise<void>;
  /** Says how sending ended. Does nothing when somebody else took the entry since, because `until` had passed. */
  settle(entry: OutboxEntry, outcome: Settlement): Promise<void>;
  /** What of a conversation waits or was given up, in order. */
  undelivered(id: ConversationId): Promise<readonly Undelivered[]>;
  /** A small value that instances share (an access token, a cursor); `undefined` when it is absent or its time is over. */
  recall(name: string, now: string): Promise<string | undefined>;
  /** Keeps a value until `expiresAt`, or for good; an earlier one under this name is replaced. */
  remember(name: string, value: string, expiresAt?: string): Promise<void>;
  /** Keeps a value as `remember` does, unless another one stands there whose time is not over: then `false`. Of many at once one has it. */
  claim(name: string, value: string, now: string, expiresAt: string): Promise<boolean>;
  /** Leaves nothing of these values. */
  forget(names: readonly string[]): Promise<void>;
  /** Leaves nothing of values whose time is over. */
  sweep(now: string): Promise<void>;
  /**
   * Leaves nothing of a conversation: turns, keys, what waits to be sent. `false` when there was none, or, with `ifBefore`, when its last turn
   * (or start, without one) is not older than that.
   */
  erase(id: ConversationId, ifBefore?: string): Promise<boolean>;
  /** Up to `limit` conversations whose last turn (or start, without one) is older than `at`. */
  old(at: string, limit: number): Promise<readonly ConversationId[]>;
  close(): Promise<void>;
}

export interface Clock {
  now(): Date;
}

/** Lets time pass, a little more or less of it: what several processes do at once is spread. A test lets none pass. */
export interface Pauses {
  /** Resolves after so many milliseconds, or as soon as `signal` ends it. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/** Makes ids that nobody can guess. */
export interface Ids {
  next(): string;
}

/** One line a turn; the text of messages is never logged. */
export interface Log {
  turn(entry: {
    readonly conversation: string;
    readonly sequence: number;
    readonly kind: string;
    readonly intents: readonly string[];
    readonly language: string;
    readonly milliseconds: number;
    readonly pack: string;
  }): void;
}

export type TurnError =
  | { readonly kind: 'unknown-conversation' }
  /** The conversation was there, and was erased elsewhere while the message was answered; nothing of it was kept. */
  | { readonly kind: 'erased' }
  /** Another message was already stored under this key. */
  | { readonly kind: 'key-reused' }
  /** Longer than the bot reads. */
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'empty' }
  /** The conversation was busy in other processes for too long, or the store is full; the message was not taken. */
  | { readonly kind: 'busy' };
