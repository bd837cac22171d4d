import { type Interval, isExact } from '../base/interval.js';
import { type Fen, formatYuan } from '../base/money.js';
import { equals, formatDecimal, multiply, parseDecimal, type Rational, rational } from '../base/rational.js';
import { bandsOf } from './bands.js';
import { passLeg, ratedOf, type Terms } from './leg.js';

/** How the fee of one leg comes about: the inputs, the result and the same as a line of symbols. */
export interface LegFormula extends Terms {
  /** What reaches the leg, in fen. */
  readonly amount: Interval<Fen>;
  readonly result: Interval<Fen>;
  /** Yuan, without words: `max(5000.00 × 0.1%, 1.00) = 5.00`. `round` stands where rounding changed the figure. */
  readonly text: string;
}

/** The legs in order, and how their fees make the whole. */
export interface Formula {
  readonly legs: readonly LegFormula[];
  readonly result: Interval<Fen>;
  readonly text: string;
}

/** Computes a leg's fee again from the formula's inputs alone; equals its `result`. */
export const evaluate = (formula: LegFormula): Interval<Fen> => passLeg(formula, formula.amount).fee;

export const legFormula = (terms: Terms, amount: Interval<Fen>, result: Interval<Fen>): LegFormula => ({
  ...terms,
  amount,
  result,
  text: `${expression(terms, amount)} = ${yuan(result)}`,
});

export function formulaOf(amount: Fen, net: Interval<Fen>, result: Interval<Fen>, legs: readonly LegFormula[]): Formula {
  const [only, second] = legs;
  if (only && !second) return { legs, result, text: only.text };
  if (legs.every((leg) => isExact(leg.amount) && isExact(leg.result))) {
    return { legs, result, text: `${legs.map((leg) => expression(leg, leg.amount)).join(' + ')} = ${yuan(result)}` };
  }
  const steps = legs.map((leg) => leg.text).join('; ');
  return { legs, result, text: `${steps}; ${formatYuan(amount)} − ${between(yuan(net))} = ${yuan(result)}` };
}

function expression(terms: Terms, amount: Interval<Fen>): string {
  const { minimum, maximum, fixed, freeAllowance, rounding } = terms;
  const product = products(terms, amount);
  const rated = isWhole(terms, amount) ? product : `${ROUND[rounding]}(${product})`;
  const sum = fixed === undefined ? rated : `${rated} + ${formatYuan(fixed)}`;
  const wholly = freeAllowance !== undefined && amount.max <= freeAllowance;
  const raised = minimum === undefined || wholly ? sum : `max(${sum}, ${formatYuan(minimum)})`;
  return maximum === undefined ? raised : `min(${raised}, ${formatYuan(maximum)})`;
}

const ROUND = { 'half-up': 'round', up: 'ceil', down: 'floor' } as const;

/** What each rate takes of its part of the amount. */
function products({ rate, tiers = [], freeAllowance }: Terms, amount: Interval<Fen>): string {
  const range = between(yuan(amount));
  const lines = [{ from: freeAllowance, rate }, ...tiers.map((tier) => ({ from: tier.above, rate: tier.rate }))];
  return lines
    .filter(({ from }, index) => index === 0 || from === undefined || amount.max > from)
    .map(({ from, rate: each }, index, { length }) => {
      const next = index + 1 < length ? lines[index + 1]?.from : undefined;
      const upTo = next === undefined ? range : amount.min >= next ? formatYuan(next) : `min(${range}, ${formatYuan(next)})`;
      // An amount below the allowance is free as far as it goes, so that the line never shows a negative.
      const free = from !== undefined && amount.max < from ? amount.max : from;
      const part =
        free === undefined ? upTo : amount.min >= free ? `(${upTo} − ${formatYuan(free)})` : `max(${upTo} − ${formatYuan(free)}, 0.00)`;
      return `${part} × ${between(percents(each))}`;
    })
    .join(' + ');
}

/** Whether the rate gives whole fen at both ends, so that nothing was rounded. */
function isWhole(terms: Terms, amount: Interval<Fen>): boolean {
  const exact = (end: keyof Interval<Fen>) => {
    const { n, d } = ratedOf(bandsOf(terms, end), amount[end]);
    return n % d === 0n;
  };
  return exact('min') && exact('max');
}

const yuan = (value: Interval<Fen>): string =>
  isExact(value) ? formatYuan(value.min) : `${formatYuan(value.min)}–${formatYuan(value.max)}`;

const shown = new WeakMap<Interval<Rational>, string>();

function percents(rate: Interval<Rational>): string {
  let text = shown.get(rate);
  if (text === undefined) {
    text = equals(rate.min, rate.max) ? percent(rate.min) : `${percent(rate.min)}–${percent(rate.max)}`;
    shown.set(rate, text);
  }
  return text;
}

/** `0.1%`; a fraction without a finite decimal stays a fraction, so that the line can be computed again. */
function percent(rate: Rational): string {
  const hundredfold = multiply(rate, rational(100n));
  const text = formatDecimal(hundredfold);
  const read = parseDecimal(text);
  return read && equals(read, hundredfold) ? `${text}%` : `${rate.n}/${rate.d}`;
}

/** A range within a longer expression stands in brackets. */
const between = (text: string): string => (text.includes('–') ? `[${text}]` : text);
