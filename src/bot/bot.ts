import type { Result } from '../base/result.js';
import type { ConversationId, Incoming, StoredConversation, TurnError, TurnRecord } from './ports.js';

/** A bot over a store: what channels talk to. */
export interface Bot {
  /** Starts a conversation; one that exists is left as it is. */
  start(id: ConversationId): Promise<void>;
  has(id: ConversationId): Promise<boolean>;
  /** Answers one message. Resolves after the turn is stored. Turns of one conversation run in order of the calls. */
  turn(incoming: Incoming): Promise<Result<TurnRecord, TurnError>>;
  history(id: ConversationId, afterSequence: number, limit: number): Promise<readonly TurnRecord[]>;
}

export type { StoredConversation };
