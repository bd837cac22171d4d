import { rm } from 'node:fs/promises';
import { hashBody } from '../bot/body-hash.js';
import type { Bot } from '../bot/bot.js';
import type { ConversationId, TurnRecord } from '../bot/ports.js';
import { maskPersonalData } from '../text/personal-data.js';
import { writeText } from './files.js';
import { isId } from './header.js';
import { createRecorded } from './recorded.js';
import { type ChatDraft, composeChat } from './write-chat.js';

/** More turns of one conversation are not recorded. */
const MOST_TURNS = 200;
/** Conversations that are asked for at once. */
const PAGE = 500;

const HIDDEN_NUMBER = /<(?:phone|card|id-card)>/;
const NOT_KEPT = 'the reply is not kept, since it may repeat digits that are masked; `zhida test --update` writes the one to this line';

/**
 * A conversation as it was as a `.chat` file, with personal data masked and what each reply was as assertions. From a masked number on,
 * replies are left out: the bot may have taken its digits for an amount and have said them again.
 */
export function chatOfTurns(id: string, stored: readonly TurnRecord[]): string {
  // A file says nothing that could be said again; nor is what a person answered the bot's.
  const turns = stored.filter(({ incoming, reply }) => (!incoming.unread || incoming.text.trim() !== '') && reply.text !== '');
  const texts = maskPersonalData(turns.flatMap(({ incoming, reply }) => [incoming.text, reply.text]));
  const questions = texts.filter((_, index) => index % 2 === 0);
  const hidden = questions.findIndex((text) => HIDDEN_NUMBER.test(text));
  const kept = hidden < 0 ? turns.length : hidden;
  const messages = turns.flatMap(({ reply }, index): ChatDraft['messages'] => {
    const user = { role: 'user' as const, text: questions[index] ?? '' };
    if (index >= kept) return [{ ...user, comments: [NOT_KEPT] }];
    const comments = [`@kind ${reply.kind}`, ...reply.intents.slice(0, 1).map((intent) => `@intent ${intent.id}`)];
    const suggestions = reply.suggestions.map(({ label }) => label);
    return [user, { role: 'bot' as const, text: texts[index * 2 + 1] ?? '', suggestions, comments }];
  });
  return composeChat({ id, tags: ['recorded'], locale: turns[0]?.incoming.locale, messages });
}

/** A name for a conversation's file that any file system takes. */
const fileNameOf = (id: ConversationId): string => (isId(id) && id.length <= 100 ? id : hashBody(id));

export interface Recorder {
  /** The same bot; each of its conversations is kept as `<id>.chat`, written anew after every turn, and erased with it. */
  readonly bot: Bot;
  /** Resolves when all that was said is written. */
  readonly flush: () => Promise<void>;
  /** Where several processes write the store: takes away the recordings of what another one has erased. */
  readonly look: () => Promise<void>;
}

/** Records what a bot says without letting a turn wait: a file that cannot be written is told to `onError`. */
export function recording(bot: Bot, folder: string, onError: (error: unknown) => void): Recorder {
  const writes = new Map<ConversationId, Promise<void>>();
  // Nobody else erases what one process alone has.
  const recorded = bot.sequences && createRecorded(folder);

  const fileOf = (id: ConversationId): string => `${folder}/${fileNameOf(id)}.chat`;

  async function write(id: ConversationId): Promise<void> {
    const turns = await bot.history(id, 0, MOST_TURNS);
    if (turns.length === 0) return;
    await recorded?.add(id);
    await writeText(fileOf(id), chatOfTurns(fileNameOf(id), turns));
  }

  async function remove(id: ConversationId): Promise<void> {
    await rm(fileOf(id), { force: true });
    await recorded?.remove(id);
  }

  async function look(): Promise<void> {
    const ids = (await recorded?.all()) ?? [];
    for (let from = 0; from < ids.length; from += PAGE) {
      const page = ids.slice(from, from + PAGE);
      const found = await bot.sequences?.(page);
      for (const id of page) if (!found?.has(id)) enqueue(id, () => remove(id));
    }
  }

  function enqueue(id: ConversationId, work: () => Promise<void>): void {
    const written = (writes.get(id) ?? Promise.resolve()).then(work).catch(onError);
    writes.set(id, written);
    void written.then(() => {
      if (writes.get(id) === written) writes.delete(id);
    });
  }

  return {
    bot: {
      ...bot,
      turn: async (incoming) => {
        const outcome = await bot.turn(incoming);
        if (outcome.ok && outcome.value.sequence <= MOST_TURNS) {
          const { conversation } = outcome.value;
          enqueue(conversation, () => write(conversation));
        }
        return outcome;
      },
      erase: async (id) => {
        const erased = await bot.erase(id);
        enqueue(id, () => remove(id));
        return erased;
      },
    },
    flush: async () => {
      await Promise.all(writes.values());
    },
    look: () => look().catch(onError),
  };
}
