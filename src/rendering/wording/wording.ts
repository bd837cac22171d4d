import type { FeeError } from '../../fees/errors.js';
import type { LimitBasis } from '../../knowledge/tariff.js';

type RhythmUnit = 'day' | 'other-day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year';

/** A sum for people, unit included: `5,000 元`. */
export type Sum = string;

/** The way and the rate that a figure was worked out by. */
interface Priced {
  readonly method: string;
  readonly rate: string;
}

interface Course extends Priced {
  readonly total: Sum;
  readonly transactions: number;
  readonly fee: Sum;
  readonly net: Sum;
  /** The limits kept to; empty when there are none in figures. */
  readonly limit: string;
}

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
      /** The amount is what is needed at the highest fee; `best` is enough at the lowest. */
      readonly best?: Sum;
    }) => string;
    /** The same by what the article gives as the rate of all legs together. */
    readonly byTotal: (rate: string, fee: Sum, net: Sum) => string;
    readonly minimumApplied: (minimum: Sum) => string;
    readonly fee: string;
    readonly net: string;
    readonly amount: string;
    readonly rate: string;
    readonly limit: string;
    readonly rounding: string;
    readonly 'half-up': string;
    readonly up: string;
    readonly down: string;
    readonly formula: string;
    readonly caution: string;
    /** The same where the price is no range. */
    readonly risky: string;
    /** The rate is what somebody asks; the article has another for this kind of way. */
    readonly offered: (rate: string, method: string, known: string) => string;
    /** The price of one, where how often is not known. */
    readonly once: Record<'day' | 'time' | 'rhythm', string>;
    /** The amount was only about so much. */
    readonly approximate: string;
    /** What somebody says that it cost, and whether that is so. */
    readonly claimed: (fee: Sum, isRight: boolean) => string;
    readonly claimedNet: (net: Sum, isRight: boolean) => string;
    /** Whether a fee keeps to what it may be; open where it may or may not. */
    readonly withinBudget: (budget: Sum, keeps: 'yes' | 'no' | 'open') => string;
    /** How far what was said is from what is right: `fee` more or less charged, or less or more arrived. */
    readonly gap: (gap: Sum, isMore: boolean) => string;
    /** What to look at when a charge does not fit. */
    readonly checkBill: string;
    /** The least and the most, by the rates that lead to them. */
    readonly ends: (ends: Priced & { readonly amount: Sum; readonly low: Sum; readonly high: Sum; readonly net: Sum }) => string;
    readonly oneEnd: (ends: Priced & { readonly amount: Sum; readonly fee: Sum }) => string;
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
    /** Instead of `lead`, when one transaction carries it; without `limit` none is stated in figures. */
    readonly leadWithin: (plan: {
      readonly method: string;
      readonly total: Sum;
      readonly limit: string;
      readonly isLimited: boolean;
      readonly transactions: number;
      readonly days: number;
      readonly fee: Sum;
      readonly net: Sum;
    }) => string;
    /** Before `lead`, when the days that were wished for are too few. */
    readonly tooFewDays: (days: number, most: Sum | undefined) => string;
    readonly transactions: (count: number) => string;
    readonly other: (plan: { readonly limit: string; readonly transactions: number; readonly days: number; readonly fee: Sum }) => string;
    readonly header: readonly [string, string, string];
    /** All ways, or all readings of one, in a table. */
    readonly overview: {
      readonly title: (total: Sum) => string;
      /** Way, limit, transactions, days, fee, what arrives, lowest fee. */
      readonly header: readonly [string, string, string, string, string, string, string];
      readonly noLimit: string;
      readonly fewestDays: (limit: string, days: number) => string;
      readonly cheapest: (limit: string, days: number, fee: Sum) => string;
    };
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
    /** The lawful ways that keep to a budget and a time; none where `methods` is empty. */
    readonly within: (bounds: { readonly budget?: Sum; readonly time?: string; readonly methods: readonly string[] }) => string;
    readonly cheapest: (methods: readonly string[], cost: string) => string;
    /** `fee` where an amount is compared and speed is what was asked for. */
    readonly fastest: (methods: readonly string[], time: string, fee: Sum | undefined) => string;
    /** Where all cost the same, and where no time is known. */
    readonly same: (cost: string) => string;
    readonly noTimes: string;
    /** Where one way is looked at by itself: its time, where the article gives one, and its cost. */
    readonly alone: (way: string, time: string | undefined, cost: string | undefined) => string;
    readonly noTime: string;
    readonly notPossible: string;
    readonly notRecommended: (methods: readonly string[]) => string;
    /** A fee with the transactions and days that it takes, and the same under other readings of the limits. */
    readonly splitCost: (fee: Sum, transactions: number, days: number, others: readonly string[]) => string;
    readonly otherCost: (limit: string, fee: Sum, transactions: number, days: number) => string;
    readonly withTotal: (fee: Sum, rate: string, other: Sum) => string;
    readonly rateWithMinimum: (rate: string, minimum: Sum) => string;
    readonly plot: string;
  };
  /** What was sent, from what was charged. */
  readonly inverse: {
    readonly lead: (found: Priced & { readonly fee: Sum; readonly from: Sum; readonly to: Sum; readonly round: Sum }) => string;
    readonly single: (found: Priced & { readonly fee: Sum; readonly from: Sum }) => string;
    /** No amount follows from the fee, because larger ones cost no more. */
    readonly open: (found: Priced & { readonly fee: Sum }) => string;
    readonly minimum: (minimum: Sum) => string;
  };
  /** The most that a fee allows. */
  readonly budget: {
    readonly lead: (
      found: Priced & { readonly budget: Sum; readonly amount: Sum; readonly fee: Sum; readonly net: Sum; readonly isRange: boolean },
    ) => string;
    readonly open: (found: Priced & { readonly budget: Sum }) => string;
    readonly limited: (limit: string) => string;
    readonly times: (count: number) => string;
    readonly best: (amount: Sum) => string;
  };
  /** Sent day by day, or time after time. */
  readonly arrangement: {
    readonly days: (course: Course & { readonly each: Sum; readonly days: number }) => string;
    readonly times: (course: Course & { readonly each: Sum; readonly times: number; readonly days: number }) => string;
    readonly parts: (course: Course & { readonly parts: number; readonly days: number }) => string;
    readonly title: (method: string, total: Sum) => string;
    readonly otherAllowed: (limit: string, days: number, fee: Sum) => string;
    readonly otherRefused: (limit: string) => string;
  };
  /** What some days carry. */
  readonly capacity: {
    readonly lead: (
      found: Priced & {
        readonly days: number;
        readonly most: Sum;
        readonly limit: string;
        readonly transactions: number;
        readonly fee: Sum;
        readonly net: Sum;
      },
    ) => string;
    readonly unlimited: (method: string, days: number) => string;
    readonly unknown: (method: string, days: number, limits: string) => string;
    readonly otherUnlimited: (limit: string) => string;
  };
  /** Again and again in a rhythm. */
  readonly repetition: {
    readonly lead: (
      course: Priced & {
        readonly each: Sum;
        readonly unit: RhythmUnit;
        readonly often: number;
        readonly times: number;
        readonly total: Sum;
        readonly fee: Sum;
        readonly net: Sum;
        readonly eachFee: Sum;
      },
    ) => string;
    /** Where each time takes several transactions. */
    readonly split: (transactions: number, days: number) => string;
  };
  /** What a day still carries. */
  readonly rest: {
    readonly left: (rest: { readonly method: string; readonly limit: string; readonly used: Sum; readonly left: Sum }) => string;
    readonly none: (rest: { readonly method: string; readonly limit: string; readonly used: Sum }) => string;
    readonly unlimited: (method: string, used: Sum) => string;
    readonly unknown: (method: string, limits: string) => string;
    readonly otherUnlimited: (limit: string) => string;
  };
  /** Between which statements the article does not decide. */
  readonly conflicting: {
    readonly lead: string;
    readonly none: string;
    readonly statement: (text: string, section: string) => string;
    /** Before what was worked out. */
    readonly calculated: Record<'differs' | 'same', string>;
  };
  /** A range of amounts. */
  readonly estimate: (range: Priced & { readonly from?: Sum; readonly to?: Sum; readonly fee: Sum }) => string;
  /** A chain of ways, one after the other. */
  readonly route: {
    readonly lead: (route: { readonly amount: Sum; readonly fee: Sum; readonly net: Sum }) => string;
    readonly leg: (leg: Priced & { readonly amount: Sum; readonly fee: Sum }) => string;
    /** Some of it has no price in the article. */
    readonly unpriced: string;
    /** What reaches a leg is more than its limit. */
    readonly over: (method: string, limits: string) => string;
  };
  /** What lies between two calculations. */
  readonly difference: {
    readonly side: (method: string, amount: Sum) => string;
    /** A side and its figure, which is absent where the article gives none. */
    readonly value: Readonly<Record<'fee' | 'net' | 'time', (side: string, value: string | undefined) => string>>;
    /** By how much the one side is more than the other. */
    readonly gap: Readonly<Record<'fee' | 'net' | 'time', (more: string, gap: string) => string>>;
    readonly same: string;
    /** Where the two ranges overlap, and where a figure is missing. */
    readonly open: Readonly<Record<'overlap' | 'unknown', string>>;
  };
  /** How a figure came about. */
  readonly explanation: {
    readonly otherFigure: (fee: Sum, asked: Sum) => string;
    readonly net: (net: Sum, amount: Sum, fee: Sum) => string;
    readonly rated: (amount: Sum, rate: string, fee: Sum, isRounded: boolean) => string;
    readonly leg: (name: string, amount: Sum, rate: string, fee: Sum, isRounded: boolean) => string;
    readonly minimum: (minimum: Sum, fee: Sum) => string;
    readonly total: (fee: Sum, net: Sum) => string;
    /** Why an amount goes in several transactions. */
    readonly split: (total: Sum, limit: string) => string;
  };
  readonly request: {
    readonly amount: string;
    readonly amountBy: (method: string) => string;
    readonly target: string;
    readonly vague: string;
    readonly currency: (code: string) => string;
    readonly methodForRest: (used: Sum) => string;
    readonly methodForFeeOf: (amount: Sum, fee: Sum) => string;
    readonly methodForNetOf: (amount: Sum, net: Sum) => string;
    readonly method: (amount: Sum) => string;
    readonly methodForTarget: (target: Sum) => string;
    readonly methodForFee: (fee: Sum) => string;
    readonly methodForBudget: (budget: Sum) => string;
    readonly methodForDays: (days: number) => string;
    /** Comes back to a question that something else came between. */
    readonly resume: (question: string) => string;
  };
  /** What a card says beside its figures. */
  readonly card: {
    /** The lesser figures of a way, each with its heading, in one line. */
    readonly details: (pairs: readonly string[]) => string;
    /** The question for what a way costs, as a user would put it. */
    readonly ask: (way: string, amount: Sum | undefined) => string;
    /** On the button that asks it. */
    readonly more: (way: string) => string;
  };
  /** To a picture, a voice message or a file: beside the answer to its words, or without any. */
  readonly unread: { readonly beside: string; readonly alone: string };
  readonly stay: Readonly<Record<'handoff' | 'cancel' | 'repeat' | 'language' | 'notice' | 'difference', string>>;
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
    readonly contents: string;
    readonly conflicts: string;
  };
  /** `name` gives the method's name. */
  readonly error: (error: FeeError, show: { readonly sum: (fen: bigint) => Sum; readonly name: (method: string) => string }) => string;
}
