import { add, compare, divide, multiply, ONE, type Rational } from '../../../../base/rational.js';
import { integer } from '../common/numeral.js';

const ORDINALS: Readonly<Record<string, bigint>> = {
  half: 2n,
  halve: 2n,
  third: 3n,
  fourth: 4n,
  quarter: 4n,
  fifth: 5n,
  sixth: 6n,
  seventh: 7n,
  eighth: 8n,
  ninth: 9n,
  tenth: 10n,
  eleventh: 11n,
  twelfth: 12n,
  thirteenth: 13n,
  fourteenth: 14n,
  fifteenth: 15n,
  sixteenth: 16n,
  seventeenth: 17n,
  eighteenth: 18n,
  nineteenth: 19n,
  twentieth: 20n,
  thirtieth: 30n,
  fortieth: 40n,
  fiftieth: 50n,
  sixtieth: 60n,
  seventieth: 70n,
  eightieth: 80n,
  ninetieth: 90n,
  hundredth: 100n,
  thousandth: 1_000n,
  millionth: 1_000_000n,
  billionth: 1_000_000_000n,
  trillionth: 1_000_000_000_000n,
};
const TENS: Readonly<Record<string, bigint>> = {
  twenty: 20n,
  thirty: 30n,
  forty: 40n,
  fifty: 50n,
  sixty: 60n,
  seventy: 70n,
  eighty: 80n,
  ninety: 90n,
};
/** Denominators after which a figure of tens may stand: twenty-firsts. A first alone divides nothing. */
const UNITS: Readonly<Record<string, bigint>> = {
  first: 1n,
  third: 3n,
  fourth: 4n,
  fifth: 5n,
  sixth: 6n,
  seventh: 7n,
  eighth: 8n,
  ninth: 9n,
};

const SEP = String.raw`(?:\s{1,5}|\s{0,4}-\s{0,4})`;
const tens = `(?:${Object.keys(TENS).join('|')})`;
const units = `(?:${Object.keys(UNITS).join('|')})`;

const SCALE = /^(?:thousand|grand|lakh|million|mil|crore|billion|trillion)s?$/;

/** A denominator as it is spoken: fifth, twenty-first, hundredth. */
export const DENOMINATOR = `(?:${tens}${SEP}${units}|${Object.keys(ORDINALS).join('|')})`;

/**
 * The value of a fraction in words, whose whole numbers `read` values: `two and a third`, `a hundred trillionths`.
 * 130 fifths are 26, but one hundred thirty-fifths 100/35: tens belong to the denominator when a number is left before them.
 */
export function fractionOf(text: string, read: (words: string) => Rational): Rational | undefined {
  const words: string[] = text.match(/\d[\d,.]*|[a-z]+/g) ?? [];
  const last = (words.pop() ?? '').replace(/s$/, '');
  const before = TENS[words.at(-1) ?? ''];
  const isCompound = before !== undefined && last in UNITS && words.length > 1 && words.at(-2) !== 'and';
  if (isCompound) words.pop();
  const denominator = isCompound ? before + (UNITS[last] ?? 0n) : ORDINALS[last];
  if (denominator === undefined || words.length === 0) return undefined;
  const under = integer(denominator);
  const and = words.lastIndexOf('and');
  if (and > 0) {
    const over = read(words.slice(and + 1).join(' '));
    // Two and three fifths; but one hundred and thirty fifths is one number over five.
    const whole = words.slice(0, and);
    // Six million and two thirds are two thirds of a million more.
    const unit = SCALE.test(whole.at(-1) ?? '') ? read(`one ${whole.at(-1)}`) : ONE;
    if (compare(over, under) < 0) return add(read(whole.join(' ')), multiply(divide(over, under), unit));
  }
  return divide(read(words.join(' ')), under);
}
