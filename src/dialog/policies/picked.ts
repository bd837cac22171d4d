import type { IntentId } from '../../knowledge/intent.js';
import type { Pack } from '../../knowledge/pack.js';
import { fold } from '../../text/fold.js';
import { readOrdinal } from '../../understanding/entities/ordinal.js';
import type { AnswerItem } from '../decision.js';
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
    const intent = ownQuestions(situation.pack).get(bare(situation.reading.text));
    if (intent === undefined) return undefined;
    const offered = optionsOf(situation).find((option) => option.intent === intent);
    return decideItem(situation, { intent, confidence: CERTAIN, slots: offered?.slots ?? {} });
  },
};

/** A place in the list that was offered ("the second"), words that fit one of it, or none of it. */
export const pickedOption: Policy = {
  name: 'picked option',
  propose: (situation) => {
    const options = optionsOf(situation);
    if (options.length === 0) return undefined;
    const { entities, read, verdict, ranking } = situation.reading;
    if (entities.concepts.some(({ concept }) => concept.kind === 'rejection')) return { kind: 'fallback', rejected: true, nearest: [] };
    const place = readOrdinal(read.folded);
    if (place !== undefined) return pick(situation, options[place - 1]);
    // Words that would be too few for an answer are enough to choose among what was offered.
    const likely = verdict === 'clarify' ? ranking[0]?.id : undefined;
    return pick(
      situation,
      options.find(({ intent }) => intent === likely),
    );
  },
};

const optionsOf = ({ state }: Situation): readonly AnswerItem[] => (state.pending?.kind === 'choice' ? state.pending.options : []);

const pick = (situation: Situation, option: AnswerItem | undefined) =>
  option && decideItem(situation, { ...option, confidence: CERTAIN });
