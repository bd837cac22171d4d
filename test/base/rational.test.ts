import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  ceil,
  compare,
  divide,
  equals,
  floor,
  formatDecimal,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  roundHalfUp,
  subtract,
  ZERO,
} from '../../src/base/rational.js';

const integer = fc.bigInt(-(10n ** 20n), 10n ** 20n);
const anyRational = fc
  .tuple(
    integer,
    integer.filter((d) => d !== 0n),
  )
  .map(([n, d]) => rational(n, d));
const isReduced = ({ n, d }: Rational): boolean => d > 0n && naiveGcd(n < 0n ? -n : n, d) === 1n;

function naiveGcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

describe('rational', () => {
  test('is in lowest terms with a positive denominator, whatever it is made of', () => {
    fc.assert(
      fc.property(integer, integer, integer, (n, d, factor) => {
        fc.pre(d !== 0n && factor !== 0n);
        const value = rational(n, d);
        expect(isReduced(value)).toBe(true);
        expect(value.n * d).toBe(n * value.d);
        expect(rational(n * factor, d * factor)).toEqual(value);
      }),
    );
  });

  test('has no zero denominator', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  test('is a field', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect([add(a, ZERO), multiply(a, ONE)]).toEqual([a, a]);
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
        for (const value of [add(a, b), subtract(a, b), multiply(a, b)]) expect(isReduced(value)).toBe(true);
      }),
    );
  });

  test('is ordered as its difference says', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(compare(a, b)).toBe(Math.sign(Number(subtract(a, b).n)));
        expect(compare(a, b)).toBe(0 - compare(b, a));
        expect(equals(a, b)).toBe(compare(a, b) === 0);
        expect(compare(a, a)).toBe(0);
        if (compare(a, b) <= 0) expect(compare(add(a, c), add(b, c))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('rounding', () => {
  test.each([
    // value, floor, ceil, half away from zero
    [rational(1n, 2n), 0n, 1n, 1n],
    [rational(-1n, 2n), -1n, 0n, -1n],
    [rational(3n, 2n), 1n, 2n, 2n],
    [rational(-3n, 2n), -2n, -1n, -2n],
    [rational(49n, 100n), 0n, 1n, 0n],
    [rational(-49n, 100n), -1n, 0n, 0n],
    [rational(7n), 7n, 7n, 7n],
    [rational(-7n), -7n, -7n, -7n],
    [ZERO, 0n, 0n, 0n],
  ])('%o', (value, down, up, half) => {
    expect([floor(value), ceil(value), roundHalfUp(value)]).toEqual([down, up, half]);
  });

  test('lies next to the value', () => {
    fc.assert(
      fc.property(anyRational, (value) => {
        const [down, up, half] = [floor(value), ceil(value), roundHalfUp(value)];
        expect(compare(rational(down), value)).toBeLessThanOrEqual(0);
        expect(compare(value, rational(down + 1n))).toBeLessThan(0);
        expect(up - down).toBe(value.d === 1n ? 0n : 1n);
        const distance = subtract(rational(half), value);
        const size = distance.n < 0n ? subtract(ZERO, distance) : distance;
        expect(compare(size, rational(1n, 2n))).toBeLessThanOrEqual(0);
        // On the half itself it goes away from zero.
        if (equals(size, rational(1n, 2n))) expect(half > 0n ? half === up : half === down).toBe(true);
        expect(roundHalfUp({ n: -value.n, d: value.d })).toBe(-half);
      }),
    );
  });
});

describe('decimals', () => {
  test.each([
    ['0', 0n, 1n],
    ['-0', 0n, 1n],
    ['007.50', 15n, 2n],
    ['-0.15', -3n, 20n],
    ['+3', 3n, 1n],
    ['123456789012345678901234567890.1', 1234567890123456789012345678901n, 10n],
  ])('%s', (text, n, d) => {
    expect(parseDecimal(text)).toEqual({ n, d });
  });

  test.each(['', ' 1', '1 ', '.5', '5.', '1,000', '1e3', '0x10', '--1', '1.2.3', '１', '٣', '1_000', 'NaN', 'Infinity', '1\n'])(
    '%j is none',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  test('are read back as they are written', () => {
    fc.assert(
      fc.property(integer, fc.integer({ min: 0, max: 12 }), (n, places) => {
        const value = rational(n, 10n ** BigInt(places));
        const text = formatDecimal(value);
        expect(parseDecimal(text)).toEqual(value);
        // The shortest form: nothing can be left out at its end.
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
      }),
    );
  });

  test('are cut with half a last digit of error at most', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: 0, max: 15 }), (value, digits) => {
        const written = parseDecimal(formatDecimal(value, digits));
        if (!written) throw new Error('not a decimal');
        const error = subtract(written, value);
        const limit = rational(1n, 2n * 10n ** BigInt(digits));
        expect(compare(error.n < 0n ? subtract(ZERO, error) : error, limit)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each([
    [rational(1n, 8n), 12, '0.125'],
    [rational(1n, 3n), 4, '0.3333'],
    [rational(2n, 3n), 4, '0.6667'],
    [rational(-2n, 3n), 0, '-1'],
    [rational(-1n, 3n), 0, '0'],
    [rational(1n, 3n), 0, '0'],
    [rational(-1n, 1000n), 2, '0'],
    [rational(999n, 1000n), 2, '1'],
  ])('%o to %i digits is %s', (value, digits, text) => {
    expect(formatDecimal(value, digits)).toBe(text);
  });
});
