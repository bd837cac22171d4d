import { LANGUAGES } from '../../base/language.js';
import type { Bot } from '../../bot/bot.js';
import type { SendOutcome } from '../../bot/outbox.js';
import type { ConversationId, OutboxEntry } from '../../bot/ports.js';
import type { ChannelIo, MessageEvent, Voice } from '../channel.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import { placeOf } from './conversation.js';
import type { Word } from './deliveries.js';
import type { Desk, Line } from './desk.js';
import { notice } from './notice.js';
import type { Handed, Persons } from './persons.js';
import type { Sending } from './sending.js';
import { tried } from './tried.js';

/** What goes by the outbox to the people of the team. */
export interface Handing {
  /** Gives the conversation to a person. */
  handOff(channel: Voice, entry: OutboxEntry, signal: AbortSignal): Promise<SendOutcome>;
  /** Tells the desk what the user said. */
  carry(channel: Voice, entry: OutboxEntry, word: Word): Promise<SendOutcome>;
}

export interface HandingParts {
  readonly bot: Bot;
  readonly desk?: Desk;
  readonly io: (signal: AbortSignal) => ChannelIo;
  readonly persons: Persons;
  readonly notify: Sending['notify'];
  /** Has the bot answer what was meant for a person. */
  readonly answer: (channel: Voice, event: MessageEvent) => Promise<unknown>;
}

/** After so many attempts, over half a minute and more, nobody will take a conversation over. */
const TRANSFERS = 6;
/** Over some eight minutes: a person who has the conversation is not taken out of it by a restart of the desk. */
const WORDS = 10;
/** The latest turns that a person gets to read. */
const TRANSCRIPT = 50;

export function createHanding({ bot, desk, io, persons, notify, answer }: HandingParts): Handing {
  async function transfer(channel: Voice, entry: OutboxEntry, signal: AbortSignal): Promise<SendOutcome> {
    if (channel.handOff) return channel.handOff(entry.target, entry.delivery, io(signal));
    if (!desk) return { kind: 'refused', reason: 'there is no desk' };
    const turns = await bot.history(entry.conversation, Math.max(0, entry.sequence - TRANSCRIPT), TRANSCRIPT);
    const transcript = turns
      .flatMap(({ incoming, reply, at }): readonly Line[] => [
        { from: 'user', text: incoming.text, at },
        { from: 'bot', text: reply.text, at },
      ])
      // A person's word, or one to him, has no other beside it.
      .filter(({ text }) => text !== '');
    const language = turns.at(-1)?.reply.language ?? 'zh';
    await desk.open({ conversation: entry.conversation, channel: channel.id, language, transcript }, entry.delivery);
    // Beside what the turn has kept: that is lost when the process ends in between.
    const handed = await persons.find(entry.conversation);
    if (!handed) await persons.keep(entry.conversation, { channel: channel.id, target: entry.target, language, talks: false });
    return { kind: 'sent' };
  }

  /** Who waits for a person in vain is told so, and the bot has the conversation: it would be silent, and what it says held up. */
  async function giveBack(
    channel: Voice,
    { conversation, delivery, target, sequence }: OutboxEntry,
    handed: Handed | undefined,
    reason: string,
  ): Promise<SendOutcome> {
    const [turn] = handed ? [] : await bot.history(conversation, sequence - 1, 1);
    const language = handed?.language ?? turn?.reply.language ?? LANGUAGES[0];
    const to = handed?.target ?? target;
    await notify(channel, conversation, `hand-off:${delivery}`, to, notice(CHANNEL_WORDINGS[language].nobody, language));
    await persons.giveBack(conversation);
    return { kind: 'refused', reason };
  }

  async function tell(conversation: ConversationId, { language }: Handed, { id, text }: Word): Promise<SendOutcome> {
    if (!desk) return { kind: 'refused', reason: 'there is no desk' };
    await desk.hear(conversation, text ?? CHANNEL_WORDINGS[language].notText, id);
    return { kind: 'sent' };
  }

  /** What was meant for a person who has gone. */
  async function botAnswers(channel: Voice, { conversation, target }: OutboxEntry, { id, text }: Word): Promise<SendOutcome> {
    const place = placeOf(channel, conversation);
    await answer(channel, { kind: 'message', id, conversation: place, text, addressed: true, target });
    return { kind: 'sent' };
  }

  return {
    async handOff(channel, entry, signal) {
      const outcome: SendOutcome =
        entry.attempts > TRANSFERS
          ? { kind: 'refused', reason: 'nobody took the conversation over in time' }
          : await tried(() => transfer(channel, entry, signal));
      if (outcome.kind === 'sent' || (outcome.kind === 'retry' && entry.attempts < TRANSFERS)) return outcome;
      const handed = await persons.find(entry.conversation);
      // The desk has it after all; its answer was lost.
      if (!channel.handOff && handed?.talks) return { kind: 'sent' };
      return giveBack(channel, entry, handed, outcome.reason);
    },

    async carry(channel, entry, word) {
      const { conversation } = entry;
      const handed = await persons.find(conversation);
      if (!handed?.talks) return botAnswers(channel, entry, word);
      const outcome = await tried(() => tell(conversation, handed, word));
      if (outcome.kind === 'retry' && entry.attempts < WORDS) return outcome;
      const settled = outcome.kind === 'sent' ? outcome : await giveBack(channel, entry, handed, outcome.reason);
      // He may have gone while he was told.
      if (!(await persons.find(conversation))?.talks) await botAnswers(channel, entry, word);
      return settled;
    },
  };
}
