import type { Interval } from '../../../base/interval.js';
import { ceil, compare, divide, floor, multiply, ONE, type Rational, rational } from '../../../base/rational.js';
import { currencyOf, SIGN, UNIT } from './common/currency-marks.js';
import { integer, type NumberReading } from './common/numeral.js';
import { NUMBER, type SketchMatch, type SketchRule } from './common/sketch.js';
import { type AmountReading, amount, CHANGE, currencyIn } from './money.js';

/**
 * Sums that are named by another sum: half of 5000 is 2500, and nothing may be worked out for 5000.
 * What a plain percentage of a sum means (a fee of it, a part of it) is told by the words around it.
 */
const S = String.raw`\s{0,2}`;
const N = NUMBER;
const SUM = `(?:(?<sign>${SIGN})[.:]?${S})?${N}(?:${S}(?<unit>${UNIT})${CHANGE})?`;
const OF_IT = `${S}(?:当中|里面?|其中)?的?${S}`;
const WHOSE = '(?:(?:the|my|your|that|this|those|these) )?';
const HALF = rational(1n, 2n);
const TENTH = rational(1n, 10n);
const HUNDREDTH = rational(1n, 100n);
const LEAST_SUM = integer(100n);
const MOST_TIMES = 366n;

function derived(match: SketchMatch, sum: NumberReading | undefined, factor: Rational): AmountReading | undefined {
  if (!sum || sum.range.min.n <= 0n || (currencyIn(match) === undefined && (sum.weak || isYear(sum)))) return undefined;
  const { min, max } = sum.range;
  const exact = { min: multiply(min, factor), max: multiply(max, factor) };
  const range = inFen(exact);
  return amount(
    match,
    range,
    currencyIn(match),
    sum.approximate || compare(exact.min, range.min) !== 0 || compare(exact.max, range.max) !== 0,
  );
}

const isYear = ({ rule, range: { min } }: NumberReading): boolean =>
  rule === 'digits/integer' && min.n >= 1900n && min.n < 2040n && min.n % 100n !== 0n;

/** A third of 5000 ends nowhere: from one fen below to one above. */
const inFen = ({ min, max }: Interval<Rational>): Interval<Rational> => ({
  min: multiply(integer(floor(divide(min, HUNDREDTH))), HUNDREDTH),
  max: multiply(integer(ceil(divide(max, HUNDREDTH))), HUNDREDTH),
});

const half = (match: SketchMatch) => derived(match, match.numbers[0], HALF);
// Double 11 is a day of sales.
function twice(match: SketchMatch): AmountReading | undefined {
  const [sum, once] = match.numbers;
  if (!sum || (once && compare(once.range.max, ONE) !== 0)) return undefined;
  if (currencyIn(match) === undefined && compare(sum.range.min, LEAST_SUM) < 0) return undefined;
  return derived(match, sum, integer(match.groups['triple'] === undefined ? 2n : 3n));
}

/** A part that is no less than a fee can be: who asks about 8% of 5000 asks about 5000. */
function share(match: SketchMatch): AmountReading | undefined {
  const isPercent = match.groups['percent'] !== undefined;
  const [sum, part] = isPercent && match.groups['first'] !== undefined ? [match.numbers[1], match.numbers[0]] : match.numbers;
  const factor = part && multiply(part.range.min, isPercent ? HUNDREDTH : TENTH);
  if (!factor || part.approximate || compare(factor, TENTH) < 0 || compare(factor, ONE) > 0 || isAboutFees(match)) return undefined;
  return derived(match, sum, factor);
}

// Bounded: a text may be long and hold many shares.
const isAboutFees = ({ text, at, end }: SketchMatch): boolean => ABOUT_FEES.test(text.slice(Math.max(0, at - 40), end + 40));

const ABOUT_FEES = /[费抽收扣佣息利要赚]|成本|fee|charge|cost|commission|cut|interest|keep|take|ask|want|demand|rate/;

function part(match: SketchMatch): AmountReading | undefined {
  const [first, second, third] = match.numbers;
  if (!first || !second) return undefined;
  // 9000的三分之二; two thirds of 9000.
  if (third) return second.range.min.n <= 0n ? undefined : fractionOf(match, first, divide(third.range.min, second.range.min));
  return first.rule.endsWith('fraction') || first.rule === 'en/one-part' ? fractionOf(match, second, first.range.min) : undefined;
}

const fractionOf = (match: SketchMatch, sum: NumberReading, factor: Rational) =>
  factor.n > 0n && compare(factor, ONE) < 0 ? derived(match, sum, factor) : undefined;

function multiple(match: SketchMatch): AmountReading | undefined {
  const [sum, count] = match.numbers;
  const factor = count?.range.min;
  return factor && !count.approximate && factor.n > 0n && compare(factor, integer(100n)) <= 0 ? derived(match, sum, factor) : undefined;
}

