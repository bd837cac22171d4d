import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, equals, formatDecimal, parseDecimal } from '../../../src/base/rational.js';
import { fold, originalSpan } from '../../../src/text/fold.js';
import { readAmounts, readNumbers, readPercentages } from '../../../src/understanding/entities/amounts.js';

const PIECES = [
  ...'0123456789一二三四五六七八九十百千万亿零两几半点多成折元块毛角分￥$%,.-~/^:：，。 到至和第个月天年日',
  ...[
    '不是',
    '大概',
    '至少',
    '不超过',
    '左右',
    'one',
    'two',
    'hundred',
    'thousand',
    'and',
    'a',
    'half',
    'point',
    'not',
    'over',
    'k',
    'w',
    'rmb',
    'wan',
    'qian',
    'yi',
    ' ',
  ],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

test('every reading lies in the text, in order, apart from the others, with its ends the right way round', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (typed) => {
      const folded = fold(typed);
      for (const readings of [readAmounts(folded), readNumbers(folded), readPercentages(folded)]) {
        let end = 0;
        for (const { span, range } of readings) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(folded.text.length);
          expect(originalSpan(folded, span).end).toBeLessThanOrEqual(typed.length);
          if (range.min && range.max) expect(compare(range.min, range.max)).toBeLessThanOrEqual(0);
          end = span.end;
        }
      }
    }),
    { numRuns: 5000 },
  );
});

const DIGITS = '零一二三四五六七八九';

/** A naive speller, the way back: 12050 → 一万二千零五十. */
function spelled(value: number): string {
  if (value === 0) return '零';
  const section = (part: number): string => {
    let words = '';
    for (const [unit, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(part / unit) % 10;
      if (digit > 0) words += `${DIGITS[digit]}${name}`;
      else if (words !== '' && !words.endsWith('零')) words += '零';
    }
    return words.replace(/零$/, '');
  };
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
  return `${high > 0 ? `${spelled(high)}万` : ''}${gap}${section(low)}`;
}

test('a spelled number reads as itself, with and without a currency', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 99_999_999 }), (value) => {
      for (const typed of [spelled(value), `${spelled(value)}元`, `提现${value}`, `${value.toLocaleString('en-US')}元`]) {
        const readings = readAmounts(fold(typed));
        expect(readings.map(({ range }) => range.min && formatDecimal(range.min))).toEqual([String(value)]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('decimals are exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 99 }), (yuan, cents) => {
      const typed = `${yuan}.${String(cents).padStart(2, '0')}`;
      const [reading] = readAmounts(fold(`${typed}元`));
      const expected = parseDecimal(typed);
      expect(reading?.range.min && expected && equals(reading.range.min, expected)).toBe(true);
    }),
  );
});
