import type { Interval } from '../base/interval.js';
import { exactly } from '../base/interval.js';
import { multiply, parseDecimal, type Rational, rational } from '../base/rational.js';
import { fold } from '../text/fold.js';
import type { FactValue, Unit } from './fact.js';

/** How a unit is written, in folded text, and what one of it is in the unit facts are kept in. */
interface UnitWord {
  readonly pattern: RegExp;
  readonly unit: Unit;
  readonly factor: Rational;
}

const UNIT_WORDS: readonly UnitWord[] = [
  { pattern: /^(?:%|percent)$/, unit: 'percent', factor: rational(1n, 100n) },
  { pattern: /^(?:万元|万 ?yuan)$/, unit: 'yuan', factor: rational(10000n) },
  { pattern: /^(?:元|块|yuan|rmb)$/, unit: 'yuan', factor: rational(1n) },
  { pattern: /^(?:小时|hours?)$/, unit: 'minute', factor: rational(60n) },
  { pattern: /^(?:分钟|minutes?)$/, unit: 'minute', factor: rational(1n) },
  { pattern: /^年$/, unit: 'year', factor: rational(1n) },
  { pattern: /^(?:|个|起|件|条|次|cases?|times?)$/, unit: 'count', factor: rational(1n) },
];

const LESS = /^(?:不到|不足|低于|少于|小于|<|less than|under|below|fewer than) ?/;
const MORE = /^(?:超过|多于|高于|大于|>|more than|over|above) ?/;
const LABEL = /^(?:第|article) ?/;
const NUMBER = /^(\d+(?:,\d{3})*(?:\.\d+)?) ?(%|万|[^\d%~-]*?)(?: ?[-–—~至到] ?(\d+(?:,\d{3})*(?:\.\d+)?) ?(%|[^\d%]*))?$/;

/**
 * Reads a figure as an article writes it, in either language: `42%`, `不到 3%`, `1–30 minutes`, `5,000 yuan`.
 * `undefined` when the text is no figure; a four-digit count between 1900 and 2100 is a year.
 */
export function parseFigure(text: string): Extract<FactValue, { kind: 'quantity' }> | undefined {
  let rest = fold(text).text.trim();
  const bound = LESS.test(rest) ? 'below' : MORE.test(rest) ? 'above' : 'exact';
  rest = rest.replace(LESS, '').replace(MORE, '').replace(LABEL, '');
  const match = NUMBER.exec(rest);
  if (!match) return undefined;
  const [, low = '', lowUnit = '', high, highUnit] = match;
  const unitText = (high === undefined ? lowUnit : (highUnit ?? '')).trim();
  const word = UNIT_WORDS.find(({ pattern }) => pattern.test(unitText));
  if (!word) return undefined;
  const value = (digits: string) => {
    const plain = parseDecimal(digits.replaceAll(',', ''));
    return plain && multiply(plain, word.factor);
  };
  const min = value(low);
  const max = high === undefined ? min : value(high);
  if (!min || !max) return undefined;
  const range: Interval<Rational> = high === undefined ? exactly(min) : { min, max };
  return { kind: 'quantity', unit: yearOr(word.unit, low), range, bound: high === undefined ? bound : 'range' };
}

function yearOr(unit: Unit, digits: string): Unit {
  return unit === 'count' && /^(?:19|20)\d\d$/.test(digits) ? 'year' : unit;
}
