import { hash } from 'node:crypto';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../base/language.js';
import type { Clock, ConversationId, Store } from '../../bot/ports.js';
import type { KeepBeside } from './beside.js';

const State = z.object({ channel: z.string(), target: z.unknown(), language: z.enum(LANGUAGES), talks: z.boolean() });

/** A conversation that a person was asked for, and how what he says reaches the user. */
export interface Handed {
  readonly channel: string;
  readonly target?: unknown;
  readonly language: Language;
  /** He is there; until then the bot goes on answering. */
  readonly talks: boolean;
}

/** Conversations that were handed to a person. Each ends when he gives it back, or when nobody has said anything for a while. */
export interface Persons {
  find(conversation: ConversationId): Promise<Handed | undefined>;
  /** Of a conversation that was started. Also called with each message of either side: the time begins anew. */
  keep(conversation: ConversationId, handed: Handed): Promise<void>;
  giveBack(conversation: ConversationId): Promise<void>;
}

/** A platform's ids may be telephone numbers, so that a digest stands for them. */
export const personName = (conversation: ConversationId): string => `person:${hash('sha256', conversation, 'base64url')}`;

export function createPersons(store: Pick<Store, 'recall' | 'forget'>, keep: KeepBeside, clock: Clock, minutes: number): Persons {
  const inMinutes = (count: number) => new Date(clock.now().getTime() + count * 60_000).toISOString();
  return {
    async find(conversation) {
      const kept = await store.recall(personName(conversation), clock.now().toISOString());
      return kept === undefined ? undefined : State.parse(JSON.parse(kept));
    },
    keep: (conversation, handed) => keep(conversation, personName(conversation), JSON.stringify(handed), inMinutes(minutes)),
    giveBack: (conversation) => store.forget([personName(conversation)]),
  };
}
