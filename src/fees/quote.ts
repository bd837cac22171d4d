import { exactly, type Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { type Rational, rational } from '../base/rational.js';
import { err, ok, type Result } from '../base/result.js';
import type { FactId } from '../knowledge/fact.js';
import type { Leg, MethodId, Tariff } from '../knowledge/tariff.js';
import type { FeeError } from './errors.js';
import { type Formula, formulaOf, type LegFormula, legFormula } from './formula.js';
import { CEILING, dateProblem, moneyProblem, tariffProblem } from './guards.js';
import { type Applied, appliedTo } from './leg.js';
import { type AmountLimit, checkLimits, factsOfLimit, type LimitCheck, largestSingle } from './limits.js';
import { bearablePieces, feeOf, passages, routeOf } from './route.js';

export interface QuoteOptions {
  /** The ISO date the tariff must be valid on; without one, validity is not asked about. */
  readonly on?: string;
  /** `refuse` (the default) makes an amount over a limit an error; `report` quotes it and marks the limit as exceeded. */
  readonly overLimit?: 'refuse' | 'report';
}

interface LegQuote {
  readonly name: Leg['name'];
  /** What reaches the leg, in fen. */
  readonly amount: Interval<Fen>;
  readonly fee: Interval<Fen>;
  readonly applied: readonly Applied[];
}

/** What one transaction costs. Money in fen; an interval where the tariff leaves the fee open. */
export interface Quote {
  readonly method: MethodId;
  readonly amount: Fen;
  readonly fee: Interval<Fen>;
  readonly net: Interval<Fen>;
  /** Fee over amount, as a fraction of one. */
  readonly effectiveRate: Interval<Rational>;
  readonly legs: readonly LegQuote[];
  /** Every term that changed a fee on the way. */
  readonly applied: readonly Applied[];
  readonly limits: readonly LimitCheck[];
  readonly formula: Formula;
  /** The facts that the figures stand on: legs first, then limits. */
  readonly facts: readonly FactId[];
}

/**
 * The fee of one transaction. Errors: `negative`, `zero`, `too-large`, `over-limit`, `fee-exceeds-amount`, `bad-date`, `not-yet-valid`,
 * `expired`, `invalid-tariff`.
 */
export function quote(tariff: Tariff, amount: Fen, options: QuoteOptions = {}): Result<Quote, FeeError> {
  const problem = moneyProblem('amount', amount) ?? tariffProblem(tariff) ?? dateProblem(tariff, options.on);
  if (problem) return err(problem);
  const overLimit = options.overLimit === 'report' ? undefined : limitProblem(tariff, amount);
  if (overLimit) return err(overLimit);
  const route = routeOf(tariff);
  const passed = passages(route, amount);
  const net = passed.at(-1)?.left ?? exactly(amount);
  if (net.min < 0n) return err(unbearable(tariff, amount));
  const fee = { min: fen(amount - net.max), max: fen(amount - net.min) };
  const limits = checkLimits(tariff, amount);
  const formulas: LegFormula[] = [];
  const legs = tariff.legs.flatMap((leg, index): LegQuote[] => {
    const [passage, terms] = [passed[index], route[index]];
    if (!passage || !terms) return [];
    formulas.push(legFormula(terms, passage.reaching, passage.fee));
    return [{ name: leg.name, amount: passage.reaching, fee: passage.fee, applied: appliedTo(terms, passage.reaching) }];
  });
  return ok({
    method: tariff.id,
    amount,
    fee,
    net,
    effectiveRate: { min: rational(fee.min, amount), max: rational(fee.max, amount) },
    legs,
    applied: [...new Set(legs.flatMap((leg) => leg.applied))],
    limits,
    formula: formulaOf(amount, net, fee, formulas),
    facts: factsOfTariff(tariff),
  });
}

const totals = new WeakMap<Tariff, Tariff>();

/** The tariff by what the article gives as the rate of all its legs together; `undefined` where it gives none. */
export function byTotal(tariff: Tariff): Tariff | undefined {
  const { total, legs } = tariff;
  if (!total) return undefined;
  let known = totals.get(tariff);
  if (!known) {
    known = { ...tariff, legs: [{ name: legs[0].name, rate: total }] };
    totals.set(tariff, known);
  }
  return known;
}

/** The `over-limit` error of a single transaction, if it is over one. */
function limitProblem(tariff: Tariff, amount: Fen): FeeError | undefined {
  const exceeded = checkLimits(tariff, amount).filter((check) => check.status === 'exceeded');
  if (exceeded.length === 0) return undefined;
  return overLimit(
    tariff,
    amount,
    exceeded.flatMap(({ limit }) => (limit.kind === 'amount' ? [limit] : [])),
    largestSingle(tariff),
  );
}

export const overLimit = (
  tariff: Tariff,
  amount: Fen,
  exceeded: readonly AmountLimit[],
  largest: Fen,
): Extract<FeeError, { kind: 'over-limit' }> => ({
  kind: 'over-limit',
  method: tariff.id,
  amount,
  exceeded,
  largest,
  parts: (amount + largest - 1n) / largest,
});

const facts = new WeakMap<Tariff, readonly FactId[]>();

/** What a price by a method stands on: legs first, then limits. */
export function factsOfTariff(tariff: Tariff): readonly FactId[] {
  let known = facts.get(tariff);
  if (!known) {
    known = [...new Set([...tariff.legs.flatMap(factsOfLeg), ...tariff.limits.flatMap(factsOfLimit), ...(tariff.claims ?? [])])];
    facts.set(tariff, known);
  }
  return known;
}

/** The error of an amount that its fee would eat up. */
export function unbearable(tariff: Tariff, amount: Fen): FeeError {
  const route = routeOf(tariff);
  const smallest = bearablePieces(route, { min: fen(1n), max: CEILING })[0]?.min;
  return { kind: 'fee-exceeds-amount', method: tariff.id, amount, fee: feeOf(route, amount), ...(smallest !== undefined && { smallest }) };
}

const factsOfLeg = (leg: Leg): readonly FactId[] =>
  [
    leg.rate,
    ...(leg.tiers ?? []).flatMap((tier) => [tier.above, tier.rate]),
    leg.minimum,
    leg.maximum,
    leg.fixed,
    leg.freeAllowance,
  ].flatMap((figure) => figure?.facts ?? []);
