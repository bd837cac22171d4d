import { fen, formatYuan } from '../base/money.js';
import { formatDecimal, type Rational } from '../base/rational.js';

/** Counts that are too large for a number, not sums. */
const COUNTS: ReadonlySet<string> = new Set(['parts', 'needed']);

const isRational = (value: object): value is Rational =>
  'n' in value && 'd' in value && typeof value.n === 'bigint' && typeof value.d === 'bigint';

/** What the calculator found, as JSON writes it: sums as yuan with two decimals, rates and minutes as decimals, all else as it is. */
export function plain(value: unknown, key = ''): unknown {
  if (typeof value === 'bigint') return COUNTS.has(key) ? value.toString() : formatYuan(fen(value));
  if (Array.isArray(value)) return value.map((each) => plain(each));
  if (typeof value !== 'object' || value === null) return value;
  if (isRational(value)) return formatDecimal(value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each, name)]));
}
