import type { ConversationId, Store } from '../../bot/ports.js';

/** Keeps a value beside a conversation that was started. */
export type KeepBeside = (conversation: ConversationId, name: string, value: string, expiresAt: string) => Promise<void>;

/**
 * What is kept beside a conversation goes with it. It may be erased in between, by another instance too: whoever erases takes such values away
 * once the conversation is gone, and whoever keeps one looks for the conversation afterwards, so that one of the two comes last.
 */
export const keepBeside =
  (store: Pick<Store, 'remember' | 'load' | 'forget'>): KeepBeside =>
  async (conversation, name, value, expiresAt) => {
    await store.remember(name, value, expiresAt);
    if (!(await store.load(conversation))) await store.forget([name]);
  };
