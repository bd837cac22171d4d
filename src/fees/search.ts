import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';

/**
 * The smallest value of the range that passes a test which, once passed, stays passed; `undefined` when none does. A guess near the answer
 * makes it quick, going away from it in doubling steps; a bad one costs twice the halvings.
 */
export function firstWhere(range: Interval<Fen>, passes: (value: Fen) => boolean, guess?: bigint): Fen | undefined {
  let { min, max }: { min: bigint; max: bigint } = range;
  if (min > max) return undefined;
  if (guess !== undefined) {
    const start = guess < min ? min : guess > max ? max : guess;
    if (passes(fen(start))) {
      max = start;
      for (let step = 1n; max - step >= min; step *= 2n) {
        if (!passes(fen(max - step))) {
          min = max - step + 1n;
          break;
        }
        max -= step;
      }
    } else {
      min = start + 1n;
      for (let step = 1n; min + step - 1n <= max; step *= 2n) {
        const value = min + step - 1n;
        if (passes(fen(value))) {
          max = value;
          break;
        }
        min = value + 1n;
      }
    }
  }
  if (min > max || !passes(fen(max))) return undefined;
  while (min < max) {
    const middle = (min + max) / 2n;
    if (passes(fen(middle))) max = middle;
    else min = middle + 1n;
  }
  return fen(min);
}

/** The largest value of the range that passes a test which, once failed, stays failed; `undefined` when none does. */
export function lastWhere(range: Interval<Fen>, passes: (value: Fen) => boolean, guess?: bigint): Fen | undefined {
  if (range.min > range.max || !passes(range.min)) return undefined;
  const failing = firstWhere(range, (value) => !passes(value), guess === undefined ? undefined : guess + 1n);
  return failing === undefined ? range.max : fen(failing - 1n);
}
