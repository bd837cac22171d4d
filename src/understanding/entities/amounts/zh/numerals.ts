import { multiply, rational } from '../../../../base/rational.js';
import { ARABIC } from '../common/digits.js';
import { integer, type Numeral, type NumeralRule, numeral, times, vague } from '../common/numeral.js';
import { NOT_NUMBERS } from './not-numbers.js';
import { hanDigit, lastNeighbours, more, neighbours, several, severalMore, someMore, unitsOf } from './vague.js';
import { DIGITS, zhValue } from './value.js';

const DIGIT_CHARS = '一二三四五六七八九两俩仨壹贰叁肆伍陆柒捌玖';

// Repeats of up to three are unrolled by the engine, in every place they stand in: this pattern then takes 0.1 s to compile.
const S = String.raw`\s{0,4}`;
const D = `[${DIGIT_CHARS}]`;
const Z = '[零〇]';
const X = String.raw`(?:${D}|\d{1,9}(?:\.\d{1,6})?)`;
const BIG = `(?:万${S}[万亿]|[万亿兆])`;
// 一万三 ends in an elliptic digit, but in 一万三个月 and 五万一般 the last character belongs to the next word.
const NEXT_WORD = `${S}(?:[个天年月日期次人笔种位号步遍件家周岁名平斤台辆部套间张杯碗盒瓶条只双顿份晚夜股米吨箱课]|点(?!${S}[零〇一二三四五六七八九])|小时|分钟|${BIG}|[十百千拾佰仟])`;
// Only words that follow an amount in speech: 五万一般, 一万四川.
const WORD = '一[下样直般定些起共边旦律切次路手键半]|二维|二手|三方|四川|四处|十[分足]|零[钱售]';
const LAST = `(?!${WORD})${D}(?!${NEXT_WORD})`;
const TEN = `(?:${X}?${S}[十拾]|[廿卅卌])(?:${S}${D}|\\d(?!\\d))?`;
const UNDER_HUNDRED = `(?:${TEN}|${Z}${S}${D})`;
const HUNDRED = `${X}${S}[百佰](?:${S}(?:${Z}${S})?${TEN}|${S}${Z}${S}(?:${D}|\\d{1,2}(?!\\d))|${S}${LAST}|\\d{1,2}(?![\\d.]))?`;
const THOUSAND = `${X}${S}[千仟](?:${S}(?:${Z}${S})?(?:${HUNDRED}|${TEN})|${S}${Z}${S}(?:${D}|\\d{1,2}(?!\\d))|${S}${LAST}|\\d{1,3}(?![\\d.]))?`;
const SECTION = `(?:${THOUSAND}|${HUNDRED}|${UNDER_HUNDRED}|${X}|[百佰千仟](?=${S}[万亿]))`;
const COUNTED = `(?:${THOUSAND}|${HUNDRED}|${TEN}|${Z}${S}${TEN})`;
const GROUPS = `(?:${SECTION}|${ARABIC})${S}${BIG}(?:${S}(?:${Z}${S})?${SECTION}${S}${BIG}){0,4}`;
const LONG = `(?:${GROUPS}(?:${S}(?:${Z}${S})?${COUNTED}|${S}${Z}${S}(?:${D}|\\d{1,4}(?![\\d.]))|${S}${LAST}|(?:\\d{3,4}|\\d{1,2}(?!\\d|${S}[天日次笔周年月]))(?![\\d.]))?|${COUNTED})`;
const POINT = `${S}点${S}[零〇一二三四五六七八九叁陆伍壹贰肆柒捌玖](?:${S}[零〇一二三四五六七八九叁陆伍壹贰肆柒捌玖]){0,11}`;
// The head of a numeral that goes on with 点, 多 or 几: any row of digits and units, which is cheaper than the full grammar.
const headOf = (digit: string): string =>
  `(?=[\\d${DIGIT_CHARS}十拾百佰千仟万亿零〇])(?:(?:${digit}${S})?[十拾百佰千仟万亿零〇]${S}){0,12}(?:${digit})?`;
// 三点二十 is a time.
const DECIMAL = `${headOf(D)}${POINT}(?!${S}(?:[十百钟分]))(?:${S}(?:${BIG}|千))?`;

function plain(text: string): Numeral {
  const { value, scale } = zhValue(text);
  return numeral(value, { scale: integer(scale) });
}

function digitString(text: string): Numeral {
  let value = 0n;
  for (const character of text) value = value * 10n + (DIGITS.get(character) ?? 0n);
  return numeral(integer(value), { weak: true });
}

const bareUnit = (text: string): Numeral => {
  const { value, scale } = zhValue(`一${text.replace(/[来把]/g, '').replace(/\s/g, '')}`);
  return numeral(value, { scale: integer(scale), approximate: /[来把]/.test(text) });
};

const CURRENCY_NEXT = String.raw`(?=\s?(?:元|块|蚊|人民币|美元|美金|美刀|港币|港元|欧元|日元|rmb|cny))`;

