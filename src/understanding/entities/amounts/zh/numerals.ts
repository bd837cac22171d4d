import { add, multiply, type Rational, rational } from '../../../../base/rational.js';
import { ARABIC } from '../common/digits.js';
import { integer, type Numeral, type NumeralRule, numeral, times, vague } from '../common/numeral.js';
import { NOT_NUMBERS } from './not-numbers.js';

const DIGIT_CHARS = '一二三四五六七八九两俩壹贰叁肆伍陆柒捌玖';
const DIGITS: ReadonlyMap<string, bigint> = new Map(
  ['零〇', '一壹', '二贰两俩', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((characters, value) =>
    [...characters].map((character) => [character, BigInt(value)] as const),
  ),
);
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1_000n],
  ['仟', 1_000n],
  ['万', 10_000n],
  ['亿', 100_000_000n],
  ['兆', 1_000_000_000_000n],
]);

// Repeats of up to three are unrolled by the engine, in every place they stand in: this pattern then takes 0.1 s to compile.
const S = String.raw`\s{0,4}`;
const D = `[${DIGIT_CHARS}]`;
const Z = '[零〇]';
const X = String.raw`(?:${D}|\d{1,9}(?:\.\d{1,6})?)`;
const BIG = `(?:万${S}[万亿]|[万亿兆])`;
// 一万三 ends in an elliptic digit, but in 一万三个月 and 五万一般 the last character belongs to the next word.
const NEXT_WORD = `${S}(?:[个天年月日期次人笔种位号步遍件家周岁名]|点(?!${S}[零〇一二三四五六七八九])|小时|分钟|${BIG}|[十百千拾佰仟])`;
// Only words that follow an amount in speech: 五万一般, 一万四川.
const WORD = '一[下样直般定些起共边旦律切次路手键半]|二维|二手|三方|四川|四处|十[分足]|零[钱售]';
const LAST = `(?!${WORD})${D}(?!${NEXT_WORD})`;
const TEN = `${X}?${S}[十拾](?:${S}${D}|\\d(?!\\d))?`;
const UNDER_HUNDRED = `(?:${TEN}|${Z}${S}${D})`;
const HUNDRED = `${X}${S}[百佰](?:${S}(?:${Z}${S})?${TEN}|${S}${Z}${S}(?:${D}|\\d{1,2}(?!\\d))|${S}${LAST}|\\d{1,2}(?![\\d.]))?`;
const THOUSAND = `${X}${S}[千仟](?:${S}(?:${Z}${S})?(?:${HUNDRED}|${TEN})|${S}${Z}${S}(?:${D}|\\d{1,2}(?!\\d))|${S}${LAST}|\\d{1,3}(?![\\d.]))?`;
const SECTION = `(?:${THOUSAND}|${HUNDRED}|${UNDER_HUNDRED}|${X}|[百佰千仟](?=${S}[万亿]))`;
const COUNTED = `(?:${THOUSAND}|${HUNDRED}|${TEN}|${Z}${S}${TEN})`;
const GROUPS = `(?:${SECTION}|${ARABIC})${S}${BIG}(?:${S}(?:${Z}${S})?${SECTION}${S}${BIG}){0,4}`;
const LONG = `(?:${GROUPS}(?:${S}(?:${Z}${S})?${COUNTED}|${S}${Z}${S}${D}|${S}${LAST}|\\d{1,4}(?![\\d.]))?|${COUNTED})`;
const POINT = `${S}点${S}[零〇一二三四五六七八九叁陆伍壹贰肆柒捌玖](?:${S}[零〇一二三四五六七八九叁陆伍壹贰肆柒捌玖]){0,11}`;
// The head of a numeral that goes on with 点, 多 or 几: any row of digits and units, which is cheaper than the full grammar.
const headOf = (digit: string): string =>
  `(?=[\\d${DIGIT_CHARS}十拾百佰千仟万亿零〇])(?:(?:${digit}${S})?[十拾百佰千仟万亿零〇]${S}){0,12}(?:${digit})?`;
// 三点二十 is a time.
const DECIMAL = `${headOf(D)}${POINT}(?!${S}(?:[十百千钟分]))(?:${S}${BIG})?`;

const ATOM = /\d[\d,]*(?:\.\d+)?|\S/g;

