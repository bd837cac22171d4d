import type { Span } from '../base/span.js';
import { phrase } from '../understanding/phrases/index.js';

const TAKEN_BACK = phrase('reconsidered');
const BETWEEN = new RegExp(`^(?:${TAKEN_BACK.source}|${phrase('hesitation').source}|[\\s\\d,，。.、…!！?？~-])+$`);
/** "还是五千五吧": settles on it, where "五千还是六千" leaves it open. */
const SETTLED = /^\s*吧/;

/** Of sums that take each other back ("五千 不 六千 啊还是五千五吧") the last; sums that stand side by side are left as they are. */
export function lastSaid<T extends { readonly span: Span }>(text: string, sums: readonly T[]): readonly T[] {
  const last = sums.at(-1);
  const between = sums.slice(1).map(({ span }, index) => text.slice(sums[index]?.span.end ?? 0, span.start));
  if (!last || between.length === 0 || !between.every((words) => BETWEEN.test(words) && /\p{L}/u.test(words))) return sums;
  return between.some((words) => TAKEN_BACK.test(words)) || SETTLED.test(text.slice(last.span.end)) ? [last] : sums;
}

interface Place {
  readonly start: number;
}

/**
 * Sums and ways that take turns ("5000 by WeChat and 3000 by MYbank") belong together, each sum with the way beside it; undefined where
 * they do not.
 */
export function pairedWith<Way extends Place>(sums: readonly Span[], ways: readonly Way[]): readonly Way[] | undefined {
  if (sums.length < 2 || sums.length !== ways.length) return undefined;
  const sorted = [...ways].sort((a, b) => a.start - b.start);
  const [firstSum, firstWay] = [sums[0], sorted[0]];
  if (!firstSum || !firstWay) return undefined;
  const isSumFirst = firstSum.start < firstWay.start;
  const order = sums.flatMap(({ start }, index) => {
    const way = sorted[index]?.start ?? 0;
    return isSumFirst ? [start, way] : [way, start];
  });
  return order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0)) ? sorted : undefined;
}
