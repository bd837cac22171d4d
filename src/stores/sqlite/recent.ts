import type { ConversationId, StoredConversation } from '../../bot/ports.js';

/** Where the conversations that were used last stand: their next turn asks the file for nothing. */
export interface Recent {
  get(id: ConversationId): StoredConversation | undefined;
  set(id: ConversationId, now: StoredConversation | undefined): void;
}

/** Keeps so many; the one that was not used for longest goes first. */
export function createRecent(most: number): Recent {
  const known = new Map<ConversationId, StoredConversation>();
  const set = (id: ConversationId, now: StoredConversation | undefined): void => {
    known.delete(id);
    if (now === undefined) return;
    known.set(id, now);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  return {
    get(id) {
      const now = known.get(id);
      if (now) set(id, now);
      return now;
    },
    set,
  };
}
