import { add, multiply, ONE, type Rational, rational, ZERO } from '../../../../base/rational.js';
import { ARABIC, arabic } from '../common/digits.js';
import { integer, type Numeral, type NumeralRule, numeral, vague } from '../common/numeral.js';
import { DENOMINATOR, fractionOf } from './fraction-words.js';

const ZEROS = ['zero', 'nought', 'naught'];
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const VALUES: ReadonlyMap<string, bigint> = new Map([
  ...ZEROS.map((word) => [word, 0n] as const),
  ...ONES.map((word, i) => [word, BigInt(i + 1)] as const),
  ...TEENS.map((word, i) => [word, BigInt(i + 10)] as const),
  ...TENS.map((word, i) => [word, BigInt((i + 2) * 10)] as const),
  ['fourty', 40n],
  ['a', 1n],
  ['an', 1n],
  ['couple', 2n],
]);
const SCALES: ReadonlyMap<string, bigint> = new Map([
  ['thousand', 1_000n],
  ['grand', 1_000n],
  ['thou', 1_000n],
  ['k', 1_000n],
  ['lakh', 100_000n],
  ['million', 1_000_000n],
  ['mil', 1_000_000n],
  ['crore', 10_000_000n],
  ['billion', 1_000_000_000n],
  ['trillion', 1_000_000_000_000n],
]);
const PARTS: ReadonlyMap<string, Rational> = new Map([
  ['half', rational(1n, 2n)],
  ['quarter', rational(1n, 4n)],
  ['quarters', rational(1n, 4n)],
]);

const END = '(?![a-z])';
// Repeats of up to three are unrolled by the engine, in every place they stand in, which takes longer to compile than all matching.
const SPACE = String.raw`\s{1,5}`;
const SEP = String.raw`(?:\s{1,5}|\s{0,4}-\s{0,4})`;
const AND = `(?:${SPACE}and${SPACE}|${SEP})`;
const one = `(?:${ONES.join('|')})`;
const SCALE = `(?:thousands?|thou|grand|lakhs?|millions?|mil|crores?|billions?|trillions?)${END}`;
const UNDER_HUNDRED = `(?:(?:${TENS.join('|')}|fourty)(?:${SEP}${one}${END})?|(?:${TEENS.join('|')})|${one})${END}`;
// The head of a phrase that ends in a half, a fraction or decimals: any row of number words, which compiles faster than the full grammar.
const WORD = `(?:${[...ONES, ...TEENS, ...TENS, 'fourty', 'hundreds?', 'thousands?', 'thou', 'grand', 'lakhs?', 'millions?', 'mil', 'crores?', 'billions?', 'trillions?'].join('|')})${END}`;
const ROW = `(?:${WORD}|\\d[\\d,]{0,18}(?:\\.\\d{1,12})?|an?(?=${SPACE}(?:hundred|thousand|grand|lakh|crore|million|billion)))(?:${AND}${WORD}){0,12}?`;
const HUNDRED_END = `(?!${SPACE}hundred)`;
const ARABIC_TAIL = `${SPACE}and${SPACE}[1-9]\\d?(?![\\d.,%a-z]|${SPACE}(?:hundred|day|hour|min|week|month|year|percent|people|time))`;
const HUNDRED_TAIL = `(?:${AND}${UNDER_HUNDRED}${HUNDRED_END}|${ARABIC_TAIL})?`;
const COUPLE = `(?:a${SPACE})?couple(?: of)?`;
const UNDER_THOUSAND = `(?:(?:${UNDER_HUNDRED}|${ARABIC}|an?|${COUPLE})(?:${SPACE}|-)hundreds?${END}${HUNDRED_TAIL})`;
const LEAD = `(?:${UNDER_THOUSAND}|${UNDER_HUNDRED}|${ARABIC}|an?(?=${SPACE})|hundred|${COUPLE})`;
// After the first scale any row of number words: two million three hundred thousand and five.
const SCALED = `${LEAD}${SPACE}?${SCALE}(?:${AND}(?:${WORD}|\\d{1,3}${SPACE}(?:hundred${END}|${SCALE}))(?!${SPACE}point)){0,12}(?:${ARABIC_TAIL})?`;
const TEENS_OR_TENS = `(?:${[...TEENS, ...TENS].join('|')})`;
const HUNDREDS = `(?:${one}|an?|[1-9])${SPACE}hundred${END}${HUNDRED_TAIL}`;
const THOUSANDS = `(?:${UNDER_THOUSAND}|${UNDER_HUNDRED}|\\d{1,3}|an?)${SPACE}thousand${END}`;
const NO_LIST = `(?!${SPACE}(?:each|at a time|at once|per|a (?:day|week|month)|every|of)${END}|(?:,|${SPACE}(?:and|or|to|then))${SPACE}(?:${WORD}|\\d|an? (?:hundred|thousand)))`;
const PARTS_WITH_COMMAS = `(?:(?:${UNDER_THOUSAND}|${UNDER_HUNDRED}|\\d{1,3}|an?)${SPACE}(?:m|b)illion,${SPACE}(?:and${SPACE})?${THOUSANDS}(?:,?${SPACE}(?:and${SPACE})?${HUNDREDS})?|${THOUSANDS},${SPACE}(?:and${SPACE})?${HUNDREDS})${NO_LIST}`;
const PART = `(?:(?:a|one)${SPACE}(?:half|quarter)|three${SPACE}quarters)${END}`;
const POINT = `${SPACE}point(?:${SPACE}(?:${TENS.join('|')})${SEP}${one}${END}|${SPACE}(?:${TEENS.join('|')})${END}|(?:${SPACE}(?:${[...ZEROS, 'oh', ...ONES].join('|')})${END}){1,9})`;

