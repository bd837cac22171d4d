import type { Interval } from '../base/interval.js';
import { displayYuan, type Fen, fen, formatYuan } from '../base/money.js';
import { equals, formatDecimal, multiply, type Rational, rational } from '../base/rational.js';
import type { Limit, Tariff } from '../knowledge/tariff.js';
import type { Sum, Wording } from './wording/wording.js';

const PERCENT_DIGITS = 4;
const MINUTE_DIGITS = 2;

/** An amount as people write it: `5,000 元`. */
export const sumOf = (wording: Wording, amount: Fen): Sum => wording.yuan(displayYuan(amount));

/** A fee or net amount, always to the fen: `4,995.00 元`, `400.00–750.00 元`. */
export function exactSum(wording: Wording, { min, max }: Interval<Fen>): Sum {
  const grouped = (value: Fen) => formatYuan(value).replace(/\B(?=(\d{3})+\.)/g, ',');
  return wording.yuan(min === max ? grouped(min) : `${grouped(min)}–${grouped(max)}`);
}

/** A rate as percent: `0.1%`, `8%–15%`. */
export function percentOf({ min, max }: Interval<Rational>): string {
  const shown = (rate: Rational) => `${formatDecimal(multiply(rate, rational(100n)), PERCENT_DIGITS)}%`;
  return equals(min, max) ? shown(min) : `${shown(min)}–${shown(max)}`;
}

/** The rates of all legs, as each is charged: `0.1% + 0.1%`. */
export const ratesOf = ({ legs }: Tariff): string => legs.map(({ rate }) => percentOf(rate.value)).join(' + ');

export function minutesOf(wording: Wording, { min, max }: Interval<Rational>): string {
  const shown = (value: Rational) => formatDecimal(value, MINUTE_DIGITS);
  return wording.minutes(equals(min, max) ? shown(min) : `${shown(min)}–${shown(max)}`);
}

export function limitOf(wording: Wording, limit: Limit): string {
  if (limit.kind === 'amount') return wording.limit.amount[limit.basis](sumOf(wording, limit.amount.value));
  return limit.kind === 'unlimited' ? wording.limit.unlimited[limit.basis] : wording.limit.unstated;
}

/** All limits of a tariff on one line. */
export const limitsOf = (wording: Wording, limits: readonly Limit[]): string =>
  limits.length === 0 ? wording.limit.none : wording.list(limits.map((limit) => limitOf(wording, limit)));

export const sumOfBigint = (wording: Wording) => (value: bigint) => sumOf(wording, fen(value));
