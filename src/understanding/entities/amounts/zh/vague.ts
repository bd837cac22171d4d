import { add, multiply, type Rational, rational } from '../../../../base/rational.js';
import { integer, type Numeral, numeral, vague } from '../common/numeral.js';
import { DIGITS, UNITS, zhValue } from './value.js';

// 几 and 数 stand for two to nine of their unit.
export function several(text: string): Numeral {
  const at = text.search(/[几数]/);
  const lead = text.slice(0, at).replace(/[好零〇\s]/g, '');
  const tail = text
    .slice(at + 1)
    .replace(/k/, '千')
    .replace(/w/, '万')
    .replace(/\s/g, '');
  const { value: unit } = zhValue(`一${tail}`);
  if (lead === '') return vague(multiply(unit, integer(2n)), multiply(unit, integer(9n)), unit);
  const base = multiply(zhValue(lead).value, placeUnder(lead, tail, unit));
  return vague(add(base, unit), add(base, multiply(unit, integer(9n))), unit);
}

/** What the words before 几 count: in 十几万 ten times 10,000, in 一万几千 ones, in 一百几十万 hundreds of 10,000. */
function placeUnder(lead: string, tail: string, unit: Rational): Rational {
  const { scale } = zhValue(lead);
  if (scale > unit.n) return integer(1n);
  const small = UNITS.get(tail.charAt(0)) ?? 1n;
  return small < 10_000n && scale > small ? integer(unit.n / small) : unit;
}

// 五千几蚊 is 5000 and some more, as 五千多块 is.
export const someMore = (text: string): Numeral => more(text.replace('几', '多'));

// 20几块 is 21 to 29.
export function severalMore(text: string): Numeral {
  const value = BigInt(text.slice(0, -1));
  return vague(integer(value + 1n), integer(value + 9n));
}

export function unitsOf(text: string): Numeral {
  const [count = '', unit = ''] = text.replace(/\s/g, '').split('个');
  const scale = zhValue(`一${unit.replace('半', '').replace('k', '千').replace('w', '万')}`).value;
  if (count === '几') return vague(multiply(integer(2n), scale), multiply(integer(9n), scale), scale);
  const half = unit.startsWith('半') ? rational(1n, 2n) : integer(0n);
  return numeral(multiply(add(zhValue(count).value, half), scale), { scale });
}

export const hanDigit = (digit: string): string => '零一二三四五六七八九'.charAt(Number(digit));

// 五千多 is more than 5000 and less than 6000: one more of its last unit.
export function more(text: string): Numeral {
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
export function neighbours(text: string): Numeral | undefined {
  const match = /^(.*?)(\S)[\s、]?(\S)([十百千万亿拾佰仟\skw]*)$/.exec(text);
  if (!match) return undefined;
  const [, lead = '', first = '', second = '', units = ''] = match;
  const unit = units.replace(/\s/g, '').replace('k', '千').replace('w', '万');
  const [one, other] = [DIGITS.get(first) ?? 0n, DIGITS.get(second) ?? 0n];
  // 三两百 and 两三百 say the same.
  const [low, high] = one < other ? [one, other] : [other, one];
  if (high === low) return undefined;
  const base = lead === '' ? integer(0n) : zhValue(lead).value;
  const scale = unit === '' ? integer(1n) : zhValue(`一${unit}`).value;
  return vague(multiply(add(base, integer(low)), scale), multiply(add(base, integer(high)), scale), scale);
}

export function lastNeighbours(text: string): Numeral {
  const head = zhValue(text.slice(0, 2));
  const named = UNITS.get(text.charAt(4));
  const place = integer(named ?? head.scale / 10n);
  const end = (digit: string) => add(head.value, multiply(integer(DIGITS.get(digit) ?? 0n), place));
  return vague(end(text.charAt(2)), end(text.charAt(3)), place);
}
