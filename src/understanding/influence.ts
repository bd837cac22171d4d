import { originalSpan } from '../text/fold.js';
import { type Reading, readQuestion, type Understander } from './understand.js';

/** How much some words of a question spoke for its first intent against the second. */
export interface Influence {
  readonly words: string;
  /** Change of ln(p(first) / p(second)) that the words make; negative when they spoke against the first. */
  readonly weight: number;
}

/**
 * What spoke for and against a reading's first intent, strongest first: each concept and each other word is left out in turn, and the
 * question is read again without it.
 */
export function influencesOf(understander: Understander, reading: Reading): readonly Influence[] {
  const [first, second] = reading.evidence.ranking;
  if (!first || !second) return [];
  const lead = ({ evidence }: Reading) => Math.log(chanceOf(evidence, first.id) / chanceOf(evidence, second.id));
  const whole = lead(reading);
  return unitsOf(reading)
    .map(({ start, end }) => {
      const without = `${reading.text.slice(0, start)} ${reading.text.slice(end)}`;
      return { words: reading.text.slice(start, end), weight: whole - lead(readQuestion(understander, without, 0)) };
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

const FLOOR = 1e-6;

const chanceOf = ({ ranking }: Reading['evidence'], id: string): number =>
  (ranking.find((entry) => entry.id === id)?.probability ?? 0) + FLOOR;

/** The concepts, and the words between them, in the question as typed. */
function unitsOf({ read: { folded, tokens }, entities: { concepts } }: Reading) {
  const others = tokens.filter(({ start, end }) => !concepts.some((concept) => concept.start < end && start < concept.end));
  return [...concepts, ...others].map(({ start, end }) => originalSpan(folded, { start, end }));
}
