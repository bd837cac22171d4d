import type { Interval } from '../base/interval.js';
import { formatDecimal, multiply, parseDecimal, type Rational, rational } from '../base/rational.js';
import type { Slots } from '../dialog/slots.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { Figure } from './answer.js';
import { type Calculated, factsOfFees } from './calculated.js';

/** What a way costs at the rate that somebody asks for it, beside what the article has for such services. */
export function calculateOffer(
  known: Tariff,
  { min, max }: NonNullable<Slots['rate']>,
  calculate: (tariff: Tariff) => Calculated,
): Calculated {
  const [low, high] = [parseDecimal(min), parseDecimal(max)];
  if (!low || !high) return calculate(known);
  const rate = { min: low, max: high };
  const found = calculate({ ...known, legs: [{ name: known.legs[0].name, rate: { value: rate, facts: [] } }] });
  if (found.parts.some(({ kind }) => kind === 'fee-error')) return found;
  return {
    ...found,
    parts: [...found.parts, { kind: 'offer', tariff: known, rate }],
    figures: [...found.figures, asked(rate)],
    facts: [...new Set([...found.facts, ...factsOfFees(known)])],
  };
}

function asked({ min, max }: Interval<Rational>): Figure {
  const percent = (value: Rational) => formatDecimal(multiply(value, rational(100n)));
  const value = percent(min) === percent(max) ? percent(min) : `${percent(min)}..${percent(max)}`;
  return { value, unit: 'percent', origin: { formula: 'rate', inputs: { rate: `${value}%` } } };
}
