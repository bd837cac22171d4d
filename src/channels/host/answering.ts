import { assertNever } from '../../base/assert-never.js';
import type { Language } from '../../base/language.js';
import type { Bot } from '../../bot/bot.js';
import type { Clock, ConversationId, Incoming, Store, TurnRecord } from '../../bot/ports.js';
import type { Reply } from '../../rendering/reply.js';
import type { Pace } from '../admission.js';
import type { Channel, ChannelEvent, MessageEvent, Shown, Voice } from '../channel.js';
import { numberedChoices } from '../degrade/choices.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import { conversationOf } from './conversation.js';
import { deliveryOf, outgoingFor } from './deliveries.js';
import type { Desk } from './desk.js';
import type { HostLog } from './host.js';
import type { Marks } from './marks.js';
import { notice } from './notice.js';
import type { Handed, Persons } from './persons.js';
import { createRecent } from './recent.js';
import { createRuns, type Exchange, type Run } from './runs.js';
import type { Sending } from './sending.js';

/** What an event came to, once it is stored. */
export type Taken =
  /** `delivery`: the first part waits in the outbox too, under this name. */
  | { readonly kind: 'reply'; readonly parts: readonly unknown[]; readonly delivery?: string }
  /** There is nothing to say in the exchange. */
  | { readonly kind: 'nothing' };

/** An event that is about a conversation. */
export type TalkEvent = Exclude<ChannelEvent, { readonly kind: 'pull' }>;

export interface Answering {
  /** Deals with an event; rejects when nothing of it was kept, so that the platform should send it again. */
  take(channel: Channel, event: TalkEvent, exchange?: Exchange): Run<Taken>;
  /** Answers what was meant for a person, who has gone. */
  takeBack(channel: Channel, event: MessageEvent): Promise<Taken>;
  /** Carries to a person what is said from the request for one on. Gives how things stand after that. */
  hear(channel: Voice, event: MessageEvent, conversation: ConversationId, handed: Handed): Promise<Handed | undefined>;
  /** Tells the user that his message failed, where nobody will send it again. */
  giveUp(channel: Channel, event: TalkEvent): Promise<void>;
  idle(): Promise<void>;
}

export interface AnsweringParts {
  readonly bot: Bot;
  readonly store: Pick<Store, 'load'>;
  readonly clock: Clock;
  readonly log: HostLog;
  readonly welcome: (language: Language) => Shown;
  readonly desk?: Desk;
  readonly persons: Persons;
  readonly marks: Marks;
  readonly sending: Sending;
  /** How often one person may write. Default: as often as he likes. */
  readonly pace?: Pace;
}

/** The message was not taken for now: the conversation was busy in other processes. Another attempt may go well. */
export class NotTaken extends Error {}

const NOTHING: Taken = { kind: 'nothing' };
/** A request for a person counts for so long after it was stored, in milliseconds: an attempt that comes later repeats an old one. */
const FRESH = 600_000;

