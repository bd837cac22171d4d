import { originalSpan } from '../text/fold.js';
import type { Label } from './intents/model.js';
import { type Reading, readQuestion, type Understander } from './understand.js';

/** A class of the model with its chance. */
export interface Candidate {
  readonly label: Label;
  readonly probability: number;
}

/** The classes that a question may belong to, most probable first: all intents, and the likeliest kind of near miss. */
export function candidatesOf({ ranking, nearMiss }: Pick<Reading, 'ranking' | 'nearMiss'>): readonly Candidate[] {
  const intents = ranking.map(({ id, probability }): Candidate => ({ label: { id, scope: 'in' }, probability }));
  if (!nearMiss) return intents;
  const near: Candidate = { label: { id: nearMiss.id, scope: 'near' }, probability: nearMiss.probability };
  return [...intents, near].sort((a, b) => b.probability - a.probability);
}

export const isSame = (a: Label, b: Label): boolean => a.id === b.id && a.scope === b.scope;

/** The class that is compared with another, as indices of the model's labels. */
export interface Contest {
  readonly winner: number;
  readonly rival: number;
}

/** `undefined` where the model does not know one of the two. */
export function contestOf({ model }: Understander, winner: Label, rival: Label): Contest | undefined {
  const indexOf = (label: Label) => model.labels.findIndex((each) => isSame(each, label));
  const contest = { winner: indexOf(winner), rival: indexOf(rival) };
  return contest.winner < 0 || contest.rival < 0 ? undefined : contest;
}

/** How much some words of a question spoke for a class against its rival. */
export interface Influence {
  readonly words: string;
  /** Change of ln(p(winner) / p(rival)) that the words make; negative when they spoke for the rival. */
  readonly weight: number;
}

/**
 * What spoke for a class and for its rival, strongest first: each concept and each other word is left out in turn, and the question is
 * read again without it.
 */
export function influencesOf(understander: Understander, reading: Reading, { winner, rival }: Contest): readonly Influence[] {
  const chance = ({ evidence }: Reading, label: number) => (evidence.probabilities[label] ?? 0) + FLOOR;
  const lead = (each: Reading) => Math.log(chance(each, winner) / chance(each, rival));
  const whole = lead(reading);
  return unitsOf(reading)
    .map(({ start, end }) => {
      const without = `${reading.text.slice(0, start)} ${reading.text.slice(end)}`;
      return { words: reading.text.slice(start, end), weight: whole - lead(readQuestion(understander, without, 0)) };
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

const FLOOR = 1e-6;

/** The concepts, and the words between them, in the question as typed. */
function unitsOf({ read: { folded, tokens }, entities: { concepts } }: Reading) {
  const others = tokens.filter(({ start, end }) => !concepts.some((concept) => concept.start < end && start < concept.end));
  return [...concepts, ...others].map(({ start, end }) => originalSpan(folded, { start, end }));
}
