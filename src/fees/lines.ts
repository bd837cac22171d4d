import { type Fen, fen } from '../base/money.js';
import { add, ceil, compare, divide, multiply, ONE, type Rational, rational, subtract, ZERO } from '../base/rational.js';
import { bandsOf } from './bands.js';
import type { Terms } from './leg.js';
import type { Route } from './route.js';

/** `slope · amount + intercept`, in fen and without rounding, from an amount on up to where the next line starts. */
export interface Line {
  readonly from: Rational;
  readonly slope: Rational;
  readonly intercept: Rational;
}

/** A stretch of amounts, both ends included, on which one of two fees is lower throughout, or the two are the same. */
export interface Stretch {
  readonly from: Fen;
  readonly to: Fen;
  readonly lower: 'first' | 'second' | 'same';
}

const value = (line: Line, amount: Rational): Rational => add(multiply(line.slope, amount), line.intercept);

const later = (a: Rational, b: Rational): Rational => (compare(a, b) < 0 ? b : a);

/** The fee of a route at its highest rates as the straight lines that it would be without rounding, in order of amount. */
export function feeLines(route: Route): readonly Line[] {
  let nets: readonly Line[] = [{ from: ZERO, slope: ONE, intercept: ZERO }];
  for (const terms of route) {
    nets = nets.flatMap((net, index) => through(net, nets[index + 1]?.from, legLines(terms)));
  }
  return nets.map(({ from, slope, intercept }) => ({ from, slope: subtract(ONE, slope), intercept: subtract(ZERO, intercept) }));
}

/** Rate and fixed fee of one leg, a line for each tier, from the end of the allowance on; neither minimum nor maximum. */
function ratedLines(terms: Terms, end: keyof Terms['rate']): readonly Line[] {
  const { bands, denominator } = bandsOf(terms, end);
  let intercept = rational(terms.fixed ?? 0n);
  return bands.map(({ from, rate }, index) => {
    const slope = rational(rate, denominator);
    // Each line goes on where the one before has got to.
    const before = rational(bands[index - 1]?.rate ?? 0n, denominator);
    intercept = add(intercept, multiply(subtract(before, slope), rational(from)));
    return { from: rational(from), slope, intercept };
  });
}

/** Where rate and fixed fee of a leg reach a fee by themselves; `undefined` for never. */
export function reaches(terms: Terms, fee: Fen, end: keyof Terms['rate']): Rational | undefined {
  const lines = ratedLines(terms, end);
  for (const [index, line] of lines.entries()) {
    const target = rational(fee);
    if (compare(value(line, line.from), target) >= 0) return line.from;
    const next = lines[index + 1]?.from;
    const at = line.slope.n === 0n ? undefined : divide(subtract(target, line.intercept), line.slope);
    if (at && (!next || compare(at, next) <= 0)) return at;
  }
  return undefined;
}

/** The fee of one leg over what reaches it. The line after an allowance starts at it, though the allowance itself is still free. */
function legLines(terms: Terms): readonly Line[] {
  const { minimum, maximum, fixed = 0n, freeAllowance } = terms;
  const allowance = rational(freeAllowance ?? 0n);
  const flat = (from: Rational, fee: bigint): Line => ({ from, slope: ZERO, intercept: rational(fee) });
  const capped = (fee: bigint): bigint => (maximum !== undefined && fee > maximum ? maximum : fee);
  const lines: Line[] = freeAllowance === undefined ? [] : [flat(ZERO, capped(fixed))];
  const rises = minimum === undefined ? allowance : reaches(terms, minimum, 'max');
  const ends = maximum === undefined ? undefined : reaches(terms, maximum, 'max');
  if (minimum !== undefined && (!rises || compare(rises, allowance) > 0)) lines.push(flat(allowance, minimum));
  const rated = rises ? ratedLines(terms, 'max') : [];
  rated.forEach((line, index) => {
    const next = rated[index + 1]?.from;
    if (!rises || (next && compare(next, rises) <= 0) || (ends && compare(line.from, ends) >= 0)) return;
    lines.push({ ...line, from: later(line.from, rises) });
  });
  if (ends && maximum !== undefined) lines.push(flat(ends, maximum));
  return lines;
}

/** What one line of net amounts (up to `end`) becomes after a leg. */
function through(net: Line, end: Rational | undefined, fees: readonly Line[]): readonly Line[] {
  return fees.flatMap((fee, index) => {
    const next = fees[index + 1]?.from;
    const at = (reaching: Rational) => divide(subtract(reaching, net.intercept), net.slope);
    if (net.slope.n === 0n) {
      const here = (index === 0 || compare(fee.from, net.intercept) <= 0) && (!next || compare(net.intercept, next) < 0);
      return here ? [{ from: net.from, slope: ZERO, intercept: subtract(net.intercept, value(fee, net.intercept)) }] : [];
    }
    // What reaches the first line may be below zero: the legs before took more than there was.
    const from = index === 0 ? net.from : later(net.from, at(fee.from));
    const to = next && (end && compare(end, at(next)) < 0 ? end : at(next));
    const upTo = next ? to : end;
    if (upTo && compare(from, upTo) >= 0) return [];
    const kept = subtract(ONE, fee.slope);
    return [{ from, slope: multiply(kept, net.slope), intercept: subtract(multiply(kept, net.intercept), fee.intercept) }];
  });
}

/** Which of two fees is lower, from one fen to `largest`. */
export function stretches(first: readonly Line[], second: readonly Line[], largest: Fen): readonly Stretch[] {
  const end = rational(largest + 1n);
  const starts = [...first, ...second].map((line) => line.from);
  const cuts = sorted([...starts, ...starts.flatMap((start) => crossing(first, second, start, starts) ?? [])]).filter(
    (cut) => compare(cut, end) < 0,
  );
  const found: Stretch[] = [];
  cuts.forEach((cut, index) => {
    const next = cuts[index + 1] ?? end;
    const middle = divide(add(cut, next), rational(2n));
    const difference = compare(value(lineAt(first, middle), middle), value(lineAt(second, middle), middle));
    const lower = difference < 0 ? 'first' : difference > 0 ? 'second' : 'same';
    const from = cut.n === 0n ? 1n : ceil(cut);
    const to = ceil(next) - 1n;
    const last = found.at(-1);
    if (from > to) return;
    if (last?.lower === lower) found.splice(-1, 1, { ...last, to: fen(to) });
    else found.push({ from: fen(from), to: fen(to), lower });
  });
  return found;
}

/** Where the two lines that hold from `start` on cross before either ends. */
function crossing(first: readonly Line[], second: readonly Line[], start: Rational, starts: readonly Rational[]): Rational | undefined {
  const [a, b] = [lineAt(first, start), lineAt(second, start)];
  const slope = subtract(a.slope, b.slope);
  if (slope.n === 0n) return undefined;
  const at = divide(subtract(b.intercept, a.intercept), slope);
  const before = starts.every((other) => compare(other, start) <= 0 || compare(at, other) < 0);
  return before && compare(at, start) > 0 ? at : undefined;
}

/** The line that holds at an amount: the last one that has started. */
function lineAt(lines: readonly Line[], amount: Rational): Line {
  return lines.findLast((line) => compare(line.from, amount) <= 0) ?? { from: ZERO, slope: ZERO, intercept: ZERO };
}

const sorted = (values: readonly Rational[]): readonly Rational[] =>
  [...values].sort(compare).filter((item, index, all) => index === 0 || compare(item, all[index - 1] ?? item) !== 0);
