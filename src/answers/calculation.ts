import type { Interval } from '../base/interval.js';
import { isExact } from '../base/interval.js';
import { type Fen, formatYuan, parseYuan } from '../base/money.js';
import { formatDecimal, multiply, parseDecimal, rational } from '../base/rational.js';
import { err, ok, type Result } from '../base/result.js';
import type { Slots } from '../dialog/slots.js';
import { type Comparison, compare } from '../fees/compare.js';
import type { FeeError } from '../fees/errors.js';
import { grossUp } from '../fees/gross-up.js';
import { amountFromYuan } from '../fees/guards.js';
import { type Plan, plan } from '../fees/plan.js';
import { type Quote, quote } from '../fees/quote.js';
import type { FactId } from '../knowledge/fact.js';
import type { Citation } from '../knowledge/intent.js';
import { findTariff, type Pack } from '../knowledge/pack.js';
import type { AnswerPart, Figure } from './answer.js';

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
  const outcome = slots.target === undefined ? quote(tariff, money.value) : quoteOfTarget(tariff, money.value);
  if (outcome.ok) {
    const { value } = outcome;
    return {
      parts: [{ kind: 'quote', tariff, quote: value, ...(slots.target !== undefined && { target: money.value }) }],
      figures: figuresOfQuote(value),
      facts: value.facts,
      cites,
    };
  }
  if (outcome.error.kind === 'over-limit' && slots.target === undefined) {
    const planned = plan(tariff, money.value);
    if (planned.ok)
      return {
        parts: [{ kind: 'plan', tariff, plan: planned.value }],
        figures: figuresOfPlan(planned.value),
        facts: planned.value.facts,
        cites,
      };
  }
  return {
    parts: [{ kind: 'fee-error', error: outcome.error, tariff }],
    figures: [],
    facts: tariff.limits.flatMap((limit) => (limit.kind === 'amount' ? limit.amount.facts : limit.facts)),
    cites,
  };
}

function quoteOfTarget(tariff: NonNullable<ReturnType<typeof findTariff>>, target: Fen): Result<Quote, FeeError> {
  const grossed = grossUp(tariff, target);
  return grossed.ok ? ok(grossed.value.worst) : grossed;
}

/** All ways side by side, for an amount or by their rates. */
export function calculateComparison(pack: Pack, slots: Slots): Calculated {
  const money = slots.amount === undefined ? undefined : readMoney(slots.amount);
  if (money && !money.ok) return failed(money.error);
  const outcome = compare(pack.tariffs, money?.value);
  if (!outcome.ok) return failed(outcome.error);
  const facts = pack.tariffs.flatMap(({ legs, time }) => [
    ...legs.flatMap(({ rate, minimum }) => [...rate.facts, ...(minimum?.facts ?? [])]),
    ...(time?.facts ?? []),
  ]);
  return {
    parts: [{ kind: 'comparison', comparison: outcome.value, tariffs: pack.tariffs }],
    figures: figuresOfComparison(outcome.value),
    facts: [...new Set(facts)],
    cites: pack.tariffs.map(({ source }) => source),
  };
}

const failed = (error: FeeError): Calculated => ({ parts: [{ kind: 'fee-error', error }], figures: [], facts: [], cites: [] });

function readMoney(text: string): Result<Fen, FeeError> {
  const exact = parseYuan(text);
  if (exact !== undefined) return ok(exact);
  const value = parseDecimal(text);
  return value ? amountFromYuan(value) : err({ kind: 'zero', input: 'amount' });
}

const span = ({ min, max }: Interval<Fen>): string => (min === max ? formatYuan(min) : `${formatYuan(min)}..${formatYuan(max)}`);

function figuresOfQuote({ amount, fee, net, formula }: Quote): readonly Figure[] {
  const inputs: Record<string, string> = { amount: formatYuan(amount) };
  formula.legs.forEach((leg, index) => {
    const name = (key: string) => (formula.legs.length > 1 ? `${key}${index + 1}` : key);
    const percent = (value: typeof leg.rate.min) => `${formatDecimal(multiply(value, rational(100n)))}%`;
    inputs[name('rate')] =
      isExact(leg.rate) || percent(leg.rate.min) === percent(leg.rate.max)
        ? percent(leg.rate.min)
        : `${percent(leg.rate.min)}..${percent(leg.rate.max)}`;
    if (leg.minimum !== undefined) inputs[name('minimum')] = formatYuan(leg.minimum);
  });
  return [
    { value: span(fee), unit: 'CNY', origin: { formula: formula.text, inputs } },
    {
      value: span(net),
      unit: 'CNY',
      origin: { formula: `${formatYuan(amount)} − ${span(fee)} = ${span(net)}`, inputs: { amount: formatYuan(amount), fee: span(fee) } },
    },
    { value: formatYuan(amount), unit: 'CNY', origin: { formula: 'amount', inputs: { amount: formatYuan(amount) } } },
  ];
}

function figuresOfPlan({ total, fewestDays }: Plan): readonly Figure[] {
  const parts = fewestDays.parts.map(({ count, amount, fee }) => ({
    line: `${count} × ${span(fee)}`,
    input: `${count} × ${formatYuan(amount)}`,
  }));
  return [
    {
      value: span(fewestDays.fee),
      unit: 'CNY',
      origin: {
        formula: `${parts.map(({ line }) => line).join(' + ')} = ${span(fewestDays.fee)}`,
        inputs: { total: formatYuan(total), parts: parts.map(({ input }) => input).join(' + ') },
      },
    },
    {
      value: span(fewestDays.net),
      unit: 'CNY',
      origin: {
        formula: `${formatYuan(total)} − ${span(fewestDays.fee)} = ${span(fewestDays.net)}`,
        inputs: { total: formatYuan(total), fee: span(fewestDays.fee) },
      },
    },
  ];
}

function figuresOfComparison({ candidates }: Comparison): readonly Figure[] {
  return candidates.flatMap(({ cost }): readonly Figure[] => {
    if (!cost) return [];
    return cost.kind === 'single' ? figuresOfQuote(cost.quote).slice(0, 1) : figuresOfPlan(cost.plan).slice(0, 1);
  });
}
