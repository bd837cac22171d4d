import type { Interval } from '../../../base/interval.js';
import { add, compare, divide, multiply, type Rational, rational } from '../../../base/rational.js';
import type { Span } from '../../../base/span.js';
import { integer } from './common/numeral.js';
import { ANY_NUMBER, NUMBER, type SketchMatch, type SketchRule } from './common/sketch.js';
import { zhValue } from './zh/value.js';

/** A share of a whole: 42% is 21/50. */
export interface Percentage {
  readonly span: Span;
  readonly range: Interval<Rational>;
  readonly rule: string;
}

const S = String.raw`\s{0,4}`;
const HUNDREDTH = rational(1n, 100n);
const TENTH = rational(1n, 10n);

const share = (match: SketchMatch, factor: Rational): Percentage | undefined => {
  const first = match.numbers[0]?.range;
  const last = match.numbers.at(-1)?.range;
  if (!first || !last) return undefined;
  // 8到5个点 names the same share as 5到8个点.
  const [low, high] = compare(first.min, last.max) <= 0 ? [first.min, last.max] : [last.min, first.max];
  return { span: match.span, range: { min: multiply(low, factor), max: multiply(high, factor) }, rule: match.rule };
};

const rule = (name: string, pattern: string, produce: SketchRule<Percentage>['produce']): SketchRule<Percentage> => ({
  name,
  pattern: new RegExp(pattern, 'g'),
  produce,
});

const fixed = (match: SketchMatch, n: bigint): Percentage => ({
  span: match.span,
  range: { min: rational(n, 100n), max: rational(n, 100n) },
  rule: match.rule,
});

// 75折 and 7.5折 are the same discount; 十折 is none.
function discount(match: SketchMatch): Percentage | undefined {
  const value = match.numbers[0]?.range.min;
  if (!value) return undefined;
  const digits = match.numbers.length === 2 ? match.numbers[1]?.range.min : undefined;
  const joined = digits ? add(multiply(value, integer(10n)), digits) : value;
  if (joined.n <= 0n || joined.n === joined.d * 10n || joined.n >= joined.d * 100n) return undefined;
  const factor = joined.n > joined.d * 10n ? HUNDREDTH : TENTH;
  const range = multiply(joined, factor);
  return { span: match.span, range: { min: range, max: range }, rule: match.rule };
}

// 七成六 is 76%, 三成半 is 35%.
function tenths(match: SketchMatch): Percentage | undefined {
  const [whole, part] = match.numbers;
  const base = whole?.range;
  if (!base) return undefined;
  const extra = match.groups['half'] ? rational(5n, 100n) : multiply(part?.range.min ?? integer(0n), HUNDREDTH);
  return {
    span: match.span,
    range: { min: add(multiply(base.min, TENTH), extra), max: add(multiply(base.max, TENTH), extra) },
    rule: match.rule,
  };
}

const outOf = (match: SketchMatch): Percentage | undefined => {
  const denominator = (match.groups['parts'] ?? '').replace(/\s/g, '').replace(/分之$/, '');
  return share(match, divide(rational(1n), zhValue(`一${denominator}`).value));
};

const RANGE = `(?:${NUMBER}${S}(?:%|个?点)?${S}(?:到|至|-|~|—|–|to)${S})?`;
const POINTS = `(?:(?:个\\s{0,3})?百\\s{0,3}分\\s{0,3}点|个点(?![赞儿子])|percent(?:age)?(?: points?)?(?![a-z])|per cent(?![a-z])|pct(?![a-z])|%)`;

/** Whether a sketch's text may hold a share; `false` is certain. */
export const mayHoldShare = (text: string): boolean => /[%‰折成点分]|per ?cent|pct|bp|basis/.test(text);

/** Shares of a whole. 折 is the part that is left to pay, as the word says. */
export const percentageRules: readonly SketchRule<Percentage>[] = [
  rule(
    'percent/zh-out-of',
    `(?<!${ANY_NUMBER})(?<parts>[百佰千仟万]{1,3}${S}分${S}之)${S}${NUMBER}(?:${S}(?:到|至|-|~|—|–)${S}(?:[百佰千仟万]{1,3}${S}分${S}之${S})?${NUMBER}(?!${S}(?:元|块|万|千|人|天)))?`,
    outOf,
  ),
  rule('percent/whole', '百分(?:之)?百', (match) => fixed(match, 100n)),
  rule('percent/points', `${RANGE}${NUMBER}${S}${POINTS}`, (match) => share(match, HUNDREDTH)),
  rule('percent/per-mille', `${NUMBER}${S}‰`, (match) => share(match, rational(1n, 1000n))),
  rule('percent/basis-points', `${NUMBER}${S}(?:bps?(?![a-z])|个?基点|basis points?)`, (match) => share(match, rational(1n, 10_000n))),
  rule('percent/tenths', `${NUMBER}${S}成(?![功本为交立了都员长就果熟绩人家品套])(?:(?<half>半)|${S}${NUMBER}(?!${S}[成折]))?`, tenths),
  rule('percent/half-tenth', '半成', (match) => fixed(match, 5n)),
  rule('percent/discount', `${NUMBER}(?:${S}${NUMBER})?${S}折(?![腾叠算旧磨])`, discount),
  rule('percent/half-price', '半折|(?<=打)对折', (match) => fixed(match, 50n)),
];
