import { type Fen, fen } from '../base/money.js';
import { err, ok, type Result } from '../base/result.js';
import type { FactId } from '../knowledge/fact.js';
import type { LimitBasis, MethodId, Tariff } from '../knowledge/tariff.js';
import type { FeeError } from './errors.js';
import { countProblem, dateProblem, moneyProblem, tariffProblem } from './guards.js';
import { type AmountLimit, limitsUnder, readingsOf, smallest } from './limits.js';
import { type Plan, plan } from './plan.js';
import { factsOfTariff } from './quote.js';

/** The most that some days carry under one reading of the limits; without `most` no daily limit is known. */
interface ReadCapacity {
  readonly reading?: LimitBasis;
  readonly limits: readonly AmountLimit[];
  /** In fen. */
  readonly most?: Fen;
}

export interface Capacity extends ReadCapacity {
  readonly method: MethodId;
  readonly days: number;
  /** How `most` is carried, and what it costs. */
  readonly plan?: Plan;
  readonly otherReadings: readonly ReadCapacity[];
  readonly facts: readonly FactId[];
}

const MOST_DAYS = 36_525;

/**
 * How much a method carries in so many days, by the strictest reading of its limits. Errors: `bad-count`, `too-large`, `invalid-tariff`, and
 * those of `plan` for the sum.
 */
export function capacity(tariff: Tariff, days: number, options: { readonly on?: string } = {}): Result<Capacity, FeeError> {
  const problem = countProblem('days', days, MOST_DAYS) ?? tariffProblem(tariff) ?? dateProblem(tariff, options.on);
  if (problem) return err(problem);
  const readings = readingsOf(tariff);
  const [main, ...otherReadings] = (readings.length > 0 ? readings : [undefined]).map((reading): ReadCapacity => {
    const limits = limitsUnder(tariff, reading);
    const perDay = smallest(limits.filter(({ basis }) => basis === 'per-day'));
    return { ...(reading && { reading }), limits, ...(perDay !== undefined && { most: fen(perDay * BigInt(days)) }) };
  });
  const base = { method: tariff.id, days, limits: [], ...main, otherReadings, facts: factsOfTariff(tariff) };
  if (base.most === undefined) return ok(base);
  const tooLarge = moneyProblem('total', base.most);
  if (tooLarge) return err(tooLarge);
  const planned = plan(tariff, base.most, {
    search: 'none',
    ...(base.reading && { reading: base.reading }),
    ...(options.on !== undefined && { startDay: options.on }),
  });
  return planned.ok ? ok({ ...base, plan: planned.value }) : planned;
}
