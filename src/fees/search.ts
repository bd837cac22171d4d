import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';

/** The smallest value of the range that passes a test which, once passed, stays passed; `undefined` when none does. */
export function firstWhere(range: Interval<Fen>, passes: (value: Fen) => boolean): Fen | undefined {
  let { min, max }: { min: bigint; max: bigint } = range;
  if (min > max || !passes(fen(max))) return undefined;
  while (min < max) {
    const middle = (min + max) / 2n;
    if (passes(fen(middle))) max = middle;
    else min = middle + 1n;
  }
  return fen(min);
}

/** The largest value of the range that passes a test which, once failed, stays failed; `undefined` when none does. */
export function lastWhere(range: Interval<Fen>, passes: (value: Fen) => boolean): Fen | undefined {
  if (range.min > range.max || !passes(range.min)) return undefined;
  const failing = firstWhere(range, (value) => !passes(value));
  return failing === undefined ? range.max : fen(failing - 1n);
}
