import { compare } from '../../base/rational.js';
import type { Folded } from '../../text/fold.js';
import type { NumberReading } from './amounts.js';

const YEAR = 365;
const HALF_YEAR = 182;

/** Words that count days when a number stands before them, and how many each counts. A month is reckoned as thirty days. */
const DAY_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^ ?(?:天|日(?!元)|days?\b)/, 1],
  [/^ ?个?(?:周|星期|礼拜)|^ ?weeks?\b/, 7],
  [/^ ?个月|^ ?months?\b/, 30],
  [/^ ?年(?!\d)|^ ?years?\b/, YEAR],
];
/** The same where no number stands: 半个月, "for a month". */
const DAY_PHRASES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:in|within|over|on) (?:a|one)(?: single)? day\b/, 1],
  [/半年|half a year|a half year|six months/, HALF_YEAR],
  [/整?年(?=[\s,，。.?？!！吧呢]|$)|一年到头|(?:for|over|during|in) (?:a|one|the whole) year/, YEAR],
  [/半个月|half a month|a fortnight/, 15],
  [/(?:一|个)季度|\b(?:for|over|in) a quarter\b/, 90],
  [/整?个月(?!前)|每个月|(?:for )?(?:a|one|the whole) month/, 30],
  [/(?:for )?a week\b|整个?(?:星期|周)/, 7],
  [/(?:for )?a (?:whole )?year\b|整年/, YEAR],
];
const TIMES_WORD = /^ ?(?:次|笔|回(?!头|来)|times\b|transfers?\b|withdrawals?\b|transactions?\b|goes\b|payments?\b)/;
/** Ten years; more is a date or a mistake. */
const MOST_DAYS = 3660n;

/** A number of days the text plans with: 三天提, for 3 days, 一个月. `undefined` when it names none. */
export function readDays(folded: Folded, numbers: readonly NumberReading[]): number | undefined {
  for (const [word, days] of [...DAY_WORDS].reverse()) {
    const counted = countBefore(word, folded, numbers, BigInt(days));
    if (counted !== undefined) return counted * days;
  }
  return DAY_PHRASES.find(([phrase]) => phrase.test(folded.text))?.[1];
}

/** How often the text moves something: 转3次, "five times", 2000 x 3. */
export const readTimes = (folded: Folded, numbers: readonly NumberReading[]): number | undefined =>
  countBefore(TIMES_WORD, folded, numbers) ?? timesOfSum(folded, numbers);

const TIMES_SIGN = /^\s?(?:元|块|yuan|rmb|cny)?\s?(?:x|×|\*|乘以?)\s?¥?\s?$/;
const LEAST_SUM = 100n;

/** The smaller of two numbers with a sign of multiplication between them, the greater of which is a sum. */
function timesOfSum({ text }: Folded, numbers: readonly NumberReading[]): number | undefined {
  for (const [index, first] of numbers.entries()) {
    const second = numbers[index + 1];
    if (!second || !TIMES_SIGN.test(text.slice(first.span.end, second.span.start)) || /^\s?[%‰折]/.test(text.slice(second.span.end)))
      continue;
    const [sum, count] = compare(first.range.min, second.range.min) >= 0 ? [first, second] : [second, first];
    const { n, d } = count.range.max;
    if (d === 1n && n > 1n && n <= 366n && sum.range.min.n >= LEAST_SUM * sum.range.min.d) return Number(n);
  }
  return undefined;
}

/** 不是3次，是5次 */
const TAKEN_BACK = /(?:不是|不要|\bnot )\s*$/;

function countBefore(word: RegExp, { text }: Folded, numbers: readonly NumberReading[], each = 1n): number | undefined {
  const counted = numbers.find(
    ({ span, range: { max } }) =>
      !TAKEN_BACK.test(text.slice(0, span.start)) &&
      max.d === 1n &&
      max.n > 0n &&
      max.n * each <= MOST_DAYS &&
      word.test(text.slice(span.end)),
  );
  return counted && Number(counted.range.max.n);
}
