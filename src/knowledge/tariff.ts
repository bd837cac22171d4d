import type { Interval } from '../base/interval.js';
import type { PerLanguage } from '../base/language.js';
import type { Fen } from '../base/money.js';
import type { Rational } from '../base/rational.js';
import type { FactId } from './fact.js';
import type { Citation } from './intent.js';

export type MethodId = string;

/** A figure of a tariff and the facts of the article that it stands on. */
export interface Sourced<T> {
  readonly value: T;
  readonly facts: readonly FactId[];
}

/** From `above` on, what is more bears this rate instead of the one before. */
export interface Tier {
  readonly above: Sourced<Fen>;
  readonly rate: Sourced<Interval<Rational>>;
}

/** Fees of one step. They are taken from what reaches the step. */
export interface Leg {
  readonly name: PerLanguage<string>;
  /** Fraction of the amount (0.1% is 1/1000); an interval where it may vary. */
  readonly rate: Sourced<Interval<Rational>>;
  /** In rising order, each above the free allowance. */
  readonly tiers?: readonly Tier[];
  /** The fee is never less than this. */
  readonly minimum?: Sourced<Fen>;
  /** The fee is never more than this. */
  readonly maximum?: Sourced<Fen>;
  /** Charged on top of the rate, whatever the amount. */
  readonly fixed?: Sourced<Fen>;
  /** The part of the amount that bears no fee. */
  readonly freeAllowance?: Sourced<Fen>;
}

/** How the fee of a leg becomes whole fen. */
export const ROUNDINGS = ['half-up', 'up', 'down'] as const;

export type Rounding = (typeof ROUNDINGS)[number];

export type LimitBasis = 'per-transaction' | 'per-day';

export type Limit =
  | { readonly kind: 'amount'; readonly basis: LimitBasis; readonly amount: Sourced<Fen> }
  | { readonly kind: 'unlimited'; readonly basis: LimitBasis; readonly facts: readonly FactId[] }
  /** The provider sets it, case by case. */
  | { readonly kind: 'unstated'; readonly basis: LimitBasis; readonly facts: readonly FactId[] };

/** What to warn of before a price is told, when money is to go from one of these platforms to one of those. */
export interface RouteWarning {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly text: PerLanguage<string>;
}

/** Two readings of the same figure in the article: both limits are kept, and a plan says which it used. */
export interface Tariff {
  readonly id: MethodId;
  readonly name: PerLanguage<string>;
  readonly aliases: PerLanguage<readonly string[]>;
  /** Platform concepts: money that leaves one of them, with no way named, goes this way. */
  readonly startsAt: readonly string[];
  /** Where that holds only for money that goes to one of these. */
  readonly endsAt?: readonly string[];
  /** The article and section that state it. */
  readonly source: Citation;
  /** False for services that a user must be warned of and never pointed to. */
  readonly recommended: boolean;
  readonly legs: readonly [Leg, ...Leg[]];
  readonly limits: readonly Limit[];
  /** What the article gives as the rate of all legs together, where it does. */
  readonly total?: Sourced<Interval<Rational>>;
  /** What the article claims of the way itself. */
  readonly claims?: readonly FactId[];
  /** Minutes from order to arrival. */
  readonly time?: Sourced<Interval<Rational>>;
  /** Share of orders that fail. */
  readonly failureRate?: Sourced<Interval<Rational>>;
  /** The rated part of each leg's fee is rounded so, once a leg, to a whole fen. */
  readonly rounding: Rounding;
  /** ISO dates, both included. */
  readonly validFrom?: string;
  readonly validUntil?: string;
}
