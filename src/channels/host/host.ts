import type { Language } from '../../base/language.js';
import type { Bot } from '../../bot/bot.js';
import type { Kept } from '../../bot/kept.js';
import type { Send } from '../../bot/outbox.js';
import type { Clock, ConversationId, Pauses, Store } from '../../bot/ports.js';
import type { Pace } from '../admission.js';
import type { Channel, MessageEvent, RawRequest, Shown, Voice } from '../channel.js';
import { createAnswering } from './answering.js';
import { keepBeside } from './beside.js';
import type { Desk } from './desk.js';
import { type Direct, directTurns } from './direct.js';
import { createExchanges, type Exchanged } from './exchanges.js';
import { createFloor, type Floor } from './floor.js';
import { createIo, type FetchFunction } from './io.js';
import { createMarks, markNames } from './marks.js';
import { createPersons, personName } from './persons.js';
import { createPulls } from './pulls.js';
import type { Exchange } from './runs.js';
import { createSending } from './sending.js';
import { createTokens } from './tokens.js';

export interface HostLog {
  info(details: { readonly [name: string]: unknown }, message: string): void;
  error(details: { readonly [name: string]: unknown }, message: string): void;
}

export interface HostParts {
  readonly channels: readonly Channel[];
  readonly bot: Bot;
  readonly store: Store;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly log: HostLog;
  /** What a person who says nothing yet is greeted with. */
  readonly welcome: (language: Language) => Shown;
  /** Where people take over; without one the bot goes on answering, but for channels that have their own. */
  readonly desk?: Desk;
  /** Minutes of silence after which a conversation that was handed over is the bot's again. Default: 60. */
  readonly handOffMinutes?: number;
  /** How often one person may write. Default: as often as he likes. */
  readonly pace?: Pace;
  /** Told after something was left in the outbox that belongs to no turn. */
  readonly onOutgoing?: () => void;
  /** A channel that is no platform's: the server's own. */
  readonly direct?: Direct;
  /** Default: the global one. */
  readonly fetch?: FetchFunction;
}

/** All channels over one bot: every policy that adapters do not have. */
export interface ChannelHost {
  readonly channels: readonly Channel[];
  /** Takes one request of a platform; `sent` of the result is to be told whether the response arrived. */
  exchange(channel: Channel, request: RawRequest, exchange: Exchange): Promise<Exchanged>;
  /** Sends for a channel, as the outbox wants it; `undefined` for one that is not configured. */
  sender(channel: string): Send | undefined;
  /** Takes a turn of the direct channel; the bot's own where there is none. */
  readonly turn: Bot['turn'];
  /** What a person of the team may do in a conversation that was handed over. */
  readonly floor: Floor;
  /** What is kept of a conversation beside its turns; `undefined` where there is nothing. */
  kept(conversation: ConversationId): Promise<Kept['channel']>;
  /** Leaves nothing that was kept beside a conversation, once that is erased: how it was handed over, what was sent and heard last. */
  forget(conversation: ConversationId): Promise<void>;
  /** Fetches what came while nobody was here. */
  start(): Promise<void>;
  /** Resolves when nothing is under way. */
  close(): Promise<void>;
}

export function createChannelHost(parts: HostParts): ChannelHost {
  const { channels, store, clock, pauses, log, fetch: fetchFrom = fetch, handOffMinutes = 60 } = parts;
  const { direct } = parts;
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const voices = new Map<string, Voice>([...byId, ...(direct ? [[direct.voice.id, direct.voice] as const] : [])]);
  const tokens = createTokens(store, clock, pauses);
  const io = (signal: AbortSignal) => createIo(clock, tokens, fetchFrom, signal);
  const persons = createPersons(store, keepBeside(store), clock, handOffMinutes);
  const marks = createMarks(store, keepBeside(store), clock);
  const sending = createSending({ ...parts, io, persons, marks, answer: takeBack });
  const answering = createAnswering({ ...parts, persons, marks, sending });
  async function takeBack({ id }: Voice, event: MessageEvent): Promise<unknown> {
    const channel = byId.get(id);
    return channel ? answering.takeBack(channel, event) : direct?.again(event.target as ConversationId, event.id, event.text ?? '');
  }
  const pulls = createPulls({ store, clock, pauses, log, io, answering });
  const floor = createFloor({ byId: voices, persons, sending, marks });
  const exchanges = createExchanges({ clock, pauses, log, answering, pulls, sending });

  return {
    channels,
    exchange: exchanges.exchange,
    sender: (id) => {
      const voice = voices.get(id);
      return voice && sending.send(voice);
    },
    turn: direct ? directTurns(direct, { ...parts, persons, hear: answering.hear }) : parts.bot.turn,
    floor,
    async kept(conversation) {
      const [handedOver, last] = [await persons.find(conversation), await marks.all(conversation)];
      const kept = { ...(handedOver && { handedOver }), ...(Object.keys(last).length > 0 && { last }) };
      return Object.keys(kept).length > 0 ? kept : undefined;
    },
    async forget(conversation) {
      floor.forget(conversation);
      await store.forget([personName(conversation), ...markNames(conversation)]);
    },
    start: () => pulls.resume(channels),
    close: async () => {
      await pulls.idle();
      await answering.idle();
    },
  };
}
