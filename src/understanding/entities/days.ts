import type { Folded } from '../../text/fold.js';
import type { NumberReading } from './amounts.js';

const DAY_WORD = /^ ?(?:天|日|days?\b)/;
const MONTH = /(?:一个月|每个月|a month|for a month|one month|30 ?days)/;
const MOST_DAYS = 3660n;

/** A number of days the text plans with: 三天提, for 3 days, 一个月. `undefined` when it names none. */
export function readDays(folded: Folded, numbers: readonly NumberReading[]): number | undefined {
  for (const { span, range } of numbers) {
    const { n, d } = range.max;
    if (d === 1n && n > 0n && n <= MOST_DAYS && DAY_WORD.test(folded.text.slice(span.end))) return Number(n);
  }
  return MONTH.test(folded.text) ? 30 : undefined;
}