export function createAnswering(parts: AnsweringParts): Answering {
  const { bot, store, clock, log, welcome, desk, persons, marks, sending, pace } = parts;
  const { recentTurns, languageOf, meant } = createRecent({ bot, store, marks, welcome });
  const runs = createRuns<Taken>(({ kind }) => kind === 'nothing');

  /** `isAgain`: it was dealt with before, so that it begins no conversation, nor counts as another message. */
  async function answer(channel: Channel, event: MessageEvent, exchanges: ReadonlySet<Exchange>, isAgain: boolean): Promise<Taken> {
    if (!event.addressed) return NOTHING;
    const conversation = conversationOf(channel, event.conversation);
    const call = { token: `${channel.id}:${event.from ?? event.conversation}`, messageTo: conversation };
    const seconds = isAgain ? 0 : ((await pace?.(call)) ?? 0);
    if (seconds > 0) return slowDown(channel, event, conversation, seconds, exchanges);
    // Without an API a person could not answer either.
    const handsOver = channel.handOff !== undefined || (desk !== undefined && channel.send !== undefined);
    const asked = handsOver ? await persons.find(conversation) : undefined;
    const handed = asked && (await hear(channel, event, conversation, asked));
    if (handed?.talks) return NOTHING;
    const said = event.text?.trim() ?? '';
    if (said === '') {
      const language = await languageOf(conversation, event.locale);
      return tell(channel, event, notice(CHANNEL_WORDINGS[language].onlyText, language), exchanges);
    }

    const render = rendering(channel);
    const { text, typed } = await meant(channel, event, said);
    const incoming: Incoming = {
      conversation,
      key: event.id,
      text,
      ...(event.locale !== undefined && { locale: event.locale }),
      ...(event.from !== undefined && { from: event.from }),
      ...(typed !== undefined && { channelData: { typed } }),
      outgoing: (reply) =>
        outgoingFor(channel, conversation, event, render(reply), {
          heldUntil: heldUntil(channel, exchanges),
          handsOff: handsOver && handed === undefined && reply.kind === 'handoff',
        }),
    };
    const known = isAgain ? (await recentTurns(conversation)).find(({ key }) => key === event.id) : undefined;
    const turn = known ?? (await turnOf(incoming, channel, event, exchanges, !isAgain));
    if ('kind' in turn) return turn;
    const isAsked = turn.reply.kind === 'handoff' && clock.now().getTime() - Date.parse(turn.at) < FRESH;
    if (handsOver && isAsked && !handed)
      // On a platform with hand-off of its own nobody else may speak from then on.
      await persons.keep(conversation, {
        channel: channel.id,
        target: event.target,
        language: turn.reply.language,
        talks: channel.handOff !== undefined,
      });
    if (!channel.passive) return NOTHING;
    return { kind: 'reply', parts: render(turn.reply), ...(channel.send && { delivery: deliveryOf(conversation, event.id, 0) }) };
  }

  /** The turn that is stored for the message, or what is said instead of one. */
  async function turnOf(
    incoming: Incoming,
    channel: Channel,
    event: MessageEvent,
    exchanges: ReadonlySet<Exchange>,
    mayStart: boolean,
  ): Promise<TurnRecord | Taken> {
    const { conversation } = incoming;
    const result = await bot.turn(incoming);
    if (result.ok) return result.value;
    switch (result.error.kind) {
      case 'unknown-conversation':
        if (!mayStart) return NOTHING;
        await bot.start(conversation);
        return turnOf(incoming, channel, event, exchanges, mayStart);
      case 'erased':
        return NOTHING;
      case 'key-reused':
        // A number that meant something else after a later turn: what was stored first counts.
        return (await recentTurns(conversation)).find(({ key }) => key === event.id) ?? NOTHING;
      case 'too-long': {
        const language = await languageOf(conversation, event.locale);
        return tell(channel, event, notice(CHANNEL_WORDINGS[language].tooLong(result.error.limit), language), exchanges);
      }
      case 'empty':
        return NOTHING;
      case 'busy':
        throw new NotTaken('the conversation is busy in other processes');
      default:
        return assertNever(result.error);
    }
  }

  /** One who writes faster than anybody reads is told so, once a minute; the rest of the flood is left alone. */
  async function slowDown(
    channel: Channel,
    event: MessageEvent,
    conversation: ConversationId,
    seconds: number,
    exchanges: ReadonlySet<Exchange>,
  ): Promise<Taken> {
    const minute = `${Math.floor(clock.now().getTime() / 60_000)}`;
    if (await marks.isLast('hurried', conversation, minute)) return NOTHING;
    await bot.start(conversation);
    const language = await languageOf(conversation, event.locale);
    const taken = await tell(channel, event, notice(CHANNEL_WORDINGS[language].tooMany(seconds), language), exchanges);
    await marks.set('hurried', conversation, minute);
    return taken;
  }

  async function hear(channel: Voice, event: MessageEvent, conversation: ConversationId, handed: Handed): Promise<Handed | undefined> {
    // On a platform with hand-off of its own the person reads the message there.
    if (!channel.handOff && desk && !(await marks.isLast('heard', conversation, event.id))) {
      const text = event.text ?? CHANNEL_WORDINGS[handed.language].notText;
      // Nobody else would answer it: it is kept until the desk has it.
      if (handed.talks) await sending.tellDesk(channel, conversation, event);
      const isTold =
        handed.talks ||
        (await desk.hear(conversation, text, event.id).then(
          () => true,
          (err: unknown) => {
            log.error({ channel: channel.id, err }, 'a message did not reach the desk; the bot answers it');
            return false;
          },
        ));
      if (isTold) await marks.set('heard', conversation, event.id);
    }
    // The person may have come, or gone, while the desk was told.
    const now = await persons.find(conversation);
    if (now) await persons.keep(conversation, { ...now, target: event.target });
    return now;
  }

  /** A notice goes back in the exchange where there is one, else by the outbox; it belongs to no turn. */
  async function tell(
    channel: Channel,
    event: Pick<MessageEvent, 'id' | 'conversation' | 'target'>,
    shown: Shown,
    exchanges: ReadonlySet<Exchange>,
  ): Promise<Taken> {
    const conversation = conversationOf(channel, event.conversation);
    if (channel.passive && hasOpen(exchanges)) {
      const parts = channel.render(shown);
      // The exchange takes one message.
      if (parts.length === 1 || !channel.send) return { kind: 'reply', parts };
    }
    // No turn tells that an attempt is a repeated one, once this process has ended.
    if (await marks.isLast('told', conversation, event.id)) return NOTHING;
    await bot.start(conversation);
    await sending.notify(channel, conversation, event.id, event.target, shown);
    await marks.set('told', conversation, event.id);
    return NOTHING;
  }

  /** As long as a platform waits before its next attempt, a reply in the exchange has the first say. */
  function heldUntil({ passive, capabilities }: Channel, exchanges: ReadonlySet<Exchange>): Date | undefined {
    if (!passive || capabilities.passive === false || !hasOpen(exchanges)) return undefined;
    return new Date(clock.now().getTime() + capabilities.passive.intervalMs + 1000);
  }

  async function greet(
    channel: Channel,
    event: Extract<TalkEvent, { readonly kind: 'greet' }>,
    exchanges: ReadonlySet<Exchange>,
  ): Promise<Taken> {
    const conversation = conversationOf(channel, event.conversation);
    const shown = welcome(await languageOf(conversation, event.locale));
    await bot.start(conversation);
    // A greeting is no turn, but its choices are numbered as those of one.
    if (numberedChoices(shown, channel.capabilities).length > 0)
      await marks.set('greeted', conversation, `${(await store.load(conversation))?.version ?? 0}`);
    return tell(channel, event, shown, exchanges);
  }

  async function changeHands(channel: Channel, event: Extract<TalkEvent, { readonly kind: 'person' }>): Promise<Taken> {
    const conversation = conversationOf(channel, event.conversation);
    if (!event.talks) {
      await persons.giveBack(conversation);
      return NOTHING;
    }
    await bot.start(conversation);
    await persons.keep(conversation, {
      channel: channel.id,
      target: event.target,
      language: await languageOf(conversation, undefined),
      talks: true,
    });
    return NOTHING;
  }

  return {
    take(channel, event, exchange) {
      const { conversation } = event;
      const name = conversationOf(channel, conversation);
      switch (event.kind) {
        case 'message':
          return runs.join(name, event.id, exchange, (exchanges, isAgain) => answer(channel, event, exchanges, isAgain));
        case 'greet':
          return runs.join(name, event.id, exchange, (exchanges) => greet(channel, event, exchanges));
        case 'person':
          return runs.join(name, event.id, exchange, () => changeHands(channel, event));
        default:
          return assertNever(event);
      }
    },
    takeBack: (channel, event) => {
      const name = conversationOf(channel, event.conversation);
      // Not the run by which it went to the desk.
      return runs.join(name, `back:${event.id}`, undefined, (exchanges) => answer(channel, event, exchanges, true)).done;
    },
    hear,
    async giveUp(channel, event) {
      const conversation = conversationOf(channel, event.conversation);
      const language = await languageOf(conversation, undefined);
      await bot.start(conversation);
      await sending.notify(channel, conversation, event.id, event.target, notice(CHANNEL_WORDINGS[language].failed, language));
    },

    idle: runs.idle,
  };
}

/** Renders a reply once, for the outbox and for the exchange. */
function rendering(channel: Channel): (reply: Reply) => readonly unknown[] {
  let last: { readonly reply: Reply; readonly parts: readonly unknown[] } | undefined;
  return (reply) => {
    if (last?.reply !== reply) last = { reply, parts: channel.render(reply) };
    return last.parts;
  };
}

const hasOpen = (exchanges: ReadonlySet<Exchange>): boolean => [...exchanges].some((exchange) => exchange.isOpen());
