import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, daysAfter } from '../../src/fees/calendar.js';

describe('the calendar', () => {
  test.each([
    ['1970-01-01', 0],
    ['1970-02-01', 31],
    ['2000-03-01', 11_017],
    ['2024-02-29', 19_782],
    ['2023-02-29', undefined],
    ['2023-13-01', undefined],
    ['2023-00-10', undefined],
    ['2023-6-30', undefined],
    ['30.06.2023', undefined],
    ['', undefined],
  ])('%s', (text, day) => expect(dayNumber(text)).toBe(day));

  test.each([
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['9999-12-31', 0, '9999-12-31'],
    ['9999-12-31', 1, undefined],
  ])('%s and %i days', (start, days, end) => expect(daysAfter(start, days)).toBe(end));

  test('days add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 5_000 }), (first, second) => {
        const between = daysAfter('1970-01-01', first) ?? '';
        expect(dayNumber(daysAfter(between, second) ?? '')).toBe(first + second);
      }),
    );
  });
});
