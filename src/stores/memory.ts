import type { AppendOutcome, ConversationId, Store, StoredConversation, TurnRecord } from '../bot/ports.js';
import { StoreError } from './errors.js';
import { INITIAL_STATE } from './initial-state.js';

interface Conversation {
  state: string;
  readonly turns: TurnRecord[];
  readonly byKey: Map<string, TurnRecord>;
}

/** Keeps conversations in this process; they end with it. For tests, transcripts and one-shot commands. */
export function createMemoryStore(): Store {
  const conversations = new Map<ConversationId, Conversation>();
  let closed = false;

  const open = (id: ConversationId): Conversation | undefined => {
    if (closed) throw new StoreError('store-closed', 'The store is closed.');
    return conversations.get(id);
  };

  return {
    async create(id: ConversationId): Promise<void> {
      if (!open(id)) conversations.set(id, { state: INITIAL_STATE, turns: [], byKey: new Map() });
    },

    async load(id: ConversationId): Promise<StoredConversation | undefined> {
      const found = open(id);
      return found && { state: found.state, version: found.turns.length };
    },

    async turnByKey(id: ConversationId, key: string): Promise<TurnRecord | undefined> {
      return open(id)?.byKey.get(key);
    },

    async append(turn: TurnRecord, state: string, expectedVersion: number): Promise<AppendOutcome> {
      const found = open(turn.conversation);
      if (!found) return { kind: 'conflict' };
      const earlier = found.byKey.get(turn.key);
      if (earlier) return { kind: 'duplicate', turn: earlier };
      if (found.turns.length !== expectedVersion || turn.sequence !== expectedVersion + 1) return { kind: 'conflict' };
      // A copy, as a store on disk would make: later changes to the caller's objects must not reach it.
      const kept = JSON.parse(JSON.stringify(turn)) as TurnRecord;
      found.turns.push(kept);
      found.byKey.set(kept.key, kept);
      found.state = state;
      return { kind: 'stored' };
    },

    async history(id: ConversationId, afterSequence: number, limit: number): Promise<readonly TurnRecord[]> {
      const turns = open(id)?.turns ?? [];
      const from = Math.max(0, afterSequence);
      return turns.slice(from, from + Math.max(0, limit));
    },

    async close(): Promise<void> {
      closed = true;
    },
  };
}
