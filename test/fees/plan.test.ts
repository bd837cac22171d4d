import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fen, fen, formatYuan } from '../../src/base/money.js';
import { type Plan, plan, type ReadPlan, type Split } from '../../src/fees/plan.js';
import { repeat } from '../../src/fees/repeat.js';
import type { Tariff } from '../../src/knowledge/tariff.js';
import { fewestDays, naiveNet, partitions } from './naive.js';
import { huabei, leg, limit, must, mybank, problem, tariff, thirdParty, tinyTariff, wechat, yuan } from './tariffs.js';

const parts = (split: Split) => split.parts.map((part) => `${part.count}×${formatYuan(part.amount)}`).join(' ');
const line = (planned: ReadPlan) => {
  const { fewestDays: round, cheapest } = planned;
  return `${parts(round)}: ${round.days} d, ${formatYuan(round.fee.max)}; ${parts(cheapest)}: ${cheapest.days} d, ${formatYuan(cheapest.fee.max)}`;
};
const both = tariff('both', [leg('0.1', { minimum: '1' })], { limits: [limit('per-transaction', '5000'), limit('per-day', '8000')] });

describe('plan', () => {
  test.each([
    [wechat, '5000', '1×5000.00: 1 d, 5.00; 1×5000.00: 1 d, 5.00'],
    [wechat, '15000', '3×5000.00: 3 d, 15.00; 3×5000.00: 3 d, 15.00'],
    [wechat, '12000', '2×5000.00 1×2000.00: 3 d, 12.00; 2×4004.99 1×3990.02: 3 d, 11.99'],
    [wechat, '300000', '60×5000.00: 60 d, 300.00; 60×5000.00: 60 d, 300.00'],
    [huabei, '300000', '1×300000.00: 1 d, 300.00; 1×300000.00: 1 d, 300.00'],
    [mybank, '20000', '1×20000.00: 1 d, 39.98; 1×20000.00: 1 d, 39.98'],
    [thirdParty, '5000', '1×5000.00: 1 d, 750.00; 1×5000.00: 1 d, 750.00'],
    [both, '15000', '2×5000.00 1×3000.00 1×2000.00: 2 d, 15.00; 3×3754.99 1×3735.03: 2 d, 14.99'],
    [both, '16000', '2×5000.00 2×3000.00: 2 d, 16.00; 3×4004.99 1×3985.03: 3 d, 15.99'],
    [both, '5000.50', '1×4999.50 1×1.00: 1 d, 6.00; 2×2500.25: 1 d, 5.00'],
  ])('%#: $id carries $1', (method, total, expected) => {
    expect(line(must(plan(method, yuan(total))))).toBe(expected);
  });

  test('tells which reading of a limit it kept to and what the other would give', () => {
    const byDay = must(plan(wechat, yuan('10000')));
    expect([byDay.reading, byDay.limits.map((each) => each.basis), byDay.fewestDays.days]).toEqual(['per-day', ['per-day'], 2]);
    expect(byDay.otherReadings.map((other) => [other.reading, other.fewestDays.days, other.fewestDays.transactions])).toEqual([
      ['per-transaction', 1, 2],
    ]);
    const each = must(plan(wechat, yuan('10000'), { reading: 'per-transaction' }));
    expect([each.reading, each.fewestDays.days, each.otherReadings[0]?.reading]).toEqual(['per-transaction', 1, 'per-day']);
  });

  test('limits that are no readings of one figure all hold', () => {
    const planned = must(plan(both, yuan('15000'), { reading: 'per-transaction' }));
    expect([planned.reading, planned.limits.length, planned.otherReadings]).toEqual([undefined, 2, []]);
  });

  test('says on which day it ends, within the tariff’s validity', () => {
    const dated: Tariff = { ...wechat, validUntil: '2024-03-01' };
    expect(must(plan(dated, yuan('15000'), { startDay: '2024-02-28' })).fewestDays.lastDay).toBe('2024-03-01');
    expect(problem(plan(dated, yuan('20000'), { startDay: '2024-02-28' }))).toMatchObject({ kind: 'expired', on: '2024-03-02' });
  });

  test.each([
    [wechat, '0', {}, { kind: 'zero', input: 'total' }],
    [wechat, '-1', {}, { kind: 'negative', input: 'total' }],
    [wechat, '1', { transactions: 0.5 }, { kind: 'bad-count', input: 'transactions' }],
    [wechat, '1', { startDay: '2023-13-01' }, { kind: 'bad-date' }],
    [wechat, '6000000000', {}, { kind: 'too-many-transactions', needed: 1_200_000n }],
    [huabei, '0.5', {}, { kind: 'fee-exceeds-amount', smallest: 100n }],
  ])('%#: $id does not carry $1', (method, total, options, error) => {
    expect(problem(plan(method, yuan(total), options))).toMatchObject(error);
  });

  const check = ({ total, cheapest, fewestDays: quick }: Plan, daily: bigint | undefined, single: bigint) => {
    for (const split of [cheapest, quick]) {
      expect(split.parts.reduce((sum, part) => sum + BigInt(part.count) * part.amount, 0n)).toBe(total);
      expect(split.schedule.reduce((sum, run) => sum + BigInt(run.days) * run.amount, 0n)).toBe(total);
      expect(split.schedule.reduce((sum, run) => sum + run.days, 0)).toBe(split.days);
      expect(split.parts.every((part) => part.amount <= single)).toBe(true);
      expect(split.schedule.every((run) => daily === undefined || run.amount <= daily)).toBe(true);
      expect(split.fee.max + split.net.min).toBe(total);
    }
  };

  test('large totals sum up, keep the limits and are proven for a plain rate', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 10n), fc.bigInt(1n, 60n), fc.bigInt(100_000n, 1_000_000n), (total, permille, most) => {
        const method = tariff('plain', [leg(`${formatYuan(fen(permille * 10n))}`)], {
          limits: [limit('per-transaction', formatYuan(fen(most)))],
        });
        const planned = must(plan(method, fen(total)));
        check(planned, undefined, most);
        if (100n % permille === 0n) expect(planned.proven).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('is no worse than the best of all splits', () => {
    const sizes = fc.record({
      total: fc.integer({ min: 1, max: 26 }),
      single: fc.integer({ min: 3, max: 14 }),
      more: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(tinyTariff, sizes, (free, { total, single, more }) => {
        const daily = single + more;
        const limits = [limit('per-transaction', formatYuan(fen(BigInt(single)))), limit('per-day', formatYuan(fen(BigInt(daily))))];
        const method: Tariff = { ...free, limits };
        const result = plan(method, fen(BigInt(total)));
        const most = Math.max(result.ok ? result.value.fewestDays.transactions : 0, Math.ceil(total / single));
        const fee = (amount: number) => BigInt(amount) - naiveNet(method, BigInt(amount)).min;
        const all = [...partitions(total, single, most)].filter((split) => split.every((part) => fee(part) <= BigInt(part)));
        if (!result.ok) {
          expect(all).toEqual([]);
          return;
        }
        check(result.value, BigInt(daily), BigInt(single));
        const costs = all.map((split) => split.reduce((sum, part) => sum + fee(part), 0n)).sort((a, b) => (a < b ? -1 : 1));
        const { cheapest, fewestDays: quick, proven } = result.value;
        if (proven) expect(cheapest.fee.max).toBe(costs[0]);
        if (method.legs.some((each) => each.freeAllowance)) return;
        expect(proven).toBe(true);
        const unsearched = must(plan(method, fen(BigInt(total)), { search: 'none' }));
        expect(unsearched.fewestDays).toEqual(quick);
        expect(quick.days).toBe(Math.min(...all.map((split) => fewestDays(split, daily))));
      }),
      { numRuns: 150 },
    );
  });
});

describe('repeat', () => {
  const money = (value: Fen) => formatYuan(value);
  test.each([
    [huabei, '10000', 30, undefined, 30, '300.00', '299700.00'],
    [mybank, '10000', 30, undefined, 30, '599.70', '299400.30'],
    [wechat, '5000', 30, undefined, 30, '150.00', '149850.00'],
    [wechat, '10000', 30, 'per-transaction', 60, '300.00', '299700.00'],
    [huabei, '100', 30, undefined, 30, '30.00', '2970.00'],
  ] as const)('%#: $id with $1 a day, $2 times', (method, amount, times, reading, transactions, fee, net) => {
    const found = must(repeat(method, yuan(amount), times, reading ? { reading } : {}));
    expect([found.transactions, money(found.fee.max), money(found.net.max)]).toEqual([transactions, fee, net]);
  });

  test('a day that cannot carry it is an error; the other reading is told of', () => {
    expect(problem(repeat(wechat, yuan('10000'), 30))).toMatchObject({
      kind: 'over-limit',
      largest: 500_000n,
      parts: 2n,
      reading: 'per-day',
    });
    expect(must(repeat(wechat, yuan('10000'), 3, { reading: 'per-transaction' })).otherReadings).toEqual([
      { reading: 'per-day', possible: false },
    ]);
  });

  test('counts and dates are checked to the last day', () => {
    const dated: Tariff = { ...huabei, validUntil: '2023-01-30' };
    expect(must(repeat(dated, yuan('100'), 30, { startDay: '2023-01-01' })).lastDay).toBe('2023-01-30');
    expect(problem(repeat(dated, yuan('100'), 31, { startDay: '2023-01-01' }))).toMatchObject({ kind: 'expired', on: '2023-01-31' });
    // Every week 10000, which takes two days: the last day is the second one of the last week.
    const weekly = must(repeat(wechat, yuan('10000'), 3, { startDay: '2023-01-02', within: 7 }));
    expect([weekly.each.days, weekly.lastDay]).toEqual([2, '2023-01-17']);
    const closes: Tariff = { ...wechat, validUntil: '2023-01-16' };
    expect(problem(repeat(closes, yuan('10000'), 3, { startDay: '2023-01-02', within: 7 }))).toMatchObject({
      kind: 'expired',
      on: '2023-01-17',
    });
    for (const times of [0, -3, 1.5, Number.NaN]) expect(problem(repeat(huabei, yuan('100'), times))).toMatchObject({ kind: 'bad-count' });
  });
});
