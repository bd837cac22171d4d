import type { Span } from '../base/span.js';
import { type Folded, fold, originalSpan } from './fold.js';

interface Found extends Span {
  readonly kind: 'phone' | 'card' | 'id-card' | 'email' | 'name';
}

/**
 * Texts of one conversation with personal data masked as `<phone>`, `<card>` (check digit by Luhn), `<id-card>` (its check digit), `<email>`
 * and `<name>`: what follows 我叫 or "my name is", and the same name wherever else it stands. Full-width digits are read as well.
 */
export function maskPersonalData(texts: readonly string[]): readonly string[] {
  const names = new Set<string>();
  const masked = texts.map((text) => {
    const folded = fold(text);
    const found = findPersonalData(folded).map((each) => ({ ...originalSpan(folded, each), kind: each.kind }));
    for (const { kind, start, end } of found) if (kind === 'name') names.add(text.slice(start, end));
    return maskAll(text, found);
  });
  return [...names].reduce((all, name) => all.map((text) => maskName(text, name)), masked);
}

const maskAll = (text: string, found: readonly Found[]): string =>
  found
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, kind }) => `${left.slice(0, start)}<${kind}>${left.slice(end)}`, text);

/** One Chinese character is no name to look for, and a Latin name is a whole word. */
function maskName(text: string, name: string): string {
  if (/^\p{Script=Han}$/u.test(name)) return text;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(/\p{Script=Han}/u.test(name) ? escaped : `(?<!\\p{L})${escaped}(?!\\p{L})`, 'giu'), '<name>');
}

function findPersonalData(folded: Folded): readonly Found[] {
  const { text } = folded;
  const found: Found[] = [];
  const add = (each: Found) => {
    if (!found.some(({ start, end }) => each.start < end && start < each.end)) found.push(each);
  };
  for (const { 0: email, index } of text.matchAll(EMAIL)) add({ kind: 'email', start: index, end: index + email.length });
  for (const each of numbersIn(text)) add(each);
  for (const each of namesIn(folded)) add(each);
  return found;
}

const EMAIL = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/g;

// Groups of digits that may be one number written with spaces or hyphens; an ID card may end in x.
const GROUP = /\d+x?(?![a-z])|\d+/g;
const SEPARATOR = /^[ -]?$/;
const LONGEST_NUMBER = 19;

/** Longest first: the groups of `138 1234 5678` are one number before they are three. */
function numbersIn(text: string): readonly Found[] {
  const groups = [...text.matchAll(GROUP)].map(({ 0: digits, index }) => ({ digits, start: index, end: index + digits.length }));
  const found: Found[] = [];
  for (let first = 0; first < groups.length; first++) {
    let last = first;
    while (last + 1 < groups.length && SEPARATOR.test(text.slice(groups[last]?.end, groups[last + 1]?.start))) last++;
    for (; last >= first; last--) {
      const digits = groups
        .slice(first, last + 1)
        .map((group) => group.digits)
        .join('');
      const [start, end] = [groups[first]?.start ?? 0, groups[last]?.end ?? 0];
      const kind = digits.length > LONGEST_NUMBER ? undefined : kindOf(digits, text.charAt(start - 1) === '+');
      if (kind === undefined) continue;
      found.push({ kind, start: text.charAt(start - 1) === '+' ? start - 1 : start, end });
      first = last;
      break;
    }
  }
  return found;
}

function kindOf(digits: string, hasPlus: boolean): Found['kind'] | undefined {
  if (/^\d{17}[\dx]$/.test(digits) && isIdCard(digits)) return 'id-card';
  if (/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits) || (hasPlus && /^\d{8,15}$/.test(digits)) || /^0[1-9]\d{9,10}$/.test(digits))
    return 'phone';
  return /^\d{13,19}$/.test(digits) && passesLuhn(digits) ? 'card' : undefined;
}

/** ISO/IEC 7812: from the right every second digit is doubled, and the digits of all sum up to a multiple of ten. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** GB 11643: ISO 7064 MOD 11-2 over the first seventeen digits. */
function isIdCard(digits: string): boolean {
  const rest = [...digits.slice(0, 17)].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  const check = (12 - rest) % 11;
  return digits.charAt(17) === (check === 10 ? 'x' : String(check));
}

const CHINESE_NAME = /(?:我叫|我的名字是|我名字叫|我的名字叫|本人姓名|姓名[:：是]?)\s*(?![你您他她它不啥了])(?=\p{Script=Han})/gu;
const ENGLISH_NAME = /\b(?:my names? is|my names|i am called|im called|they call me)\s+/g;
const COMPOUND_SURNAME = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|长孙|宇文|司徒|端木|南宫)/u;
// What begins the rest of the sentence rather than ends a name.
const AFTER_A_NAME = /^[想要问来是在的用有把从给帮和跟就能可请被去怎为花微支手银提转]/u;
const LATIN_WORD = /[\p{Script=Latin}'’.-]+/uy;

function namesIn({ text, original, offsets }: Folded): readonly Found[] {
  const chinese = [...text.matchAll(CHINESE_NAME)].map(({ 0: words, index }): Found => {
    const start = index + words.length;
    return { kind: 'name', start, end: start + lengthOfName(text.slice(start)) };
  });
  const english = [...text.matchAll(ENGLISH_NAME)].flatMap(({ 0: words, index }): readonly Found[] => {
    const start = index + words.length;
    const end = endOfLatinName(text, start, (at) => /\p{Lu}/u.test(original.charAt(offsets[at] ?? 0)));
    return end > start ? [{ kind: 'name', start, end }] : [];
  });
  return [...chinese, ...english];
}

/** Two to four characters: rather one too many than a name left to be read. */
function lengthOfName(text: string): number {
  const run = /^\p{Script=Han}+/u.exec(text)?.[0] ?? '';
  const surname = COMPOUND_SURNAME.test(run) ? 2 : 1;
  const rest = run.slice(surname);
  if (rest.length <= 2) return AFTER_A_NAME.test(rest.slice(1)) ? surname + 1 : run.length;
  return surname + (AFTER_A_NAME.test(rest.slice(1)) ? 1 : 2);
}

/** The first word, and the one or two after it that begin with a capital. */
function endOfLatinName(text: string, start: number, isCapital: (at: number) => boolean): number {
  let end = start;
  for (let words = 0, at = start; words < 3; words++) {
    LATIN_WORD.lastIndex = at;
    const word = LATIN_WORD.exec(text)?.[0];
    if (word === undefined || (words > 0 && !isCapital(at))) break;
    end = at + word.replace(/[.'’-]+$/, '').length;
    if (text.charAt(at + word.length) !== ' ') break;
    at += word.length + 1;
  }
  return end;
}
