import { compare } from '../../../base/rational.js';
import type { Folded } from '../../../text/fold.js';
import { BETWEEN_BOUNDS } from './common/modifiers.js';
import type { Amount } from './money.js';

/** A least sum and a most sum that stand side by side are the ends of one range: 大于1000小于5000. */
export function joinBounds({ text }: Folded, amounts: readonly Amount[]): readonly Amount[] {
  const joined: Amount[] = [];
  for (const amount of amounts) {
    const before = joined.at(-1);
    const range = before && BETWEEN_BOUNDS.test(text.slice(before.span.end, amount.span.start)) ? rangeOf(before, amount) : undefined;
    if (range) joined.splice(-1, 1, range);
    else joined.push(amount);
  }
  return joined;
}

function rangeOf(a: Amount, b: Amount): Amount | undefined {
  const [least, most] = a.bound === 'at-least' ? [a, b] : [b, a];
  if (least.bound !== 'at-least' || most.bound !== 'at-most' || compare(least.range.min, most.range.max) >= 0) return undefined;
  // 500到1000元 and 500元以上1000以下 name the currency once.
  if (least.currency !== most.currency && !least.implied && !most.implied) return undefined;
  return {
    ...b,
    bound: 'range',
    span: { start: a.span.start, end: b.span.end },
    range: { min: least.range.min, max: most.range.max },
    currency: least.implied ? most.currency : least.currency,
    implied: a.implied && b.implied,
    approximate: a.approximate || b.approximate,
  };
}
