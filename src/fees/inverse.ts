import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { err, ok, type Result } from '../base/result.js';
import type { MethodId, Tariff } from '../knowledge/tariff.js';
import type { FeeError } from './errors.js';
import { CEILING, dateProblem, moneyProblem, tariffProblem } from './guards.js';
import { largestSingle } from './limits.js';
import type { QuoteOptions } from './quote.js';
import { bearablePieces, feeEnd, largestCosting, type Route, routeOf } from './route.js';

/** The amounts that may have cost a fee. All in fen. */
export interface AmountsForFee {
  readonly method: MethodId;
  readonly fee: Fen;
  /** From the smallest to the largest. */
  readonly amounts: Interval<Fen>;
  /** The same without gaps; more than one only for a tariff whose fee falls somewhere. */
  readonly ranges: readonly Interval<Fen>[];
  /** True when only the calculator's own ceiling ends the last range. */
  readonly open: boolean;
}

/**
 * Which amounts cost exactly this fee in one transaction (or may cost it, where the fee is an interval). Limits hold unless
 * `overLimit` is `report`. Errors: `negative`, `too-large`, `no-amount-for-fee`, and the dates' and the tariff's own as for `quote`.
 */
export function amountForFee(tariff: Tariff, fee: Fen, options: QuoteOptions = {}): Result<AmountsForFee, FeeError> {
  const problem = moneyProblem('fee', fee, 'allowed') ?? tariffProblem(tariff) ?? dateProblem(tariff, options.on);
  if (problem) return err(problem);
  const route = routeOf(tariff);
  const largest = options.overLimit === 'report' ? CEILING : largestSingle(tariff);
  const pieces = bearablePieces(route, { min: fen(1n), max: largest });
  const ranges = join(pieces.flatMap((piece) => costing(route, piece, fee)));
  const amounts = hull(ranges);
  if (amounts) return ok({ method: tariff.id, fee, amounts, ranges, open: amounts.max === CEILING });
  const beyondLimit = hull(bearablePieces(route, { min: fen(1n), max: CEILING }).flatMap((piece) => costing(route, piece, fee)));
  return err({ kind: 'no-amount-for-fee', method: tariff.id, fee, ...neighbours(route, pieces, fee), ...(beyondLimit && { beyondLimit }) });
}

function costing(route: Route, piece: Interval<Fen>, fee: Fen): readonly Interval<Fen>[] {
  const min = smallestCosting(route, piece, fee, 'max');
  const max = largestCosting(route, piece, fee, 'min');
  return min !== undefined && max !== undefined && min <= max ? [{ min, max }] : [];
}

/** The smallest amount of a piece whose fee, at one end, is at least `fee`: the one after the last that costs less. */
function smallestCosting(route: Route, piece: Interval<Fen>, fee: bigint, end: keyof Interval<Fen>): Fen | undefined {
  const last = largestCosting(route, piece, fee - 1n, end);
  if (last === undefined) return piece.min;
  return last < piece.max ? fen(last + 1n) : undefined;
}

/** The largest fee below and the smallest above that do occur. */
function neighbours(route: Route, pieces: readonly Interval<Fen>[], fee: Fen): { below?: Fen; above?: Fen } {
  let below: Fen | undefined;
  let above: Fen | undefined;
  for (const piece of pieces) {
    const last = largestCosting(route, piece, fee - 1n, 'max');
    const first = smallestCosting(route, piece, fee + 1n, 'min');
    const low = last && feeEnd(route, last, 'max');
    const high = first && feeEnd(route, first, 'min');
    if (low !== undefined && (below === undefined || low > below)) below = low;
    if (high !== undefined && (above === undefined || high < above)) above = high;
  }
  return { ...(below !== undefined && { below }), ...(above !== undefined && { above }) };
}

function join(ranges: readonly Interval<Fen>[]): readonly Interval<Fen>[] {
  const joined: Interval<Fen>[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && last.max + 1n === range.min) joined.splice(-1, 1, { min: last.min, max: range.max });
    else joined.push(range);
  }
  return joined;
}

function hull(ranges: readonly Interval<Fen>[]): Interval<Fen> | undefined {
  const first = ranges[0];
  const last = ranges.at(-1);
  return first && last && { min: first.min, max: last.max };
}
