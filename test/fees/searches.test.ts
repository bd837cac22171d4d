import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fen, fen, formatYuan } from '../../src/base/money.js';
import { budget } from '../../src/fees/budget.js';
import { grossUp } from '../../src/fees/gross-up.js';
import { CEILING } from '../../src/fees/guards.js';
import { amountForFee } from '../../src/fees/inverse.js';
import { naiveNet } from './naive.js';
import { anyTariff, direct, huabei, leg, must, mybank, problem, tariff, thirdParty, unionpay, wechat, yuan } from './tariffs.js';

const money = (value: Fen) => formatYuan(value);

describe('grossUp', () => {
  test.each([
    // method, target, amount at worst, at best
    [huabei, '5000', '5005.01', '5005.01'],
    [huabei, '99', '100.00', '100.00'],
    [mybank, '5000', '5010.02', '5010.02'],
    [unionpay, '5000', '5000.00', '5000.00'],
    [direct, '5000', '5005.01', '5005.01'],
    [wechat, '4995', '5000.00', '5000.00'],
    [thirdParty, '5000', '5882.35', '5434.78'],
  ])('%#: $id so that $1 arrive', (method, target, worst, best) => {
    const found = must(grossUp(method, yuan(target)));
    expect([money(found.worst.amount), money(found.best.amount)]).toEqual([worst, best]);
  });

  test('what cannot be reached is an error', () => {
    expect(problem(grossUp(wechat, yuan('5000')))).toMatchObject({ kind: 'over-limit', amount: 500_501n, parts: 2n });
    expect(money(must(grossUp(wechat, yuan('5000'), { overLimit: 'report' })).worst.amount)).toBe('5005.01');
    expect(problem(grossUp(huabei, fen(0n)))).toEqual({ kind: 'zero', input: 'target' });
    expect(problem(grossUp(huabei, CEILING))).toMatchObject({ kind: 'unreachable' });
    expect(problem(grossUp(tariff('all', [leg('100')]), yuan('1')))).toMatchObject({ kind: 'unreachable' });
  });

  test('finds what going up fen by fen finds', () => {
    fc.assert(
      fc.property(anyTariff, fc.bigInt(1n, 1200n), (method, target) => {
        const walk = (reached: (net: { min: bigint; max: bigint }) => boolean): bigint | undefined => {
          for (let amount = target; amount < 3000n; amount++) {
            const net = naiveNet(method, amount);
            if (net.min >= 0n && reached(net)) return amount;
          }
          return undefined;
        };
        const [worst, best] = [walk((net) => net.min >= target), walk((net) => net.max >= target)];
        if (worst === undefined || best === undefined) return;
        const found = must(grossUp(method, fen(target)));
        expect([found.worst.amount, found.best.amount]).toEqual([worst, best]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('amountForFee', () => {
  test.each([
    [huabei, '8', '7995.00', '8004.99'],
    [huabei, '1', '1.00', '1004.99'],
    [wechat, '5', '4995.00', '5000.00'],
    [mybank, '10', '5000.00', '5004.99'],
    [thirdParty, '600', '3999.97', '7500.06'],
    [unionpay, '0', '0.01', formatYuan(CEILING)],
  ])('%#: $id charged $1', (method, fee, min, max) => {
    const { amounts, open } = must(amountForFee(method, yuan(fee)));
    expect([money(amounts.min), money(amounts.max), open]).toEqual([min, max, amounts.max === CEILING]);
  });

  test.each([
    [huabei, '0.5', { kind: 'no-amount-for-fee', above: 100n }],
    [unionpay, '8', { kind: 'no-amount-for-fee', below: 0n }],
    [wechat, '8', { kind: 'no-amount-for-fee', below: 500n, beyondLimit: { min: 799_500n, max: 800_499n } }],
  ])('%#: $id never charges $1', (method, fee, error) => {
    expect(problem(amountForFee(method, yuan(fee)))).toMatchObject(error);
  });

  test('gives just the amounts that may cost the fee', () => {
    fc.assert(
      fc.property(anyTariff, fc.bigInt(0n, 120n), (method, fee) => {
        const limited = { ...method, limits: [{ kind: 'amount', basis: 'per-day', amount: { value: fen(1500n), facts: [] } }] as const };
        const result = amountForFee(limited, fen(fee));
        const ranges = result.ok ? result.value.ranges : [];
        for (let amount = 1n; amount <= 1500n; amount++) {
          const net = naiveNet(method, amount);
          const may = net.min >= 0n && amount - net.max <= fee && fee <= amount - net.min;
          expect(ranges.some(({ min, max }) => min <= amount && amount <= max)).toBe(may);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('budget', () => {
  test.each([
    [huabei, '8', '8004.99', 'fee'],
    [huabei, '1', '1004.99', 'fee'],
    [wechat, '8', '5000.00', 'limit'],
    [thirdParty, '8', '53.36', 'fee'],
    [unionpay, '0', formatYuan(CEILING), 'ceiling'],
  ])('%#: $id for at most $1', (method, fee, amount, endedBy) => {
    const found = must(budget(method, yuan(fee)));
    expect([money(found.worst.amount), found.endedBy]).toEqual([amount, endedBy]);
  });

  test('a budget below the smallest fee buys nothing', () => {
    expect(problem(budget(huabei, yuan('0.99')))).toMatchObject({ kind: 'budget-too-small', smallestFee: 100n });
    expect(problem(budget(huabei, fen(-1n)))).toMatchObject({ kind: 'negative', input: 'fee' });
  });

  test('finds what going down fen by fen finds', () => {
    fc.assert(
      fc.property(anyTariff, fc.bigInt(0n, 120n), (method, fee) => {
        const limited = { ...method, limits: [{ kind: 'amount', basis: 'per-day', amount: { value: fen(1500n), facts: [] } }] as const };
        const walk = (end: 'min' | 'max'): bigint | undefined => {
          for (let amount = 1500n; amount > 0n; amount--) {
            const net = naiveNet(method, amount);
            if (net.min >= 0n && amount - net[end] <= fee) return amount;
          }
          return undefined;
        };
        const result = budget(limited, fen(fee));
        const found = result.ok ? [result.value.worst.amount, result.value.best.amount] : undefined;
        const [worst, best] = [walk('min'), walk('max')];
        expect(found).toEqual(worst === undefined ? undefined : [worst, best]);
      }),
      { numRuns: 25 },
    );
  });
});
