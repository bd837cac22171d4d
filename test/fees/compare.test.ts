import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fen, fen, formatYuan } from '../../src/base/money.js';
import { add, multiply, compare as order, type Rational, rational, subtract, ZERO } from '../../src/base/rational.js';
import { breakEven, minimumEnds } from '../../src/fees/break-even.js';
import { compare } from '../../src/fees/compare.js';
import { quote } from '../../src/fees/quote.js';
import type { Tariff } from '../../src/knowledge/tariff.js';
import {
  anyTariff,
  direct,
  huabei,
  leg,
  limit,
  must,
  mybank,
  problem,
  six,
  tariff,
  thirdParty,
  unionpay,
  wechat,
  yuan,
} from './tariffs.js';

describe('compare', () => {
  test('the six methods for 5000 yuan', () => {
    const { candidates, cheapest, fastest } = must(compare(six, yuan('5000')));
    expect(
      candidates.map(({ method, cost, dominatedBy }) => [method, cost && formatYuan(cost.fee.max), cost?.kind, ...dominatedBy]),
    ).toEqual([
      ['huabei-official', '5.00', 'single'],
      ['wechat-balance', '5.00', 'single'],
      ['third-party', '750.00', 'single'],
      ['mybank', '10.00', 'single', 'official-direct'],
      ['unionpay', '0.00', 'single'],
      ['official-direct', '5.00', 'single'],
    ]);
    expect([cheapest, fastest]).toEqual([['unionpay'], ['official-direct']]);
  });

  test('without an amount, by rate, minimum and time', () => {
    const { candidates, cheapest, fastest } = must(compare(six));
    expect(candidates.map(({ rate, minimum }) => [rate.max, minimum])).toEqual([
      [rational(1n, 1000n), 100n],
      [rational(1n, 1000n), 0n],
      [rational(3n, 20n), 0n],
      [rational(1999n, 1_000_000n), 0n],
      [ZERO, 0n],
      [rational(1n, 1000n), 0n],
    ]);
    expect([cheapest, fastest, candidates[3]?.dominatedBy]).toEqual([['unionpay'], ['official-direct'], ['official-direct']]);
  });

  test('a method that is not recommended never wins, however good', () => {
    const tempting: Tariff = { ...unionpay, id: 'tempting', recommended: false, time: { value: { min: ZERO, max: ZERO }, facts: [] } };
    const { candidates, cheapest, fastest } = must(compare([tempting, mybank], yuan('5000')));
    expect([candidates.length, cheapest, fastest, candidates[1]?.dominatedBy]).toEqual([2, ['mybank'], ['mybank'], []]);
  });

  test('an amount over a limit is split, and waits for its days', () => {
    const timed: Tariff = { ...wechat, time: { value: { min: rational(5n), max: rational(5n) }, facts: [] } };
    const [first] = must(compare([timed], yuan('15000'))).candidates;
    expect([first?.cost?.kind, first?.cost?.days, first?.elapsed?.max]).toEqual(['split', 3, rational(2885n)]);
    const [other] = must(compare([timed], yuan('15000'), { reading: 'per-transaction' })).candidates;
    expect([other?.cost?.days, other?.elapsed?.max]).toEqual([1, rational(5n)]);
  });

  test('a method that is not to be had is listed with its reason; a wrong amount is an error', () => {
    const expired: Tariff = { ...unionpay, validUntil: '2022-12-31' };
    const { candidates, cheapest } = must(compare([expired, huabei], yuan('100'), { on: '2023-01-01' }));
    expect([candidates[0]?.problem?.kind, cheapest]).toEqual(['expired', ['huabei-official']]);
    expect(must(compare([huabei, direct], yuan('0.5'))).candidates[0]?.problem?.kind).toBe('fee-exceeds-amount');
    expect(problem(compare(six, fen(0n)))).toEqual({ kind: 'zero', input: 'amount' });
  });
});

