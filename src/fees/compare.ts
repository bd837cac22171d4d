import { type Interval, mapInterval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { add, multiply, ONE, compare as order, type Rational, rational, subtract } from '../base/rational.js';
import { err, ok, type Result } from '../base/result.js';
import type { Limit, LimitBasis, MethodId, Tariff } from '../knowledge/tariff.js';
import { type BreakEven, breakEven, minimumEnds } from './break-even.js';
import type { FeeError } from './errors.js';
import { dateProblem, moneyProblem, tariffProblem } from './guards.js';
import { type Plan, plan } from './plan.js';
import { type Quote, quote } from './quote.js';
import { routeOf } from './route.js';

export interface CompareOptions {
  /** ISO date on which the tariffs must be valid (the first day, where an amount takes several). */
  readonly on?: string;
  /** As for `plan`, for amounts over a limit. */
  readonly reading?: LimitBasis;
}

/** How a method carries the amount: at once, or cut up as in `plan.fewestDays`. Money in fen. */
type Cost = { readonly fee: Interval<Fen>; readonly net: Interval<Fen>; readonly transactions: number; readonly days: number } & (
  | { readonly kind: 'single'; readonly quote: Quote }
  | { readonly kind: 'split'; readonly plan: Plan }
);

interface Candidate {
  readonly method: MethodId;
  readonly recommended: boolean;
  /** All legs' rates together, from the lowest tier's to the highest's, without minima and fixed fees, as a fraction of one. */
  readonly rate: Interval<Rational>;
  /** The least that a fee comes to: minima and fixed fees of all legs, in fen. */
  readonly minimum: Fen;
  /** Share of orders that fail, if known. */
  readonly failureRate?: Interval<Rational>;
  /** The amount from which no minimum matters. */
  readonly minimumEnds?: Fen;
  readonly limits: readonly Limit[];
  /** Minutes of one transaction, if known. */
  readonly time?: Interval<Rational>;
  /** Minutes until the last transaction has arrived, with a day for each day but the last. */
  readonly elapsed?: Interval<Rational>;
  readonly cost?: Cost;
  /** Why the method is not available for this amount or date. */
  readonly problem?: FeeError;
  /** Lawful methods that cost no more and take no longer, whatever the open figures turn out to be, and are better in one. */
  readonly dominatedBy: readonly MethodId[];
}

export interface Comparison {
  readonly amount?: Fen;
  /** In the order of the tariffs. */
  readonly candidates: readonly Candidate[];
  /** Of the recommended methods, those with the lowest fee at worst; without an amount, the lowest rate, then minimum. */
  readonly cheapest: readonly MethodId[];
  /** Of the recommended methods whose time is known, those that take the least at worst. */
  readonly fastest: readonly MethodId[];
  /** Every pair of methods whose tariffs are sound. */
  readonly breakEvens: readonly BreakEven[];
}

/**
 * All methods side by side. A method that cannot carry the amount is listed with its `problem`; only an amount or a date that is wrong for
 * all is an error: `negative`, `zero`, `too-large`.
 */
export function compare(tariffs: readonly Tariff[], amount?: Fen, options: CompareOptions = {}): Result<Comparison, FeeError> {
  const problem = amount === undefined ? undefined : moneyProblem('amount', amount);
  if (problem) return err(problem);
  const alone = tariffs.map((tariff) => candidate(tariff, amount, options));
  const lawful = alone.filter((each) => each.recommended && !each.problem);
  const candidates = alone.map((each) => ({
    ...each,
    dominatedBy: lawful.filter((other) => dominates(other, each)).map((other) => other.method),
  }));
  const timed = lawful.filter((each) => each.elapsed !== undefined);
  const sound = tariffs.filter((tariff) => !tariffProblem(tariff));
  return ok({
    ...(amount !== undefined && { amount }),
    candidates,
    cheapest: best(lawful, (a, b) => compareBy(worstPrice(a), worstPrice(b))),
    fastest: best(timed, (a, b) => (a.elapsed && b.elapsed ? order(a.elapsed.max, b.elapsed.max) : 0)),
    // Worked out when asked for: they take longer than all the rest.
    get breakEvens() {
      return sound.flatMap((first, index) => sound.slice(index + 1).map((second) => breakEven(first, second)));
    },
  });
}

/** What does not depend on the amount. */
type Constant = Pick<Candidate, 'method' | 'recommended' | 'rate' | 'minimum' | 'minimumEnds' | 'failureRate' | 'limits' | 'time'>;

const constants = new WeakMap<Tariff, Constant>();

function constantOf(tariff: Tariff): Constant {
  const known = constants.get(tariff);
  if (known) return known;
  const ends = tariffProblem(tariff) ? undefined : minimumEnds(tariff);
  const constant: Constant = {
    method: tariff.id,
    recommended: tariff.recommended,
    rate: { min: rateOf(tariff, 'min'), max: rateOf(tariff, 'max') },
    minimum: leastFee(tariff),
    ...(ends !== undefined && { minimumEnds: ends }),
    ...(tariff.failureRate && { failureRate: tariff.failureRate.value }),
    limits: tariff.limits,
    ...(tariff.time && { time: tariff.time.value }),
  };
  constants.set(tariff, constant);
  return constant;
}

function candidate(tariff: Tariff, amount: Fen | undefined, options: CompareOptions): Candidate {
  const unsound = tariffProblem(tariff);
  const outcome = unsound ? err(unsound) : costOf(tariff, amount, options);
  const cost = outcome.ok ? outcome.value : undefined;
  const time = tariff.time?.value;
  const days = (cost?.days ?? 1) - 1;
  const waiting = rational(BigInt(days) * 1440n);
  const elapsed = !time || !outcome.ok || days === 0 ? (outcome.ok ? time : undefined) : mapInterval(time, (each) => add(each, waiting));
  return {
    ...constantOf(tariff),
    ...(elapsed && { elapsed }),
    ...(cost && { cost }),
    ...(!outcome.ok && { problem: outcome.error }),
    dominatedBy: [],
  };
}

function costOf(tariff: Tariff, amount: Fen | undefined, { on, reading }: CompareOptions): Result<Cost | undefined, FeeError> {
  if (amount === undefined) {
    const invalid = dateProblem(tariff, on);
    return invalid ? err(invalid) : ok(undefined);
  }
  const single = quote(tariff, amount, on === undefined ? {} : { on });
  if (single.ok) {
    const { fee, net } = single.value;
    return ok({ kind: 'single', quote: single.value, fee, net, transactions: 1, days: 1 });
  }
  if (single.error.kind !== 'over-limit') return single;
  const planned = plan(tariff, amount, { search: 'none', ...(reading && { reading }), ...(on !== undefined && { startDay: on }) });
  if (!planned.ok) return planned;
  const { fee, net, transactions, days } = planned.value.fewestDays;
  return ok({ kind: 'split', plan: planned.value, fee, net, transactions, days });
}

function rateOf({ legs }: Tariff, end: 'min' | 'max'): Rational {
  const kept = legs.reduce((left, { rate, tiers = [] }) => {
    const rates = [rate, ...tiers.map((tier) => tier.rate)].map(({ value }) => value[end]).sort(order);
    return multiply(left, subtract(ONE, (end === 'min' ? rates[0] : rates.at(-1)) ?? ONE));
  }, ONE);
  return subtract(ONE, kept);
}

/** An allowance keeps the minimum away, so only the fixed fee is sure there. */
const leastFee = (tariff: Tariff): Fen =>
  fen(
    routeOf(tariff).reduce((sum, { minimum = 0n, fixed = 0n, freeAllowance }) => {
      return sum + (freeAllowance !== undefined || fixed > minimum ? fixed : minimum);
    }, 0n),
  );

const exact = (value: Fen): Rational => rational(value);

/** What a method asks for, figure by figure: the fee of the amount, or rate and least fee without one. */
const worstPrice = ({ cost, rate, minimum }: Candidate): readonly Rational[] => (cost ? [exact(cost.fee.max)] : [rate.max, exact(minimum)]);
const bestPrice = ({ cost, rate, minimum }: Candidate): readonly Rational[] => (cost ? [exact(cost.fee.min)] : [rate.min, exact(minimum)]);

const compareBy = (a: readonly Rational[], b: readonly Rational[]): number =>
  a.map((figure, index) => order(figure, b[index] ?? figure)).find((difference) => difference !== 0) ?? 0;

function best(candidates: readonly Candidate[], by: (a: Candidate, b: Candidate) => number): readonly MethodId[] {
  return candidates.filter((each) => candidates.every((other) => by(each, other) <= 0)).map((each) => each.method);
}

function dominates(winner: Candidate, loser: Candidate): boolean {
  if (winner.method === loser.method || loser.problem || !winner.elapsed || !loser.elapsed) return false;
  const [asked, given] = [worstPrice(winner), bestPrice(loser)];
  const gaps = [...asked.map((figure, index) => order(figure, given[index] ?? figure)), order(winner.elapsed.max, loser.elapsed.min)];
  return gaps.every((gap) => gap <= 0) && gaps.some((gap) => gap < 0);
}
