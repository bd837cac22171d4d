import { add, multiply, power, type Rational, rational } from '../../../../base/rational.js';
import { decimal, integer, type NumeralRule, numeral } from './numeral.js';

const COMMA_GROUPS = String.raw`\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,12})?(?!\d|,\d|\.\d)`;
const INDIAN_GROUPS = String.raw`\d{1,2}(?:,\d\d){1,5},\d{3}(?:\.\d{1,12})?(?!\d|,\d|\.\d)`;
const DOT_GROUPS = String.raw`\d{1,3}(?:\.\d{3}){1,6},\d{1,2}(?!\d|,\d|\.\d)`;
// Two numbers side by side are no group: after three digits only `000`, or two groups and more, is one number.
const SPACE_GROUPS = String.raw`(?<!\d )(?:\d{1,2}(?: \d{3}){1,6}|\d{3}(?: 000|(?: \d{3}){2,6}))(?:\.\d{1,12})?(?! ?\d|[.,]\d)`;
const DECIMAL = String.raw`(?<!\d\.)\d{1,15}\.\d{1,12}(?!\d|\.\d)`;
const INTEGER = String.raw`\d{1,15}`;

/** Arabic digits as they also stand inside Chinese and English numerals (`1.2万`, `3 hundred`). */
export const ARABIC = `(?:${COMMA_GROUPS}|${DECIMAL}|${INTEGER})`;

/** The value of text that `ARABIC` matched. */
export function arabic(text: string): Rational {
  const [whole = '', fraction] = text.replaceAll(',', '').split('.');
  return decimal(whole, fraction);
}

const SUFFIXES: readonly (readonly [RegExp, Rational])[] = [
  [/k$/, integer(1_000n)],
  [/w$/, integer(10_000n)],
  [/(?:m|mm|mil|mln|mn|mio)$/, integer(1_000_000n)],
  [/(?:b|bn|bln)$/, integer(1_000_000_000n)],
  [/(?:tn|tln)$/, integer(1_000_000_000_000n)],
];

// 1,5 Mio has a decimal comma; a comma before three digits groups them.
const decimalPoint = (text: string): string => text.replace(/^(\d{1,6}),(\d{1,2})$/, '$1.$2');

function suffixed(text: string) {
  for (const [suffix, scale] of SUFFIXES) {
    if (!suffix.test(text)) continue;
    const value = arabic(decimalPoint(text.replace(suffix, '').replace('-', '').trim()));
    return numeral(rational(value.n * scale.n, value.d), { scale });
  }
  return undefined;
}

const FRACTION_SCALES: ReadonlyMap<string, Rational> = new Map([
  ['thousand', integer(1_000n)],
  ['grand', integer(1_000n)],
  ['million', integer(1_000_000n)],
  ['billion', integer(1_000_000_000n)],
  ['千', integer(1_000n)],
  ['万', integer(10_000n)],
  ['百万', integer(1_000_000n)],
  ['亿', integer(100_000_000n)],
]);

// A vulgar fraction (½) folds to `1⁄2` with U+2044, so `2½` reads `21⁄2`: its numerator is the last digit.
function vulgar(text: string) {
  const [before = '', after = ''] = text.split('⁄');
  const part = rational(BigInt(before.slice(-1)), BigInt(after));
  return numeral(add(decimal(before.slice(0, -1)), part), { weak: before.length === 1 });
}

function fraction(text: string) {
  const [whole, over, under] = text.includes(' ') ? text.split(/[ /]+/) : ['0', ...text.split('/')];
  if (whole === undefined || over === undefined || under === undefined || BigInt(under) === 0n) return undefined;
  return numeral(add(decimal(whole), rational(BigInt(over), BigInt(under))), { weak: true });
}

const TEN = integer(10n);