describe('break-even', () => {
  const change = (first: Tariff, second: Tariff) =>
    breakEven(first, second).stretches.map(({ from, to, cheaper }) => `${formatYuan(from)}–${formatYuan(to)} ${cheaper}`);
  const top = '1000000000000000.00';

  test.each([
    [huabei, direct, ['0.01–999.99 official-direct', `1000.00–${top} same`]],
    [huabei, mybank, ['0.01–500.25 mybank', `500.26–${top} huabei-official`]],
    [wechat, direct, ['0.01–5000.00 same']],
    [unionpay, direct, [`0.01–${top} unionpay`]],
    [thirdParty, huabei, ['0.01–6.66 third-party', `6.67–${top} huabei-official`]],
    [tariff('flat', [leg('0', { fixed: '5' })]), direct, ['0.01–4999.99 official-direct', `5000.00–${top} flat`]],
  ])('%#: $id and another', (first, second, expected) => {
    expect(change(first, second)).toEqual(expected);
  });

  test.each([
    [huabei, '1000.00'],
    [direct, undefined],
    [tariff('free', [leg('0.1', { freeAllowance: '1000', minimum: '0.1' })]), '1100.00'],
    [tariff('zero', [leg('0', { minimum: '1' })]), undefined],
    [tariff('second', [leg('50'), leg('1', { minimum: '1' })]), '200.00'],
  ])('%#: the minimum of $id ends at $1', (method, expected) => {
    const ends = minimumEnds(method);
    expect(ends && formatYuan(ends)).toBe(expected);
    if (ends) expect(must(quote(method, ends)).applied).not.toContain('minimum');
  });

  /** The fee at the highest rates without rounding, leg by leg. */
  const unrounded = (method: Tariff, amount: Fen): Rational => {
    let left = rational(amount);
    for (const { rate, tiers = [], minimum, maximum, fixed, freeAllowance } of method.legs) {
      const allowance = rational(freeAllowance?.value ?? 0n);
      const wholly = freeAllowance !== undefined && order(left, allowance) <= 0;
      const steps = [{ above: allowance, rate }, ...tiers.map((tier) => ({ above: rational(tier.above.value), rate: tier.rate }))];
      let fee = rational(fixed?.value ?? 0n);
      for (const [index, step] of steps.entries()) {
        const next = steps[index + 1]?.above ?? left;
        const part = subtract(order(left, next) < 0 ? left : next, step.above);
        if (order(part, ZERO) > 0) fee = add(fee, multiply(step.rate.value.max, part));
      }
      if (!wholly && minimum && order(fee, rational(minimum.value)) < 0) fee = rational(minimum.value);
      if (maximum && order(fee, rational(maximum.value)) > 0) fee = rational(maximum.value);
      left = subtract(left, fee);
    }
    return subtract(rational(amount), left);
  };

  test('stretches cover all amounts in order, and say what amount by amount says', () => {
    fc.assert(
      fc.property(anyTariff, anyTariff, (one, two) => {
        const limits = [limit('per-transaction', '20')];
        const [first, second]: [Tariff, Tariff] = [
          { ...one, id: 'first', limits },
          { ...two, id: 'second', limits },
        ];
        const { stretches } = breakEven(first, second);
        stretches.forEach(({ from, to }, index) => {
          expect(from <= to).toBe(true);
          expect(from).toBe(index === 0 ? 1n : (stretches[index - 1]?.to ?? 0n) + 1n);
        });
        expect(stretches.at(-1)?.to).toBe(2000n);
        for (const { from, to, cheaper } of stretches) {
          // The first fen of a stretch may be where the two meet, or the last of an allowance.
          for (let amount = from + 1n; amount <= to; amount++) {
            const [a, b] = [unrounded(first, fen(amount)), unrounded(second, fen(amount))];
            if (order(rational(amount), a) < 0 || order(rational(amount), b) < 0) continue;
            const difference = order(a, b);
            expect(difference < 0 ? 'first' : difference > 0 ? 'second' : 'same').toBe(cheaper);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
