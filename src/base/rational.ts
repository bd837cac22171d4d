/** An exact fraction in lowest terms, `d > 0`. Rates and ratios are rationals, never floats. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Euclid's, in plain numbers as soon as both fit: most fractions are small, and big integers divide slowly. */
function gcd(n: bigint, d: bigint): bigint {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n && (a > SAFE || b > SAFE)) [a, b] = [b, a % b];
  if (b === 0n) return a;
  let [x, y] = [Number(a), Number(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

/** `n/d` in lowest terms. Throws on a zero denominator, which is a bug of the caller. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError('a rational needs a denominator other than 0');
  const sign = d < 0n ? -1n : 1n;
  const g = gcd(n, d) * sign;
  return { n: n / g, d: d / g };
}

export const ZERO = rational(0n);
export const ONE = rational(1n);

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);

/** `base` to a whole exponent; a negative one of zero throws, which is a bug of the caller. */
export function power(base: Rational, exponent: number): Rational {
  const times = BigInt(Math.abs(exponent));
  return exponent < 0 ? rational(base.d ** times, base.n ** times) : rational(base.n ** times, base.d ** times);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equals = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;

/** Reads a plain decimal such as `-0.15` exactly; `undefined` for anything else. */
export function parseDecimal(text: string): Rational | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const n = BigInt(whole + fraction);
  return rational(sign === '-' ? -n : n, 10n ** BigInt(fraction.length));
}

/**
 * The shortest plain decimal of a fraction that has one (`1/8` → `0.125`).
 * A fraction without a finite decimal is cut after `maxDigits` digits, rounded half away from zero.
 */
export function formatDecimal(value: Rational, maxDigits = 12): string {
  const scale = 10n ** BigInt(maxDigits);
  const scaled = roundHalfUp({ n: value.n * scale, d: value.d });
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(maxDigits + 1, '0');
  const whole = digits.slice(0, digits.length - maxDigits);
  const fraction = digits.slice(digits.length - maxDigits).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

export const floor = (value: Rational): bigint => {
  const quotient = value.n / value.d;
  return value.n < 0n && value.n % value.d !== 0n ? quotient - 1n : quotient;
};

export const ceil = (value: Rational): bigint => -floor({ n: -value.n, d: value.d });

/** To the nearest integer, a half away from zero. */
export function roundHalfUp(value: Rational): bigint {
  const magnitude = ((value.n < 0n ? -value.n : value.n) * 2n + value.d) / (value.d * 2n);
  return value.n < 0n ? -magnitude : magnitude;
}
