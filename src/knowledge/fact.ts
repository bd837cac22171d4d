import type { Interval } from '../base/interval.js';
import type { PerLanguage } from '../base/language.js';
import type { Rational } from '../base/rational.js';

declare const factBrand: unique symbol;

/**
 * `subject.attribute`, in small letters and hyphens. Two readings of one quantity share the id up to a `~`:
 * `wechat-balance.limit~text` and `wechat-balance.limit~table` contradict each other unless the article declares why.
 */
export type FactId = string & { readonly [factBrand]: true };

export const FACT_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+(?:~[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

/** Percent as a fraction of one, money in yuan, duration in minutes, count in pieces. */
export type Unit = 'percent' | 'yuan' | 'minute' | 'count';

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
