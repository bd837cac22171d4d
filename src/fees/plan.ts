import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { err, ok, type Result } from '../base/result.js';
import type { FactId } from '../knowledge/fact.js';
import type { LimitBasis, MethodId, Tariff } from '../knowledge/tariff.js';
import { daysAfter } from './calendar.js';
import { crowd, type DayRun, pack, sharesOf } from './days.js';
import type { FeeError } from './errors.js';
import { CEILING, countProblem, dateProblem, moneyProblem, tariffProblem } from './guards.js';
import { type AmountLimit, limitsUnder, readingsOf, smallest } from './limits.js';
import { factsOfTariff, unbearable } from './quote.js';
import { bearablePieces, feeOf, type Route, routeOf } from './route.js';
import { bears, type Cut, costOf, even, fill, lowest, type Share } from './split.js';

export interface PlanOptions {
  /** Which reading of a limit to go by where the article has two; the strictest, by day, unless told. */
  readonly reading?: LimitBasis;
  /** ISO date of the first day; the tariff must be valid from then to the last day. */
  readonly startDay?: string;
  /** How many transactions the cheapest split may take; the fewest that the limits allow, unless told. */
  readonly transactions?: number;
  /**
   * `none` looks at round and at even amounts alone, for callers that want the fewest days: `cheapest` is then the lower of these, and not
   * proven. It costs a third.
   */
  readonly search?: 'lowest-fee' | 'none';
}

/** Equal transactions, with the fee of each in fen. */
interface Part extends Share {
  readonly fee: Interval<Fen>;
}

/** One way to cut the total. Money in fen. */
export interface Split {
  /** Largest first. */
  readonly parts: readonly Part[];
  readonly transactions: number;
  readonly schedule: readonly DayRun[];
  readonly days: number;
  readonly lastDay?: string;
  readonly fee: Interval<Fen>;
  readonly net: Interval<Fen>;
}

/** A total under one reading of the limits. */
export interface ReadPlan {
  /** Absent when the limits have only one reading. */
  readonly reading?: LimitBasis;
  /** The limits that the plan keeps to. */
  readonly limits: readonly AmountLimit[];
  /** The lowest fee at worst; rounding may make its amounts ragged. */
  readonly cheapest: Split;
  /** No split in as many transactions as allowed is cheaper than `cheapest`; false when that was too much to search. */
  readonly proven: boolean;
  /** The fewest days, then the fewest transactions, in round amounts. */
  readonly fewestDays: Split;
}

export interface Plan extends ReadPlan {
  readonly method: MethodId;
  readonly total: Fen;
  /** What the other readings of the limits would give. */
  readonly otherReadings: readonly ReadPlan[];
  readonly facts: readonly FactId[];
}

/** More would be no plan. */
const MOST = 1_000_000;
/** Numbers of transactions that the cheapest split tries one by one. */
const TRIED = 24;

/**
 * How to carry a total under the limits of a method. Errors: `negative`, `zero`, `too-large`, `bad-count`, `too-many-transactions`,
 * `fee-exceeds-amount`, `bad-date`, `not-yet-valid`, `expired` (also on the last day), `invalid-tariff`.
 */
export function plan(tariff: Tariff, total: Fen, options: PlanOptions = {}): Result<Plan, FeeError> {
  const problem =
    moneyProblem('total', total) ??
    tariffProblem(tariff) ??
    dateProblem(tariff, options.startDay) ??
    (options.transactions === undefined ? undefined : countProblem('transactions', options.transactions, MOST));
  if (problem) return err(problem);
  const readings = readingsOf(tariff);
  const reading = readings.find((candidate) => candidate === options.reading) ?? readings[0];
  // Two readings of one sum cut alike and differ only in the days.
  const known = new Map<string, Lowest>();
  const main = planUnder(tariff, total, reading, options, known);
  if (!main.ok) return main;
  const otherReadings = readings.flatMap((other) => {
    const planned = other === reading ? undefined : planUnder(tariff, total, other, options, known);
    return planned?.ok ? [planned.value] : [];
  });
  return ok({ method: tariff.id, total, ...main.value, otherReadings, facts: factsOfTariff(tariff) });
}

