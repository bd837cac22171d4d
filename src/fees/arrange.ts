import { assertNever } from '../base/assert-never.js';
import { type Fen, fen } from '../base/money.js';
import { err, ok, type Result } from '../base/result.js';
import type { FactId } from '../knowledge/fact.js';
import type { LimitBasis, MethodId, Tariff } from '../knowledge/tariff.js';
import { type DayRun, pack, sharesOf } from './days.js';
import type { FeeError } from './errors.js';
import { CEILING, countProblem, dateProblem, moneyProblem, tariffProblem } from './guards.js';
import { type AmountLimit, limitsUnder, readingsOf, smallest } from './limits.js';
import { type PlanOptions, type Split, splitOf } from './plan.js';
import { factsOfTariff, overLimit, unbearable } from './quote.js';
import { routeOf } from './route.js';
import { bears, even, fill, shares } from './split.js';

/** How somebody wants to send money, whatever would be cheapest. */
export type Wish =
  /** The same amount so many times, as soon as the limits allow. */
  | { readonly kind: 'times'; readonly amount: Fen; readonly times: number }
  /** A total in so many equal transactions, as soon as the limits allow. */
  | { readonly kind: 'parts'; readonly total: Fen; readonly parts: number }
  /** A total over so many days, as much on each. */
  | { readonly kind: 'days'; readonly total: Fen; readonly days: number };

/** A wish under one reading of the limits; `split` is absent where they do not allow it. */
export interface ReadArrangement {
  readonly reading?: LimitBasis;
  readonly limits: readonly AmountLimit[];
  readonly split?: Split;
}

/** What a wish costs. Money in fen. */
export interface Arrangement extends ReadArrangement {
  readonly method: MethodId;
  readonly wish: Wish;
  readonly total: Fen;
  readonly split: Split;
  readonly otherReadings: readonly ReadArrangement[];
  readonly facts: readonly FactId[];
}

const MOST = 1_000_000;

/**
 * The cost of sending money just so. Goes by the strictest reading of the limits that allows it at all, unless told. Errors: `negative`,
 * `zero`, `too-large`, `bad-count`, `fee-exceeds-amount`, `bad-date`, `not-yet-valid`, `expired`, `invalid-tariff`, and `over-limit` when
 * no reading allows it, told about one transaction, or for days about one day.
 */
export function arrange(tariff: Tariff, wish: Wish, options: Omit<PlanOptions, 'transactions'> = {}): Result<Arrangement, FeeError> {
  const count = countOf(wish);
  const bad = countProblem(wish.kind === 'times' ? 'times' : 'transactions', count, MOST);
  if (bad) return err(bad);
  const total = wish.kind === 'times' ? fen(wish.amount * BigInt(wish.times)) : wish.total;
  const problem = moneyProblem('total', total) ?? tariffProblem(tariff) ?? dateProblem(tariff, options.startDay);
  if (problem) return err(problem);
  // So many parts that some would be empty.
  if (total < BigInt(count)) return err(unbearable(tariff, fen(1n)));
  const readings = readingsOf(tariff);
  const ordered = options.reading && readings.includes(options.reading) ? [options.reading] : readings;
  const read = (readings.length > 0 ? readings : [undefined]).map((reading) => underReading(tariff, wish, total, reading, options));
  const main = ordered.length > 0 ? read.find((each) => each.split && each.reading && ordered.includes(each.reading)) : read[0];
  if (!main?.split) {
    const limits = read.flatMap((each) => each.limits);
    const largest = smallest(limits) ?? CEILING;
    const each = wish.kind === 'times' ? wish.amount : fen((total + BigInt(count) - 1n) / BigInt(count));
    return err(each > largest ? overLimit(tariff, each, limits, largest) : unbearable(tariff, each));
  }
  const late = dateProblem(tariff, main.split.lastDay);
  if (late) return err(late);
  const otherReadings = read.filter((each) => each !== main);
  return ok({ method: tariff.id, wish, total, ...main, split: main.split, otherReadings, facts: factsOfTariff(tariff) });
}

function countOf(wish: Wish): number {
  switch (wish.kind) {
    case 'times':
      return wish.times;
    case 'parts':
      return wish.parts;
    case 'days':
      return wish.days;
    default:
      return assertNever(wish);
  }
}

function underReading(tariff: Tariff, wish: Wish, total: Fen, reading: LimitBasis | undefined, { startDay }: PlanOptions): ReadArrangement {
  const limits = limitsUnder(tariff, reading);
  const perDay = smallest(limits.filter(({ basis }) => basis === 'per-day'));
  const largest = smallest(limits) ?? CEILING;
  const route = routeOf(tariff);
  const schedule = scheduleOf(wish, perDay, largest);
  const read = { ...(reading && { reading }), limits };
  if (!schedule || !bears(route, sharesOf(schedule))) return read;
  return { ...read, split: splitOf(route, total, schedule, startDay) };
}

function scheduleOf(wish: Wish, perDay: Fen | undefined, largest: Fen): readonly DayRun[] | undefined {
  switch (wish.kind) {
    case 'times':
      return wish.amount > largest ? undefined : pack([{ count: wish.times, amount: wish.amount }], perDay);
    case 'parts': {
      const parts = even(wish.total, wish.parts);
      return parts.some(({ amount }) => amount > largest) ? undefined : pack(parts, perDay);
    }
    case 'days': {
      const days = even(wish.total, wish.days);
      if (perDay !== undefined && days.some(({ amount }) => amount > perDay)) return undefined;
      return days.map(({ count, amount }) => ({ days: count, amount, shares: dayOf(amount, largest) }));
    }
    default:
      return assertNever(wish);
  }
}

/** One day's amount in the fewest transactions. */
const dayOf = (amount: Fen, largest: Fen) =>
  amount <= largest ? shares([1n, amount]) : fill({ total: amount, smallest: fen(1n), largest });
