import { compare } from '../../../../base/rational.js';
import { enDimensions } from '../en/dimensions.js';
import { zhDimensions } from '../zh/dimensions.js';
import { integer, type NumberReading } from './numeral.js';
import { applyRules, NUMBER, type Sketch, type SketchRule, STRONG_NUMBER } from './sketch.js';

// Everything a number may count that is no money, in order: names and dates before the counters they contain.
const dimensions: readonly SketchRule<true>[] = [...enDimensions, ...zhDimensions].map(([name, pattern, most, takes]) => ({
  name,
  ...(takes !== undefined && { takes }),
  pattern: new RegExp(pattern, 'g'),
  produce: ({ numbers }) =>
    most === undefined || numbers.every(({ range }) => compare(range.max, integer(BigInt(most))) <= 0) ? true : undefined,
}));

const year: SketchRule<true> = {
  name: 'common/year',
  pattern: new RegExp(
    `(?<=(?<![a-z])(?:in|since|during|year|until|till|by|early|late|mid|from|q[\\ue000-\\ue002])\\s{1,2}|(?:自|截至|截止)\\s?|《)${STRONG_NUMBER}(?!\\s?(?:元|块|yuan|rmb|kuai|cny))`,
    'g',
  ),
  produce: ({ numbers, span }) => {
    const value = numbers[0]?.range.min;
    return value &&
      span.end - span.start === 4 &&
      compare(value, integer(1900n)) >= 0 &&
      compare(value, integer(2039n)) <= 0 &&
      value.n % 100n !== 0n
      ? true
      : undefined;
  },
};

// 1990-1995, from 1990 to 1995: two years, unless both are round.
const years: SketchRule<true> = {
  name: 'common/years',
  takes: 2,
  pattern: new RegExp(
    `${STRONG_NUMBER}\\s?(?:-|–|—|~|to|and|到|至)\\s?${STRONG_NUMBER}(?!\\s?(?:元|块|yuan|rmb|kuai|cny|[\\ue100-\\ue3ff]))`,
    'g',
  ),
  produce: ({ numbers }) => {
    const isYear = ({ range: { min }, span, rule }: NumberReading) =>
      rule === 'digits/integer' && span.end - span.start === 4 && min.n >= 1900n && min.n < 2040n;
    return numbers.every(isYear) && numbers.some(({ range: { min } }) => min.n % 100n !== 0n) ? true : undefined;
  },
};

// They won 3-2, nine to five: from a greater small number to a smaller one leads no range.
const score: SketchRule<true> = {
  name: 'common/score',
  takes: 2,
  pattern: new RegExp(`${NUMBER}\\s?(?:-|–|:|to|比)\\s?${NUMBER}(?!\\s?(?:元|块|yuan|rmb|kuai|cny|[\\ue100-\\ue3ff%]))`, 'g'),
  produce: ({ numbers: [first, second] }) =>
    first &&
    second &&
    compare(first.range.min, integer(100n)) < 0 &&
    compare(first.range.min, second.range.min) > 0 &&
    second.range.min.n >= 0n
      ? true
      : undefined,
};

// 30起 and 127起 count cases; 5000起 is where something begins.
const cases: SketchRule<true> = {
  name: 'zh/cases',
  pattern: new RegExp(`${NUMBER}\\s?起(?![步来码提付投转借充售存还])`, 'g'),
  produce: ({ numbers: [count] }) =>
    count &&
    (count.approximate || compare(count.range.max, integer(100n)) < 0 || count.range.max.d !== 1n || count.range.max.n % 10n !== 0n)
      ? true
      : undefined,
};

// A mainland mobile number, or digits that begin with a zero: both identify and count nothing.
const identifier: SketchRule<true> = {
  name: 'common/identifier',
  pattern: new RegExp(`(?<![块元])${STRONG_NUMBER}`, 'g'),
  produce: ({ numbers, span }) => {
    const value = numbers[0]?.range.min;
    const length = span.end - span.start;
    if (!value || value.n < 0n || numbers[0]?.rule !== 'digits/integer') return undefined;
    const leadingZero = length > 1 && value.n.toString().length < length;
    return leadingZero ||
      (length > 12 && value.n % 1_000_000n !== 0n) ||
      (length === 11 && value.n >= 13_000_000_000n && value.n < 20_000_000_000n)
      ? true
      : undefined;
  },
};

// 5000 x 3: how often.
const factor: SketchRule<true> = {
  name: 'common/factor',
  takes: 2,
  pattern: new RegExp(`(?<=${NUMBER}\\s?(?:x|×|\\*|乘以?)\\s?)${NUMBER}(?!\\s?(?:元|块|yuan|rmb|kuai|cny))`, 'g'),
  produce: ({ numbers: [times] }) => (times && times.range.max.d === 1n && compare(times.range.max, integer(366n)) <= 0 ? true : undefined),
};

// h5, iphone15, scp-173: digits glued to letters that are no currency are a name.
const glued: SketchRule<true> = {
  name: 'common/glued',
  pattern: new RegExp(
    `(?=${NUMBER})(?<=[a-z_@]-?|[a-z][._])(?<!(?<![a-z])(?:rmb|cny|usd|hkd|eur|gbp|jpy|twd|sgd|aud|cad|krw|thb|chf|mop|inr|vnd)-?)${NUMBER}`,
    'g',
  ),
  produce: () => true,
};

const rules: readonly SketchRule<true>[] = [factor, glued, years, year, cases, ...dimensions, score, identifier];

// Most messages are of one language and without signs; rules that cannot hold are not tried.
const withoutHan = rules.filter(({ name }) => !name.startsWith('zh/'));
const withoutLetters = rules.filter(({ name }) => !name.startsWith('en/'));
const neither = withoutHan.filter(({ name }) => !name.startsWith('en/'));

function rulesFor(text: string): readonly SketchRule<true>[] {
  const han = /[\u3400-\u9fff%°℃]/.test(text);
  const letters = /[a-z°℃]/.test(text);
  return han ? (letters ? rules : withoutLetters) : letters ? withoutHan : neither;
}

/** Takes the numbers that are no money out of the sketch. */
export const withoutOtherDimensions = (sketch: Sketch): Sketch =>
  sketch.numbers.length === 0 ? sketch : applyRules(sketch, rulesFor(sketch.text)).rest;
