import { type Fen, fen } from '../base/money.js';
import { err, ok, type Result } from '../base/result.js';
import type { FactId } from '../knowledge/fact.js';
import type { LimitBasis, MethodId, Tariff } from '../knowledge/tariff.js';
import type { FeeError } from './errors.js';
import { moneyProblem, tariffProblem } from './guards.js';
import { type AmountLimit, limitsUnder, readingsOf, smallest } from './limits.js';
import { factsOfTariff } from './quote.js';

/** What a day still carries under one reading of the limits; without `left` no daily limit is known. */
interface ReadRest {
  readonly reading?: LimitBasis;
  readonly limits: readonly AmountLimit[];
  /** In fen; nothing when the day's limit is used up. */
  readonly left?: Fen;
}

export interface Rest extends ReadRest {
  readonly method: MethodId;
  readonly used: Fen;
  readonly otherReadings: readonly ReadRest[];
  readonly facts: readonly FactId[];
}

/** What a method still carries on a day on which `used` fen were sent, by the strictest reading of its limits. Errors: `negative`, `zero`, `too-large`, `invalid-tariff`. */
export function rest(tariff: Tariff, used: Fen): Result<Rest, FeeError> {
  const problem = moneyProblem('amount', used) ?? tariffProblem(tariff);
  if (problem) return err(problem);
  const readings = readingsOf(tariff);
  const [main, ...otherReadings] = (readings.length > 0 ? readings : [undefined]).map((reading): ReadRest => {
    const limits = limitsUnder(tariff, reading);
    const perDay = smallest(limits.filter(({ basis }) => basis === 'per-day'));
    return { ...(reading && { reading }), limits, ...(perDay !== undefined && { left: fen(perDay > used ? perDay - used : 0n) }) };
  });
  return ok({ method: tariff.id, used, limits: [], ...main, otherReadings, facts: factsOfTariff(tariff) });
}
