import type { Interval } from '../base/interval.js';
import type { Rational } from '../base/rational.js';
import type { Terms } from './leg.js';

/** What of an amount lies above `from` fen bears `rate` parts of the common denominator, until the next band. */
export interface Band {
  readonly from: bigint;
  readonly rate: bigint;
}

/** The rates of a leg in whole numbers, so that a fee is a sum of products and one division. */
export interface Bands {
  readonly bands: readonly Band[];
  readonly denominator: bigint;
}

const known = new WeakMap<Terms, Interval<Bands>>();

/** The bands of a leg at one end of its rates; built once for the same terms. */
export function bandsOf(terms: Terms, end: keyof Interval<Rational>): Bands {
  let bands = known.get(terms);
  if (!bands) {
    bands = { min: build(terms, 'min'), max: build(terms, 'max') };
    known.set(terms, bands);
  }
  return bands[end];
}

function build({ rate, tiers = [], freeAllowance }: Terms, end: keyof Interval<Rational>): Bands {
  const rates = [{ from: freeAllowance ?? 0n, rate: rate[end] }, ...tiers.map((tier) => ({ from: tier.above, rate: tier.rate[end] }))];
  const denominator = rates.reduce((product, each) => (product % each.rate.d === 0n ? product : product * each.rate.d), 1n);
  return { bands: rates.map(({ from, rate: { n, d } }) => ({ from, rate: n * (denominator / d) })), denominator };
}
