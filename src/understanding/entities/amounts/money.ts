import type { Interval } from '../../../base/interval.js';
import { add, compare, divide, equals, multiply, type Rational, rational } from '../../../base/rational.js';
import type { Span } from '../../../base/span.js';
import { type Currency, YUAN_UNIT } from './common/currencies.js';
import { currencyOf, FOREIGN_SIGN, FOREIGN_WORD, MINOR_UNIT, SIGN, UNIT } from './common/currency-marks.js';
import { modifiersAround } from './common/modifiers.js';
import { integer, type NumberReading } from './common/numeral.js';
import { NUMBER, type SketchMatch, type SketchRule, STRONG_NUMBER } from './common/sketch.js';

interface AmountParts {
  /** Where the figure and its currency stand in the folded text; `originalSpan` leads to the typed text. */
  readonly span: Span;
  readonly currency: Currency;
  /** No currency word stood there: a plain number is taken as yuan. */
  readonly implied: boolean;
  /** 大概, 左右, about, 几千: the figure is not meant to the last yuan. */
  readonly approximate: boolean;
  readonly rule: string;
}

/** A sum of money in units of its currency (yuan, dollars). An open side of `range` has no end. */
export type Amount = AmountParts &
  (
    | { readonly bound: 'exact' | 'range'; readonly range: Interval<Rational> }
    | { readonly bound: 'at-least'; readonly range: { readonly min: Rational; readonly max?: never } }
    | { readonly bound: 'at-most'; readonly range: { readonly min?: never; readonly max: Rational } }
  );

/** A reading that the negation before it takes back: 不是5000. */
export type AmountReading = Amount & { readonly negated: boolean };

const S = String.raw`\s{0,2}`;
const N = NUMBER;
const NO_LETTER = '(?![a-z])';
export const CHANGE = '(?:钱|整|正)?';
const AND = `${S}(?:零|又|and)?${S}`;
const DIME = `(?:毛|角|mao${NO_LETTER}|jiao${NO_LETTER})`;
const CENT = `(?:分|fen${NO_LETTER})`;
const TO = `(?:到|至|-|~|—|–|(?:up )?to(?= )|或者?|or(?= ))`;

// 1/2 may be a date, 千三 a rate and 1e5 a name, even alone; two thirds are a share.
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'digits/fraction',
  'zh/unit-and-digit',
  'zh/digit-string',
  'digits/scientific',
  'en/fraction',
  'en/one-part',
]);

const TENTH = rational(1n, 10n);
const HUNDREDTH = rational(1n, 100n);

/** A sum of `range` at the place of `match`, taken as the words around it say. */
export function amount(match: SketchMatch, range: Interval<Rational>, currency: Currency | undefined, approximate: boolean): AmountReading {
  const modifiers = modifiersAround(match.text, match.at, match.end);
  const parts = {
    span: match.span,
    currency: currency ?? 'CNY',
    implied: currency === undefined,
    approximate: approximate || modifiers.approximate,
    rule: match.rule,
    negated: modifiers.negated,
  };
  switch (modifiers.bound) {
    case 'at-least':
      return { ...parts, bound: 'at-least', range: { min: range.min } };
    case 'at-most':
      return { ...parts, bound: 'at-most', range: { max: range.max } };
    case undefined:
      return { ...parts, bound: equals(range.min, range.max) ? 'exact' : 'range', range };
  }
}

/** The currency that a rule's groups `unit` and `sign` name. */
export const currencyIn = ({ groups }: SketchMatch): Currency | undefined => {
  const said = [groups['unit'], groups['sign']].flatMap((words) => (words === undefined ? [] : [currencyOf(words)]));
  // 港币500元: 元 is the unit of many currencies.
  return said.find((currency) => currency !== 'CNY') ?? said[0];
};

// -¥500: the dash stands before the sign of the currency.
function signed(match: SketchMatch): AmountReading | undefined {
  const number = match.numbers[0];
  if (match.groups['minus'] === undefined || !number) return single(match);
  const { min, max } = number.range;
  return amount(match, { min: negative(max), max: negative(min) }, currencyIn(match), number.approximate);
}

const negative = ({ n, d }: Rational): Rational => ({ n: -n, d });

// 块二 is 1.20; 块儿八毛 is about a yuan, whatever it says.
function oneAndTenths(match: SketchMatch): AmountReading | undefined {
  const [tenths] = match.numbers;
  if (!tenths || !isTenth(tenths) || tenths.range.min.n < 1n) return undefined;
  const one = integer(1n);
  const isAbout = match.groups['dime'] !== undefined && tenths.range.min.n === 8n;
  const range = isAbout
    ? { min: rational(4n, 5n), max: one }
    : shifted({ ...tenths, range: { min: one, max: one } }, multiply(tenths.range.min, TENTH)).range;
  return amount(match, range, 'CNY', isAbout);
}

