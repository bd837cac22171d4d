import type { Interval } from '../base/interval.js';
import { type Fen, formatYuan } from '../base/money.js';
import { formatDecimal, multiply, type Rational, rational } from '../base/rational.js';
import type { Comparison } from '../fees/compare.js';
import type { FeeError } from '../fees/errors.js';
import type { LegFormula } from '../fees/formula.js';
import type { Plan, ReadPlan } from '../fees/plan.js';
import { type Quote, quote } from '../fees/quote.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { Figure } from './answer.js';

type Inputs = { readonly [name: string]: string };

const span = ({ min, max }: Interval<Fen>): string => (min === max ? formatYuan(min) : `${formatYuan(min)}..${formatYuan(max)}`);

const yuan = (value: string, formula: string, inputs: Inputs): Figure => ({ value, unit: 'CNY', origin: { formula, inputs } });
const pieces = (value: number | bigint, formula: string, inputs: Inputs): Figure => ({
  value: String(value),
  unit: 'count',
  origin: { formula: `${formula} = ${value}`, inputs },
});

/** The fee first, then what arrives, what is sent, and the steps between for a way of several legs. */
export function figuresOfQuote({ amount, fee, net, formula }: Quote, target?: Fen): readonly Figure[] {
  const sent = formatYuan(amount);
  const inputs: Record<string, string> = { amount: sent };
  formula.legs.forEach((leg, index) => {
    const name = (key: string) => (formula.legs.length > 1 ? `${key}${index + 1}` : key);
    inputs[name('rate')] = percents(leg.rate);
    if (leg.minimum !== undefined) inputs[name('minimum')] = formatYuan(leg.minimum);
  });
  return [
    yuan(span(fee), formula.text, inputs),
    yuan(span(net), `${sent} − ${span(fee)} = ${span(net)}`, { amount: sent, fee: span(fee) }),
    target === undefined
      ? yuan(sent, 'amount', { amount: sent })
      : yuan(sent, `${sent} − ${span(fee)} ≥ ${formatYuan(target)}`, { target: formatYuan(target), fee: span(fee) }),
    ...formula.legs.slice(1).flatMap((leg, index) => figuresOfStep(leg, formula.legs[index])),
  ];
}

/** What reaches a leg, and the fees on both its sides. */
function figuresOfStep(leg: LegFormula, before: LegFormula | undefined): readonly Figure[] {
  if (!before) return [];
  const [given, fee, reaching] = [span(before.amount), span(before.result), span(leg.amount)];
  return [
    yuan(fee, before.text, { amount: given, rate: percents(before.rate) }),
    yuan(reaching, `${given} − ${fee} = ${reaching}`, { amount: given, fee }),
    yuan(span(leg.result), leg.text, { amount: reaching, rate: percents(leg.rate) }),
  ];
}

function percents({ min, max }: Interval<Rational>): string {
  const percent = (value: Rational) => `${formatDecimal(multiply(value, rational(100n)))}%`;
  return percent(min) === percent(max) ? percent(min) : `${percent(min)}..${percent(max)}`;
}

/** The fee first, then what arrives, the pieces, and what every other reading of the limits would give. */
export function figuresOfPlan(tariff: Tariff, { total, fewestDays, otherReadings, ...read }: Plan): readonly Figure[] {
  const whole = formatYuan(total);
  const fee = span(fewestDays.fee);
  return [
    feeOfSplit(whole, fewestDays),
    yuan(span(fewestDays.net), `${whole} − ${fee} = ${span(fewestDays.net)}`, { total: whole, fee }),
    yuan(whole, 'total', { total: whole }),
    ...countsOf(whole, { ...read, fewestDays }),
    ...fewestDays.parts.flatMap(({ amount, count }) => {
      const single = quote(tariff, amount);
      const each = yuan(formatYuan(amount), cutOf(fewestDays), { total: whole });
      return [
        ...(single.ok ? figuresOfQuote(single.value).slice(0, 1) : []),
        each,
        pieces(count, `count(${formatYuan(amount)})`, { total: whole }),
      ];
    }),
    ...otherReadings.flatMap((other) => [feeOfSplit(whole, other.fewestDays), ...countsOf(whole, other)]),
  ];
}

const cutOf = ({ parts }: Plan['fewestDays']): string => parts.map(({ count, amount }) => `${count} × ${formatYuan(amount)}`).join(' + ');

function feeOfSplit(total: string, split: Plan['fewestDays']): Figure {
  const lines = split.parts.map(({ count, fee }) => `${count} × ${span(fee)}`);
  return yuan(span(split.fee), `${lines.join(' + ')} = ${span(split.fee)}`, { total, parts: cutOf(split) });
}

function countsOf(total: string, { limits, fewestDays }: Pick<ReadPlan, 'limits' | 'fewestDays'>): readonly Figure[] {
  const inputs = { total, ...Object.fromEntries(limits.map(({ basis, amount }) => [basis, formatYuan(amount.value)])) };
  return [
    pieces(fewestDays.transactions, `count(${cutOf(fewestDays)})`, inputs),
    pieces(fewestDays.days, `days(${cutOf(fewestDays)})`, inputs),
  ];
}

const DAY = 1440n;

/** For every way that can carry the amount: its fee, what arrives, and the waiting when it takes several days. */
export function figuresOfComparison({ candidates }: Comparison, tariffs: readonly Tariff[]): readonly Figure[] {
  return candidates.flatMap(({ method, cost, time, elapsed }): readonly Figure[] => {
    const tariff = tariffs.find(({ id }) => id === method);
    if (!cost || !tariff) return [];
    const figures = cost.kind === 'single' ? figuresOfQuote(cost.quote) : figuresOfPlan(tariff, cost.plan);
    return [...figures.slice(0, 2), ...(time && elapsed && cost.days > 1 ? [waiting(time, elapsed, cost.days)] : [])];
  });
}

function waiting(time: Interval<Rational>, elapsed: Interval<Rational>, days: number): Figure {
  const minutes = ({ min, max }: Interval<Rational>) =>
    formatDecimal(min) === formatDecimal(max) ? formatDecimal(min) : `${formatDecimal(min)}..${formatDecimal(max)}`;
  const [once, all] = [minutes(time), minutes(elapsed)];
  return {
    value: all,
    unit: 'minute',
    origin: { formula: `${once} + ${days - 1} × ${DAY} = ${all}`, inputs: { time: once, days: String(days) } },
  };
}

/** What an error states beside what the user gave. */
export function figuresOfError(error: FeeError): readonly Figure[] {
  switch (error.kind) {
    case 'too-large':
      return [yuan(formatYuan(error.ceiling), 'ceiling', {})];
    case 'fraction-of-fen': {
      const inputs = { amount: formatDecimal(error.yuan) };
      return [yuan(formatYuan(error.nearest.min), 'floor(amount)', inputs), yuan(formatYuan(error.nearest.max), 'ceil(amount)', inputs)];
    }
    case 'fee-exceeds-amount':
      return error.smallest === undefined ? [] : [yuan(formatYuan(error.smallest), 'amount − fee ≥ 0', { fee: span(error.fee) })];
    case 'too-many-transactions':
      return [pieces(error.needed, 'count', {}), pieces(error.ceiling, 'ceiling', {})];
    default:
      return [];
  }
}
