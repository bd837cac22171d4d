import { type Fen, fen } from '../base/money.js';
import { add, compare, divide, multiply, type Rational, rational, subtract, ZERO } from '../base/rational.js';
import type { Rounding } from '../knowledge/tariff.js';
import { bearablePieces, feeEnd, largestCosting, netAt, type Route } from './route.js';
import { firstWhere } from './search.js';

/** Equal transactions of a split. */
export interface Share {
  readonly count: number;
  readonly amount: Fen;
}

/** A total to be cut into transactions, each from `smallest` (the least that can bear its fee) to `largest`, in fen. */
export interface Cut {
  readonly route: Route;
  readonly total: Fen;
  readonly smallest: Fen;
  readonly largest: Fen;
}

/** The largest transactions there may be and one for the rest: the split a person would choose. */
export function fill({ total, smallest, largest }: Omit<Cut, 'route'>): readonly Share[] {
  const full = total / largest;
  const rest = total % largest;
  if (rest === 0n || rest >= smallest || full === 0n) return shares([full, largest], [1n, rest]);
  return shares([full - 1n, largest], [1n, largest - (smallest - rest)], [1n, smallest]);
}

/** `count` transactions that differ by a fen at most. */
export function even(total: Fen, count: number): readonly Share[] {
  const n = BigInt(count);
  return shares([total % n, total / n + 1n], [n - (total % n), total / n]);
}

export const costOf = (route: Route, parts: readonly Share[]): Fen =>
  fen(parts.reduce((sum, part) => sum + BigInt(part.count) * feeEnd(route, part.amount, 'max'), 0n));

/** Steps that the exact search may take before it leaves the proof aside. */
const STEPS = 1_000_000;

/**
 * The split into exactly `count` transactions whose fee at worst is lowest, or `undefined` when there is none. Rounding makes it ragged:
 * amounts just below the half fen cost least. It searches over fees, not amounts: for each fee the largest amount that costs no more.
 * `proven` says that no split into as many is cheaper: the lower bound is met, or the exact search was small enough to run.
 */
export function lowest(cut: Cut, count: number): { readonly parts: readonly Share[]; readonly proven: boolean } | undefined {
  const n = BigInt(count);
  const { route, total, smallest, largest } = cut;
  if (total < n * smallest || total > n * largest) return undefined;
  if (count === 1) return { parts: [{ count, amount: total }], proven: true };
  if (!risesThroughout(cut)) return { parts: even(cut.total, count), proven: false };
  const floorFee = feeEnd(route, smallest, 'max');
  const highestFee = feeEnd(route, largest, 'max');
  const found = new Map<bigint, Fen>();
  const largestFor = (fee: bigint): Fen => {
    const known = found.get(fee) ?? largestCosting(route, { min: smallest, max: largest }, fee, 'max') ?? smallest;
    found.set(fee, known);
    return known;
  };
  const carried = (fee: bigint): bigint => {
    const more = fee % n;
    return (n - more) * largestFor(fee / n) + (more === 0n ? 0n : more * largestFor(fee / n + 1n));
  };
  const fees = { min: fen(n * floorFee), max: fen(n * highestFee) };
  const likely = n * feeEnd(route, fen(total / n), 'max');
  const levelFee = firstWhere(fees, (fee) => carried(fee) >= total, likely) ?? fees.max;
  const more = levelFee % n;
  const level = trim(shares([more, more === 0n ? 0n : largestFor(levelFee / n + 1n)], [n - more, largestFor(levelFee / n)]), cut);
  if (!mayCarry(cut, n, floorFee, costOf(route, level) - 1n)) return { parts: level, proven: true };
  const levels = Number(highestFee - floorFee) + 1;
  const affordable = levels * levels * count * count <= STEPS && total * n < BigInt(Number.MAX_SAFE_INTEGER);
  if (!affordable) return { parts: level, proven: false };
  // What is beyond the total carries no more of it, and plain numbers hold the total exactly.
  const within = (amount: Fen): number => Number(amount < total ? amount : total);
  const capacities = Array.from({ length: levels }, (_, step) => within(largestFor(floorFee + BigInt(step))));
  return { parts: trim(exhaust(capacities, count, Number(total)), cut), proven: true };
}

/** Whether every amount from smallest to largest bears its fee, and none costs less than a smaller one. */
function risesThroughout({ route, smallest, largest }: Cut): boolean {
  const pieces = bearablePieces(route, { min: smallest, max: largest });
  return pieces.every((piece, index) => {
    const next = pieces[index + 1];
    return !next || (piece.max + 1n === next.min && feeEnd(route, piece.max, 'max') <= feeEnd(route, next.min, 'max'));
  });
}

