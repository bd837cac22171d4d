import { assertNever } from '../../base/assert-never.js';
import type { Bot } from '../../bot/bot.js';
import type { Send, SendOutcome } from '../../bot/outbox.js';
import type { Clock, ConversationId, OutboxEntry, Outgoing, Pauses, Store } from '../../bot/ports.js';
import type { ChannelIo, MessageEvent, Shown, Voice } from '../channel.js';
import { deliveryOf, Item, noticesFor, wordFor } from './deliveries.js';
import type { Desk } from './desk.js';
import { createHanding, type HandingParts } from './handing.js';
import type { HostLog } from './host.js';
import type { Marks } from './marks.js';
import type { Persons } from './persons.js';
import { tried } from './tried.js';
import { within } from './within.js';

export interface Sending {
  /** Sends the outbox's entries of a channel. */
  send(channel: Voice): Send;
  /** Leaves a word of the host's own in the outbox. Nothing where the account may only answer in the exchange, or there is no such conversation. */
  notify(channel: Voice, conversation: ConversationId, key: string, target: unknown, shown: Shown): Promise<void>;
  /** Leaves what the user said in the outbox, for the desk: it goes there in order, however long the desk is away. */
  tellDesk(channel: Voice, conversation: ConversationId, event: MessageEvent): Promise<void>;
  /** Sends what a person of the team says, at once. Tried a few times; `false`, and logged, when it was not taken. */
  sendNow(channel: Voice, conversation: ConversationId, key: string, target: unknown, shown: Shown): Promise<boolean>;
  /** Says whether a reply in the exchange arrived; whoever holds the entry back is told. */
  answered(conversation: ConversationId, delivery: string, arrived: boolean): Promise<void>;
  /** Whether the entry was sent by the platform's API already. */
  wasSent(conversation: ConversationId, delivery: string): Promise<boolean>;
}

export interface SendingParts {
  readonly bot: Bot;
  readonly store: Pick<Store, 'enqueue' | 'undelivered'>;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly log: HostLog;
  readonly desk?: Desk;
  readonly io: (signal: AbortSignal) => ChannelIo;
  readonly persons: Persons;
  readonly marks: Marks;
  readonly answer: HandingParts['answer'];
  /** Told after something was left in the outbox that belongs to no turn. */
  readonly onOutgoing?: () => void;
}

type Part = Pick<Extract<Item, { readonly kind: 'part' }>, 'part' | 'isPassive' | 'heldUntil'>;

/** Of what is sent at once. */
const TRIES = 3;
/** Over some two minutes: what is said in the conversation waits behind a notice. */
const NOTICE_TRIES = 8;
/** Seconds. A platform may ask for an hour. */
const LONGEST_PAUSE = 30;
const MOST_ARRIVED = 5_000;

export function createSending({ bot, store, clock, pauses, log, desk, io, persons, marks, answer, onOutgoing }: SendingParts): Sending {
  const holds = new Map<string, (arrived: boolean) => void>();
  /** Replies that arrived here and that no entry has asked for yet. */
  const arrived = new Set<string>();
  const nextFree = new Map<string, number>();

  /** Whether the reply in the exchange arrives until then. It may have been given here, or by another instance. */
  async function arrives({ conversation, delivery }: OutboxEntry, until: Date): Promise<boolean> {
    const told = new AbortController();
    let isHere = false;
    holds.set(delivery, (hasArrived) => {
      isHere = hasArrived;
      told.abort('told');
    });
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
  async function pace({ id, capabilities: { sendsPerSecond } }: Voice): Promise<void> {
    if (sendsPerSecond === undefined) return;
    const now = clock.now().getTime();
    const mine = Math.max(now, nextFree.get(id) ?? 0);
    nextFree.set(id, mine + 1000 / sendsPerSecond);
    if (mine > now) await pauses.wait(mine - now);
  }

  async function sendPart(
    channel: Voice,
    entry: OutboxEntry,
    { part, isPassive, heldUntil }: Part,
    signal: AbortSignal,
  ): Promise<SendOutcome> {
    if (!channel.send) return { kind: 'refused', reason: `${channel.id} has no API configured` };
    // What was erased while it was held is not sent any more.
    if (heldUntil !== undefined && ((await arrives(entry, new Date(heldUntil))) || !(await bot.has(entry.conversation))))
      return { kind: 'sent' };
    // From here on a late attempt of the platform gets no second copy in its exchange.
    if (isPassive) await marks.set('api', entry.conversation, entry.delivery);
    await pace(channel);
    return channel.send(entry.target, part, entry.delivery, io(signal));
  }

  async function sendNotice(channel: Voice, entry: OutboxEntry, part: unknown, signal: AbortSignal): Promise<SendOutcome> {
    const outcome = await tried(() => sendPart(channel, entry, { part }, signal));
    const isOver = entry.attempts >= NOTICE_TRIES || (outcome.kind === 'retry' && (outcome.afterSeconds ?? 0) > LONGEST_PAUSE);
    return outcome.kind === 'retry' && isOver ? { kind: 'refused', reason: outcome.reason } : outcome;
  }

  async function notify(channel: Voice, conversation: ConversationId, key: string, target: unknown, shown: Shown): Promise<void> {
    if (channel.send) await leave(conversation, noticesFor(channel, conversation, key, target, shown));
  }

  async function leave(conversation: ConversationId, outgoing: readonly Outgoing[]): Promise<void> {
    for (const each of outgoing) await store.enqueue(conversation, each, clock.now().toISOString());
    onOutgoing?.();
  }

  async function sendNow(channel: Voice, conversation: ConversationId, key: string, target: unknown, shown: Shown): Promise<boolean> {
    const { send } = channel;
    if (!send) return false;
    for (const [index, part] of channel.render(shown).entries()) {
      for (let attempt = 1; ; attempt++) {
        await pace(channel);
        const delivery = deliveryOf(conversation, key, index);
        const outcome = await tried(() => within(pauses, (signal) => send(target, part, delivery, io(signal))));
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

  const handing = createHanding({ bot, io, persons, notify, answer, ...(desk && { desk }) });

  return {
    send: (channel) => async (entry, signal) => {
      const item = Item.safeParse(entry.part);
      if (!item.success) return { kind: 'refused', reason: 'the entry is of another version' };
      switch (item.data.kind) {
        case 'part':
          return sendPart(channel, entry, item.data, signal);
        case 'notice':
          return sendNotice(channel, entry, item.data.part, signal);
        case 'hand-off':
          return handing.handOff(channel, entry, signal);
        case 'said':
          return handing.carry(channel, entry, item.data);
        default:
          return assertNever(item.data);
      }
    },

    notify,
    tellDesk: (channel, conversation, event) => leave(conversation, [wordFor(channel, conversation, event)]),
    sendNow,

    async answered(conversation, delivery, hasArrived) {
      const hold = holds.get(delivery);
      if (hold) hold(hasArrived);
      else if (hasArrived) keepArrived(delivery);
      // For an instance that has the entry, and for this one after a crash.
      if (hasArrived) await marks.set('exchange', conversation, delivery);
    },

    async wasSent(conversation, delivery) {
      if (await marks.isLast('api', conversation, delivery)) return true;
      if (await marks.isLast('exchange', conversation, delivery)) return false;
      // Another one has gone since: what waits no longer has arrived.
      return !(await store.undelivered(conversation)).some((entry) => entry.delivery === delivery);
    },
  };
}
