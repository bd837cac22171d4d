import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import type { Rational } from '../base/rational.js';
import type { Leg, Rounding } from '../knowledge/tariff.js';
import { type Band, type Bands, bandsOf } from './bands.js';

/** The figures of a leg without their sources. Amounts in fen, rates as fractions of one. */
export interface Terms {
  readonly rate: Interval<Rational>;
  readonly tiers?: readonly { readonly above: Fen; readonly rate: Interval<Rational> }[];
  readonly minimum?: Fen;
  readonly maximum?: Fen;
  readonly fixed?: Fen;
  readonly freeAllowance?: Fen;
  readonly rounding: Rounding;
}

/** A term that changed the fee; a minimum that the rate reaches by itself did not. */
export type Applied = 'free-allowance' | 'fixed' | 'minimum' | 'maximum';

export const termsOf = (leg: Leg, rounding: Rounding): Terms => ({
  rate: leg.rate.value,
  ...(leg.tiers && { tiers: leg.tiers.map(({ above, rate }) => ({ above: above.value, rate: rate.value })) }),
  ...(leg.minimum && { minimum: leg.minimum.value }),
  ...(leg.maximum && { maximum: leg.maximum.value }),
  ...(leg.fixed && { fixed: leg.fixed.value }),
  ...(leg.freeAllowance && { freeAllowance: leg.freeAllowance.value }),
  rounding,
});

/** The rated part of a fee as a fraction of whole numbers, before rounding. */
export function ratedOf({ bands, denominator }: Bands, amount: bigint): { readonly n: bigint; readonly d: bigint } {
  const last = bands.length - 1;
  let n = 0n;
  for (let i = 0; i <= last; i++) {
    const band = bands[i] as Band;
    if (amount <= band.from) break;
    const end = i < last ? (bands[i + 1] as Band).from : amount;
    n += band.rate * ((amount < end ? amount : end) - band.from);
  }
  return { n, d: denominator };
}

function roundTo(rounding: Rounding, n: bigint, d: bigint): bigint {
  if (rounding === 'half-up') return (2n * n + d) / (2n * d);
  return rounding === 'up' ? (n + d - 1n) / d : n / d;
}

/**
 * The fee in fen on what reaches a leg: the rates on the parts above the allowance, rounded once, plus the fixed fee, kept between
 * minimum and maximum. An amount wholly within the allowance bears no minimum, so the fee jumps there: `route.ts` lives with that.
 */
export function feeAt(terms: Terms, amount: bigint, end: keyof Interval<Rational>): bigint {
  const { minimum, maximum, freeAllowance } = terms;
  const { n, d } = ratedOf(bandsOf(terms, end), amount);
  let fee = roundTo(terms.rounding, n, d) + (terms.fixed ?? 0n);
  if (minimum !== undefined && fee < minimum && !(freeAllowance !== undefined && amount <= freeAllowance)) fee = minimum;
  return maximum !== undefined && fee > maximum ? maximum : fee;
}

function appliedAt(terms: Terms, amount: bigint, end: keyof Interval<Rational>): readonly Applied[] {
  const { minimum = 0n, maximum, fixed = 0n, freeAllowance = 0n } = terms;
  const { n, d } = ratedOf(bandsOf(terms, end), amount);
  const rated = roundTo(terms.rounding, n, d) + fixed;
  const wholly = terms.freeAllowance !== undefined && amount <= freeAllowance;
  const raised = wholly || rated >= minimum ? rated : minimum;
  const applied: Applied[] = [];
  if (freeAllowance > 0n && amount > 0n) applied.push('free-allowance');
  if (fixed > 0n) applied.push('fixed');
  if (raised > rated) applied.push('minimum');
  if (maximum !== undefined && raised > maximum) applied.push('maximum');
  return applied;
}

/** What a leg takes of the amounts that may reach it, and what may be left after it (negative when it takes more than there is). */
export interface Passage {
  readonly fee: Interval<Fen>;
  readonly left: Interval<Fen>;
}

export function passLeg(terms: Terms, reaching: Interval<Fen>): Passage {
  const { freeAllowance } = terms;
  const low = feeAt(terms, reaching.min, 'min');
  const high = feeAt(terms, reaching.max, 'max');
  let min = reaching.min - (reaching.min === reaching.max ? high : feeAt(terms, reaching.min, 'max'));
  let max = reaching.max - (reaching.min === reaching.max ? low : feeAt(terms, reaching.max, 'min'));
  if (freeAllowance !== undefined && reaching.min <= freeAllowance && freeAllowance < reaching.max) {
    const afterJump = freeAllowance + 1n - feeAt(terms, freeAllowance + 1n, 'max');
    const beforeJump = freeAllowance - feeAt(terms, freeAllowance, 'min');
    if (afterJump < min) min = afterJump;
    if (beforeJump > max) max = beforeJump;
  }
  return { fee: { min: fen(low), max: fen(high) }, left: { min: fen(min), max: fen(max) } };
}

/** The terms that changed the fee at either end. */
export const appliedTo = (terms: Terms, { min, max }: Interval<Fen>): readonly Applied[] => [
  ...new Set([...appliedAt(terms, min, 'min'), ...appliedAt(terms, max, 'max')]),
];
