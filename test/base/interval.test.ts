import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly, isExact, mapInterval } from '../../src/base/interval.js';
import { languageOfTag } from '../../src/base/language.js';
import { overlaps } from '../../src/base/span.js';

describe('interval', () => {
  const interval = fc.tuple(fc.bigInt(), fc.bigInt()).map(([a, b]) => (a <= b ? { min: a, max: b } : { min: b, max: a }));

  test('a single value has both ends in it', () => {
    fc.assert(fc.property(fc.bigInt(), (value) => void expect(exactly(value)).toEqual({ min: value, max: value })));
  });

  test('is exact just when its ends are the same', () => {
    fc.assert(fc.property(interval, ({ min, max }) => void expect(isExact({ min, max })).toBe(min === max)));
    fc.assert(fc.property(fc.bigInt(), (value) => void expect(isExact(exactly(value))).toBe(true)));
  });

  test('mapped by what rises, it holds what its values become', () => {
    fc.assert(
      fc.property(interval, fc.bigInt(0n, 1000n), fc.bigInt(), fc.bigInt(0n, 100n), (range, factor, shift, part) => {
        const rise = (value: bigint) => value * factor + shift;
        const inside = range.min + ((range.max - range.min) * part) / 100n;
        const mapped = mapInterval(range, rise);
        expect(mapped.min <= rise(inside) && rise(inside) <= mapped.max).toBe(true);
        expect(mapInterval(range, (value) => value)).toEqual(range);
      }),
    );
  });
});

describe('spans', () => {
  const span = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({ start, end: start + length }));

  test('overlap just when a position lies in both', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const positions = Array.from({ length: 50 }, (_, at) => at);
        const shared = positions.some((at) => at >= a.start && at < a.end && at >= b.start && at < b.end);
        expect([overlaps(a, b), overlaps(b, a)]).toEqual([shared, shared]);
      }),
    );
  });
});

describe('languageOfTag', () => {
  test.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['zh_TW', 'zh'],
    ['ZH-hk', 'zh'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
  ])('%s is %s', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });

  test.each(['', 'fr', 'english', 'e', '-zh', 'yue', 'zho'])('%j is none that packs are written in', (tag) => {
    expect(languageOfTag(tag)).toBeUndefined();
  });
});
