import { type Fen, fen, parseYuan } from '../base/money.js';
import { parseDecimal } from '../base/rational.js';
import { err, ok, type Result } from '../base/result.js';
import type { Slots } from '../dialog/slots.js';
import { compare } from '../fees/compare.js';
import type { FeeError } from '../fees/errors.js';
import { grossUp } from '../fees/gross-up.js';
import { amountFromYuan } from '../fees/guards.js';
import { type Plan, plan } from '../fees/plan.js';
import { type Quote, quote } from '../fees/quote.js';
import type { FactId } from '../knowledge/fact.js';
import type { Citation } from '../knowledge/intent.js';
import { findTariff, type Pack } from '../knowledge/pack.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { AnswerPart, Figure } from './answer.js';
import { figuresOfComparison, figuresOfError, figuresOfPlan, figuresOfQuote } from './figures.js';

/** What the calculator has to say, with every figure's origin. */
export interface Calculated {
  readonly parts: readonly AnswerPart[];
  readonly figures: readonly Figure[];
  readonly facts: readonly FactId[];
  readonly cites: readonly Citation[];
}

/** The fee of an amount, or the amount that makes a target arrive, by one way. */
export function calculateQuote(pack: Pack, slots: Slots): Calculated {
  const tariff = slots.method === undefined ? undefined : findTariff(pack, slots.method);
  if (!tariff) return failed({ kind: 'unknown-method', method: slots.method ?? '', known: pack.tariffs.map(({ id }) => id) });
  const money = readMoney(slots.target ?? slots.amount ?? '');
  if (!money.ok) return { ...failed(money.error), parts: [{ kind: 'fee-error', error: money.error, tariff }] };
  const cites = [tariff.source];
  const target = slots.target === undefined ? undefined : money.value;
  const outcome = target === undefined ? quote(tariff, money.value) : quoteOfTarget(tariff, target);
  const toward = target !== undefined && { target };
  if (outcome.ok) {
    const { value } = outcome;
    return {
      parts: [
        { kind: 'quote', tariff, quote: value, ...toward },
        ...((slots.days ?? slots.times ?? 1) > 1 ? [{ kind: 'once' as const }] : []),
      ],
      figures: figuresOfQuote(value, target),
      facts: value.facts,
      cites,
    };
  }
  const planned = outcome.error.kind === 'over-limit' ? planOf(tariff, outcome.error.amount, target) : outcome;
  if (planned.ok)
    return {
      parts: [{ kind: 'plan', tariff, plan: planned.value, ...toward }],
      figures: figuresOfPlan(tariff, planned.value),
      facts: planned.value.facts,
      cites,
    };
  const facts = factsOfError(planned.error, tariff);
  return {
    parts: [{ kind: 'fee-error', error: planned.error, tariff }],
    figures: figuresOfError(planned.error),
    facts,
    cites: facts.length > 0 ? cites : [],
  };
}

function quoteOfTarget(tariff: Tariff, target: Fen): Result<Quote, FeeError> {
  const grossed = grossUp(tariff, target);
  return grossed.ok ? ok(grossed.value.worst) : grossed;
}

/** Cut up, an amount may cost a few fen more than at once; each of these rounds adds what is still missing at the other end. */
const MOST_ROUNDS = 5;

function planOf(tariff: Tariff, amount: Fen, target: Fen | undefined): Result<Plan, FeeError> {
  let planned = plan(tariff, amount);
  for (let round = 0; round < MOST_ROUNDS && planned.ok && target !== undefined; round++) {
    const missing = target - planned.value.fewestDays.net.min;
    if (missing <= 0n) break;
    planned = plan(tariff, fen(planned.value.total + missing));
  }
  return planned;
}

const factsOfFees = ({ legs }: Tariff): readonly FactId[] =>
  legs.flatMap(({ rate, minimum }) => [...rate.facts, ...(minimum?.facts ?? [])]);

const factsOfLimits = ({ limits }: Tariff): readonly FactId[] =>
  limits.flatMap((limit) => (limit.kind === 'amount' ? limit.amount.facts : limit.facts));

/** What of a tariff stands in the way; an amount that is wrong by itself has nothing to do with one. */
function factsOfError({ kind }: FeeError, tariff: Tariff): readonly FactId[] {
  if (kind === 'fee-exceeds-amount') return factsOfFees(tariff);
  return kind === 'over-limit' || kind === 'too-many-transactions' ? factsOfLimits(tariff) : [];
}

/** All ways side by side, for an amount or by their rates. */
export function calculateComparison(pack: Pack, slots: Slots): Calculated {
  const money = slots.amount === undefined ? undefined : readMoney(slots.amount);
  if (money && !money.ok) return failed(money.error);
  const outcome = compare(pack.tariffs, money?.value);
  if (!outcome.ok) return failed(outcome.error);
  const facts = pack.tariffs.flatMap((tariff) => [...factsOfFees(tariff), ...(tariff.time?.facts ?? []), ...factsOfLimits(tariff)]);
  return {
    parts: [{ kind: 'comparison', comparison: outcome.value, tariffs: pack.tariffs }],
    figures: figuresOfComparison(outcome.value, pack.tariffs),
    facts: [...new Set(facts)],
    cites: pack.tariffs.map(({ source }) => source),
  };
}

const failed = (error: FeeError): Calculated => ({
  parts: [{ kind: 'fee-error', error }],
  figures: figuresOfError(error),
  facts: [],
  cites: [],
});

function readMoney(text: string): Result<Fen, FeeError> {
  const exact = parseYuan(text);
  if (exact !== undefined) return ok(exact);
  const value = parseDecimal(text);
  return value ? amountFromYuan(value) : err({ kind: 'zero', input: 'amount' });
}