const singular = (word: string): string => word.replace(/(?<=hundred|thousand|lakh|million|crore|billion|trillion|dozen)s$/, '');

/** The exact value of a phrase: `two hundred and two thousand` → 202000, `two and a half grand` → 2500. */
function phrase(text: string): Numeral {
  const words = (text.match(/\d[\d,]*(?:\.\d+)?|[a-z]+/g) ?? []).map(singular);
  let total = ZERO;
  let current: Rational | undefined;
  let scale = ONE;
  for (const [i, word] of words.entries()) {
    const factor = SCALES.get(word);
    const part = PARTS.get(word);
    if (word === 'hundred') {
      scale = integer(100n);
      current = multiply(current ?? ONE, scale);
    } else if (factor !== undefined) {
      scale = integer(factor);
      // Three lakh crore: a scale on a scale multiplies.
      if (current === undefined && SCALES.has(words[i - 1] ?? '')) total = multiply(total, scale);
      else total = add(total, multiply(current ?? ONE, scale));
      current = undefined;
    } else if (part !== undefined) {
      const scaleFollows = SCALES.has(words[i + 1] ?? '');
      const before = words[i - 1];
      const value = before === 'three' ? rational(3n, 4n) : part;
      // The article in `and a half` was read as a one.
      if (before === 'a' || before === 'one' || before === 'three') current = before === undefined ? current : undone(current, before);
      current = add(current ?? ZERO, scaleFollows || total === ZERO ? value : multiply(value, scale));
    } else if (word !== 'and' && word !== 'of' && !(word === 'a' && words[i + 1] === 'couple')) {
      const value = VALUES.get(word);
      current = add(current ?? ZERO, value === undefined ? arabic(word) : integer(value));
    }
  }
  return numeral(current === undefined ? total : add(total, current), { scale, approximate: words.includes('couple') });
}

/** One thousand and two thousand are two numbers: scales go down within one. */
function scaled(text: string): Numeral | undefined {
  const words = (text.match(/[a-z]+|\d[\d,.]*/g) ?? []).map(singular);
  const places = words.flatMap((word, index) => {
    const factor = SCALES.get(word);
    return factor === undefined ? [] : [{ factor, index }];
  });
  const isRow = places.every(({ factor, index }, i) => {
    const before = places[i - 1];
    return !before || index === before.index + 1 || factor < before.factor;
  });
  return isRow ? phrase(text) : undefined;
}

const undone = (current: Rational | undefined, word: string): Rational => add(current ?? ZERO, integer(-(VALUES.get(word) ?? 0n)));

