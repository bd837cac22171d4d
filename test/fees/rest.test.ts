import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '../../src/base/money.js';
import { rest } from '../../src/fees/rest.js';
import { huabei, leg, limit, must, problem, tariff, thirdParty, wechat, yuan } from './tariffs.js';

const perDay = (amount: string) => tariff('daily', [leg('0.1')], { limits: [limit('per-day', amount)] });

describe('what a day still carries', () => {
  test.each([
    [perDay('5000'), '3000', '2000'],
    [perDay('5000'), '4999.99', '0.01'],
    [perDay('5000'), '5000', '0'],
    [perDay('5000'), '8000', '0'],
    // Two daily limits: the smaller one holds.
    [tariff('two', [leg('0')], { limits: [limit('per-day', '900', 'a'), limit('per-day', '700', 'b')] }), '100', '600'],
    // Of two readings the stricter one.
    [wechat, '3000', '2000'],
  ] as const)('%# $id', (method, used, left) => {
    const outcome = must(rest(method, yuan(used)));
    expect(outcome).toMatchObject({ method: method.id, used: yuan(used), left: yuan(left) });
  });

  test.each([huabei, thirdParty])('no daily limit is known of $id', (method) => {
    expect(must(rest(method, yuan('3000'))).left).toBeUndefined();
  });

  test('the other reading of a limit is told', () => {
    const { reading, otherReadings } = must(rest(wechat, yuan('3000')));
    expect(reading).toBe('per-day');
    expect(otherReadings).toMatchObject([{ reading: 'per-transaction' }]);
    expect(otherReadings[0]?.left).toBeUndefined();
  });

  test('bad sums are refused', () => {
    expect(problem(rest(wechat, fen(-1n)))).toMatchObject({ kind: 'negative' });
    expect(problem(rest(wechat, fen(0n)))).toMatchObject({ kind: 'zero' });
    expect(problem(rest(wechat, fen(10n ** 18n)))).toMatchObject({ kind: 'too-large' });
  });

  test('used and left are the limit, until it is used up', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 2_000_000n), (used) => {
        const { left = fen(-1n) } = must(rest(perDay('5000'), fen(used)));
        expect(left).toBe(used < 500_000n ? 500_000n - used : 0n);
      }),
    );
  });
});
