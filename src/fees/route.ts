import { exactly, type Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { equals } from '../base/rational.js';
import type { Tariff } from '../knowledge/tariff.js';
import { bandsOf } from './bands.js';
import { feeAt, type Passage, passLeg, type Terms, termsOf } from './leg.js';
import { firstWhere, lastWhere } from './search.js';

/** The legs of a method in order; each takes its fee from what the one before left. */
export type Route = readonly Terms[];

const routes = new WeakMap<Tariff, Route>();

/** Built once for a tariff, so that what is worked out about its terms is kept with them. */
export function routeOf(tariff: Tariff): Route {
  let route = routes.get(tariff);
  if (!route) {
    route = tariff.legs.map((leg) => termsOf(leg, tariff.rounding));
    routes.set(tariff, route);
  }
  return route;
}

/** The passages through each leg, in order. */
export function passages(route: Route, amount: Fen): readonly (Passage & { readonly reaching: Interval<Fen> })[] {
  let reaching = exactly(amount);
  return route.map((terms) => {
    const passage = { ...passLeg(terms, reaching), reaching };
    reaching = passage.left;
    return passage;
  });
}

/** What arrives, in fen: at worst (`min`) and at best (`max`). Negative when the fees take more than there is. */
const netOf = (route: Route, amount: Fen): Interval<Fen> =>
  jumpsWithin(route)
    ? (passages(route, amount).at(-1)?.left ?? exactly(amount))
    : { min: netAt(route, amount, 'min'), max: netAt(route, amount, 'max') };

// Behind the first leg an allowance may end within what reaches it; then both ends of a passage are needed to know either.
const jumpsWithin = (route: Route): boolean => route.length > 1 && route.some((terms, leg) => leg > 0 && terms.freeAllowance !== undefined);

/** Whether no rate is open, so that the two ends are one. */
export const isDefinite = (route: Route): boolean =>
  route.every(({ rate, tiers = [] }) => [rate, ...tiers.map((tier) => tier.rate)].every(({ min, max }) => equals(min, max)));

/** One end of `netOf`: all that a search asks for, at a quarter of the price. */
export function netAt(route: Route, amount: Fen, end: keyof Interval<Fen>): Fen {
  if (jumpsWithin(route)) return netOf(route, amount)[end];
  let left: bigint = amount;
  for (const terms of route) left -= feeAt(terms, left, end === 'min' ? 'max' : 'min');
  return fen(left);
}

/**
 * What is kept on the way, in fen. It is the amount less the net, not the sum of the legs' intervals: where a first leg takes the most,
 * less is left for the second to take from.
 */
export function feeOf(route: Route, amount: Fen): Interval<Fen> {
  const net = netOf(route, amount);
  return { min: fen(amount - net.max), max: fen(amount - net.min) };
}

/** One end of `feeOf`. */
export const feeEnd = (route: Route, amount: Fen, end: keyof Interval<Fen>): Fen =>
  fen(amount - netAt(route, amount, end === 'max' ? 'min' : 'max'));

/**
 * Cuts a range of amounts, in order, so that within each piece both ends of fee and net never fall as the amount grows. Rates, tiers,
 * minima and maxima keep to that by themselves (rates are at most one); only the end of a free allowance may let the net fall, so cuts are
 * there.
 */
export function monotonePieces(route: Route, range: Interval<Fen>): readonly Interval<Fen>[] {
  let pieces: readonly Interval<Fen>[] = [range];
  route.forEach(({ freeAllowance }, index) => {
    if (freeAllowance === undefined) return;
    const before = route.slice(0, index);
    for (const end of ['max', 'min'] as const) {
      pieces = pieces.flatMap((piece) => cutAt(piece, (amount) => netOf(before, amount)[end] > freeAllowance, freeAllowance + 1n));
    }
  });
  return pieces;
}

function cutAt(piece: Interval<Fen>, beyond: (amount: Fen) => boolean, guess: bigint): readonly Interval<Fen>[] {
  const cut = firstWhere(piece, beyond, guess);
  if (cut === undefined || cut === piece.min) return [piece];
  return [
    { min: piece.min, max: fen(cut - 1n) },
    { min: cut, max: piece.max },
  ];
}

/** The part of each monotone piece whose amounts can bear their fee even at worst. */
export function bearablePieces(route: Route, range: Interval<Fen>): readonly Interval<Fen>[] {
  return monotonePieces(route, range).flatMap((piece) => {
    const min = smallestReaching(route, piece, fen(0n), 'min');
    return min === undefined ? [] : [{ min, max: piece.max }];
  });
}

/** Rates near one come close step by step; from here on halving is quicker. */
const MOST_STEPS = 40;

/**
 * The smallest amount of a monotone piece of which at least `target` arrives. It goes up from below and cannot pass the answer: an amount
 * no larger than it bears no larger fee, so target and that fee together are no larger than it either.
 */
export function smallestReaching(route: Route, piece: Interval<Fen>, target: Fen, end: keyof Interval<Fen>): Fen | undefined {
  let amount = piece.min > target ? piece.min : target;
  for (let step = 0; step < MOST_STEPS && amount <= piece.max; step++) {
    const missing = target - netAt(route, amount, end);
    if (missing <= 0n) return amount;
    amount = fen(amount + missing);
  }
  return firstWhere({ min: amount, max: piece.max }, (value) => netAt(route, value, end) >= target);
}

/** The largest amount of a monotone piece whose fee, at one end, is at most `fee`. */
export const largestCosting = (route: Route, piece: Interval<Fen>, fee: bigint, end: keyof Interval<Fen>): Fen | undefined =>
  lastWhere(piece, (amount) => feeEnd(route, amount, end) <= fee, likelyAmount(route, fee, end));

/** About the largest amount for a fee: what the rates alone would give, to the fen for a single plain rate that is rounded half up. */
function likelyAmount(route: Route, fee: bigint, end: keyof Interval<Fen>): bigint | undefined {
  let [kept, whole] = [1n, 1n];
  let [free, fixed] = [0n, 0n];
  for (const terms of route) {
    const { bands, denominator } = bandsOf(terms, end);
    kept *= denominator - (bands.at(-1)?.rate ?? 0n);
    whole *= denominator;
    free += terms.freeAllowance ?? 0n;
    fixed += terms.fixed ?? 0n;
  }
  const rated = 2n * (fee - fixed) + 1n;
  return kept === whole || rated <= 0n ? undefined : (rated * whole - 1n) / (2n * (whole - kept)) + free;
}