function planUnder(
  tariff: Tariff,
  total: Fen,
  reading: LimitBasis | undefined,
  options: PlanOptions,
  known: Map<string, Lowest>,
): Result<ReadPlan, FeeError> {
  const limits = limitsUnder(tariff, reading);
  const perDay = smallest(limits.filter((limit) => limit.basis === 'per-day'));
  const largest = smallest(limits) ?? CEILING;
  const route = routeOf(tariff);
  const least = bearablePieces(route, { min: fen(1n), max: largest })[0]?.min;
  if (least === undefined || total < least) return err(unbearable(tariff, total));
  const cut: Cut = { route, total, smallest: least, largest };
  const fewest = (total + largest - 1n) / largest;
  const crowded = crowd(cut, perDay);
  const needed = crowded ? count(sharesOf(crowded)) : Number(fewest);
  if (fewest > MOST || needed > MOST) {
    const more = fewest > MOST ? fewest : BigInt(needed);
    return err({ kind: 'too-many-transactions', method: tariff.id, needed: more, ceiling: MOST });
  }
  const upTo = Math.max(options.transactions ?? 0, needed);
  const key = `${largest} ${upTo}`;
  const { found, proven } = options.search === 'none' ? NOT_SEARCHED : (known.get(key) ?? lowestOf(cut, Number(fewest), upTo));
  known.set(key, { found, proven });
  const packed = [fill(cut), even(total, Number(fewest)), ...found].map((parts) => pack(parts, perDay));
  const splits = [...(crowded ? [crowded] : []), ...packed]
    .filter((schedule) => bears(route, sharesOf(schedule)))
    .map((schedule) => splitOf(route, total, schedule, options.startDay));
  const timely = splits.filter((split) => !dateProblem(tariff, split.lastDay));
  const cheapest = first(timely, (split) => [split.fee.max, split.fee.min, BigInt(split.days)]);
  const fewestDays = first(timely, (split) => [BigInt(split.days), BigInt(split.transactions)]);
  if (cheapest && fewestDays) return ok({ ...(reading && { reading }), limits, cheapest, proven, fewestDays });
  // Round and even amounts may not bear their fee where ragged ones do.
  if (options.search === 'none') return planUnder(tariff, total, reading, { ...options, search: 'lowest-fee' }, new Map());
  return err(dateProblem(tariff, splits[0]?.lastDay) ?? unbearable(tariff, total));
}

const NOT_SEARCHED: Lowest = { found: [], proven: false };

interface Lowest {
  readonly found: readonly (readonly Share[])[];
  readonly proven: boolean;
}

/** The lowest split of every number of transactions that is tried, lowest first, and whether none was left out or unproven. */
function lowestOf(cut: Cut, from: number, to: number): Lowest {
  const upTo = Math.min(to, from + TRIED - 1);
  const tried = Array.from({ length: upTo - from + 1 }, (_, index) => lowest(cut, from + index)).filter((split) => split !== undefined);
  const cost = (parts: readonly Share[]) => costOf(cut.route, parts);
  const found = tried.map((split) => split.parts).sort((a, b) => (cost(a) < cost(b) ? -1 : cost(a) > cost(b) ? 1 : 0));
  return { found, proven: upTo === to && tried.every((split) => split.proven) };
}

export function splitOf(route: Route, total: Fen, schedule: readonly DayRun[], startDay: string | undefined): Split {
  const given = sharesOf(schedule);
  const parts = given.map((part) => ({ ...part, fee: feeOf(route, part.amount) }));
  const sum = (end: keyof Interval<Fen>) => parts.reduce((fee, part) => fee + BigInt(part.count) * part.fee[end], 0n);
  const fee = { min: fen(sum('min')), max: fen(sum('max')) };
  const days = schedule.reduce((sumOfDays, run) => sumOfDays + run.days, 0);
  const lastDay = startDay === undefined ? undefined : daysAfter(startDay, days - 1);
  const net = { min: fen(total - fee.max), max: fen(total - fee.min) };
  return { parts, transactions: count(given), schedule, days, ...(lastDay !== undefined && { lastDay }), fee, net };
}

const count = (parts: readonly Share[]): number => parts.reduce((sum, part) => sum + part.count, 0);

/** The first of the splits with the smallest key, compared figure by figure. */
function first(splits: readonly Split[], key: (split: Split) => readonly bigint[]): Split | undefined {
  return splits.reduce<Split | undefined>((best, split) => {
    if (!best) return split;
    const bestKey = key(best);
    const difference = key(split)
      .map((figure, index) => figure - (bestKey[index] ?? 0n))
      .find((gap) => gap !== 0n);
    return difference !== undefined && difference < 0n ? split : best;
  }, undefined);
}