// 1 1/2 million, 2½k, 1½万, 1,5 million.
function fractionOfScale(text: string) {
  const [, figures = '', word = ''] = /^(.*?)\s{0,3}([a-z]+|千|百?万|亿)$/.exec(text) ?? [];
  const value = figures.includes('⁄')
    ? vulgar(figures)
    : figures.includes('/')
      ? fraction(figures)
      : numeral(arabic(decimalPoint(figures)));
  const scale = FRACTION_SCALES.get(word) ?? suffixed(`1${word}`)?.scale;
  return value && scale && numeral(multiply(value.range.min, scale), { scale });
}

// 1.3e6, 6.23x10^-4
function scientific(text: string) {
  const [mantissa = '', exponent = ''] = text.split(/e|\s?[x×*]\s?10\s?\^/);
  return numeral(multiply(arabic(mantissa), power(TEN, Number(exponent))), { weak: true });
}

// They come after the languages' own numerals, which may begin with digits too.
// 1w2 and 3k5 leave out the unit of their last digit, as 一万二 does.
function elliptic(text: string) {
  const head = suffixed(text.slice(0, -1));
  return head && numeral(add(head.range.min, rational(BigInt(text.slice(-1)) * head.scale.n, 10n)), { scale: head.scale });
}

const rules: readonly Omit<NumeralRule, 'opens'>[] = [
  // Cards have four digits a group.
  { name: 'digits/card', pattern: /(?<!\d[ -])\d{4}(?:[ -]\d{4}){2,3}(?:[ -]?\d{1,4})?(?![\d,.])/, produce: () => undefined },
  { name: 'digits/telephone', pattern: /0\d{2,3}[ -]\d{7,8}(?!\d)|400\d{7}(?!\d)/, produce: () => undefined },
  // No card and no number of a person is that long, or that round: a sum, if one beyond all sums.
  { name: 'digits/endless', pattern: /\d{101,}/, produce: () => undefined },
  {
    name: 'digits/beyond-money',
    pattern: /\d{20,100}|\d{10,94}0{6}(?!\d)|\d{16,100}(?=\s?(?:元|块|yuan|rmb|kuai|cny))/,
    produce: (text) => numeral(arabic(text)),
  },
  {
    name: 'digits/scientific-beyond-money',
    pattern: /\d{1,15}(?:\.\d{1,12})?e\+?(?:1[5-9]|[2-9]\d)(?![\da-z])/,
    produce: (text) => numeral(scientific(text).range.min),
  },
  { name: 'digits/too-long', pattern: /\d{16,}/, produce: () => undefined },
  // 1,2000 groups as nobody does.
  { name: 'digits/misplaced-comma', pattern: /(?<![\d,])\d{1,3},\d{4}(?![\d,.])/, produce: () => undefined },
  { name: 'digits/ordinal', pattern: /\d{1,15}(?:st|nd|rd|th)(?![a-z])/, produce: () => undefined },
  {
    name: 'digits/scientific',
    pattern: /\d{1,15}(?:\.\d{1,12})?(?:e|\s?[x×*]\s?10\s?\^)[+-]?\d{1,2}(?![\da-z])/,
    produce: scientific,
  },
  {
    name: 'digits/suffix',
    pattern: new RegExp(`(?:${ARABIC}|\\d{1,6},\\d{1,2}(?!\\d))(?:-(?=k)|\\s{0,2})(?:k|w|mil|mio|mln|mn|mm|m|bln|bn|b|tln|tn)(?![a-z\\d])`),
    produce: suffixed,
  },
  { name: 'digits/suffix-and-digit', pattern: /\d{1,9}[kw]\d(?![a-z\d.])/, produce: elliptic },
  {
    name: 'digits/two-suffixes',
    pattern: /\d{1,4}w\d{1,4}k(?![a-z\d.])/,
    produce: (text) => {
      const [w = '', k = ''] = text.split('w');
      const [high, low] = [suffixed(`${w}w`), suffixed(k)];
      return high && low && numeral(add(high.range.min, low.range.min), { scale: low.scale });
    },
  },
  {
    name: 'digits/fraction-of-scale',
    pattern:
      /(?:\d{1,6}⁄[1-9]\d?|(?<![\d/.])(?:\d{1,6} {1,2})?\d{1,3}\/[1-9]\d?|(?<![\d,.])\d{1,6},\d{1,2})\s{0,2}(?:(?:thousand|grand|million|mil|billion|k|w|m|bn)(?![a-z\d])|千|百?万|亿)/,
    produce: fractionOfScale,
  },
  {
    name: 'digits/spoken-point',
    pattern: /\d{1,9} point \d{1,6}(?![\d.,a-z])/,
    produce: (text) => numeral(arabic(text.replace(' point ', '.'))),
  },
  { name: 'digits/vulgar-fraction', pattern: /\d{1,9}⁄[1-9]\d?/, produce: vulgar },
  { name: 'digits/fraction', pattern: /(?<![\d/.])(?:\d{1,9} {1,2})?\d{1,3}\/\d{1,3}(?![\d/.])/, produce: fraction },
  {
    name: 'digits/dot-groups',
    pattern: new RegExp(DOT_GROUPS),
    produce: (text) => numeral(arabic(text.replaceAll('.', '').replace(',', '.'))),
  },
  { name: 'digits/comma-groups', pattern: new RegExp(`${COMMA_GROUPS}|${INDIAN_GROUPS}`), produce: (text) => numeral(arabic(text)) },
  // Three groups of an address are no number: 192.168.100.101.
  {
    name: 'digits/only-dot-groups',
    pattern: /(?<![\d.a-z])\d{1,3}(?:\.\d{3}){2,6}(?![\d,]|\.\d)/,
    produce: (text) => (/^(?:\d{1,3}\.){3}\d{3}$/.test(text) ? undefined : numeral(arabic(text.replaceAll('.', '')))),
  },
  {
    name: 'digits/underscore-groups',
    pattern: /\d{1,3}(?:_\d{3}){1,6}(?![\d_])/,
    produce: (text) => numeral(arabic(text.replaceAll('_', ''))),
  },
  {
    name: 'digits/apostrophe-groups',
    pattern: /\d{1,3}(?:['’]\d{3}){1,6}(?:\.\d{1,12})?(?!\d)/,
    produce: (text) => numeral(arabic(text.replace(/['’]/g, ''))),
  },
  { name: 'digits/space-groups', pattern: new RegExp(SPACE_GROUPS), produce: (text) => numeral(arabic(text.replaceAll(' ', ''))) },
  {
    name: 'digits/space-groups-and-comma',
    pattern: /(?<!\d )\d{1,3}(?: \d{3}){1,4},\d{1,2}(?!\d|[,.]\d)/,
    produce: (text) => numeral(arabic(text.replaceAll(' ', '').replace(',', '.'))),
  },
  {
    name: 'digits/decimal-comma',
    pattern: /(?<!\d,|[.\d])\d{1,12},\d{1,2}(?!\d|[,.]\d)/,
    produce: (text) => numeral(arabic(text.replace(',', '.')), { weak: !/,\d\d$/.test(text) }),
  },
  { name: 'digits/decimal', pattern: new RegExp(DECIMAL), produce: (text) => numeral(arabic(text)) },
  { name: 'digits/bare-decimal', pattern: /(?<![\da-z.])\.\d{1,12}(?!\d|\.\d)/, produce: (text) => numeral(arabic(`0${text}`)) },
  { name: 'digits/integer', pattern: new RegExp(INTEGER), produce: (text) => numeral(arabic(text)) },
];

/** Numbers in digits, from the long forms to the short. */
export const digitRules: readonly NumeralRule[] = rules.map((rule) => ({
  ...rule,
  opens: rule.name === 'digits/bare-decimal' ? ['point'] : ['digit'],
}));
