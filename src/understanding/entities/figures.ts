import { formatDecimal, multiply, rational } from '../../base/rational.js';
import type { Span } from '../../base/span.js';
import type { Fact } from '../../knowledge/fact.js';
import type { FigureIndex } from '../lexicon.js';
import type { NumberReading, Percentage } from './amounts.js';

/** A number of the text that is a figure of the pack. */
export interface FactMention {
  readonly span: Span;
  readonly facts: readonly Fact[];
}

const HUNDRED = rational(100n);

/** Numbers that are figures of the pack: "what is the 17.3% about". */
export function readFactMentions(
  percentages: readonly Percentage[],
  numbers: readonly NumberReading[],
  figures: FigureIndex,
): readonly FactMention[] {
  const typed = [
    ...percentages.map(({ span, range }) => ({ span, value: multiply(range.max, HUNDRED) })),
    ...numbers.map(({ span, range }) => ({ span, value: range.max })),
  ];
  const mentions = new Map<number, FactMention>();
  for (const { span, value } of typed) {
    const facts = figures.get(formatDecimal(value));
    if (facts && !mentions.has(span.start)) mentions.set(span.start, { span, facts });
  }
  return [...mentions.values()];
}
