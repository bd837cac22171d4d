import type { IntentId } from '../../knowledge/intent.js';
import type { Pack } from '../../knowledge/pack.js';
import { fold } from '../../text/fold.js';
import { readOrdinal } from '../../understanding/entities/ordinal.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

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
    return intent === undefined ? undefined : decideItem(situation, { intent, confidence: CERTAIN, slots: {} });
  },
};

/** A place in the list that was offered ("the second"), or none of it. */
export const pickedOption: Policy = {
  name: 'picked option',
  propose: (situation) => {
    const { pending } = situation.state;
    if (pending?.kind !== 'choice') return undefined;
    const { entities, read } = situation.reading;
    if (entities.concepts.some(({ concept }) => concept.kind === 'rejection')) return { kind: 'fallback', nearest: [] };
    const place = readOrdinal(read.folded);
    const intent = place === undefined ? undefined : pending.options[place - 1];
    return intent === undefined ? undefined : decideItem(situation, { intent, confidence: CERTAIN, slots: {} });
  },
};
