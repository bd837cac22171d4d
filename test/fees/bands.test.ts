import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '../../src/base/money.js';
import { add, equals, multiply, type Rational, rational, ZERO } from '../../src/base/rational.js';
import { bandsOf } from '../../src/fees/bands.js';
import { ratedOf, type Terms, termsOf } from '../../src/fees/leg.js';
import { anyTariff } from './tariffs.js';

const rate = (n: bigint, d: bigint) => ({ min: rational(n, d), max: rational(n, d) });

test.each<[string, Terms, readonly (readonly [bigint, bigint])[], bigint]>([
  ['a plain rate', { rate: rate(1n, 1000n), rounding: 'half-up' }, [[0n, 1n]], 1000n],
  ['an allowance', { rate: rate(1n, 1000n), freeAllowance: fen(500n), rounding: 'half-up' }, [[500n, 1n]], 1000n],
  [
    'tiers of one denominator',
    { rate: rate(1n, 1000n), tiers: [{ above: fen(100n), rate: rate(1n, 500n) }], rounding: 'half-up' },
    [
      [0n, 1n],
      [100n, 2n],
    ],
    1000n,
  ],
  [
    'tiers of two',
    { rate: rate(1n, 3n), freeAllowance: fen(10n), tiers: [{ above: fen(100n), rate: rate(1n, 7n) }], rounding: 'half-up' },
    [
      [10n, 7n],
      [100n, 3n],
    ],
    21n,
  ],
])('%s', (_, terms, bands, denominator) => {
  const found = bandsOf(terms, 'max');
  expect(found.bands.map((band) => [band.from, band.rate])).toEqual(bands);
  expect(found.denominator).toBe(denominator);
});

test('the two ends of an open rate are kept apart, and built once', () => {
  const terms: Terms = { rate: { min: rational(8n, 100n), max: rational(15n, 100n) }, rounding: 'half-up' };
  expect([bandsOf(terms, 'min').bands[0]?.rate, bandsOf(terms, 'min').denominator]).toEqual([2n, 25n]);
  expect([bandsOf(terms, 'max').bands[0]?.rate, bandsOf(terms, 'max').denominator]).toEqual([3n, 20n]);
  expect(bandsOf(terms, 'max')).toBe(bandsOf(terms, 'max'));
});

/** Fen by fen: each bears the rate of the last start that it lies above. */
function naiveRated({ rate: first, tiers = [], freeAllowance = fen(0n) }: Terms, amount: bigint, end: 'min' | 'max'): Rational {
  let sum = ZERO;
  for (let each = freeAllowance + 1n; each <= amount; each++) {
    const tier = tiers.findLast(({ above }) => each > above);
    sum = add(sum, (tier?.rate ?? first)[end]);
  }
  return sum;
}

test('what the bands rate is what each fen bears by itself', () => {
  fc.assert(
    fc.property(anyTariff, fc.bigInt(0n, 1500n), fc.constantFrom('min' as const, 'max' as const), (tariff, amount, end) => {
      for (const leg of tariff.legs) {
        const terms = termsOf(leg, tariff.rounding);
        const { n, d } = ratedOf(bandsOf(terms, end), amount);
        expect(equals(rational(n, d), naiveRated(terms, amount, end))).toBe(true);
        expect(equals(multiply(rational(n, d), rational(d)), rational(n))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
