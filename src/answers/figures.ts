import type { Interval } from '../base/interval.js';
import { type Fen, fen, formatYuan } from '../base/money.js';
import { formatDecimal, multiply, type Rational, rational } from '../base/rational.js';
import type { Comparison } from '../fees/compare.js';
import type { FeeError } from '../fees/errors.js';
import { type LegFormula, legFormula } from '../fees/formula.js';
import { passLeg } from '../fees/leg.js';
import type { Plan, ReadPlan, Split } from '../fees/plan.js';
import { type Quote, quote } from '../fees/quote.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { Figure, Said } from './answer.js';

type Inputs = { readonly [name: string]: string };

export const span = ({ min, max }: Interval<Fen>): string => (min === max ? formatYuan(min) : `${formatYuan(min)}..${formatYuan(max)}`);

export const yuan = (value: string, formula: string, inputs: Inputs): Figure => ({ value, unit: 'CNY', origin: { formula, inputs } });
export const pieces = (value: number | bigint, formula: string, inputs: Inputs): Figure => ({
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

/** Both ends of the fee, then of what arrives. */
export function figuresOfEnds(quoted: Quote): readonly Figure[] {
  const { amount, fee, net } = quoted;
  const sent = formatYuan(amount);
  const inputs = { amount: sent, fee: span(fee), net: span(net) };
  const ends = [fee.min, fee.max, net.min, net.max].map((sum) => yuan(formatYuan(sum), 'one end of it', inputs));
  return [...figuresOfQuote(quoted), ...ends];
}

/** What somebody says that a sum cost or brought, and how far that is from what it should. */
export function figuresOfSaid(said: Said | undefined, { fee, net }: Pick<Quote, 'fee' | 'net'>): readonly Figure[] {
  const claims = [['fee', said?.fee, fee] as const, ['arrived', said?.received, net] as const].flatMap(([name, told, { min, max }]) => {
    if (told === undefined) return [];
    const [nearest, inputs] = [told < min ? min : told > max ? max : told, { [name]: formatYuan(told) }];
    if (told === nearest) return [yuan(formatYuan(told), name, inputs)];
    const [more, less] = told > nearest ? [told, nearest] : [nearest, told];
    const gap = formatYuan(fen(more - less));
    return [yuan(formatYuan(told), name, inputs), yuan(gap, `${formatYuan(more)} − ${formatYuan(less)} = ${gap}`, inputs)];
  });
  return [...claims, ...figuresOfBounds(said)];
}

/** What a fee and a time may be at most. */
export function figuresOfBounds(bounds: { readonly budget?: Fen; readonly minutes?: number } | undefined): readonly Figure[] {
  const { budget, minutes } = bounds ?? {};
  const most = String(minutes);
  return [
    ...(budget === undefined ? [] : [yuan(formatYuan(budget), 'budget', { budget: formatYuan(budget) })]),
    ...(minutes === undefined
      ? []
      : [{ value: most, unit: 'minute' as const, origin: { formula: 'most minutes', inputs: { minutes: most } } }]),
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
export function figuresOfPlan(tariff: Tariff, planned: Plan, asked?: number): readonly Figure[] {
  const { total, fewestDays, otherReadings, limits } = planned;
  const whole = formatYuan(total);
  const fee = span(fewestDays.fee);
  return [
    feeOfSplit(whole, fewestDays),
    yuan(span(fewestDays.net), `${whole} − ${fee} = ${span(fewestDays.net)}`, { total: whole, fee }),
    yuan(whole, 'total', { total: whole }),
    ...countsOf(whole, { limits, fewestDays }),
    ...partsOfSplit(tariff, fewestDays, whole),
    ...(asked === undefined ? [] : figuresOfTooFewDays(asked, limits)),
    ...otherReadings.flatMap((other) => [feeOfSplit(whole, other.fewestDays), ...countsOf(whole, other)]),
  ];
}

/** What each part of a split costs, how large it is and how often it comes. */
export const partsOfSplit = (tariff: Tariff, split: Split, total: string): readonly Figure[] =>
  split.parts.flatMap(({ amount, count }) => {
    const single = quote(tariff, amount);
    return [
      ...(single.ok ? figuresOfQuote(single.value).slice(0, 1) : []),
      yuan(formatYuan(amount), cutOf(split), { total }),
      pieces(count, `count(${formatYuan(amount)})`, { total }),
    ];
  });

/** What the days that were wished for do carry. */
function figuresOfTooFewDays(days: number, limits: Plan['limits']): readonly Figure[] {
  const daily = limits.find(({ basis }) => basis === 'per-day')?.amount.value;
  if (daily === undefined) return [];
  const most = formatYuan(fen(daily * BigInt(days)));
  return [
    pieces(days, 'days', { days: String(days) }),
    yuan(most, `${days} × ${formatYuan(daily)} = ${most}`, { days: String(days), limit: formatYuan(daily) }),
  ];
}

const withoutBounds = ({ minimum: _, maximum: __, ...terms }: LegFormula): LegFormula => terms;

/** What the rates of a leg alone take, with neither minimum nor maximum. */
export const ratedPart = (leg: LegFormula): Interval<Fen> => passLeg(withoutBounds(leg), leg.amount).fee;

/** The figures that only an explanation states: what the rates alone would give, and the figure that was asked for. */
export function figuresOfExplanation({ formula, amount }: Quote, figure: Fen | undefined): readonly Figure[] {
  const rated = formula.legs.map((leg) => {
    const fee = ratedPart(leg);
    return yuan(span(fee), legFormula(withoutBounds(leg), leg.amount, fee).text, { amount: span(leg.amount), rate: percents(leg.rate) });
  });
  const minima = formula.legs.flatMap(({ minimum }) => (minimum === undefined ? [] : [yuan(formatYuan(minimum), 'minimum', {})]));
  const asked = figure === undefined ? [] : [yuan(formatYuan(figure), 'asked', { amount: formatYuan(amount) })];
  return [...rated, ...minima, ...asked];
}

const cutOf = ({ parts }: Split): string => parts.map(({ count, amount }) => `${count} × ${formatYuan(amount)}`).join(' + ');

export function feeOfSplit(total: string, split: Split): Figure {
  const lines = split.parts.map(({ count, fee }) => `${count} × ${span(fee)}`);
  return yuan(span(split.fee), `${lines.join(' + ')} = ${span(split.fee)}`, { total, parts: cutOf(split) });
}

export function countsOf(total: string, { limits, fewestDays }: Pick<ReadPlan, 'limits' | 'fewestDays'>): readonly Figure[] {
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
    const counts =
      cost.kind === 'split'
        ? [
            ...countsOf(formatYuan(cost.plan.total), cost.plan),
            ...cost.plan.otherReadings.flatMap((other) => [
              feeOfSplit(formatYuan(cost.plan.total), other.fewestDays),
              ...countsOf(formatYuan(cost.plan.total), other),
            ]),
          ]
        : [];
    return [...figures.slice(0, 2), ...counts, ...(time && elapsed && cost.days > 1 ? [waiting(time, elapsed, cost.days)] : [])];
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
      return [
        yuan(formatYuan(error.amount), 'amount', {}),
        ...(error.smallest === undefined ? [] : [yuan(formatYuan(error.smallest), 'amount − fee ≥ 0', { fee: span(error.fee) })]),
      ];
    case 'no-amount-for-fee':
      return [error.below, error.above, error.beyondLimit?.min, error.beyondLimit?.max].flatMap((fee) =>
        fee === undefined ? [] : [yuan(formatYuan(fee), 'nearest', { fee: formatYuan(error.fee) })],
      );
    case 'budget-too-small':
      return [yuan(formatYuan(error.smallestFee), 'smallest fee', {})];
    case 'over-limit':
      return [
        yuan(formatYuan(error.amount), 'amount', {}),
        yuan(formatYuan(error.largest), 'limit', {}),
        pieces(error.parts, 'ceil(amount ÷ limit)', {}),
      ];
    case 'bad-count':
      return [pieces(error.ceiling, 'ceiling', {})];
    case 'too-many-transactions':
      return [pieces(error.needed, 'count', {}), pieces(error.ceiling, 'ceiling', {})];
    default:
      return [];
  }
}
