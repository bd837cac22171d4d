import { hash } from 'node:crypto';
import type { Clock, ConversationId, Store } from '../../bot/ports.js';
import type { KeepBeside } from './beside.js';

/** What was done last in a conversation, known to all instances. One small value a kind and conversation, so that nothing piles up. */
export interface Marks {
  /** Of a conversation that was started; of another one nothing is kept. */
  set(kind: MarkKind, conversation: ConversationId, id: string): Promise<void>;
  /** Whether this was the last one. */
  isLast(kind: MarkKind, conversation: ConversationId, id: string): Promise<boolean>;
  /** All that is known of a conversation. */
  all(conversation: ConversationId): Promise<{ readonly [Kind in MarkKind]?: string }>;
}

/** By which way the last reply went; what the desk heard last; what a person said last; what was told without a turn; after which turn somebody was greeted; in which minute somebody was told to slow down. */
type MarkKind = (typeof KINDS)[number];
const KINDS = ['exchange', 'api', 'heard', 'said', 'told', 'greeted', 'hurried'] as const;

/** Longer than any platform or desk tries again. */
const KEPT = 86_400_000;

const nameOf = (kind: MarkKind, conversation: ConversationId): string => `${kind}:${hash('sha256', conversation, 'base64url')}`;

/** Of all that may be kept of a conversation. */
export const markNames = (conversation: ConversationId): readonly string[] => KINDS.map((kind) => nameOf(kind, conversation));

export function createMarks(store: Pick<Store, 'recall'>, keep: KeepBeside, clock: Clock): Marks {
  const last = (kind: MarkKind, conversation: ConversationId) => store.recall(nameOf(kind, conversation), clock.now().toISOString());
  return {
    set: (kind, conversation, id) =>
      keep(conversation, nameOf(kind, conversation), id, new Date(clock.now().getTime() + KEPT).toISOString()),
    isLast: async (kind, conversation, id) => (await last(kind, conversation)) === id,
    async all(conversation) {
      const found = await Promise.all(KINDS.map(async (kind) => [kind, await last(kind, conversation)] as const));
      return Object.fromEntries(found.filter(([, id]) => id !== undefined));
    },
  };
}