/** 5000 x 3, 3 x 2000: three times that sum, each of which is quoted. */
function repeated(match: SketchMatch): AmountReading | undefined {
  const [first, second] = match.numbers;
  if (!first || !second || first.approximate || second.approximate) return undefined;
  const { lead, sign, unit, later } = match.groups;
  const said = [unit, later, lead, sign].find((words) => words !== undefined);
  const currency = said === undefined ? undefined : currencyOf(said);
  const isFirst = (lead ?? unit) !== undefined || ((sign ?? later) === undefined && compare(first.range.min, second.range.min) >= 0);
  const [sum, count] = isFirst ? [first, second] : [second, first];
  const times = count.range.min;
  const isCount = times.d === 1n && times.n > 0n && times.n <= MOST_TIMES;
  const isSum = currency !== undefined || compare(sum.range.min, LEAST_SUM) >= 0;
  return isCount && isSum ? amount({ ...match, span: sum.span }, sum.range, currency, false) : undefined;
}

const rule = (word: RegExp, name: string, pattern: string, produce: SketchRule<AmountReading>['produce'], takes = 1) => ({
  word,
  rule: { name, takes, pattern: new RegExp(pattern, 'g'), produce },
});

const TIMES = String.raw`\s?(?:x|×|\*|乘以?)\s?`;
const COUNTS_ELSE = `(?![\\d%‰折成天年月]|\\s?(?:%|percent|days|weeks|months))`;

/** Half of 30 friends is no sum: after an English one only words follow that no number counts. */
const NOTHING_COUNTED =
  '(?=\\s{0,2}(?:$|[^\\sa-z\\d-]|(?:to|from|in|into|out|and|or|with|at|via|then|please|if|but|is|for|on|would|will|now|today|be|cost|how|what|yuan|by|through|using|can|i|do|it)(?![a-z])))';
const CAN_I = '(?:and |can |i |want |to |could |only |just ){0,4}';
const SHARE_OF = `\\s?(?<percent>%|percent) of ${WHOSE}`;

/** In the order in which they are tried, each with a word that its texts hold. */
const RULES: readonly { readonly word: RegExp; readonly rule: SketchRule<AmountReading> }[] = [
  rule(/一半|半数/, 'money/half-zh', `${SUM}${OF_IT}(?:一半|半数)(?!以[上下])(?![^.。?!]{0,12}一半)`, half),
  rule(/一半/, 'money/half-of-it', `${SUM}${S},?${S}(?:我|就|先|只|想|要|可以|能){0,3}(?:提现?|转|取)(?:出来?|走)?一半(?!以[上下])`, half),
  rule(
    /half (?:of|the|my|your|that) /,
    'money/half-en',
    `(?<![a-z]|(?:first|second|latter|last|other) )(?:a |one )?half (?:of ${WHOSE}|(?:the|my|your|that) )${SUM}${NOTHING_COUNTED}`,
    half,
  ),
  rule(
    /(?:withdraw|transfer|move|out) half/,
    'money/half-of-it-en',
    `${SUM},? ${CAN_I}(?:withdraw|transfer|move|take out) half(?: of it)?(?![ -]?[a-z])`,
    half,
  ),
  rule(/分\s{0,2}之/, 'money/part-zh', `${SUM}${OF_IT}${N}${S}分${S}之${S}${N}`, part, 3),
  rule(new RegExp(`${N} of `), 'money/part-en', `${N} of ${WHOSE}${SUM}${NOTHING_COUNTED}`, part, 2),
  rule(/的/, 'money/share-zh', `${SUM}${S}的${S}${N}${S}(?:(?<percent>%)|成(?!本))`, share, 2),
  rule(
    new RegExp(`(?:%|percent) of ${WHOSE}${SUM}(?!\\s?(?:%|percent))`),
    'money/share-en',
    `(?<first>)${N}${SHARE_OF}${SUM}${NOTHING_COUNTED}`,
    share,
    2,
  ),
  rule(/倍/, 'money/multiple-zh', `${SUM}${S}的${S}${N}${S}倍`, multiple, 2),
  rule(/翻/, 'money/double-zh', `${SUM}${S}(?:再)?翻(?:${N})?[倍番]`, twice),
  rule(
    /double|twice|triple/,
    'money/double-en',
    `(?<![a-z])(?:double|twice|(?<triple>triple))(?: of)? ${WHOSE}${SUM}${NOTHING_COUNTED}`,
    twice,
  ),
  rule(
    /x|×|\*|乘/,
    'money/repeated',
    `(?:(?<lead>${SIGN})${S})?${N}(?:${S}(?<unit>${UNIT}))?${TIMES}(?<sign>${SIGN})?${S}${N}(?:${S}(?<later>${UNIT}))?${COUNTS_ELSE}`,
    repeated,
    2,
  ),
];

/** The rules that may hold in a sketch's text; of most texts none. */
export const derivedRulesFor = (text: string): readonly SketchRule<AmountReading>[] =>
  RULES.flatMap(({ word, rule }) => (word.test(text) ? [rule] : []));
