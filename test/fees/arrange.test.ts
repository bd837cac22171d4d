import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, formatYuan } from '../../src/base/money.js';
import { arrange, type Wish } from '../../src/fees/arrange.js';
import { capacity } from '../../src/fees/capacity.js';
import { plan } from '../../src/fees/plan.js';
import type { Tariff } from '../../src/knowledge/tariff.js';
import { naiveNet } from './naive.js';
import { anyTariff, huabei, leg, limit, must, mybank, problem, tariff, thirdParty, unionpay, wechat, yuan } from './tariffs.js';

const times = (amount: string, count: number): Wish => ({ kind: 'times', amount: yuan(amount), times: count });
const parts = (total: string, count: number): Wish => ({ kind: 'parts', total: yuan(total), parts: count });
const days = (total: string, count: number): Wish => ({ kind: 'days', total: yuan(total), days: count });

describe('arrange', () => {
  test.each([
    // method, wish, transactions, days, fee, reading
    [mybank, times('2000', 3), 3, 1, '12.00', undefined],
    [wechat, times('2000', 3), 3, 2, '6.00', 'per-day'],
    [wechat, times('5000', 3), 3, 3, '15.00', 'per-day'],
    [huabei, times('100', 4), 4, 1, '4.00', undefined],
    [huabei, parts('1000', 10), 10, 1, '10.00', undefined],
    [wechat, parts('20000', 4), 4, 4, '20.00', 'per-day'],
    [wechat, days('8000', 2), 2, 2, '8.00', 'per-day'],
    [wechat, days('8000', 3), 3, 3, '8.01', 'per-day'],
    [mybank, days('300000', 30), 30, 30, '599.70', undefined],
    // Only the reading by transaction lets a day carry this much.
    [wechat, days('300000', 30), 60, 30, '300.00', 'per-transaction'],
    [unionpay, days('1', 1), 1, 1, '0.00', undefined],
  ] as const)('%#: $id', (method, wish, transactions, count, fee, reading) => {
    const { split, reading: used } = must(arrange(method, wish));
    expect([split.transactions, split.days, formatYuan(split.fee.max), used]).toEqual([transactions, count, fee, reading]);
  });

  test('tells what the other reading would give, or that it allows nothing of the kind', () => {
    expect(must(arrange(wechat, times('5000', 3))).otherReadings).toMatchObject([{ reading: 'per-transaction', split: { days: 1 } }]);
    const [strict] = must(arrange(wechat, days('300000', 30))).otherReadings;
    expect([strict?.reading, strict?.split]).toEqual(['per-day', undefined]);
    expect(problem(arrange(wechat, days('300000', 30), { reading: 'per-day' }))).toMatchObject({
      kind: 'over-limit',
      amount: yuan('10000'),
    });
  });

  test.each([
    [wechat, times('6000', 2), { kind: 'over-limit', largest: yuan('5000') }],
    [wechat, times('0', 2), { kind: 'zero' }],
    [huabei, times('-1', 2), { kind: 'negative' }],
    [huabei, times('0.5', 2), { kind: 'fee-exceeds-amount' }],
    [huabei, times('100', 0), { kind: 'bad-count', input: 'times' }],
    [huabei, days('0.02', 3), { kind: 'fee-exceeds-amount' }],
    [huabei, times('999999999999999', 30), { kind: 'too-large' }],
  ] as const)('%#: $id does not carry it', (method, wish, error) => {
    expect(problem(arrange(method, wish))).toMatchObject(error);
  });

  test('sums up, keeps the limits and costs what its transactions cost one by one', () => {
    const wishes = fc.oneof(
      fc.record({ kind: fc.constant('times' as const), amount: fc.bigInt(1n, 900n).map(fen), times: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant('parts' as const), total: fc.bigInt(1n, 3000n).map(fen), parts: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant('days' as const), total: fc.bigInt(1n, 3000n).map(fen), days: fc.integer({ min: 1, max: 6 }) }),
    );
    fc.assert(
      fc.property(anyTariff, wishes, (any, wish) => {
        const [single, daily] = [500n, 800n];
        const limits = [limit('per-transaction', formatYuan(fen(single)), 'a'), limit('per-day', formatYuan(fen(daily)), 'b')];
        const method: Tariff = { ...any, limits };
        const found = arrange(method, wish);
        if (!found.ok) return;
        const { split, total } = found.value;
        expect(split.parts.reduce((sum, part) => sum + BigInt(part.count) * part.amount, 0n)).toBe(total);
        expect(split.parts.every(({ amount }) => amount <= single)).toBe(true);
        expect(split.schedule.every(({ amount }) => amount <= daily)).toBe(true);
        expect(split.schedule.reduce((sum, run) => sum + run.days, 0)).toBe(split.days);
        const fee = split.parts.reduce((sum, part) => sum + BigInt(part.count) * (part.amount - naiveNet(method, part.amount).min), 0n);
        expect(split.fee.max).toBe(fee);
        if (wish.kind === 'days') expect(split.days).toBe(wish.days);
        if (wish.kind === 'times') expect(split.parts).toMatchObject([{ count: wish.times, amount: wish.amount }]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('capacity', () => {
  test.each([
    [wechat, 3, '15000.00', 'per-day'],
    [wechat, 1, '5000.00', 'per-day'],
    [tariff('both', [leg('0.1')], { limits: [limit('per-transaction', '5000'), limit('per-day', '8000')] }), 2, '16000.00', undefined],
    [huabei, 3, undefined, undefined],
    [thirdParty, 3, undefined, undefined],
    [mybank, 3, undefined, undefined],
  ] as const)('%#: $id in $1 days', (method, count, most, reading) => {
    const found = must(capacity(method, count));
    expect([found.most && formatYuan(found.most), found.reading]).toEqual([most, reading]);
    if (found.most === undefined) return;
    expect(found.plan?.fewestDays.days).toBe(count);
    expect(must(plan(method, fen(found.most + 1n))).fewestDays.days).toBe(count + 1);
  });

  test('the other reading may know no daily limit; counts are checked', () => {
    expect(must(capacity(wechat, 3)).otherReadings).toMatchObject([{ reading: 'per-transaction' }]);
    expect(must(capacity(wechat, 3)).otherReadings[0]?.most).toBeUndefined();
    for (const count of [0, -1, 1.5]) expect(problem(capacity(wechat, count))).toMatchObject({ kind: 'bad-count', input: 'days' });
  });
});
