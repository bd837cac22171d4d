import { type Currency, FOREIGN, YUAN_SIGN, YUAN_WORDS } from './currencies.js';
import { NUMBER, type Sketch } from './sketch.js';

/**
 * Words of other currencies beside a number become marks, one a character, so that every rule after them is a short pattern:
 * the first names the currency, by its place in `FOREIGN`, the others only keep the length.
 */
const UNITS_AT = 0xe100;
const SIGNS_AT = 0xe200;
const MINORS_AT = 0xe300;
const REST = '\ue0ff';

const FOREIGN_UNIT = `[\ue100-\ue1ff]${REST}*`;
export const FOREIGN_SIGN = `[\ue200-\ue2ff]${REST}*`;

/** In a pattern over a marked sketch. In `100 rmb 200 rmb` the word belongs to the number before it. */
export const SIGN = `(?:(?:(?:(?<!${NUMBER}\\s?)|(?=¥))(?<![a-z])(?:${YUAN_SIGN}))|${FOREIGN_SIGN})`;
/** 500元港币 and 500块美金 name the currency last. */
export const UNIT = `(?:${FOREIGN_UNIT}|(?:${YUAN_WORDS})(?:\\s?${FOREIGN_UNIT})?)`;
export const MINOR_UNIT = `[\ue300-\ue3ff]${REST}*`;
/** A unit or a sign, never of the yuan. */
export const FOREIGN_WORD = `[\ue100-\ue2ff]${REST}*`;

/** The currency that a matched sign, unit or minor unit names; the yuan when it holds no mark. */
export function currencyOf(words: string): Currency {
  const mark = /[\ue100-\ue3ff]/.exec(words)?.[0];
  return mark === undefined ? 'CNY' : (FOREIGN[mark.charCodeAt(0) & 0xff]?.code ?? 'CNY');
}

type WordKind = 'sign' | 'unit' | 'minor';

interface Words {
  readonly pattern: RegExp;
  readonly at: number;
  readonly codeOf: (word: string) => number;
}

function wordsOf(kind: WordKind, at: number, frame: (words: string) => string): Words {
  const spellings = FOREIGN.flatMap((currency, index) => {
    const words = kind in currency ? (currency as Readonly<Partial<Record<WordKind, string>>>)[kind] : undefined;
    return words === undefined ? [] : [{ index, words, exact: new RegExp(`^(?:${words})$`) }];
  });
  const alternatives = spellings
    .flatMap(({ words }) => splitWords(words))
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .join('|');
  return {
    pattern: new RegExp(frame(`(?:${alternatives})`), 'g'),
    at,
    codeOf: (word) => spellings.find(({ exact }) => exact.test(word))?.index ?? 0,
  };
}

const lengthOf = (words: string): number => words.replace(/\(\?!.*?\)/g, '').length;

/** Alternatives outside of brackets. */
function splitWords(words: string): readonly string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const character of words) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === '|' && depth === 0) found.push('');
    else found.push(`${found.pop() ?? ''}${character}`);
  }
  return found;
}

const KINDS: readonly Words[] = [
  wordsOf('minor', MINORS_AT, (words) => `(?<=${NUMBER}\\s{0,2}-?)${words}(?![a-z])`),
  wordsOf(
    'unit',
    UNITS_AT,
    (words) => `(?<=${NUMBER}\\s{0,2}[多来余几]?\\s{0,2}(?:-(?=[a-z]))?(?:[元块个枚]\\s?)?)${words}(?![a-z]|${NUMBER})`,
  ),
  wordsOf('sign', SIGNS_AT, (words) => `(?<![a-z])${words}(?=[.:]?\\s{0,2}(?:[约近]\\s?)?${NUMBER})`),
];

const MAY_NAME =
  /[a-z$£€₩฿₽₹₫₱₪₺₦₴₸₮₿¢৳₵円刀仙美港新台坡澳加纽欧英便日韩泰瑞卢俄戈巴斯尼印塔马林令越菲葡迪沙里卡伊科约阿以谢土埃黎南兰奈肯墨哥智秘丹挪冰捷克波兹匈福罗保列乌格哈坚缅柬蒙图朝德芬法意西比雷]/;

/** The sketch with the words of other currencies marked. */
export function markCurrencies(sketch: Sketch): Sketch {
  let { text } = sketch;
  if (sketch.numbers.length === 0 || !MAY_NAME.test(text)) return sketch;
  for (const { pattern, at, codeOf } of KINDS)
    text = text.replace(pattern, (word) => String.fromCharCode(at + codeOf(word)) + REST.repeat(word.length - 1));
  return { ...sketch, text };
}
