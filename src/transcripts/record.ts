import { rm } from 'node:fs/promises';
import { hashBody } from '../bot/body-hash.js';
import type { Bot } from '../bot/bot.js';
import { createOrder } from '../bot/in-order.js';
import type { ConversationId, TurnRecord } from '../bot/ports.js';
import { maskPersonalData } from '../text/personal-data.js';
import { ENDING, removeDrafts, writeText } from './files.js';
import { isId } from './header.js';
import { type ChatDraft, composeChat } from './write-chat.js';

/** More turns of one conversation are not recorded. */
const MOST_TURNS = 200;

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

/** What the recording of a conversation says. */
export const recordingOf = (id: ConversationId, turns: readonly TurnRecord[]): string => chatOfTurns(fileNameOf(id), turns);

export interface Recorder {
  /** The same bot; each of its conversations is kept as `<id>.chat`, written anew after every turn, and erased with it. */
  readonly bot: Bot;
  /** Resolves when all that was said is written. */
  readonly flush: () => Promise<void>;
}

/**
 * Records what a bot says without letting a turn wait: a file that cannot be written is told to `onError`. The store is this process's alone:
 * what another one has recorded could not be erased here.
 */
export function recording(bot: Bot, folder: string, onError: (error: unknown) => void): Recorder {
  const order = createOrder();
  const underWay = new Set<Promise<unknown>>();
  const tidied = removeDrafts(folder).catch(onError);

  const fileOf = (id: ConversationId): string => `${folder}/${fileNameOf(id)}${ENDING}`;

  function inOrder<T>(id: ConversationId, work: () => Promise<T>): Promise<T> {
    const done = order(id, () => tidied.then(work));
    const over = (): void => void underWay.delete(done);
    underWay.add(done);
    done.then(over, over);
    return done;
  }

  async function write(id: ConversationId): Promise<void> {
    const turns = await bot.history(id, 0, MOST_TURNS);
    if (turns.length > 0) await writeText(fileOf(id), recordingOf(id, turns));
  }

  /** The file first: should the process end in between, the conversation is still there to be erased. */
  async function erase(id: ConversationId, ifBefore: string | undefined): Promise<boolean> {
    const wasRecorded = await removed(fileOf(id));
    const erased = await bot.erase(id, ifBefore);
    if (!erased && ifBefore !== undefined) await write(id);
    return erased || (wasRecorded && ifBefore === undefined);
  }

  return {
    bot: {
      ...bot,
      turn: async (incoming) => {
        const outcome = await bot.turn(incoming);
        if (outcome.ok && outcome.value.sequence <= MOST_TURNS) {
          const { conversation } = outcome.value;
          inOrder(conversation, () => write(conversation)).catch(onError);
        }
        return outcome;
      },
      erase: (id, ifBefore) => inOrder(id, () => erase(id, ifBefore)),
    },
    flush: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** Whether there was such a file. */
const removed = (file: string): Promise<boolean> =>
  rm(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
