import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthIn } from '../../../src/channels/degrade/measure.js';
import { splitText } from '../../../src/channels/degrade/split.js';

const UNITS = ['byte', 'char'] as const;
const bare = (text: string): string => text.replace(/\s/gu, '');
const graphemes = (text: string): readonly string[] => [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment);

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('提现', '手续费', '到账', 'fee', 'WeChat', '，', '。', ' ', '\n', '：', '• ') },
  { weight: 2, arbitrary: fc.constantFrom('5,000.00 元', '0.1%', '¥4,995', '2026-01-05', '100–200', '1.2万') },
  { weight: 1, arbitrary: fc.constantFrom('👨‍👩‍👧‍👦', '🇨🇳', 'é', '👍🏽', '𠮷') },
);
const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));

describe.each(UNITS)('by %s', (unit) => {
  const limit = fc.integer({ min: 30, max: 200 }).map((maxText) => ({ maxText, unit }));

  test('every part is within the limit, and nothing but white space is lost', () => {
    fc.assert(
      fc.property(text, limit, (whole, by) => {
        const parts = splitText(whole, by);
        for (const part of parts) expect(lengthIn(part, unit)).toBeLessThanOrEqual(by.maxText);
        expect(bare(parts.join(''))).toBe(bare(whole));
        expect(parts.every((part) => part.trim() === part && part !== '')).toBe(true);
      }),
    );
  });

  test('no character and no number is cut', () => {
    fc.assert(
      fc.property(text, limit, (whole, by) => {
        const parts = splitText(whole, by);
        // Character by character the same, white space aside.
        expect(parts.flatMap(graphemes).filter((each) => each.trim() !== '')).toEqual(
          graphemes(whole).filter((each) => each.trim() !== ''),
        );
        for (let i = 1; i < parts.length; i++) {
          const [before = '', after = ''] = [parts[i - 1], parts[i]];
          const wasOne = whole.includes(`${before.slice(-3)}${after.slice(0, 3)}`);
          if (wasOne) expect(/\d$/.test(before) && /^[\d.,%]/.test(after)).toBe(false);
        }
      }),
    );
  });

  test('a line that fits into a part is not cut', () => {
    const line = fc
      .array(
        piece.filter((each) => each !== '\n'),
        { minLength: 1, maxLength: 4 },
      )
      .map((pieces) => pieces.join('').trim());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 120, max: 300 }), (lines, maxText) => {
        const parts = splitText(lines.join('\n'), { maxText, unit });
        expect(
          parts
            .flatMap((part) => part.split('\n'))
            .map((each) => each.trim())
            .filter((each) => each !== ''),
        ).toEqual(lines.filter((each) => each !== ''));
      }),
    );
  });
});

describe('where a long line is cut', () => {
  test.each<readonly [string, number, readonly string[]]>([
    ['第一句。第二句。第三句。', 8, ['第一句。第二句。', '第三句。']],
    ['Fee 1,000.50 yuan today', 14, ['Fee', '1,000.50 yuan', 'today']],
    ['手续费12345元到账', 8, ['手续费', '12345元到账']],
    ['费用一共1,234.56元', 10, ['费用一共', '1,234.56元']],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
    ['short', 10, ['short']],
    ['', 10, []],
    ['a'.repeat(25), 10, ['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]],
  ])('%s at %i', (whole, maxText, parts) => {
    expect(splitText(whole, { maxText, unit: 'char' })).toEqual(parts);
  });
});
