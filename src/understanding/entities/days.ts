import type { Folded } from '../../text/fold.js';
import type { NumberReading } from './amounts.js';

const DAY_WORD = /^ ?(?:天|日|days?\b)/;
const TIMES_WORD = /^ ?(?:次|笔|times\b)/;
const MONTH = /(?:一个月|每个月|a month|for a month|one month|30 ?days)/;
const MOST_DAYS = 3660n;

/** A number of days the text plans with: 三天提, for 3 days, 一个月. `undefined` when it names none. */
export function readDays(folded: Folded, numbers: readonly NumberReading[]): number | undefined {
  return countBefore(DAY_WORD, folded, numbers) ?? (MONTH.test(folded.text) ? 30 : undefined);
}

/** How often the text moves something: 转3次, "five times". */
export const readTimes = (folded: Folded, numbers: readonly NumberReading[]): number | undefined =>
  countBefore(TIMES_WORD, folded, numbers);

function countBefore(word: RegExp, { text }: Folded, numbers: readonly NumberReading[]): number | undefined {
  const counted = numbers.find(
    ({ span, range: { max } }) => max.d === 1n && max.n > 0n && max.n <= MOST_DAYS && word.test(text.slice(span.end)),
  );
  return counted && Number(counted.range.max.n);
}
