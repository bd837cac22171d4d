import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { err, ok, type Result } from '../base/result.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { FeeError } from './errors.js';
import { CEILING, dateProblem, moneyProblem, tariffProblem } from './guards.js';
import { type Quote, type QuoteOptions, quote } from './quote.js';
import { bearablePieces, isDefinite, routeOf, smallestReaching } from './route.js';

/** What to send so that a target arrives. The two are equal for a tariff without intervals. */
export interface GrossUp {
  readonly target: Fen;
  /** The smallest amount whose net reaches the target whatever the fee turns out to be. */
  readonly worst: Quote;
  /** The smallest amount whose net reaches the target if the fee is as low as it may be. */
  readonly best: Quote;
}

/**
 * The smallest amount, to the fen, of which at least `target` fen arrive. Errors: those of `quote`, told about the amount that is needed,
 * and `unreachable`.
 */
export function grossUp(tariff: Tariff, target: Fen, options: QuoteOptions = {}): Result<GrossUp, FeeError> {
  const problem = moneyProblem('target', target) ?? tariffProblem(tariff) ?? dateProblem(tariff, options.on);
  if (problem) return err(problem);
  const smallest = (end: keyof Interval<Fen>): Result<Quote, FeeError> => {
    const amount = smallestOf(tariff, target, end);
    return amount === undefined ? err({ kind: 'unreachable', method: tariff.id, target }) : quote(tariff, amount, options);
  };
  const worst = smallest('min');
  if (!worst.ok) return worst;
  const best = isDefinite(routeOf(tariff)) ? worst : smallest('max');
  return best.ok ? ok({ target, worst: worst.value, best: best.value }) : best;
}

function smallestOf(tariff: Tariff, target: Fen, end: keyof Interval<Fen>): Fen | undefined {
  const route = routeOf(tariff);
  for (const piece of bearablePieces(route, { min: fen(1n), max: CEILING })) {
    const found = smallestReaching(route, piece, target, end);
    if (found !== undefined) return found;
  }
  return undefined;
}
