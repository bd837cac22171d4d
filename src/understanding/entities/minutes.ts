import { ceil, compare, multiply, rational } from '../../base/rational.js';
import type { Folded } from '../../text/fold.js';
import { phrase } from '../phrases/index.js';
import { readNumbers } from './amounts.js';

const [HOURS, MINUTES, HALF] = [phrase('hours'), phrase('minutes'), phrase('halfAnHour')].map(
  (words) => new RegExp(`^\\s*(?:${words.source})`),
);
const [BEFORE, AFTER] = [new RegExp(`(?:${phrase('withinTime').source})\\s*$`), new RegExp(`^\\s*(?:${phrase('withinTimeAfter').source})`)];
const AN_HOUR = phrase('anHour');
const SIXTY = rational(60n);
/** A day; what may take longer is no matter of minutes. */
const MOST = rational(1440n);

/** The most minutes that a message allows: 一小时内, "under an hour"; undefined where it names none. */
export function readMinutes(folded: Folded): number | undefined {
  const { text } = folded;
  for (const { span, range } of readNumbers(folded)) {
    const behind = text.slice(span.end);
    const each = HOURS?.test(behind) ? SIXTY : MINUTES?.test(behind) ? rational(1n) : undefined;
    const unit = (HOURS?.exec(behind) ?? MINUTES?.exec(behind))?.[0].length ?? 0;
    if (!each || !(BEFORE?.test(text.slice(0, span.start)) || AFTER?.test(behind.slice(unit)))) continue;
    const minutes = multiply(range.max, each);
    if (compare(minutes, rational(0n)) > 0 && compare(minutes, MOST) <= 0) return Number(ceil(minutes));
  }
  const found = AN_HOUR.exec(text);
  if (!found || !(BEFORE?.test(text.slice(0, found.index)) || AFTER?.test(text.slice(found.index + found[0].length)))) return undefined;
  return HALF?.test(found[0]) ? 30 : 60;
}