function pointed(text: string): Numeral {
  const [whole = '', said = ''] = text.split(/\s+point\s+/);
  const scaleWord = /\s(hundred|[a-z]+)$/.exec(said)?.[1] ?? '';
  const scale = scaleWord === 'hundred' ? integer(100n) : integer(SCALES.get(singular(scaleWord)) ?? 1n);
  const decimals = scale.n === 1n ? said : said.slice(0, -scaleWord.length).trim();
  const words = decimals.split(/[\s-]+/);
  const compound =
    words.length === 2 && TENS.includes(words[0] ?? '')
      ? String((VALUES.get(words[0] ?? '') ?? 0n) + (VALUES.get(words[1] ?? '') ?? 0n))
      : undefined;
  const digits = compound ?? words.map((word) => String(VALUES.get(word) ?? 0n)).join('');
  const value = add(phrase(whole).range.min, rational(BigInt(digits), 10n ** BigInt(digits.length)));
  return numeral(multiply(value, scale), { scale });
}

// `a few` and `several` stand for two to nine, as 几 does.
function few(text: string): Numeral {
  const { range } = phrase(text.replace(/^(?:a few|few|several)\s+/, 'a '));
  return vague(multiply(range.min, integer(2n)), multiply(range.min, integer(9n)), range.min);
}

function hundredsOf(text: string): Numeral {
  const { range } = phrase(`${text.startsWith('tens') ? 'ten' : 'a'} ${text.replace(/^tens\s+of\s+|\s+of\b/g, '')}`);
  return { ...vague(multiply(range.min, integer(2n)), multiply(range.min, integer(9n)), range.min), weak: true };
}

function halfOf(text: string): Numeral {
  const unit = text.replace(/^(?:half|quarter)\s+(?:(?:of\s+)?an?\s+)?/, '');
  const part = PARTS.get(text.slice(0, text.search(/\s/))) ?? ONE;
  const whole = /^dozen/.test(unit) ? integer(12n) : phrase(`one ${unit}`).range.min;
  return numeral(multiply(whole, part));
}

// Three hundred and two dozens: only the last part is counted in dozens.
function dozens(text: string): Numeral {
  const counted = text.replace(/\s*(?:dozens?|dozs?|dzs?)$/, '');
  const [, head = '', last = counted] = /^(.* hundred)\s+and\s+(.*)$/.exec(counted) ?? [];
  const whole = head === '' ? ZERO : phrase(head).range.min;
  return numeral(add(whole, multiply(phrase(last).range.min, integer(12n))), { weak: true });
}

const fraction = (text: string): Numeral | undefined => {
  const [part = '', whole] = text.split(/\s+of\s+an?\s+|\s+of\s+one\s+/);
  const value = fractionOf(part, (words) => phrase(words).range.min);
  return value && (whole === undefined ? numeral(value, { weak: true }) : numeral(multiply(value, phrase(`one ${whole}`).range.min)));
};

const rule = (name: string, pattern: string, produce: NumeralRule['produce'], opens: NumeralRule['opens'] = ['latin']): NumeralRule => ({
  name,
  opens,
  pattern: new RegExp(`(?<![a-z\\d.])${pattern}`),
  produce,
});