/** Chinese numerals. The order is: what is none, what is vague, then from long to short. */
export const zhNumeralRules: readonly NumeralRule[] = [
  { name: 'zh/not-a-number', opens: ['han'], pattern: NOT_NUMBERS, produce: () => undefined },
  {
    name: 'zh/several-up-to',
    opens: ['han'],
    pattern: /[几数][十百千]上[百千万]/,
    produce: (text) => vague(multiply(integer(2n), zhValue(`一${text.charAt(1)}`).value), zhValue(`一${text.charAt(3)}`).value),
  },
  // 大几千 is most of ten thousand.
  {
    name: 'zh/a-good-many',
    opens: ['han'],
    pattern: /(?<=大)几(?:[十百千]万?|[万亿])/,
    produce: (text) => {
      const unit = zhValue(`一${text.slice(1)}`).value;
      return vague(multiply(integer(5n), unit), multiply(integer(9n), unit));
    },
  },
  {
    name: 'zh/some-more',
    opens: ['han', 'digit'],
    pattern: new RegExp(`${headOf(X)}(?<=[百千万])几${CURRENCY_NEXT}`),
    produce: someMore,
  },
  // Cantonese: a skin is 10,000, a stroke 1,000, a lump 100.
  {
    name: 'zh/cantonese-units',
    opens: ['han', 'digit'],
    pattern: new RegExp(`(?:${TEN}|${X})${S}(?:皮[嘢野]|撇水|[嚿旧]水)`),
    produce: (text) => plain(text.replace(/皮./, '万').replace('撇水', '千').replace(/.水/, '百')),
  },
  {
    name: 'zh/several',
    opens: ['han'],
    pattern: new RegExp(`(?:${headOf(D)}${S})?好?[几数]${S}(?:[十百千万亿]${S}){1,3}|${TEN}${S}几`),
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
  // 一百二三十, 三百五六: the last place is one of two.
  {
    name: 'zh/last-neighbours',
    opens: ['han'],
    pattern: new RegExp(`${D}[百千万](?:一二|两三|二三|三四|四五|五六|六七|七八|八九)(?:[十百千]?(?!${D}|[天个年月次人笔]))`),
    produce: lastNeighbours,
  },
  // 百十块 is a hundred and a little more.
  {
    name: 'zh/or-a-little-more',
    opens: ['han'],
    pattern: /百十[来多]?万?(?=\s?(?:块|元|的|$|[,。?!]))/,
    produce: (text) => {
      const unit = zhValue(`一百${text.endsWith('万') ? '万' : ''}`).value;
      return vague(unit, multiply(integer(2n), unit));
    },
  },
  // 万儿八千, 千八百, 百八十: the first is a little more than the second.
  {
    name: 'zh/or-a-little-less',
    opens: ['han'],
    pattern: /(?<![一二三四五六七八九十两几\d])(?:万儿?八千|千儿?八百|百儿?八十)(?=\s?(?:块|元|的|$|[,。?!]))/,
    produce: (text) => {
      const unit = zhValue(`一${text.charAt(0)}`).value;
      return vague(multiply(unit, rational(4n, 5n)), unit);
    },
  },
  {
    name: 'zh/neighbours',
    opens: ['han'],
    pattern: new RegExp(
      `(?:(?<![${DIGIT_CHARS}零〇])(?:一[、]?[两二]|[两二俩][、]?[三仨]|三[、]?[两四五]|四[、]?五|五[、]?六|六[、]?七|七[、]?八|八[、]?九)${S}[十百千万亿]万?(?!${D}))|[二三四五六七八九]?十(?:[一二]二|[二两]三|三四|四五|五六|六七|七八|八九)(?=${S}(?:万|块|元))(?:${S}万)?`,
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
  // 一万半 may be 15,000 or a slip.
  {
    name: 'zh/unit-and-half',
    opens: ['han', 'digit'],
    pattern: new RegExp(`(?:${D}|\\d{1,6})${S}[百千万]半(?=[块元\\s,。?!]|$)`),
    produce: () => undefined,
  },
  {
    name: 'zh/one-and-half-of-unit',
    opens: ['han'],
    pattern: /(?<=(?<![一二三四五六七八九两几\d])个)半[百千万亿]/,
    produce: (text) => times(plain(`一${text.slice(1)}`), rational(3n, 2n)),
  },
  { name: 'zh/half', opens: ['han'], pattern: /半(?=[块元](?!儿))/, produce: () => numeral(rational(1n, 2n), { weak: true }) },
  {
    name: 'zh/half-of-unit',
    opens: ['han'],
    pattern: /半(?:百|千|万|亿)(?![一二三四五六七八九])|半个(?:[亿w](?![a-z]))/,
    produce: (text) => times(plain(`一${text.replace('w', '万').slice(-1)}`), rational(1n, 2n)),
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
  // 上万, 月入过万, 近万: more or a little less than that.
  {
    name: 'zh/upwards-of-unit',
    opens: ['han'],
    pattern: /(?<=(?:^|[\s,。有过达提转取了是要])上|(?:^|[\s,。额入计共])[过破近]|不过)[百千万亿]{1,2}(?=$|[\s,。?!的吗呢吧])/,
    produce: bareUnit,
  },
  // Nobody spells a count or a year in the figures of contracts.
  {
    name: 'zh/formal-digits',
    opens: ['han'],
    pattern: /(?=[零〇]{0,3}[壹贰叁肆伍陆柒捌玖])[零〇壹贰叁肆伍陆柒捌玖]{2,15}/,
    produce: digitString,
  },
  // 五零零零 is said figure by figure; 二零二六 is a year.
  {
    name: 'zh/digits-with-zero',
    opens: ['han'],
    pattern:
      /(?!(?:一九|二[零〇])[零〇一二三四五六七八九]{2}(?![零〇一二三四五六七八九]))[一二三四五六七八九](?=[一二三四五六七八九]{0,2}[零〇])[零〇一二三四五六七八九]{2,6}/,
    produce: digitString,
  },
  { name: 'zh/digit-string', opens: ['han'], pattern: /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{2,15}/, produce: digitString },
  {
    name: 'zh/digit',
    opens: ['han'],
    pattern: new RegExp(`${D}|${Z}`),
    produce: (text) => numeral(integer(DIGITS.get(text) ?? 0n), { weak: true }),
  },
];
