import { LANGUAGES } from '../../base/language.js';
import type { Bot } from '../../bot/bot.js';
import type { Send, SendOutcome } from '../../bot/outbox.js';
import type { Clock, ConversationId, OutboxEntry, Pauses } from '../../bot/ports.js';
import type { Channel, ChannelIo, Shown } from '../channel.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import { deliveryOf, Item } from './deliveries.js';
import type { Desk, Line } from './desk.js';
import type { HostLog } from './host.js';
import type { Marks } from './marks.js';
import { notice } from './notice.js';
import type { Persons } from './persons.js';
import { within } from './within.js';

export interface Sending {
  /** Sends the outbox's entries of a channel. */
  send(channel: Channel): Send;
  /** Sends what belongs to no turn, at once. Tried a few times; `false`, and logged, when it was not taken. */
  sendNow(channel: Channel, conversation: ConversationId, key: string, target: unknown, shown: Shown): Promise<boolean>;
  /** Says whether a reply in the exchange arrived; whoever holds the entry back is told. */
  answered(conversation: ConversationId, delivery: string, arrived: boolean): Promise<void>;
  /** Whether the entry was sent by the platform's API already. */
  wasSent(conversation: ConversationId, delivery: string): Promise<boolean>;
}

export interface SendingParts {
  readonly bot: Bot;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly log: HostLog;
  readonly desk?: Desk;
  readonly io: (signal: AbortSignal) => ChannelIo;
  readonly persons: Persons;
  readonly marks: Marks;
}

const TRIES = 3;
/** Seconds. A platform may ask for an hour, and all that is said in the conversation waits behind a notice. */
const LONGEST_PAUSE = 30;
/** After so many attempts, over half a minute and more, nobody will take a conversation over. */
const TRANSFERS = 6;
const MOST_ARRIVED = 5_000;
/** The latest turns that a person gets to read. */
const TRANSCRIPT = 50;

