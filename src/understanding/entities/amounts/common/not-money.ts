import { compare } from '../../../../base/rational.js';
import { enDimensions } from '../en/dimensions.js';
import { zhDimensions } from '../zh/dimensions.js';
import { integer } from './numeral.js';
import { applyRules, NUMBER, type Sketch, type SketchRule, STRONG_NUMBER, spend } from './sketch.js';

/** Everything a number may count that is no money, in order: names and dates before the counters they contain. */
const DIMENSIONS: readonly (readonly [name: string, pattern: RegExp])[] = [...enDimensions, ...zhDimensions].map(([name, pattern]) => [
  name,
  new RegExp(pattern, 'g'),
]);

const year: SketchRule<true> = {
  name: 'common/year',
  pattern: new RegExp(
    `(?<=(?<![a-z])(?:in|since|during|year|until|till|by|from|early|late|mid|of|the)\\s{1,2}|(?:从|自|在|到|截至|截止)\\s?|[(（《])${STRONG_NUMBER}(?![,.]?\\d|\\s?(?:元|块|yuan|rmb|kuai|cny|to |到|至|-))`,
    'g',
  ),
  produce: ({ numbers, span }) => {
    const value = numbers[0]?.range.min;
    return value && span.end - span.start === 4 && compare(value, integer(1950n)) >= 0 && compare(value, integer(2099n)) <= 0
      ? true
      : undefined;
  },
};

// A mainland mobile number, or digits that begin with a zero: both identify and count nothing.
const identifier: SketchRule<true> = {
  name: 'common/identifier',
  pattern: new RegExp(STRONG_NUMBER, 'g'),
  produce: ({ numbers, span }) => {
    const value = numbers[0]?.range.min;
    const length = span.end - span.start;
    if (!value || numbers[0]?.rule !== 'digits/integer') return undefined;
    const leadingZero = length > 1 && value.n.toString().length < length;
    return leadingZero || length > 12 || (length === 11 && value.n >= 13_000_000_000n && value.n < 20_000_000_000n) ? true : undefined;
  },
};

// h5, iphone15, 4g, scp-173: digits glued to letters that are no unit of money are a name.
const glued = new RegExp(
  `(?<=[a-z_@]-?|[a-z][._])(?<!(?<![a-z])(?:rmb|cny|usd|hkd|eur|gbp|jpy|twd|sgd|aud|cad|krw|thb|chf|mop|inr|vnd)-?)${NUMBER}`,
  'g',
);

/** Takes the numbers that are no money out of the sketch. */
export function withoutOtherDimensions(sketch: Sketch): Sketch {
  const named = spend(sketch, [glued, ...DIMENSIONS.map(([, pattern]) => pattern)]);
  return applyRules(named, [year, identifier]).rest;
}