/** The exact value of a well-formed numeral: 一万二 → 12000, 3千8 → 3800, 五亿零六 → 500000006. */
export function zhValue(text: string): { readonly value: Rational; readonly scale: bigint } {
  const [whole = '', decimals] = text.split('点');
  if (decimals !== undefined) return pointValue(whole, decimals);
  let total = 0n;
  let section = 0n;
  let pending: bigint | undefined;
  let single = false;
  let unit = 1n;
  let largest = 1n;
  let zero = false;
  // Everything is counted in parts of `one`, so that 1.2万 stays exact.
  const places = Math.max(0, ...[...text.matchAll(/\.(\d+)/g)].map((match) => match[1]?.length ?? 0));
  const one = 10n ** BigInt(places);
  for (const [atom] of text.matchAll(ATOM)) {
    const digit = DIGITS.get(atom);
    const factor = UNITS.get(atom);
    if (digit === 0n) zero = true;
    else if (digit !== undefined) [pending, single] = [digit * one, true];
    else if (factor === undefined) [pending, single] = [scaled(atom, places), atom.length === 1];
    else if (factor < 10_000n) {
      section += (pending ?? one) * factor;
      [pending, unit, zero] = [undefined, factor, false];
    } else {
      section += pending ?? 0n;
      if (section === 0n && total === 0n) section = one;
      if (section === 0n || factor > largest) total = (total + section) * factor;
      else total += section * factor;
      if (factor > largest) largest = factor;
      [pending, section, unit, zero] = [undefined, 0n, factor, false];
    }
  }
  if (pending !== undefined) section += single && unit >= 100n && !zero ? (pending * unit) / 10n : pending;
  const n = total + section;
  return { value: places === 0 ? integer(n) : rational(n, one), scale: unit };
}

function scaled(atom: string, places: number): bigint {
  const [whole = '', fraction = ''] = atom.replaceAll(',', '').split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}

function pointValue(whole: string, decimals: string): { value: Rational; scale: bigint } {
  let digits = 0n;
  let one = 1n;
  let scale = 1n;
  for (const character of decimals) {
    const digit = DIGITS.get(character);
    if (digit !== undefined) [digits, one] = [digits * 10n + digit, one * 10n];
    else scale *= UNITS.get(character) ?? 1n;
  }
  const value = add(zhValue(whole).value, rational(digits, one));
  return { value: multiply(value, integer(scale)), scale };
}

function plain(text: string): Numeral {
  const { value, scale } = zhValue(text);
  return numeral(value, { scale: integer(scale) });
}

function digitString(text: string): Numeral {
  let value = 0n;
  for (const character of text) value = value * 10n + (DIGITS.get(character) ?? 0n);
  return numeral(integer(value), { weak: true });
}

// 几 and 数 stand for two to nine of their unit.
function several(text: string): Numeral {
  const at = text.search(/[几数]/);
  const lead = text.slice(0, at).replace(/[好零〇\s]/g, '');
  const tail = text
    .slice(at + 1)
    .replace(/k/, '千')
    .replace(/w/, '万')
    .replace(/\s/g, '');
  const { value: unit } = zhValue(`一${tail}`);
  if (lead === '') return vague(multiply(unit, integer(2n)), multiply(unit, integer(9n)), unit);
  const base = multiply(zhValue(lead).value, unit);
  return vague(add(base, unit), add(base, multiply(unit, integer(9n))), unit);
}

// 20几块 is 21 to 29.
function severalMore(text: string): Numeral {
  const value = BigInt(text.slice(0, -1));
  return vague(integer(value + 1n), integer(value + 9n));
}

function unitsOf(text: string): Numeral {
  const [count = '', unit = ''] = text.replace(/\s/g, '').split('个');
  const scale = zhValue(`一${unit.replace('半', '').replace('k', '千').replace('w', '万')}`).value;
  if (count === '几') return vague(multiply(integer(2n), scale), multiply(integer(9n), scale), scale);
  const half = unit.startsWith('半') ? rational(1n, 2n) : integer(0n);
  return numeral(multiply(add(zhValue(count).value, half), scale), { scale });
}

const hanDigit = (digit: string): string => '零一二三四五六七八九'.charAt(Number(digit));

// 五千多 is more than 5000 and less than 6000: one more of its last unit.
function more(text: string): Numeral {
  const at = text.search(/[多余]/);
  const head = text.slice(0, at).trim().replace(/k$/, '千').replace(/w$/, '万');
  const tail = text.slice(at + 1).trim();
  const bare = /^[十百千万亿]/.test(head) ? `一${head}` : head;
  const { value } = zhValue(bare);
  const factor = tail === '' ? integer(1n) : zhValue(`一${tail}`).value;
  return vague(multiply(value, factor), multiply(add(value, integer(lastPlace(value))), factor), factor);
}

/** The place of the last digit that is not zero: 5000 → 1000, 150 → 10. */
function lastPlace(value: Rational): bigint {
  let place = 1n;
  while (value.n !== 0n && value.n % (place * 10n * value.d) === 0n) place *= 10n;
  return place;
}

// 五六百, 一两万, 三五千, 七八十.
function neighbours(text: string): Numeral | undefined {
  const match = /^(.*?)(\S)[\s、]?(\S)([十百千万亿拾佰仟\skw]*)$/.exec(text);
  if (!match) return undefined;
  const [, lead = '', first = '', second = '', units = ''] = match;
  const unit = units.replace(/\s/g, '').replace('k', '千').replace('w', '万');
  const low = DIGITS.get(first) ?? 0n;
  const high = DIGITS.get(second) ?? 0n;
  if (high <= low) return undefined;
  const base = lead === '' ? integer(0n) : zhValue(lead).value;
  const scale = unit === '' ? integer(1n) : zhValue(`一${unit}`).value;
  return vague(multiply(add(base, integer(low)), scale), multiply(add(base, integer(high)), scale), scale);
}

