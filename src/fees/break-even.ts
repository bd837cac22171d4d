import { type Fen, fen } from '../base/money.js';
import { add, compare, divide, rational } from '../base/rational.js';
import type { MethodId, Tariff } from '../knowledge/tariff.js';
import { CEILING } from './guards.js';
import { largestSingle } from './limits.js';
import { feeLines, stretches } from './lines.js';
import { monotonePieces, netOf, routeOf } from './route.js';
import { firstWhere } from './search.js';

/** Which of two methods costs less over the amounts that both carry in one transaction. */
export interface BreakEven {
  readonly between: readonly [MethodId, MethodId];
  /** In order, without gaps; fen, both ends included. The amount at which two lines cross belongs to the stretch that it starts. */
  readonly stretches: readonly { readonly from: Fen; readonly to: Fen; readonly cheaper: MethodId | 'same' }[];
}

/**
 * The break-even amounts of two methods, by their highest rates and before rounding: after it, fees may differ by half a fen a leg, which
 * would make two methods of one price change places at every other amount.
 */
export function breakEven(first: Tariff, second: Tariff): BreakEven {
  const cheaper = { first: first.id, second: second.id, same: 'same' } as const;
  const found = stretches(feeLines(routeOf(first)), feeLines(routeOf(second)), largestSingle(first, second));
  return { between: [first.id, second.id], stretches: found.map(({ from, to, lower }) => ({ from, to, cheaper: cheaper[lower] })) };
}

/**
 * The smallest amount, in fen, from which the rates alone reach every leg's minimum, whatever they turn out to be (0.1% and 1 yuan: 1000
 * yuan). `undefined` when there is no minimum, or when a minimum always decides.
 */
export function minimumEnds(tariff: Tariff): Fen | undefined {
  const route = routeOf(tariff);
  const ends = route.map(({ rate, minimum, maximum, fixed = 0n, freeAllowance = 0n }, index) => {
    if (minimum === undefined || minimum <= fixed) return fen(0n);
    if (rate.min.n === 0n || maximum === minimum) return undefined;
    const reached = add(rational(freeAllowance), divide(rational(minimum - fixed), rate.min));
    const before = route.slice(0, index);
    const last = monotonePieces(before, { min: fen(1n), max: CEILING }).at(-1);
    return last && firstWhere(last, (amount) => compare(rational(netOf(before, amount).min), reached) >= 0);
  });
  const latest = ends.includes(undefined)
    ? undefined
    : ends
        .filter((end) => end !== undefined)
        .sort((a, b) => (a < b ? -1 : 1))
        .at(-1);
  return latest === 0n ? undefined : latest;
}
