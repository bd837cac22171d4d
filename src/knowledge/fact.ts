import type { Interval } from '../base/interval.js';
import type { PerLanguage } from '../base/language.js';
import { equals, type Rational } from '../base/rational.js';

declare const factBrand: unique symbol;

/**
 * `subject.attribute`, in small letters and hyphens. Two readings of one quantity share the id up to a `~`:
 * `wechat-balance.limit~text` and `wechat-balance.limit~table` contradict each other unless the article declares why.
 */
export type FactId = string & { readonly [factBrand]: true };

export const FACT_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+(?:~[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

/** Percent as a fraction of one, money in yuan, duration in minutes, count in pieces, year as it is written. */
export type Unit = 'percent' | 'yuan' | 'minute' | 'count' | 'year';

/** What a fact says. `below` and `above` exclude the bound itself ("less than 3%"). */
export type FactValue =
  | {
      readonly kind: 'quantity';
      readonly unit: Unit;
      readonly range: Interval<Rational>;
      readonly bound: 'exact' | 'range' | 'below' | 'above';
    }
  /** A claim that is no figure: a regulation's name, "unlimited", "at once". `key` is the same in every language. */
  | { readonly kind: 'claim'; readonly key: string };

/** One figure or claim of an article, with the words that state it in each language. */
export interface Fact {
  readonly id: FactId;
  readonly value: FactValue;
  /** As the article writes it, unit included: `42%`, `2.5 小时`. */
  readonly text: PerLanguage<string>;
  readonly section: string;
}

/** The id without its `~reading`. */
export const quantityOf = (id: FactId): string => id.split('~')[0] ?? id;

/** The `~reading` of an id without the mark; empty for a quantity with one reading. */
export const readingOf = (id: FactId): string => id.split('~')[1] ?? '';

/** Whether two statements say the same, whatever words they use. */
export function sameValue(a: FactValue, b: FactValue): boolean {
  if (a.kind === 'claim' || b.kind === 'claim') return a.kind === 'claim' && b.kind === 'claim' && a.key === b.key;
  return a.unit === b.unit && a.bound === b.bound && equals(a.range.min, b.range.min) && equals(a.range.max, b.range.max);
}
