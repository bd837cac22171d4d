import type { FeeError } from '../../fees/errors.js';
import type { LimitBasis } from '../../knowledge/tariff.js';

/** A sum for people, unit included: `5,000 元`. */
export type Sum = string;

/** Everything the bot says that does not come from the pack, in one language. Figures come in ready to be read. */
export interface Wording {
  readonly yuan: (sum: string) => Sum;
  readonly minutes: (count: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** Whole sentences, one after the other. */
  readonly sentences: (items: readonly string[]) => string;
  /** A table's row in one line: what it is about, then each cell with its heading. */
  readonly row: (first: string, cells: readonly { readonly heading: string; readonly value: string }[]) => string;
  /** The label and its value on one line: `来源：…`. */
  readonly pair: (label: string, value: string) => string;

  readonly quote: {
    readonly title: (method: string, amount: Sum) => string;
    readonly lead: (quote: {
      readonly method: string;
      readonly amount: Sum;
      readonly fee: Sum;
      readonly net: Sum;
      readonly rate: string;
      readonly isRange: boolean;
    }) => string;
    readonly leadForTarget: (quote: {
      readonly method: string;
      readonly target: Sum;
      readonly amount: Sum;
      readonly fee: Sum;
      readonly rate: string;
    }) => string;
    readonly minimumApplied: (minimum: Sum) => string;
    readonly fee: string;
    readonly net: string;
    readonly amount: string;
    readonly rate: string;
    readonly limit: string;
    readonly rounding: string;
    readonly halfUp: string;
    readonly formula: string;
    readonly caution: string;
    readonly once: string;
  };
  readonly limit: {
    readonly amount: Record<LimitBasis, (sum: Sum) => string>;
    readonly unlimited: Record<LimitBasis, string>;
    readonly unstated: string;
    readonly none: string;
  };
  readonly plan: {
    readonly lead: (plan: {
      readonly method: string;
      readonly total: Sum;
      readonly limit: string;
      readonly transactions: number;
      readonly days: number;
      readonly fee: Sum;
      readonly net: Sum;
    }) => string;
    /** Instead of `lead`, when the amount was worked out from what must arrive. */
    readonly leadForTarget: (plan: {
      readonly method: string;
      readonly target: Sum;
      readonly total: Sum;
      readonly limit: string;
      readonly transactions: number;
      readonly days: number;
      readonly fee: Sum;
    }) => string;
    readonly transactions: (count: number) => string;
    readonly other: (plan: { readonly limit: string; readonly transactions: number; readonly days: number; readonly fee: Sum }) => string;
    readonly header: readonly [string, string, string];
  };
  readonly comparison: {
    readonly title: (amount: Sum | undefined) => string;
    readonly header: {
      readonly way: string;
      readonly rate: string;
      readonly fee: string;
      readonly net: string;
      readonly time: string;
      readonly limit: string;
    };
    readonly cheapest: (methods: readonly string[], cost: string) => string;
    readonly fastest: (methods: readonly string[], time: string) => string;
    readonly noTime: string;
    readonly notPossible: string;
    readonly notRecommended: (methods: readonly string[]) => string;
    readonly rateWithMinimum: (rate: string, minimum: Sum) => string;
    readonly plot: string;
  };
  readonly request: {
    readonly amount: string;
    readonly amountBy: (method: string) => string;
    readonly target: string;
    readonly vague: string;
    readonly fee: string;
    readonly currency: (code: string) => string;
    readonly method: (amount: Sum) => string;
    readonly methodForTarget: (target: Sum) => string;
  };
  readonly which: string;
  readonly noneOfThese: { readonly label: string; readonly send: string };
  readonly unknown: {
    readonly topic: (topic: string) => string;
    readonly plain: string;
    readonly nearest: string;
    readonly person: string;
    /** After none of the options fitted. */
    readonly rephrase: string;
  };
  readonly sources: string;
  readonly source: (title: string, asOf: string) => string;
  readonly conflict: string;
  readonly warning: string;
  /** The page that shows an article. */
  readonly article: {
    readonly language: string;
    readonly back: string;
    readonly asOf: (date: string) => string;
    readonly conflicts: string;
  };
  /** `name` gives the method's name. */
  readonly error: (error: FeeError, show: { readonly sum: (fen: bigint) => Sum; readonly name: (method: string) => string }) => string;
}
