import { add, multiply, type Rational, rational } from '../../../../base/rational.js';
import { integer } from '../common/numeral.js';

export const DIGITS: ReadonlyMap<string, bigint> = new Map(
  ['零〇', '一壹', '二贰两俩', '三叁仨', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((characters, value) =>
    [...characters].map((character) => [character, BigInt(value)] as const),
  ),
);
export const UNITS: ReadonlyMap<string, bigint> = new Map([
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

/** 廿, 卅 and 卌 are short for two, three and four tens. */
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' };

const ATOM = /\d[\d,]*(?:\.\d+)?|\S/g;

/** The exact value of a well-formed numeral: 一万二 → 12000, 3千8 → 3800, 五亿零六 → 500000006. */
export function zhValue(said: string): { readonly value: Rational; readonly scale: bigint } {
  const text = said.replace(/[廿卅卌]/g, (tens) => TENS[tens] ?? tens);
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
