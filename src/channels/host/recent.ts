import { LANGUAGES, type Language, languageOfTag } from '../../base/language.js';
import type { Bot } from '../../bot/bot.js';
import type { ConversationId, Store, TurnRecord } from '../../bot/ports.js';
import type { Channel, MessageEvent, Shown } from '../channel.js';
import { numberedChoices, pickByNumber } from '../degrade/choices.js';
import { conversationOf } from './conversation.js';
import type { Marks } from './marks.js';

/** What was said last in a conversation, and what follows from it for the next message. */
export interface Recent {
  recentTurns(conversation: ConversationId): Promise<readonly TurnRecord[]>;
  languageOf(conversation: ConversationId, locale: string | undefined): Promise<Language>;
  /** What somebody meant who typed a number: the choice that stands under it in what he was shown last. */
  meant(channel: Channel, event: MessageEvent, text: string): Promise<{ readonly text: string; readonly typed?: string }>;
}

export interface RecentParts {
  readonly bot: Pick<Bot, 'history'>;
  readonly store: Pick<Store, 'load'>;
  readonly marks: Marks;
  readonly welcome: (language: Language) => Shown;
}

/** Turns that are looked through for one that a number may belong to. */
const RECENT = 20;

export function createRecent({ bot, store, marks, welcome }: RecentParts): Recent {
  async function recentTurns(conversation: ConversationId): Promise<readonly TurnRecord[]> {
    const version = (await store.load(conversation))?.version ?? 0;
    return version === 0 ? [] : bot.history(conversation, Math.max(0, version - RECENT), RECENT);
  }

  async function languageOf(conversation: ConversationId, locale: string | undefined): Promise<Language> {
    const last = (await recentTurns(conversation)).at(-1)?.reply.language;
    return last ?? (locale === undefined ? undefined : languageOfTag(locale)) ?? LANGUAGES[0];
  }

  return {
    recentTurns,
    languageOf,

    async meant(channel, event, text) {
      if (!/^\p{N}/u.test(text) || text.length > 4) return { text };
      const conversation = conversationOf(channel, event.conversation);
      const turns = await recentTurns(conversation);
      const again = turns.find((turn) => turn.key === event.id);
      if (again) return { text: again.incoming.text };
      const last = turns.at(-1);
      const isGreeted = await marks.isLast('greeted', conversation, `${last?.sequence ?? 0}`);
      const shown = isGreeted ? welcome(await languageOf(conversation, event.locale)) : last?.reply;
      const choice = shown && pickByNumber(text, numberedChoices(shown, channel.capabilities));
      return choice ? { text: choice.send, typed: text } : { text };
    },
  };
}
