import { rational } from '../../../../base/rational.js';
import { enNumeralRules } from '../en/numerals.js';
import { zhNumeralRules } from '../zh/numerals.js';
import { pinyinNumeralRules } from '../zh/pinyin.js';
import { digitRules } from './digits.js';
import { type NumberReading, type Numeral, type NumeralRule, type Opening, times } from './numeral.js';

/** Every numeral rule, in the order in which they are tried at one place. */
const RULES: readonly NumeralRule[] = [...zhNumeralRules, ...pinyinNumeralRules, ...enNumeralRules, ...digitRules];

/** What may begin a numeral; nothing else is looked at. A word is told by its first letters, the rules read the rest. */
const OPENINGS: Readonly<Record<Opening, string>> = {
  han: '[零〇一二三四五六七八九十廿卅卌百千万亿两俩仨壹贰叁肆伍陆柒捌玖拾佰仟几数半]',
  digit: String.raw`\d`,
  latin:
    '(?=[abcefhjlnoqstwyz])(?<![a-z])(?:an? (?:few|couple|dozen|hund|thou|mil|bil|tri|grand|lakh|crore|half|quart|third|four|fif|six|seven|eig|nin|ten|elev|twel|twen|dollar|buck|cent|euro|pound|quid|yuan|kuai)|zero|n[oa]ught|one|tw[oe]|tens of|th[ir]|fo[ru]|fi[vf]|six|seve|eig|nin|ten|elev|hund|thou|mill|half|quart|few|couple|(?:yi|er|liang|san|si|wu|liu|qi|ba|jiu|shi)(?=[ bqws]))',
  point: String.raw`\.(?=\d)`,
};
const KINDS = ['han', 'digit', 'latin', 'point'] as const satisfies readonly Opening[];

// A dash is a sign only where nothing countable stands before it: 5-8 is a range, SCP-173 a name.
const SIGN = String.raw`(负\s?|[-−](?<!(?:[a-z\d%万亿千百十元块]|[\d%-] |[-−])[-−])\s{0,2}|(?:minus|negative)(?<!(?:[a-z]|\d ?|(?:hundred|thousand|grand|million|\dk|yuan|rmb|kuai|dollars) )(?:minus|negative))\s{1,2})?`;
const GATE = new RegExp(`${SIGN}(?:${KINDS.map((kind) => `(${OPENINGS[kind]})`).join('|')})`, 'g');

interface Scanner {
  readonly rules: readonly NumeralRule[];
  /** The alternation of the rules: their order decides. Patterns may not capture. */
  readonly pattern: RegExp;
}

const scannerOf = (rules: readonly NumeralRule[]): Scanner => ({
  rules,
  pattern: new RegExp(rules.map((rule) => `(${rule.pattern.source})`).join('|'), 'y'),
});

const SCANNERS: readonly Scanner[] = KINDS.map((kind) => scannerOf(RULES.filter((rule) => rule.opens.includes(kind))));
const DIGITS_ONLY = scannerOf(digitRules);
const NO_WORD_FOLLOWS = /\d(?:[\d.,]{40}|[\d.,]{0,39}(?![\d.,]|\s{0,3}[a-z多余几来十百千万亿兆拾佰仟个、]))/y;

/** Bounds the work on input made to be slow; a message has a handful of numbers. */
const MOST_PLACES = 500;

const MINUS_ONE = rational(-1n);

/** The numbers of a folded text from left to right, whatever they count; what follows the 500th place is not read. */
export function scanNumbers(text: string): readonly NumberReading[] {
  const found: NumberReading[] = [];
  let places = 0;
  let at = 0;
  for (; places < MOST_PLACES; places++) {
    GATE.lastIndex = at;
    const opening = GATE.exec(text);
    if (!opening) break;
    const start = opening.index;
    const sign = opening[1] ?? '';
    const from = start + sign.length;
    const read = readAt(
      text,
      from,
      KINDS.findIndex((_, i) => opening[i + 2] !== undefined),
    );
    at = read ? Math.max(read.end, from + 1) : from + 1;
    if (!read?.numeral) continue;
    const numeral = sign === '' ? read.numeral : negated(read.numeral);
    found.push({ ...numeral, span: { start, end: read.end }, rule: read.rule });
  }
  return found;
}

interface Read {
  readonly end: number;
  readonly rule: string;
  readonly numeral: Numeral | undefined;
}

function readAt(text: string, from: number, kind: number): Read | undefined {
  NO_WORD_FOLLOWS.lastIndex = from;
  const scanner = NO_WORD_FOLLOWS.test(text) ? DIGITS_ONLY : SCANNERS[kind];
  if (!scanner) return undefined;
  scanner.pattern.lastIndex = from;
  const match = scanner.pattern.exec(text);
  if (!match) return undefined;
  const rule = scanner.rules[scanner.rules.findIndex((_, i) => match[i + 1] !== undefined)];
  const body = match[0].trimEnd();
  return rule && { end: from + body.length, rule: rule.name, numeral: rule.produce(body) };
}

function negated(read: Numeral): Numeral {
  const { range, scale, approximate } = times(read, MINUS_ONE);
  return { range: { min: range.max, max: range.min }, scale: { n: -scale.n, d: scale.d }, approximate, weak: false };
}
