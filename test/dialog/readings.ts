import { readText } from '../../src/understanding/read.js';
import type { Reading, Understanding, Verdict } from '../../src/understanding/understand.js';
import { realBrain } from '../brain.js';

const brain = realBrain();

export const { pack } = brain;

/** Intents with their probabilities, likeliest first. */
export type Ranking = Readonly<Record<string, number>>;

/** A reading with the real entities of the text and a made-up judgement about it. */
export function reading(text: string, verdict: Verdict = 'fallback', intents: Ranking = {}, nearMiss?: Reading['nearMiss']): Reading {
  const read = readText(text, brain.understander.lexicon);
  const ranking = Object.entries(intents).map(([id, probability]) => ({ id, probability }));
  return {
    span: { start: 0, end: text.length },
    text,
    verdict,
    nearMissIsPossible: nearMiss !== undefined,
    inScope: 1,
    confidence: ranking[0]?.probability ?? 0,
    doubt: verdict === 'answer' ? 0 : 1,
    ranking,
    set: ranking.map(({ id }) => id),
    options: ranking.map(({ id }) => id),
    entities: read.entities,
    read,
    ...(nearMiss && { nearMiss }),
    // Policies do not look at the evidence.
    evidence: {} as Reading['evidence'],
  };
}

export const understanding = (first: Reading, ...rest: readonly Reading[]): Understanding => ({
  language: 'zh',
  whole: first.read,
  readings: [first, ...rest],
});