function single(match: SketchMatch): AmountReading | undefined {
  const number = match.numbers[0];
  if (!number) return undefined;
  const { range } = match.groups['half'] ? shifted(number, rational(1n, 2n)) : number;
  const loose = match.groups['vague'] !== undefined;
  return amount(match, range, currencyIn(match), number.approximate || loose);
}

const wholeMessage = (match: SketchMatch): AmountReading | undefined => {
  const number = match.numbers[0];
  return number && !AMBIGUOUS.has(number.rule) ? single({ ...match, span: number.span }) : undefined;
};

const shifted = ({ range }: NumberReading, by: Rational): { range: Interval<Rational> } => ({
  range: { min: add(range.min, by), max: add(range.max, by) },
});

// 2到3千 and 5-8k say the unit once: the first number borrows it when it is the smaller one only then.
function between(match: SketchMatch): AmountReading | undefined {
  const [low, high] = match.numbers;
  if (!low || !high) return undefined;
  const mantissa = divide(high.range.max, high.scale);
  const borrows = equals(low.scale, integer(1n)) && compare(high.scale, integer(1n)) > 0 && compare(low.range.min, mantissa) < 0;
  const min = borrows ? multiply(low.range.min, high.scale) : low.range.min;
  if (compare(min, high.range.max) >= 0) return undefined;
  return amount(match, { min, max: high.range.max }, currencyIn(match), low.approximate || high.approximate);
}

// 一百零五元五角, 12块8毛5, 8毛.
function yuanAndChange(match: SketchMatch): AmountReading | undefined {
  const { groups } = match;
  const places = [
    groups['yuan'] === undefined ? undefined : integer(1n),
    groups['dime'] === undefined ? undefined : TENTH,
    groups['cent'] === undefined ? undefined : HUNDREDTH,
  ].filter((place) => place !== undefined);
  let total: Interval<Rational> = { min: integer(0n), max: integer(0n) };
  for (const [i, number] of match.numbers.entries()) {
    const place = places[i] ?? divide(places[i - 1] ?? integer(1n), integer(10n));
    total = { min: add(total.min, multiply(number.range.min, place)), max: add(total.max, multiply(number.range.max, place)) };
  }
  return amount(
    match,
    total,
    currencyIn(match) ?? 'CNY',
    match.numbers.some((number) => number.approximate),
  );
}

// One digit counts tenths; 零五 and 05 have two.
const isTenth = ({ range, span }: NumberReading): boolean => range.min.n < 10n && span.end - span.start === 1;

// 两块五 is 2.50, 3块25 is 3.25, 一块零五 is 1.05.
function yuanAndDigits(match: SketchMatch): AmountReading | undefined {
  const [yuan, rest] = match.numbers;
  if (!yuan || !rest || yuan.approximate || rest.range.min.d !== 1n || rest.range.min.n < 0n || rest.range.min.n >= 100n) return undefined;
  const part = multiply(rest.range.min, isTenth(rest) ? TENTH : HUNDREDTH);
  return amount(match, shifted(yuan, part).range, currencyIn(match) ?? 'CNY', false);
}

// 2 dollars and 50 cents, 50美分.
function withMinor(match: SketchMatch): AmountReading | undefined {
  const [first, second] = match.numbers;
  const minor = second ?? first;
  if (!first || !minor) return undefined;
  const part = { min: multiply(minor.range.min, HUNDREDTH), max: multiply(minor.range.max, HUNDREDTH) };
  const range = second ? { min: add(first.range.min, part.min), max: add(first.range.max, part.max) } : part;
  const currency = currencyIn(match) ?? currencyOf(match.groups['minor'] ?? '');
  return amount(match, range, currency, first.approximate || minor.approximate);
}

const rule = (name: string, core: string, produce: SketchRule<AmountReading>['produce'], takes = 1): SketchRule<AmountReading> => ({
  name,
  takes,
  pattern: new RegExp(core, 'g'),
  produce,
});

const SIGNED = `(?<sign>${SIGN})[.:]?${S}`;
// 港币三块二, HK$12块5.
const ABROAD = `(?:(?<sign>${FOREIGN_SIGN})${S})?`;
const SUFFIX = `${S}(?<vague>[多来余几]|-?odd(?![a-z])|-?ish(?![a-z]))?${S}(?:[个枚](?=${FOREIGN_WORD}))?-?(?<unit>${UNIT})${CHANGE}`;

