import type { Result } from '../../base/result.js';
import type { Bot, NotingBot } from '../../bot/bot.js';
import type { Clock, ConversationId, Incoming, TurnError, TurnRecord } from '../../bot/ports.js';
import type { Reply } from '../../rendering/reply.js';
import type { MessageEvent, Voice } from '../channel.js';
import type { Answering } from './answering.js';
import { handOffOf } from './deliveries.js';
import type { Desk } from './desk.js';
import type { Persons } from './persons.js';

/** A channel whose users read the history themselves: its answers need no sending, and what is said there is stored. */
export interface Direct {
  readonly voice: Voice;
  readonly note: NotingBot['note'];
  /** Has the bot answer what stands in the history already, and was meant for a person. */
  again(conversation: ConversationId, id: string, text: string): Promise<unknown>;
}

export interface DirectParts {
  readonly bot: Bot;
  readonly clock: Clock;
  readonly desk?: Desk;
  readonly persons: Persons;
  readonly hear: Answering['hear'];
}

/** A request for a person counts for so long after it was stored, in milliseconds: an attempt that comes later repeats an old one. */
const FRESH = 600_000;

/** Turns of such a channel: with a person beside them, once somebody asks for one. */
export function directTurns({ voice, note }: Direct, { bot, clock, desk, persons, hear }: DirectParts): Bot['turn'] {
  return async (incoming): Promise<Result<TurnRecord, TurnError>> => {
    if (!desk) return bot.turn(incoming);
    const { conversation, key, text } = incoming;
    const event: MessageEvent = {
      kind: 'message',
      id: key,
      conversation,
      text: text.trim() === '' ? undefined : text,
      addressed: true,
      target: conversation,
    };
    const asked = await persons.find(conversation);
    if (asked?.talks) {
      const noted = await note(incoming, silence(incoming, asked.language));
      // Should he have gone, the bot answers from there.
      if (noted.ok) await hear(voice, event, conversation, asked);
      return noted;
    }
    const handed = asked && (await hear(voice, event, conversation, asked));
    if (handed?.talks) return note(incoming, silence(incoming, handed.language));
    const result = await bot.turn({
      ...incoming,
      outgoing: ({ kind }) => (!handed && kind === 'handoff' ? [handOffOf(voice, conversation, event)] : []),
    });
    if (!result.ok || handed || result.value.reply.kind !== 'handoff') return result;
    const { at, reply } = result.value;
    if (clock.now().getTime() - Date.parse(at) < FRESH)
      await persons.keep(conversation, { channel: voice.id, target: conversation, language: reply.language, talks: false });
    return result;
  };
}

/** The bot's part where a person listens. */
export const silence = ({ conversation }: Pick<Incoming, 'conversation'>, language: Reply['language']): Reply => ({
  conversation,
  kind: 'handoff',
  language,
  intents: [],
  slots: {},
  text: '',
  blocks: [],
  figures: [],
  sources: [],
  conflicts: [],
  suggestions: [],
});
