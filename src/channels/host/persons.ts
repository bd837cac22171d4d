import { z } from 'zod';
import { LANGUAGES, type Language } from '../../base/language.js';
import type { Clock, ConversationId, Store } from '../../bot/ports.js';

const State = z.object({ channel: z.string(), target: z.unknown(), language: z.enum(LANGUAGES) });

/** Where a person of the team talks, and how what he says reaches the user. */
export interface Handed {
  readonly channel: string;
  readonly target?: unknown;
  readonly language: Language;
}

/** Conversations that a person has taken over. Each ends when he gives it back, or when nobody has said anything for a while. */
export interface Persons {
  talking(conversation: ConversationId): Promise<Handed | undefined>;
  /** Also called with each message of either side: the time begins anew. */
  take(conversation: ConversationId, handed: Handed): Promise<void>;
  giveBack(conversation: ConversationId): Promise<void>;
}

export function createPersons(store: Pick<Store, 'recall' | 'remember'>, clock: Clock, minutes: number): Persons {
  const keyOf = (conversation: ConversationId) => `person:${conversation}`;
  const inMinutes = (count: number) => new Date(clock.now().getTime() + count * 60_000).toISOString();
  return {
    async talking(conversation) {
      const kept = await store.recall(keyOf(conversation), clock.now().toISOString());
      return kept === undefined ? undefined : State.parse(JSON.parse(kept));
    },
    take: (conversation, handed) => store.remember(keyOf(conversation), JSON.stringify(handed), inMinutes(minutes)),
    giveBack: (conversation) => store.remember(keyOf(conversation), '', clock.now().toISOString()),
  };
}