export function createSending({ bot, clock, pauses, log, desk, io, persons, marks }: SendingParts): Sending {
  const holds = new Map<string, (arrived: boolean) => void>();
  /** Replies that arrived here and that no entry has asked for yet. */
  const arrived = new Set<string>();
  const nextFree = new Map<string, number>();

  /** Whether the reply in the exchange arrives until then. It may have been given here, or by another instance. */
  async function arrives({ conversation, delivery }: OutboxEntry, until: Date): Promise<boolean> {
    if (arrived.delete(delivery) || (await marks.isLast('exchange', conversation, delivery))) return true;
    const told = new AbortController();
    let isHere = false;
    holds.set(delivery, (hasArrived) => {
      isHere = hasArrived;
      told.abort('told');
    });
    // It may have been told while the store was asked.
    if (!arrived.has(delivery)) await pauses.wait(Math.max(0, until.getTime() - clock.now().getTime()), told.signal);
    holds.delete(delivery);
    return arrived.delete(delivery) || isHere || (await marks.isLast('exchange', conversation, delivery));
  }

  function keepArrived(delivery: string): void {
    arrived.add(delivery);
    for (const oldest of arrived) {
      if (arrived.size <= MOST_ARRIVED) return;
      arrived.delete(oldest);
    }
  }

  /** Waits for this channel's next free place, where the platform counts messages a second. */
  async function pace({ id, capabilities: { sendsPerSecond } }: Channel): Promise<void> {
    if (sendsPerSecond === undefined) return;
    const now = clock.now().getTime();
    const mine = Math.max(now, nextFree.get(id) ?? 0);
    nextFree.set(id, mine + 1000 / sendsPerSecond);
    if (mine > now) await pauses.wait(mine - now);
  }

  async function sendPart(
    channel: Channel,
    entry: OutboxEntry,
    part: unknown,
    heldUntil: string | undefined,
    signal: AbortSignal,
  ): Promise<SendOutcome> {
    if (!channel.send) return { kind: 'refused', reason: `${channel.id} has no API configured` };
    if (heldUntil !== undefined) {
      if (await arrives(entry, new Date(heldUntil))) return { kind: 'sent' };
      // From here on a late attempt of the platform gets no second copy in its exchange.
      await marks.set('api', entry.conversation, entry.delivery);
    }
    await pace(channel);
    return channel.send(entry.target, part, entry.delivery, io(signal));
  }

  async function transfer(channel: Channel, entry: OutboxEntry, signal: AbortSignal): Promise<SendOutcome> {
    if (channel.handOff) return channel.handOff(entry.target, entry.delivery, io(signal));
    if (!desk) return { kind: 'refused', reason: 'there is no desk' };
    const turns = await bot.history(entry.conversation, Math.max(0, entry.sequence - TRANSCRIPT), TRANSCRIPT);
    const transcript = turns.flatMap(({ incoming, reply, at }): readonly Line[] => [
      { from: 'user', text: incoming.text, at },
      { from: 'bot', text: reply.text, at },
    ]);
    const language = turns.at(-1)?.reply.language ?? 'zh';
    await desk.open({ conversation: entry.conversation, channel: channel.id, language, transcript }, entry.delivery);
    // Beside what the turn has kept: that is lost when the process ends in between.
    const handed = await persons.find(entry.conversation);
    if (!handed) await persons.keep(entry.conversation, { channel: channel.id, target: entry.target, language, talks: false });
    return { kind: 'sent' };
  }

  async function handOff(channel: Channel, entry: OutboxEntry, signal: AbortSignal): Promise<SendOutcome> {
    const outcome: SendOutcome =
      entry.attempts > TRANSFERS
        ? { kind: 'refused', reason: 'nobody took the conversation over in time' }
        : await transfer(channel, entry, signal).catch((error: unknown): SendOutcome => ({ kind: 'retry', reason: String(error) }));
    if (outcome.kind === 'sent' || (outcome.kind === 'retry' && entry.attempts < TRANSFERS)) return outcome;
    return nobodyCame(channel, entry, outcome.reason);
  }

  /** Who waits for a person in vain is told so, and the bot has the conversation: it would be silent, and what it says held up. */
  async function nobodyCame(
    channel: Channel,
    { conversation, delivery, target, sequence }: OutboxEntry,
    reason: string,
  ): Promise<SendOutcome> {
    const handed = await persons.find(conversation);
    // The desk has it after all; its answer was lost.
    if (!channel.handOff && handed?.talks) return { kind: 'sent' };
    await persons.giveBack(conversation);
    const [turn] = handed ? [] : await bot.history(conversation, sequence - 1, 1);
    const language = handed?.language ?? turn?.reply.language ?? LANGUAGES[0];
    const to = handed?.target ?? target;
    await sendNow(channel, conversation, `hand-off:${delivery}`, to, notice(CHANNEL_WORDINGS[language].nobody, language));
    return { kind: 'refused', reason };
  }

  async function sendNow(channel: Channel, conversation: ConversationId, key: string, target: unknown, shown: Shown): Promise<boolean> {
    const { send } = channel;
    if (!send) return false;
    for (const [index, part] of channel.render(shown).entries()) {
      for (let attempt = 1; ; attempt++) {
        await pace(channel);
        const outcome = await within(pauses, (signal) => send(target, part, deliveryOf(conversation, key, index), io(signal))).catch(
          (error: unknown): SendOutcome => ({ kind: 'retry', reason: String(error) }),
        );
        if (outcome.kind === 'sent') break;
        const pause = outcome.kind === 'retry' ? (outcome.afterSeconds ?? attempt) : 0;
        if (outcome.kind === 'refused' || attempt >= TRIES || pause > LONGEST_PAUSE) {
          log.error({ channel: channel.id, reason: outcome.reason }, 'a notice was not sent');
          return false;
        }
        await pauses.wait(pause * 1000);
      }
    }
    return true;
  }

  return {
    send: (channel) => async (entry, signal) => {
      const item = Item.safeParse(entry.part);
      if (!item.success) return { kind: 'refused', reason: 'the entry is of another version' };
      return item.data.kind === 'hand-off'
        ? handOff(channel, entry, signal)
        : sendPart(channel, entry, item.data.part, item.data.heldUntil, signal);
    },

    sendNow,

    async answered(conversation, delivery, hasArrived) {
      const hold = holds.get(delivery);
      if (hold) hold(hasArrived);
      else if (hasArrived) keepArrived(delivery);
      // For an instance that has the entry, and for this one after a crash.
      if (hasArrived) await marks.set('exchange', conversation, delivery);
    },

    wasSent: (conversation, delivery) => marks.isLast('api', conversation, delivery),
  };
}
