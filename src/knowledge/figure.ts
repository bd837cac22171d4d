import { exactly } from '../base/interval.js';
import { compare, multiply, parseDecimal, type Rational, rational } from '../base/rational.js';
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
const DIGITS = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const FIGURE = new RegExp(`^${DIGITS} ?([^\\d–—~至到-]*?)(?: ?[-–—~至到] ?${DIGITS} ?(\\D*))?$`);

/**
 * Reads a figure as an article writes it, in either language: `42%`, `不到 3%`, `1–30 minutes`, `5,000 yuan`.
 * `undefined` when the text is no figure; a bare four-digit number between 1900 and 2099 is a year.
 */
export function parseFigure(text: string): Extract<FactValue, { kind: 'quantity' }> | undefined {
  const folded = fold(text).text.trim();
  const bound = LESS.test(folded) ? 'below' : MORE.test(folded) ? 'above' : 'exact';
  const match = FIGURE.exec(folded.replace(LESS, '').replace(MORE, '').replace(LABEL, ''));
  if (!match) return undefined;
  const [, low = '', lowUnit = '', high, highUnit = ''] = match;
  if (high === undefined) {
    const word = wordOf(lowUnit);
    const value = word && measure(low, word);
    return value && { kind: 'quantity', unit: yearOr(word.unit, low, lowUnit), range: exactly(value), bound };
  }
  // "1 万–2 万元" and "1–2 万元" leave out what follows the second number.
  const highWord = wordOf(highUnit);
  const lowWord = highUnit.startsWith(lowUnit.trim()) ? highWord : wordOf(lowUnit);
  const min = lowWord && measure(low, lowWord);
  const max = highWord && measure(high, highWord);
  if (!min || !max || bound !== 'exact' || lowWord.unit !== highWord.unit || compare(min, max) > 0) return undefined;
  return { kind: 'quantity', unit: yearOr(highWord.unit, low, highUnit), range: { min, max }, bound: 'range' };
}

const wordOf = (text: string): UnitWord | undefined => UNIT_WORDS.find(({ pattern }) => pattern.test(text.trim()));

function measure(digits: string, { factor }: UnitWord): Rational | undefined {
  const plain = parseDecimal(digits.replaceAll(',', ''));
  return plain && multiply(plain, factor);
}

function yearOr(unit: Unit, digits: string, unitText: string): Unit {
  return unitText.trim() === '' && /^(?:19|20)\d\d$/.test(digits) ? 'year' : unit;
}
