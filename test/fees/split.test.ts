import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '../../src/base/money.js';
import { bearablePieces, routeOf } from '../../src/fees/route.js';
import { bears, costOf, even, fill, lowest, type Share, shares } from '../../src/fees/split.js';
import { naiveNet, partitions } from './naive.js';
import { huabei, leg, tariff, tinyTariff, wechat } from './tariffs.js';

const written = (parts: readonly Share[] | undefined) => parts?.map(({ count, amount }) => `${count}×${amount}`).join(' ');
const each = (parts: readonly Share[]): readonly bigint[] => parts.flatMap(({ count, amount }) => Array<bigint>(count).fill(amount));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

test('shares come largest first, equal ones together, none empty', () => {
  expect(written(shares([1n, 5n], [2n, 9n], [0n, 7n], [3n, 0n], [1n, 5n]))).toBe('2×9 2×5');
  expect(shares()).toEqual([]);
});

test.each([
  [10n, 3, '1×4 2×3'],
  [9n, 3, '3×3'],
  [5n, 1, '1×5'],
  [2n, 3, '2×1'],
])('%s in %s even parts', (total, count, expected) => expect(written(even(fen(total), count))).toBe(expected));

test('even parts sum up, and differ by a fen at most', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 17n), fc.integer({ min: 1, max: 1000 }), (total, count) => {
      const parts = even(fen(total), count);
      expect(sum(parts.map((part) => BigInt(part.count) * part.amount))).toBe(total);
      expect((parts[0]?.amount ?? 0n) - (parts.at(-1)?.amount ?? 0n)).toBeLessThanOrEqual(1n);
    }),
  );
});

describe('fill', () => {
  test.each([
    [1200n, 1n, 500n, '2×500 1×200'],
    [1000n, 1n, 500n, '2×500'],
    [300n, 1n, 500n, '1×300'],
    [1050n, 100n, 500n, '1×500 1×450 1×100'],
    [550n, 100n, 500n, '1×450 1×100'],
  ])('%s from %s to %s', (total, smallest, largest, expected) =>
    expect(written(fill({ total: fen(total), smallest: fen(smallest), largest: fen(largest) }))).toBe(expected),
  );

  test('sums up in the fewest transactions, none over the largest', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 5000n), fc.bigInt(1n, 500n), fc.bigInt(0n, 499n), (total, largest, less) => {
        const smallest = largest - (less % largest);
        const amounts = each(fill({ total: fen(total), smallest: fen(smallest), largest: fen(largest) }));
        expect(sum(amounts)).toBe(total);
        expect(amounts.every((amount) => amount <= largest)).toBe(true);
        // A rest that is too small borrows from a full one, so that their number stays.
        expect(BigInt(amounts.length)).toBe((total + largest - 1n) / largest);
      }),
    );
  });
});

describe('lowest', () => {
  const cut = (method: typeof wechat, total: bigint, smallest: bigint, largest: bigint) => ({
    route: routeOf(method),
    total: fen(total),
    smallest: fen(smallest),
    largest: fen(largest),
  });

  test.each([
    // Amounts just below the half fen give rounding the most away.
    [wechat, 1_200_000n, 500_000n, 3, '2×400499 1×399002', true],
    [huabei, 500_050n, 500_000n, 2, '1×250499 1×249551', true],
    [wechat, 1000n, 1000n, 1, '1×1000', true],
    [wechat, 1001n, 1000n, 1, undefined, undefined],
    [wechat, 2n, 1000n, 3, undefined, undefined],
    [tariff('flat', [leg('0', { fixed: '1' })]), 300n, 200n, 2, '1×200 1×100', true],
  ])('%#: $1 fen in $3', (method, total, largest, count, expected, proven) => {
    const smallest = bearablePieces(routeOf(method), { min: fen(1n), max: fen(largest) })[0]?.min ?? 1n;
    const found = lowest(cut(method, total, smallest, largest), count);
    expect(written(found?.parts)).toBe(expected);
    expect(found?.proven).toBe(proven);
  });

  test('a cap on the fee and no limit: plain numbers carry no more than the total', () => {
    const capped = tariff('capped', [leg('0.000001', { maximum: '0.5' })]);
    const found = lowest(cut(capped, 10n ** 14n + 7n, 1n, 10n ** 17n), 2);
    expect(found && sum(each(found.parts))).toBe(10n ** 14n + 7n);
  });

  test('no split into as many is cheaper, by trying every one', () => {
    fc.assert(
      fc.property(
        tinyTariff,
        fc.integer({ min: 1, max: 26 }),
        fc.integer({ min: 1, max: 26 }),
        fc.integer({ min: 1, max: 4 }),
        (any, total, largest, count) => {
          const route = routeOf(any);
          const smallest = bearablePieces(route, { min: fen(1n), max: fen(BigInt(largest)) })[0]?.min;
          if (smallest === undefined) return;
          const found = lowest({ route, total: fen(BigInt(total)), smallest, largest: fen(BigInt(largest)) }, count);
          const ways = [...partitions(total, largest, count)].filter(
            (way) => way.length === count && way.every((part) => part >= smallest),
          );
          const fee = (part: number) => BigInt(part) - naiveNet(any, BigInt(part)).min;
          const costs = ways.filter((way) => way.every((part) => naiveNet(any, BigInt(part)).min >= 0n)).map((way) => sum(way.map(fee)));
          if (!found) {
            expect(ways).toEqual([]);
            return;
          }
          const amounts = each(found.parts);
          expect(sum(amounts)).toBe(BigInt(total));
          expect(amounts.length).toBe(count);
          expect(amounts.every((amount) => amount <= BigInt(largest))).toBe(true);
          if (!bears(route, found.parts)) return;
          const best = costs.reduce((a, b) => (b < a ? b : a), costs[0] ?? 0n);
          if (found.proven) expect(costOf(route, found.parts)).toBe(best);
          else expect(costOf(route, found.parts)).toBeGreaterThanOrEqual(best);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