/** English numerals: what is none, what is vague, then from long to short. */
export const enNumeralRules: readonly NumeralRule[] = [
  rule(
    'en/not-a-number',
    `(?<=(?:the|this|that|which|no|any|every|some|each|another|only)${SPACE})one${END}(?!${SPACE}(?:hundred|thousand|million|billion))`,
    () => undefined,
  ),
  rule('en/not-a-count', `one${SPACE}(?:of|another|by|day|more|thing|who|click|way|go|shot|sitting)${END}`, () => undefined),
  // The "and" of "between one thousand and two thousand" belongs to "between".
  rule(
    'en/between',
    `(?<=between${SPACE})(?:${ARABIC}|an?(?=${SPACE})|${WORD})(?:${SEP}${WORD}){0,6}(?=${SPACE}and${SPACE}(?:${ARABIC}|an?${SPACE}|${WORD}))`,
    phrase,
    ['latin', 'digit'],
  ),
  // 100.5 or 150.
  rule('en/hundred-and-a-half', `an?${SPACE}hundred${SPACE}and${SPACE}a${SPACE}half${END}`, () => undefined),
  rule('en/and-a-half', `${ROW}${SPACE}and${SPACE}${PART}(?:${SPACE}(?:hundred${END}|k${END}|${SCALE}))?`, phrase, ['latin', 'digit']),
  rule('en/fraction', `(?:an?|${ROW})${SEP}${DENOMINATOR}s${END}(?:${SPACE}of${SPACE}(?:an?|one)${SPACE}${SCALE})?`, fraction),
  // A fifth of it is a share, a fifth attempt is none.
  rule(
    'en/one-part',
    `(?:${ROW}${SPACE}and${SPACE})?(?:an?|one)${SEP}${DENOMINATOR}(?=${SPACE}of${END}|[\\s.,;:?!)]{0,9}$|[.,;:?!)])`,
    fraction,
    ['latin', 'digit'],
  ),
  rule(
    'en/ordinal-tens',
    `(?:${TENS.join('|')})${SEP}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)${END}`,
    () => undefined,
  ),
  rule('en/few', `(?:a few|few|several)${SPACE}(?:hundred|(?:hundred${SPACE})?${SCALE})`, few),
  // Hundreds of yuan; of people, they count people.
  rule(
    'en/hundreds-of',
    `(?:(?:tens|hundreds)${SPACE}of${SPACE})?(?:hundreds|thousands|millions)${SPACE}of(?=${SPACE}(?:[a-z]{2,9}${SPACE})?(?:yuan|kuai|rmb|renminbi|dollars|bucks|euros|pounds)${END})`,
    hundredsOf,
  ),
  rule('en/bare-scale', `(?:hundred|thousand|million|billion)(?=${SPACE}(?:yuan|kuai|rmb|dollars|bucks|euros|pounds)${END})`, (text) => ({
    ...phrase(`a ${text}`),
    weak: true,
  })),
  rule('en/half-of', `(?:half|quarter)${SPACE}(?:(?:of${SPACE})?an?${SPACE})?(?:hundred${END}|dozen${END}|k${END}|${SCALE})`, halfOf),
  rule('en/dozens', `(?:a|${ROW})${SPACE}(?:dozens?|dozs?|dzs?)${END}`, dozens, ['latin', 'digit']),
  rule('en/point', `(?:${ROW}|(?:${ZEROS.join('|')}))${POINT}(?:${SPACE}(?:hundred${END}|k${END}|${SCALE}))?`, pointed),
  rule('en/article-and-unit', `an?(?=${SPACE}(?:dollar|buck|cent|euro|pound|quid|yuan|kuai)${END})`, () => numeral(ONE, { weak: true })),
  rule('en/half-and-unit', `half${SPACE}an?(?=${SPACE}(?:dollar|euro|pound|yuan|kuai)${END})`, () =>
    numeral(rational(1n, 2n), { weak: true }),
  ),
  rule('en/k', `(?:${COUPLE}|${ROW})(?:${SPACE}?|-)k${END}`, phrase),
  // Five thousand, five hundred is written with a comma as often as without; a list of sums goes on or names what each is.
  rule('en/parts-with-commas', PARTS_WITH_COMMAS, (text) => phrase(text.replaceAll(',', '')), ['latin', 'digit']),
  rule('en/hundred-and', `hundred${SPACE}and${SPACE}${UNDER_HUNDRED}`, (text) => phrase(`a ${text}`)),
  rule('en/scaled', SCALED, scaled, ['latin', 'digit']),
  rule('en/hundreds', UNDER_THOUSAND, phrase, ['latin', 'digit']),

  // One oh five is 105 or 1.05, nineteen ninety-nine a year or a price.
  rule('en/ambiguous-oh', `(?:${one}|${TEENS_OR_TENS})${SPACE}oh(?:${SPACE}${one})?${END}`, () => undefined),
  rule(
    'en/ambiguous-tens',
    `${TEENS_OR_TENS}${SPACE}${TEENS_OR_TENS}(?:${SEP}${one})?${END}(?!${SPACE}(?:hundred|${SCALE}))`,
    () => undefined,
  ),
  // Two fifty is 250 or 2.50: it is not guessed.
  rule('en/ambiguous-pair', `${one}${SPACE}(?:${TENS.join('|')})(?:${SEP}${one})?${END}(?!${SPACE}(?:hundred|${SCALE}))`, () => undefined),
  rule('en/number', UNDER_HUNDRED, (text) => ({ ...phrase(text), weak: !/\s|-|ty$/.test(text) })),
  rule('en/zero', `(?:${ZEROS.join('|')})${END}`, () => numeral(ZERO, { weak: true })),
];
