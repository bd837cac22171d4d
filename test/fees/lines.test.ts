import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '../../src/base/money.js';
import { add, compare, formatDecimal, multiply, type Rational, rational, subtract } from '../../src/base/rational.js';
import { bandsOf } from '../../src/fees/bands.js';
import { ratedOf, type Terms } from '../../src/fees/leg.js';
import { feeLines, type Line, stretches } from '../../src/fees/lines.js';
import { type Route, routeOf } from '../../src/fees/route.js';
import { anyTariff, direct, huabei, leg, mybank, tariff, thirdParty, unionpay, wechat } from './tariffs.js';

const written = (lines: readonly Line[]) =>
  lines.map(({ from, slope, intercept }) => `${formatDecimal(from)}: ${formatDecimal(slope)}x + ${formatDecimal(intercept)}`).join(', ');

describe('the fee without rounding, as lines', () => {
  test.each([
    [wechat, '0: 0.001x + 0'],
    [huabei, '0: 0x + 100, 100000: 0.001x + 0'],
    [unionpay, '0: 0x + 0'],
    [mybank, '0: 0.001999x + 0'],
    [thirdParty, '0: 0.15x + 0'],
    [tariff('allowance', [leg('0.1', { freeAllowance: '1000' })]), '0: 0x + 0, 100000: 0.001x + -100'],
    [tariff('capped', [leg('1', { maximum: '50' })]), '0: 0.01x + 0, 500000: 0x + 5000'],
    [tariff('fixed', [leg('0.1', { fixed: '2' })]), '0: 0.001x + 200'],
    [tariff('minimum above', [leg('0', { minimum: '2' })]), '0: 0x + 200'],
  ])('%#: $id', (method, expected) => expect(written(feeLines(routeOf(method)))).toBe(expected));
});

/** Amounts on which a free allowance ends: the line after it starts there, though the allowance itself is still free. */
const onAnEdge = (route: Route, amount: Rational): boolean => {
  let left = amount;
  for (const terms of route) {
    if (terms.freeAllowance !== undefined && compare(left, rational(terms.freeAllowance)) === 0) return true;
    left = subtract(left, naiveFee(terms, left));
  }
  return false;
};

/** A leg's fee at its highest rate, from the words of the tariff's type, on a fraction of a fen too. */
function naiveFee(terms: Terms, amount: Rational): Rational {
  const { minimum, maximum, fixed = 0n, freeAllowance } = terms;
  const whole = amount.n / amount.d;
  const { n, d } = ratedOf(bandsOf(terms, 'max'), whole);
  const next = ratedOf(bandsOf(terms, 'max'), whole + 1n);
  const part = multiply(subtract(amount, rational(whole)), rational(next.n - n, d));
  const rated = add(add(rational(n, d), part), rational(fixed));
  const within = freeAllowance !== undefined && compare(amount, rational(freeAllowance)) <= 0;
  const raised = !within && minimum !== undefined && compare(rated, rational(minimum)) < 0 ? rational(minimum) : rated;
  return maximum !== undefined && compare(raised, rational(maximum)) > 0 ? rational(maximum) : raised;
}

/** `undefined` where a leg takes more than reaches it. */
function naiveTotal(route: Route, amount: Rational): Rational | undefined {
  let left = amount;
  for (const terms of route) {
    left = subtract(left, naiveFee(terms, left));
    if (left.n < 0n) return undefined;
  }
  return subtract(amount, left);
}

const at = (lines: readonly Line[], amount: Rational): Rational | undefined => {
  const line = lines.findLast(({ from }) => compare(from, amount) <= 0);
  return line && add(multiply(line.slope, amount), line.intercept);
};

test('the lines are the fee before rounding, through every leg', () => {
  fc.assert(
    fc.property(anyTariff, fc.bigInt(1n, 4000n), (any, amount) => {
      const route = routeOf(any);
      const sent = rational(amount);
      const expected = naiveTotal(route, sent);
      if (expected === undefined || onAnEdge(route, sent)) return;
      const found = at(feeLines(route), sent);
      expect(found && formatDecimal(found, 30)).toBe(formatDecimal(expected, 30));
    }),
    { numRuns: 2000 },
  );
});

describe('stretches', () => {
  const named = (a: typeof wechat, b: typeof wechat, largest: bigint) =>
    stretches(feeLines(routeOf(a)), feeLines(routeOf(b)), fen(largest))
      .map(({ from, to, lower }) => `${from}-${to} ${lower}`)
      .join(', ');

  test('where the minimum fee stops mattering', () => {
    expect(named(huabei, wechat, 500_000n)).toBe('1-99999 second, 100000-500000 same');
    expect(named(huabei, direct, 99_999n)).toBe('1-99999 second');
    expect(named(wechat, wechat, 10n)).toBe('1-10 same');
    expect(named(huabei, thirdParty, 1000n)).toBe('1-666 second, 667-1000 first');
  });

  test('they lie side by side over every amount, and name the lower fee on each', () => {
    fc.assert(
      fc.property(anyTariff, anyTariff, (first, second) => {
        const [a, b] = [routeOf(first), routeOf(second)];
        const found = stretches(feeLines(a), feeLines(b), fen(900n));
        expect([found[0]?.from, found.at(-1)?.to]).toEqual([1n, 900n]);
        found.forEach((stretch, index) => {
          const next = found[index + 1];
          if (next) expect(stretch.to + 1n).toBe(next.from);
          expect(stretch.lower).not.toBe(next?.lower);
        });
        for (let amount = 1n; amount <= 900n; amount += 7n) {
          const sent = rational(amount);
          const [one, other] = [naiveTotal(a, sent), naiveTotal(b, sent)];
          if (!one || !other || onAnEdge(a, sent) || onAnEdge(b, sent)) continue;
          const difference = compare(one, other);
          const { lower } = found.find(({ from, to }) => from <= amount && amount <= to) ?? {};
          // Where two lines cross, both cost the same.
          if (difference !== 0) expect(lower).toBe(difference < 0 ? 'first' : 'second');
        }
      }),
      { numRuns: 100 },
    );
  });
});
