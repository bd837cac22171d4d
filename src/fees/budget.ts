import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { err, ok, type Result } from '../base/result.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { FeeError } from './errors.js';
import { CEILING, dateProblem, moneyProblem, tariffProblem } from './guards.js';
import { largestSingle } from './limits.js';
import { type Quote, type QuoteOptions, quote, unbearable } from './quote.js';
import { bearablePieces, feeEnd, largestCosting, type Route, routeOf } from './route.js';

/** The most that can be sent for a fee. The two are equal for a tariff without intervals. */
export interface Budget {
  readonly maxFee: Fen;
  /** The largest amount whose fee stays within the budget whatever it turns out to be. */
  readonly worst: Quote;
  /** The largest amount whose fee may stay within the budget. */
  readonly best: Quote;
  /** What ends `worst`: the budget, a limit of the method, or only the calculator's own ceiling. */
  readonly endedBy: 'fee' | 'limit' | 'ceiling';
}

/**
 * The largest amount of one transaction whose fee is at most `maxFee` fen. Limits hold unless `overLimit` is `report`. Errors: `negative`,
 * `too-large`, `budget-too-small`, and the dates' and the tariff's own as for `quote`.
 */
export function budget(tariff: Tariff, maxFee: Fen, options: QuoteOptions = {}): Result<Budget, FeeError> {
  const problem = moneyProblem('fee', maxFee, 'allowed') ?? tariffProblem(tariff) ?? dateProblem(tariff, options.on);
  if (problem) return err(problem);
  const route = routeOf(tariff);
  const limit = options.overLimit === 'report' ? CEILING : largestSingle(tariff);
  const pieces = bearablePieces(route, { min: fen(1n), max: limit });
  const worstAmount = largestWithin(route, pieces, maxFee, 'max');
  const bestAmount = largestWithin(route, pieces, maxFee, 'min');
  if (worstAmount === undefined || bestAmount === undefined) {
    const fees = pieces.map((piece) => feeEnd(route, piece.min, 'max'));
    const smallestFee = fees.reduce<Fen | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
    return err(
      smallestFee === undefined ? unbearable(tariff, limit) : { kind: 'budget-too-small', method: tariff.id, maxFee, smallestFee },
    );
  }
  const worst = quote(tariff, worstAmount, options);
  if (!worst.ok) return worst;
  const best = quote(tariff, bestAmount, options);
  if (!best.ok) return best;
  const endedBy = worstAmount < limit ? 'fee' : limit < CEILING ? 'limit' : 'ceiling';
  return ok({ maxFee, worst: worst.value, best: best.value, endedBy });
}

function largestWithin(route: Route, pieces: readonly Interval<Fen>[], maxFee: Fen, end: keyof Interval<Fen>): Fen | undefined {
  return pieces.flatMap((piece) => largestCosting(route, piece, maxFee, end) ?? []).at(-1);
}
