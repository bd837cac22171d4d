import type { IntentId } from '../../knowledge/intent.js';
import { findIntent, type Pack } from '../../knowledge/pack.js';
import { fold } from '../../text/fold.js';
import { readOrdinal } from '../../understanding/entities/ordinal.js';
import type { AnswerItem, Decision } from '../decision.js';
import { readSlots } from '../slot-reading.js';
import { mergeSlots } from '../slots.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const CERTAIN = 1;

const bare = (text: string): string => fold(text).text.replace(/[^\p{L}\p{N}]/gu, '');

const questionsOf = new WeakMap<Pack, ReadonlyMap<string, IntentId>>();

/** Every intent by its own short question and title; built once for a pack. */
function ownQuestions(pack: Pack): ReadonlyMap<string, IntentId> {
  const known = questionsOf.get(pack);
  if (known) return known;
  const questions = new Map(
    pack.intents.flatMap(({ id, ask, title }) => [ask.zh, ask.en, title.zh, title.en].map((text) => [bare(text), id] as const)),
  );
  questionsOf.set(pack, questions);
  return questions;
}

/** The words of an intent's own short question, as a button sends them. */
export const pickedQuestion: Policy = {
  name: 'picked question',
  propose: (situation) => {
    const said = bare(situation.reading.text);
    const intent = ownQuestions(situation.pack).get(said);
    if (intent === undefined || isOfferedWay(situation, said)) return undefined;
    const offered = optionsOf(situation).find((option) => option.intent === intent);
    return decideItem(situation, { intent, confidence: CERTAIN, slots: offered?.slots ?? {} });
  },
};

/** A place in the list that was offered ("the second"), words that fit one of it, or none of it. */
export const pickedOption: Policy = {
  name: 'picked option',
  propose: (situation) => {
    const options = optionsOf(situation);
    const { entities, read, verdict, ranking } = situation.reading;
    const rejects = entities.concepts.some(({ concept }) => concept.kind === 'rejection');
    // Also of what a fallback or a question for a way listed.
    if (rejects && (options.length > 0 || read.tokens.length <= LONGEST_CHOICE)) return { kind: 'fallback', rejected: true, nearest: [] };
    const place = readOrdinal(read.folded);
    if (options.length === 0) return place === undefined ? undefined : suggested(situation, place);
    if (place !== undefined) return pick(situation, options[place - 1]);
    // Words that would be too few for an answer are enough to choose among what was offered.
    const isFew = verdict !== 'fallback' && read.tokens.length <= LONGEST_CHOICE;
    const { slots } = readSlots(situation.reading, situation.pack.tariffs);
    // "微信的": the one about that way.
    const isShort = read.tokens.length <= LONGEST_CHOICE && slots.method !== undefined;
    const ofWay = isShort ? options.find(({ intent }) => findIntent(situation.pack, intent)?.about?.method === slots.method) : undefined;
    const option = ofWay ?? (isFew ? options.find(({ intent }) => intent === ranking[0]?.id) : undefined);
    return option && pick(situation, { ...option, slots: mergeSlots(option.slots, slots) });
  },
};

/** A place in the list of what is known nearby, which a person ends. */
function suggested(situation: Situation, place: number): Decision | undefined {
  const { last } = situation.state;
  if (last?.kind !== 'fallback' || last.rejected) return undefined;
  const person = situation.pack.intents.find(({ answer }) => answer.kind === 'handoff')?.id;
  const intent = place === last.nearest.length + 1 ? person : last.nearest[place - 1];
  return intent === undefined ? undefined : decideItem(situation, { intent, confidence: CERTAIN, slots: {} });
}

const LONGEST_CHOICE = 8;

/** A way's name answers the bot's question for a way, also where a question of the pack is called the same. */
const isOfferedWay = ({ state, pack }: Situation, said: string): boolean =>
  state.pending?.kind === 'slot' &&
  state.pending.request.slot === 'method' &&
  pack.tariffs.some(({ name }) => [name.zh, name.en].some((text) => bare(text) === said));

const optionsOf = ({ state }: Situation): readonly AnswerItem[] => (state.pending?.kind === 'choice' ? state.pending.options : []);

const pick = (situation: Situation, option: AnswerItem | undefined) => option && decideItem(situation, { ...option, confidence: CERTAIN });
