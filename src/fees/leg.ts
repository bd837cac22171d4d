import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { type Rational, roundHalfUp } from '../base/rational.js';
import type { Leg } from '../knowledge/tariff.js';

/** The figures of a leg without their sources. Amounts in fen, rates as fractions of one. */
export interface Terms {
  readonly rate: Interval<Rational>;
  readonly minimum?: Fen;
  readonly maximum?: Fen;
  readonly fixed?: Fen;
  readonly freeAllowance?: Fen;
}

/** A term that changed the fee; a minimum that the rate reaches by itself did not. */
export type Applied = 'free-allowance' | 'fixed' | 'minimum' | 'maximum';

export const termsOf = (leg: Leg): Terms => ({
  rate: leg.rate.value,
  ...(leg.minimum && { minimum: leg.minimum.value }),
  ...(leg.maximum && { maximum: leg.maximum.value }),
  ...(leg.fixed && { fixed: leg.fixed.value }),
  ...(leg.freeAllowance && { freeAllowance: leg.freeAllowance.value }),
});

/**
 * The fee in fen on what reaches a leg: the rate on the part above the allowance, rounded half up, plus the fixed fee, kept between
 * minimum and maximum. An amount wholly within the allowance bears no minimum, so the fee jumps there: `route.ts` lives with that.
 */
export function feeAt(terms: Terms, amount: Fen, rate: Rational): { readonly fee: Fen; readonly rated: Fen; readonly applied: Applied[] } {
  const { minimum = 0n, maximum, fixed = 0n, freeAllowance } = terms;
  const free = freeAllowance === undefined ? 0n : amount < freeAllowance ? amount : freeAllowance;
  const wholly = freeAllowance !== undefined && amount <= freeAllowance;
  const bearing = amount > free ? amount - free : 0n;
  const rated = roundHalfUp({ n: rate.n * bearing, d: rate.d });
  const raised = wholly || rated + fixed >= minimum ? rated + fixed : minimum;
  const fee = maximum !== undefined && raised > maximum ? maximum : raised;
  const applied: Applied[] = [];
  if (free > 0n) applied.push('free-allowance');
  if (fixed > 0n) applied.push('fixed');
  if (raised > rated + fixed) applied.push('minimum');
  if (fee < raised) applied.push('maximum');
  return { fee: fen(fee), rated: fen(rated), applied };
}

/** What a leg takes of the amounts that may reach it, and what may be left after it (negative when it takes more than there is). */
export interface Passage {
  readonly fee: Interval<Fen>;
  readonly left: Interval<Fen>;
  readonly applied: readonly Applied[];
}

export function passLeg(terms: Terms, reaching: Interval<Fen>): Passage {
  const { rate, freeAllowance } = terms;
  const worst = (amount: bigint) => amount - feeAt(terms, fen(amount), rate.max).fee;
  const best = (amount: bigint) => amount - feeAt(terms, fen(amount), rate.min).fee;
  let min = worst(reaching.min);
  let max = best(reaching.max);
  if (freeAllowance !== undefined && reaching.min <= freeAllowance && freeAllowance < reaching.max) {
    const afterJump = worst(freeAllowance + 1n);
    const beforeJump = best(freeAllowance);
    if (afterJump < min) min = afterJump;
    if (beforeJump > max) max = beforeJump;
  }
  const low = feeAt(terms, reaching.min, rate.min);
  const high = feeAt(terms, reaching.max, rate.max);
  return {
    fee: { min: low.fee, max: high.fee },
    left: { min: fen(min), max: fen(max) },
    applied: [...new Set([...low.applied, ...high.applied])],
  };
}
