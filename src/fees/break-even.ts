import { type Fen, fen } from '../base/money.js';
import { ceil } from '../base/rational.js';
import type { MethodId, Tariff } from '../knowledge/tariff.js';
import { CEILING } from './guards.js';
import { largestSingle } from './limits.js';
import { feeLines, reaches, stretches } from './lines.js';
import { monotonePieces, netAt, routeOf } from './route.js';
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
  const ends = route.map((terms, index) => {
    const { minimum, maximum, fixed = 0n } = terms;
    if (minimum === undefined || minimum <= fixed) return fen(0n);
    const reached = maximum === minimum ? undefined : reaches(terms, minimum, 'min');
    if (!reached) return undefined;
    const before = route.slice(0, index);
    const last = monotonePieces(before, { min: fen(1n), max: CEILING }).at(-1);
    return last && firstWhere(last, (amount) => netAt(before, amount, 'min') >= ceil(reached), ceil(reached));
  });
  const latest = ends.includes(undefined)
    ? undefined
    : ends
        .filter((end) => end !== undefined)
        .sort((a, b) => (a < b ? -1 : 1))
        .at(-1);
  return latest === 0n ? undefined : latest;
}
