import type { Reply } from '../rendering/reply.js';

declare const conversationBrand: unique symbol;

/** Names one conversation; chosen by the channel, opaque to the bot. */
export type ConversationId = string & { readonly [conversationBrand]: true };

/** A message of a user, as a channel hands it over. */
export interface Incoming {
  readonly conversation: ConversationId;
  /** The client's id of this message. The same key again returns the stored turn; it is never answered twice. */
  readonly key: string;
  readonly text: string;
  /** BCP 47. */
  readonly locale?: string;
  /** The user's id in the channel. */
  readonly from?: string;
  /** What the channel must give back with this message later, as JSON; the bot does not read it. */
  readonly channelData?: unknown;
}

/** One finished turn, as it is stored and shown. `sequence` counts from 1 without a gap in its conversation. */
export interface TurnRecord {
  readonly conversation: ConversationId;
  readonly sequence: number;
  readonly key: string;
  /** Tells a repeated message from another one under the same key. */
  readonly bodyHash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly incoming: Omit<Incoming, 'conversation' | 'key'>;
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
  /** Somebody else wrote turn `version + 1` first: load again, compute again. */
  | { readonly kind: 'conflict' }
  /** A turn with this key is stored already. */
  | { readonly kind: 'duplicate'; readonly turn: TurnRecord };

/**
 * Keeps conversations. Every implementation passes `test/contract/store.ts`.
 * When `append` resolves to `stored`, the turn and the state are on disk, together.
 */
export interface Store {
  /** Starts a conversation, or does nothing when it exists. */
  create(id: ConversationId, at: string): Promise<void>;
  load(id: ConversationId): Promise<StoredConversation | undefined>;
  turnByKey(id: ConversationId, key: string): Promise<TurnRecord | undefined>;
  append(turn: TurnRecord, state: string, expectedVersion: number): Promise<AppendOutcome>;
  /** Turns after `afterSequence` in order, at most `limit`. */
  history(id: ConversationId, afterSequence: number, limit: number): Promise<readonly TurnRecord[]>;
  close(): Promise<void>;
}

export interface Clock {
  now(): Date;
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
  /** Another message was already stored under this key. */
  | { readonly kind: 'key-reused' }
  /** Longer than the bot reads. */
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'empty' }
  /** The conversation was busy in other processes for too long, or the store is full; the message was not taken. */
  | { readonly kind: 'busy' };
