import { exactly, type Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import type { Tariff } from '../knowledge/tariff.js';
import { type Passage, passLeg, type Terms, termsOf } from './leg.js';
import { firstWhere } from './search.js';

/** The legs of a method in order; each takes its fee from what the one before left. */
export type Route = readonly Terms[];

export const routeOf = (tariff: Tariff): Route => tariff.legs.map(termsOf);

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
export const netOf = (route: Route, amount: Fen): Interval<Fen> => passages(route, amount).at(-1)?.left ?? exactly(amount);

/**
 * What is kept on the way, in fen. It is the amount less the net, not the sum of the legs' intervals: where a first leg takes the most,
 * less is left for the second to take from.
 */
export function feeOf(route: Route, amount: Fen): Interval<Fen> {
  const net = netOf(route, amount);
  return { min: fen(amount - net.max), max: fen(amount - net.min) };
}

/**
 * Cuts a range of amounts, in order, so that within each piece both ends of fee and net never fall as the amount grows. Rates, minima and
 * maxima keep to that by themselves (rates are at most one); only the end of a free allowance may let the net fall, so cuts are there.
 */
export function monotonePieces(route: Route, range: Interval<Fen>): readonly Interval<Fen>[] {
  let pieces: readonly Interval<Fen>[] = [range];
  route.forEach(({ freeAllowance }, index) => {
    if (freeAllowance === undefined) return;
    const before = route.slice(0, index);
    for (const end of ['max', 'min'] as const) {
      pieces = pieces.flatMap((piece) => cutAt(piece, (amount) => netOf(before, amount)[end] > freeAllowance));
    }
  });
  return pieces;
}

function cutAt(piece: Interval<Fen>, beyond: (amount: Fen) => boolean): readonly Interval<Fen>[] {
  const cut = firstWhere(piece, beyond);
  if (cut === undefined || cut === piece.min) return [piece];
  return [
    { min: piece.min, max: fen(cut - 1n) },
    { min: cut, max: piece.max },
  ];
}

/** The part of each monotone piece whose amounts can bear their fee even at worst. */
export function bearablePieces(route: Route, range: Interval<Fen>): readonly Interval<Fen>[] {
  return monotonePieces(route, range).flatMap((piece) => {
    const min = firstWhere(piece, (amount) => netOf(route, amount).min >= 0n);
    return min === undefined ? [] : [{ min, max: piece.max }];
  });
}