/**
 * Whether a bound leaves open that n parts carry the total for a fee. For a single leg, what a part may carry for its fee lies below a
 * concave line (the rate, less what rounding gives away, and flat at the largest amount), so equal fees carry the most.
 */
function mayCarry({ route, total, largest }: Cut, n: bigint, floorFee: bigint, fee: bigint): boolean {
  const [terms, second] = route;
  if (fee < n * floorFee) return false;
  if (!terms || second || (terms.maximum !== undefined && feeEnd(route, largest, 'max') >= terms.maximum)) return true;
  const rate = terms.rate.max;
  if (rate.n === 0n || (terms.tiers?.length ?? 0) > 0) return true;
  const given = givenAway(terms.rounding, rate);
  const carries = (share: bigint): Rational => {
    const rated = divide(add(rational(share - (terms.fixed ?? 0n)), given), rate);
    const amount = add(rated, rational(terms.freeAllowance ?? 0n));
    return compare(amount, rational(largest)) < 0 ? amount : rational(largest);
  };
  const more = fee % n;
  const most = add(multiply(rational(n - more), carries(fee / n)), multiply(rational(more), carries(fee / n + 1n)));
  return compare(most, rational(total)) >= 0;
}

/** The most that rounding leaves out of a fee: the last step of the rate's denominator before the next fen, or before the half. */
function givenAway(rounding: Rounding, { d }: Rational): Rational {
  if (rounding === 'up') return ZERO;
  return rounding === 'down' ? rational(d - 1n, d) : subtract(rational(1n, 2n), rational(1n, d % 2n === 0n ? d : 2n * d));
}

/** `capacities[f]` is the largest amount at fee step f. Finds the fewest steps in all with which `count` parts carry the total. */
function exhaust(capacities: readonly number[], count: number, total: number): readonly Share[] {
  const choices: Int32Array[] = [];
  let best: readonly number[] = [0];
  for (let part = 1; part <= count; part++) {
    const size = part * (capacities.length - 1) + 1;
    const next = new Array<number>(size).fill(-1);
    const choice = new Int32Array(size);
    best.forEach((carried, spent) => {
      capacities.forEach((capacity, step) => {
        if (carried + capacity <= (next[spent + step] ?? -1)) return;
        next[spent + step] = carried + capacity;
        choice[spent + step] = step;
      });
    });
    choices.push(choice);
    best = next;
  }
  let spent = best.findIndex((carried) => carried >= total);
  const amounts = choices.reverse().map((choice) => {
    const step = choice[spent] ?? 0;
    spent -= step;
    return BigInt(capacities[step] ?? 0);
  });
  return shares(...amounts.map((amount): [bigint, bigint] => [1n, amount]));
}

const sumOf = (parts: readonly Share[]): bigint => parts.reduce((sum, part) => sum + BigInt(part.count) * part.amount, 0n);

/** Takes what the parts carry too much off the smallest ones, none of which goes below the least that bears its fee. */
function trim(parts: readonly Share[], { total, smallest }: Cut): readonly Share[] {
  let surplus = sumOf(parts) - total;
  const trimmed: [bigint, bigint][] = [];
  for (const part of [...parts].reverse()) {
    const spare = part.amount - smallest;
    const count = BigInt(part.count);
    const wholly = spare === 0n || surplus / spare > count ? count : surplus / spare;
    surplus -= wholly * spare;
    const partly = wholly < count && surplus > 0n ? 1n : 0n;
    trimmed.push([wholly, smallest], [partly, part.amount - surplus * partly], [count - wholly - partly, part.amount]);
    if (partly === 1n) surplus = 0n;
  }
  return shares(...trimmed);
}

/** Largest first, equal ones together, none empty. */
export function shares(...pairs: readonly (readonly [bigint, bigint])[]): readonly Share[] {
  const counts = new Map<bigint, number>();
  for (const [count, amount] of pairs) {
    if (count > 0n && amount > 0n) counts.set(amount, (counts.get(amount) ?? 0) + Number(count));
  }
  return [...counts].sort(([a], [b]) => (a > b ? -1 : 1)).map(([amount, count]) => ({ count, amount: fen(amount) }));
}

export const bears = (route: Route, parts: readonly Share[]): boolean => parts.every((part) => netAt(route, part.amount, 'min') >= 0n);