// 5000元（伍仟元整）
function restated(match: SketchMatch): AmountReading | undefined {
  const [first, second] = match.numbers;
  return first && second && equals(first.range.min, second.range.min) ? single(match) : undefined;
}

// A yuan without its one is said only at the start of a phrase or after a verb.
const ALONE = '(?<=^|[\\s,。!?了是收扣要花])';
const SPOKEN_END = '(?=$|[\\s,。.!?的吗呢吧多手])';

/** Ways of writing money over a sketch, from long to short. */
export const moneyRules: readonly SketchRule<AmountReading>[] = [
  rule(
    'money/restated',
    `(?:${SIGNED})?${N}${S}(?<unit>${UNIT})?${CHANGE}${S}\\(${S}${N}${S}(?:${UNIT})?${CHANGE}${S}\\)(?:${S}${UNIT})?`,
    restated,
    2,
  ),
  rule('money/range-zh-between', `${N}(?:${S}${UNIT})?${S}(?:和|与|跟)${S}${N}(?:${S}(?<unit>${UNIT}))?(?=${S}之间)`, between, 2),
  rule(
    'money/range-en-between',
    `(?<=between ${SIGN}?${S})${N}(?:${S}${UNIT})?${S}and${S}(?<sign>${SIGN})?${S}${N}(?:${S}(?<unit>${UNIT}))?`,
    between,
    2,
  ),
  rule('money/range-signed', `${SIGNED}${N}${S}${TO}${S}(?:${SIGN}${S})?${N}(?!${S}(?:毛|角))(?:${S}(?<unit>${UNIT}))?`, between, 2),
  rule('money/range-unit', `${N}(?:${S}${UNIT})?${S}${TO}${S}${N}${SUFFIX}`, between, 2),
  rule('money/range', `(?:${N}${S}${TO}${S}${STRONG_NUMBER}|${STRONG_NUMBER}${S}${TO}${S}${N})${NO_LETTER}`, between, 2),
  rule('money/one-and-tenths', `${ALONE}块(?:儿?${N}(?<dime>毛|角)${CHANGE}|${N})(?![\ue000-\ue003分厘])${SPOKEN_END}`, oneAndTenths),
  rule(
    'money/yuan-and-change',
    `${ABROAD}(?:${N}${S}(?<yuan>${YUAN_UNIT})${CHANGE}${AND})?${N}${S}(?<dime>${DIME})${CHANGE}(?:${AND}${N}${S}(?<cent>${CENT})${CHANGE}|${N})?`,
    yuanAndChange,
  ),
  rule('money/yuan-and-cents', `(?:${N}${S}(?<yuan>${YUAN_UNIT})${CHANGE}${AND})${N}${S}(?<cent>${CENT})${CHANGE}`, yuanAndChange, 2),
  rule('money/cents', `${N}${S}(?<cent>${CENT})钱`, yuanAndChange),
  rule('money/yuan-and-digits', `${ABROAD}${N}(?:块|元|kuai )${S}${N}(?!${S}(?:${UNIT}|[毛角分万千百]))`, yuanAndDigits, 2),
  rule('money/with-minor', `${ABROAD}${N}${S}(?<unit>${FOREIGN_WORD})${S},?${AND}${N}${S}-?(?<minor>${MINOR_UNIT})`, withMinor, 2),
  rule(
    'money/foreign-and-digits',
    `${N}${S}(?<unit>${FOREIGN_WORD})\\s{1,2}(?:and\\s{1,2})?${N}(?!${S}(?:${UNIT}|[a-z%\\d-]))`,
    yuanAndDigits,
    2,
  ),
  rule('money/minor', `${N}${S}-?(?<minor>${MINOR_UNIT})`, withMinor),
  rule('money/yuan-and-half', `${N}${S}(?<unit>块|元|蚊|kuai|${FOREIGN_WORD})(?:钱)?${S}(?<half>半)(?!天|年|个|价)`, single),
  rule(
    'money/signed',
    `(?<minus>(?<![a-z\\d%元块\ue000-\ue003]\\s?)[-−]\\s?(?=¥|\\$|[\ue200-\ue2ff])|负\\s?|(?<![a-z\ue000-\ue003] ?)minus )?${SIGNED}${N}(?:${S}(?<unit>${UNIT})${CHANGE})?`,
    signed,
  ),
  rule('money/unit', `${N}${SUFFIX}`, single),
  rule('money/plain', `${STRONG_NUMBER}(?!(?!ish|plus|odd)[a-z%‰_])`, single),
  // A message that is nothing but a small number answers a question for one.
  { name: 'money/whole-message', pattern: new RegExp(`^\\s{0,9}${N}[\\s.!?。~]{0,9}$`, 'g'), produce: wholeMessage },
];
