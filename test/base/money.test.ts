import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayYuan, fen, formatYuan, parseYuan } from '../../src/base/money.js';

const amount = fc.bigInt(-(10n ** 24n), 10n ** 24n).map(fen);

describe('money', () => {
  test.each([
    [0n, '0.00', '0'],
    [1n, '0.01', '0.01'],
    [10n, '0.10', '0.10'],
    [-5n, '-0.05', '-0.05'],
    [100n, '1.00', '1'],
    [99_900n, '999.00', '999'],
    [100_000n, '1000.00', '1,000'],
    [123_450n, '1234.50', '1,234.50'],
    [-123_456_789n, '-1234567.89', '-1,234,567.89'],
    [-100_000n, '-1000.00', '-1,000'],
    [-10_000n, '-100.00', '-100'],
  ])('%s fen is %s, for people %s', (value, exact, display) => {
    expect([formatYuan(fen(value)), displayYuan(fen(value))]).toEqual([exact, display]);
  });

  test.each([
    ['5000', 500_000n],
    ['5000.5', 500_050n],
    ['5000.50', 500_050n],
    ['0.010', 1n],
    ['-0.01', -1n],
    ['0.1', 10n],
  ])('%s yuan', (text, value) => {
    expect(parseYuan(text)).toBe(value);
  });

  test.each(['', '0.001', '5000.555', '1,000', '5k', '1e3', '５０００', '5000元', ' 5', '.5'])('%j is no amount in whole fen', (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });

  test('is read back as it is written, exactly and for people', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseYuan(formatYuan(value))).toBe(value);
        expect(parseYuan(displayYuan(value).replaceAll(',', ''))).toBe(value);
        expect(formatYuan(value)).toMatch(/^-?(?:0|[1-9]\d*)\.\d\d$/);
      }),
    );
  });

  test('is grouped in threes from the point, as the platform groups it', () => {
    const platform = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (value) => {
        const shown = displayYuan(fen(BigInt(value)));
        expect(shown.includes('.') ? shown : `${shown}.00`).toBe(platform.format(value / 100).replace(/^-0\.00$/, '0.00'));
      }),
    );
  });

  test('a text with any third decimal but zero is refused, never rounded', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 999 }), (whole, part) => {
        const value = parseYuan(`${whole}.${`${part}`.padStart(3, '0')}`);
        expect(value).toBe(part % 10 === 0 ? BigInt(whole) * 100n + BigInt(part / 10) : undefined);
      }),
    );
  });
});
