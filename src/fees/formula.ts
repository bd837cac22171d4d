import { type Interval, isExact } from '../base/interval.js';
import { type Fen, formatYuan } from '../base/money.js';
import { equals, formatDecimal, multiply, parseDecimal, type Rational, rational } from '../base/rational.js';
import type { Tariff } from '../knowledge/tariff.js';
import { feeAt, passLeg, type Terms } from './leg.js';

/** How the fee of one leg comes about: the inputs, the result and the same as a line of symbols. */
export interface LegFormula extends Terms {
  /** What reaches the leg, in fen. */
  readonly amount: Interval<Fen>;
  readonly rounding: Tariff['rounding'];
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

export function legFormula(terms: Terms, amount: Interval<Fen>, result: Interval<Fen>, rounding: Tariff['rounding']): LegFormula {
  return { ...terms, amount, rounding, result, text: `${expression(terms, amount)} = ${yuan(result)}` };
}

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
  const { rate, minimum, maximum, fixed, freeAllowance } = terms;
  const range = between(yuan(amount));
  // An amount below the allowance is free as far as it goes, so that the line never shows a negative.
  const free = freeAllowance !== undefined && amount.max < freeAllowance ? amount.max : freeAllowance;
  const base =
    free === undefined ? range : isExact(amount) ? `(${range} − ${formatYuan(free)})` : `max(${range} − ${formatYuan(free)}, 0.00)`;
  const product = `${base} × ${between(percents(rate))}`;
  const rated = isWhole(terms, amount) ? product : `round(${product})`;
  const sum = fixed === undefined ? rated : `${rated} + ${formatYuan(fixed)}`;
  const wholly = freeAllowance !== undefined && amount.max <= freeAllowance;
  const raised = minimum === undefined || wholly ? sum : `max(${sum}, ${formatYuan(minimum)})`;
  return maximum === undefined ? raised : `min(${raised}, ${formatYuan(maximum)})`;
}

/** Whether the rate gives whole fen at both ends, so that nothing was rounded. */
function isWhole(terms: Terms, amount: Interval<Fen>): boolean {
  const exact = (value: Fen, rate: Rational) => {
    const bearing = value - (terms.freeAllowance ?? 0n);
    return bearing <= 0n || rational(feeAt(terms, value, rate).rated * rate.d).n === bearing * rate.n;
  };
  return exact(amount.min, terms.rate.min) && exact(amount.max, terms.rate.max);
}

const yuan = (value: Interval<Fen>): string =>
  isExact(value) ? formatYuan(value.min) : `${formatYuan(value.min)}–${formatYuan(value.max)}`;

const percents = ({ min, max }: Interval<Rational>): string => (equals(min, max) ? percent(min) : `${percent(min)}–${percent(max)}`);

/** `0.1%`; a fraction without a finite decimal stays a fraction, so that the line can be computed again. */
function percent(rate: Rational): string {
  const hundredfold = multiply(rate, rational(100n));
  const text = formatDecimal(hundredfold);
  const read = parseDecimal(text);
  return read && equals(read, hundredfold) ? `${text}%` : `${rate.n}/${rate.d}`;
}

/** A range within a longer expression stands in brackets. */
const between = (text: string): string => (text.includes('–') ? `[${text}]` : text);