const bareUnit = (text: string): Numeral => {
  const { value, scale } = zhValue(`一${text.replace(/[来把]/g, '').replace(/\s/g, '')}`);
  return numeral(value, { scale: integer(scale), approximate: /[来把]/.test(text) });
};

const CURRENCY_NEXT = String.raw`(?=\s?(?:元|块|人民币|美元|美金|美刀|港币|港元|欧元|日元|rmb|cny))`;

/** Chinese numerals. The order is: what is none, what is vague, then from long to short. */
export const zhNumeralRules: readonly NumeralRule[] = [
  { name: 'zh/not-a-number', opens: ['han'], pattern: NOT_NUMBERS, produce: () => undefined },
  {
    name: 'zh/several',
    opens: ['han'],
    pattern: new RegExp(`(?:${headOf(D)}${S})?[几数]${S}(?:[十百千万亿]${S}){1,3}|${TEN}${S}几`),
    produce: several,
  },
  { name: 'zh/several-digits', opens: ['han'], pattern: /几[kw](?![a-z])/, produce: several },
  { name: 'zh/several-tens', opens: ['digit'], pattern: /\d{1,6}0几(?=\s?[块元万])/, produce: severalMore },
  {
    name: 'zh/few',
    opens: ['han'],
    pattern: /几(?=\s?(?:块|元(?!素)|[毛角]钱?)(?!地|石|肉|板))/,
    produce: () => ({ ...vague(integer(2n), integer(9n)), weak: true }),
  },
  // 两个w, 一个半w, 3个亿.
  {
    name: 'zh/units-of',
    opens: ['han', 'digit'],
    pattern: new RegExp(`(?:[一二两三四五六七八九几]|\\d{1,4}(?:\\.\\d{1,4})?)${S}个${S}半?${S}(?:[kw](?![a-z])|[万亿](?!富|能|分|物|万))`),
    produce: unitsOf,
  },
  {
    name: 'zh/neighbour-digits',
    opens: ['digit'],
    pattern: /[1-8]、[2-9]\s?[百千万](?!分)/,
    produce: (text) => neighbours(text.replace(/\d/g, hanDigit)),
  },
  { name: 'zh/zero-before-digit', opens: ['han'], pattern: /[零〇](?=\d)/, produce: () => undefined },
  {
    name: 'zh/neighbours',
    opens: ['han'],
    pattern: new RegExp(
      `(?:(?<![${DIGIT_CHARS}零〇])(?:一[、]?[两二]|[两二][、]?三|三[、]?[四五]|四[、]?五|五[、]?六|六[、]?七|七[、]?八|八[、]?九)${S}[十百千万亿]万?(?!${D}))|十(?:[二两]三|三四|四五|五六|六七|七八|八九)${S}万`,
    ),
    produce: neighbours,
  },
  {
    name: 'zh/more',
    opens: ['han', 'digit'],
    pattern: new RegExp(`(?:${headOf(X)}|${ARABIC}\\s?[kw]?)${S}[多余]${S}(?:万亿|[万亿](?!一))?(?![少种笔次])`),
    produce: more,
  },
  {
    name: 'zh/about-unit',
    opens: ['han'],
    pattern: /(?:[一二两三四五六七八九]?[十百]|[百千万])(?:来|把)(?=\s?(?:块|元|万|[kw]|$))万?/,
    produce: bareUnit,
  },
  { name: 'zh/half', opens: ['han'], pattern: /半(?=[块元](?!儿))/, produce: () => numeral(rational(1n, 2n), { weak: true }) },
  {
    name: 'zh/half-of-unit',
    opens: ['han'],
    pattern: /半(?:百|千|万|亿)(?![一二三四五六七八九])/,
    produce: (text) => times(plain(`一${text.slice(1)}`), rational(1n, 2n)),
  },
  { name: 'zh/decimal', opens: ['han'], pattern: new RegExp(DECIMAL), produce: plain },
  { name: 'zh/numeral', opens: ['han', 'digit'], pattern: new RegExp(LONG), produce: plain },
  {
    name: 'zh/unit-and-digit',
    opens: ['han'],
    pattern: new RegExp(`[百千万]${LAST}`),
    produce: (text) => ({ ...plain(`一${text}`), weak: true }),
  },
  { name: 'zh/unit', opens: ['han'], pattern: new RegExp(`[百千万亿]{1,2}${CURRENCY_NEXT}`), produce: bareUnit },
  { name: 'zh/digit-string', opens: ['han'], pattern: /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{2,15}/, produce: digitString },
  {
    name: 'zh/digit',
    opens: ['han'],
    pattern: new RegExp(`${D}|${Z}`),
    produce: (text) => numeral(integer(DIGITS.get(text) ?? 0n), { weak: true }),
  },
];
