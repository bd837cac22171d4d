import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '../../src/base/money.js';
import { pack, sharesOf } from '../../src/fees/days.js';
import { fewestDays } from './naive.js';

const share = (count: number, amount: bigint) => ({ count, amount: fen(amount) });

describe('packing transactions into days', () => {
  test.each([
    [
      'as many as fit',
      [share(5, 100n)],
      250n,
      [
        [2, 200n],
        [1, 100n],
      ],
    ],
    ['a small one beside a large one', [share(2, 100n), share(2, 50n)], 150n, [[2, 150n]]],
    [
      'the rest on its own day',
      [share(2, 100n), share(1, 60n)],
      150n,
      [
        [2, 100n],
        [1, 60n],
      ],
    ],
    ['all on one day without a limit', [share(3, 100n), share(1, 7n)], undefined, [[1, 307n]]],
  ] as const)('%s', (_, parts, perDay, runs) => {
    expect(pack(parts, perDay === undefined ? undefined : fen(perDay)).map(({ days, amount }) => [days, amount])).toEqual(runs);
  });

  test('what no day can carry is a bug', () => expect(() => pack([share(1, 101n)], fen(100n))).toThrow(RangeError));

  test('every transaction is there once, no day is over its limit, and equal ones take the fewest days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 9, max: 30 }),
        (count, large, small, perDay) => {
          const parts = small > 0 && small < large ? [share(count, BigInt(large)), share(1, BigInt(small))] : [share(count, BigInt(large))];
          const runs = pack(parts, fen(BigInt(perDay)));
          expect(sharesOf(runs)).toEqual(parts);
          expect(runs.every(({ amount }) => amount <= BigInt(perDay))).toBe(true);
          const each = parts.flatMap((part) => Array<number>(part.count).fill(Number(part.amount)));
          expect(runs.reduce((sum, { days }) => sum + days, 0)).toBe(fewestDays(each, perDay));
        },
      ),
    );
  });
});
