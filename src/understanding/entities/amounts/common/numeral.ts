import type { Interval } from '../../../../base/interval.js';
import { multiply, ONE, type Rational, rational } from '../../../../base/rational.js';
import type { Span } from '../../../../base/span.js';

/** What a numeral says, wherever it stood. */
export interface Numeral {
  readonly range: Interval<Rational>;
  /** `几千`, `五千多`, `a few hundred`: the words themselves leave the figure open. */
  readonly approximate: boolean;
  /** The unit the numeral ends in (`3千` → 1000), which `2到3千` lends to its first number. */
  readonly scale: Rational;
  /** A form that is money only beside a currency: one character (`两`), a small word (`one`), a fraction, a rate-like `千三`. */
  readonly weak: boolean;
}

/** What kind of character a numeral begins with: a scanner asks only the rules that may begin so. */
export type Opening = 'han' | 'digit' | 'latin' | 'point';

/** One way of writing numbers. `pattern` has no capturing groups; `undefined` means: these characters are no number. */
export interface NumeralRule {
  readonly name: string;
  readonly opens: readonly Opening[];
  readonly pattern: RegExp;
  readonly produce: (text: string) => Numeral | undefined;
}

/** A number of the text with its place and the rule that read it. */
export interface NumberReading extends Numeral {
  readonly span: Span;
  readonly rule: string;
}

export const integer = (n: bigint): Rational => ({ n, d: 1n });

export function numeral(value: Rational, options: { scale?: Rational; weak?: boolean; approximate?: boolean } = {}): Numeral {
  const { scale = ONE, weak = false, approximate = false } = options;
  return { range: { min: value, max: value }, approximate, scale, weak };
}

export function vague(min: Rational, max: Rational, scale: Rational = ONE): Numeral {
  return { range: { min, max }, approximate: true, scale, weak: false };
}

export function times(numeral: Numeral, factor: Rational): Numeral {
  const { min, max } = numeral.range;
  return {
    ...numeral,
    range: { min: multiply(min, factor), max: min === max ? multiply(min, factor) : multiply(max, factor) },
    scale: multiply(numeral.scale, factor),
  };
}

/** `whole` and `fraction` digits as an exact value. */
export function decimal(whole: string, fraction = ''): Rational {
  if (fraction === '') return integer(BigInt(whole || '0'));
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}
