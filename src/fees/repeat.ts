import { type Interval, mapInterval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { err, ok, type Result } from '../base/result.js';
import type { FactId } from '../knowledge/fact.js';
import type { LimitBasis, MethodId, Tariff } from '../knowledge/tariff.js';
import { daysAfter } from './calendar.js';
import type { FeeError } from './errors.js';
import { countProblem, dateProblem, moneyProblem } from './guards.js';
import { smallest } from './limits.js';
import { type Plan, type PlanOptions, plan, type Split } from './plan.js';
import { overLimit } from './quote.js';

/** The same amount again and again. Money in fen. */
export interface Repetition {
  readonly method: MethodId;
  readonly amount: Fen;
  readonly times: number;
  /** How one day's amount is sent, and the reading of the limits that it keeps to. */
  readonly each: Split;
  readonly reading?: LimitBasis;
  readonly transactions: number;
  readonly gross: Fen;
  readonly fee: Interval<Fen>;
  readonly net: Interval<Fen>;
  readonly lastDay?: string;
  /** Whether a day could carry the amount under the other readings of the limits. */
  readonly otherReadings: readonly { readonly reading: LimitBasis; readonly possible: boolean }[];
  readonly facts: readonly FactId[];
}

/** Days of a repetition at most: a hundred years. */
const MOST_TIMES = 36_525;

/**
 * An amount sent `times` times, each of which has `within` days to itself (one, unless told: then it is sent every day). Errors: those of `plan`, `bad-count`, `too-large` for the sum, and `over-limit` when a day
 * may not carry the amount, with the reading that says so.
 */
export function repeat(
  tariff: Tariff,
  amount: Fen,
  times: number,
  { within = 1, ...options }: Pick<PlanOptions, 'reading' | 'startDay'> & { readonly within?: number } = {},
): Result<Repetition, FeeError> {
  const bad =
    countProblem('times', times, MOST_TIMES) ?? moneyProblem('amount', amount) ?? moneyProblem('total', fen(amount * BigInt(times)));
  if (bad) return err(bad);
  const planned = plan(tariff, amount, options);
  if (!planned.ok) return planned;
  const { fewestDays: each, reading, otherReadings, method, facts } = planned.value;
  if (each.days > within) return err(dayProblem(tariff, planned.value));
  const lastDay = options.startDay === undefined ? undefined : daysAfter(options.startDay, (times - 1) * within + each.days - 1);
  const late = dateProblem(tariff, lastDay);
  if (late) return err(late);
  const all = (value: Fen): Fen => fen(value * BigInt(times));
  return ok({
    method,
    amount,
    times,
    each,
    ...(reading && { reading }),
    transactions: each.transactions * times,
    gross: all(amount),
    fee: mapInterval(each.fee, all),
    net: mapInterval(each.net, all),
    ...(lastDay !== undefined && { lastDay }),
    otherReadings: otherReadings.flatMap((other) =>
      other.reading ? [{ reading: other.reading, possible: other.fewestDays.days <= within }] : [],
    ),
    facts,
  });
}

function dayProblem(tariff: Tariff, { total, limits, reading }: Plan): FeeError {
  const daily = limits.filter((limit) => limit.basis === 'per-day' && limit.amount.value < total);
  const largest = smallest(daily) ?? total;
  return { ...overLimit(tariff, total, daily, largest), ...(reading && { reading }) };
}
