import type { Interval } from '../base/interval.js';
import type { Language } from '../base/language.js';
import type { Fen } from '../base/money.js';
import type { Rational } from '../base/rational.js';
import type { SlotRequest, StayReason } from '../dialog/decision.js';
import type { Slots } from '../dialog/slots.js';
import type { Arrangement } from '../fees/arrange.js';
import type { Budget } from '../fees/budget.js';
import type { Capacity } from '../fees/capacity.js';
import type { Comparison } from '../fees/compare.js';
import type { FeeError } from '../fees/errors.js';
import type { AmountsForFee } from '../fees/inverse.js';
import type { Plan } from '../fees/plan.js';
import type { Quote } from '../fees/quote.js';
import type { Repetition } from '../fees/repeat.js';
import type { Rest } from '../fees/rest.js';
import type { FactId } from '../knowledge/fact.js';
import type { Limit, MethodId, Tariff } from '../knowledge/tariff.js';

/** Where a figure comes from: a fact of the pack, or a calculation that can be done again from its inputs. */
export type FigureOrigin = { readonly fact: string } | { readonly formula: string; readonly inputs: { readonly [name: string]: string } };

/** A number that the answer states. `value` is a decimal string, or `min..max` for an interval. */
export interface Figure {
  readonly value: string;
  readonly unit: 'CNY' | 'percent' | 'minute' | 'count' | 'year';
  /** What is stated is less or more than `value`, not `value` itself. */
  readonly bound?: 'below' | 'above';
  readonly origin: FigureOrigin;
}

export interface Source {
  readonly article: string;
  readonly section: string;
  readonly title: string;
  readonly asOf: string;
}

export interface DeclaredConflict {
  readonly id: string;
  readonly note: string;
}

/** Something the user can send with one tap. */
export interface Choice {
  readonly label: string;
  /** The message that choosing it sends. */
  readonly send: string;
}

/** What somebody said of a sum beside its figure. */
export interface Said {
  /** About so much. */
  readonly approximate?: true;
  /** What it is said to have cost, and what to have arrived. */
  readonly fee?: Fen;
  readonly received?: Fen;
  /** The most that the fee may be. */
  readonly budget?: Fen;
}

/** One of two calculations: its way, its sum where it has one, and the figure that is looked at. */
export interface DifferenceSide<Value> {
  readonly tariff: Tariff;
  readonly amount?: Fen;
  readonly value: Value;
}

/** A piece of an answer, in reading order. Words come from the pack; what the calculator found is still figures. */
export type AnswerPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly title: string; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'warning'; readonly text: string }
  /**
   * `target`: what the user wants to arrive, when the amount was worked out from it, and `best` the least that might do.
   * `total`: the same by what the article gives as the rate of all legs together.
   */
  | {
      readonly kind: 'quote';
      readonly tariff: Tariff;
      readonly quote: Quote;
      readonly target?: Fen;
      readonly best?: Quote;
      readonly total?: Quote;
      readonly said?: Said;
    }
  /** The rate that was worked with is what somebody asks, not one of the article's. */
  | { readonly kind: 'offer'; readonly tariff: Tariff; readonly rate: Interval<Rational> }
  /** The legs of a chain of ways, with what reaches each; `unpriced`: how many more have no price; `isOver`: more than one transaction may carry. */
  | {
      readonly kind: 'route';
      readonly amount: Fen;
      readonly legs: readonly {
        readonly tariff: Tariff;
        readonly amount: Interval<Fen>;
        readonly fee: Interval<Fen>;
        readonly isOver: boolean;
      }[];
      readonly fee: Interval<Fen>;
      readonly net: Interval<Fen>;
      readonly unpriced: number;
    }
  /** The least and the most that an amount may cost. */
  | { readonly kind: 'ends'; readonly tariff: Tariff; readonly quote: Quote }
  /** The same amount again and again, in a rhythm. */
  | { readonly kind: 'repetition'; readonly tariff: Tariff; readonly repetition: Repetition; readonly rhythm: NonNullable<Slots['rhythm']> }
  /** What a day still carries. */
  | { readonly kind: 'rest'; readonly tariff: Tariff; readonly rest: Rest }
  /** The statements of the article between which it does not decide, and where they stand; none when it says one thing only. */
  | {
      readonly kind: 'conflict';
      readonly statements: readonly { readonly text: string; readonly section: string; readonly limit?: Limit }[];
      /** Whether what was worked out depends on which of them holds; absent where nothing was. */
      readonly calculated?: 'differs' | 'same';
    }
  /** An amount over a limit, cut up; `target` as for a quote; `days`: in how many it was wished for, which are too few. */
  | {
      readonly kind: 'plan';
      readonly tariff: Tariff;
      readonly plan: Plan;
      readonly target?: Fen;
      readonly days?: number;
      readonly said?: Said;
    }
  /** What was asked is repeated, and only one of it was worked out: how often is not known. */
  | { readonly kind: 'once'; readonly per: 'day' | 'time' | 'rhythm' }
  /** What may have been sent for a fee; `round` is the roundest of the amounts. */
  | { readonly kind: 'inverse'; readonly tariff: Tariff; readonly found: AmountsForFee; readonly round: Fen }
  /** The most that can be sent for a fee; `times`: how often the budget pays for it. */
  | { readonly kind: 'budget'; readonly tariff: Tariff; readonly budget: Budget; readonly times: number }
  | { readonly kind: 'arrangement'; readonly tariff: Tariff; readonly arrangement: Arrangement }
  | { readonly kind: 'capacity'; readonly tariff: Tariff; readonly capacity: Capacity }
  /** What a range of amounts costs; without `low` only the most is known, without `high` only the least. */
  | { readonly kind: 'estimate'; readonly tariff: Tariff; readonly low?: Quote; readonly high?: Quote }
  /** Why an amount goes in several transactions. */
  | { readonly kind: 'split-reason'; readonly amount: Fen; readonly limits: readonly Limit[] }
  /** How a figure of the last calculation came about; `rated`: what the rates alone take, leg by leg; `figure` is the one that was asked about. */
  | {
      readonly kind: 'explanation';
      readonly tariff: Tariff;
      readonly quote: Quote;
      readonly rated: readonly Interval<Fen>[];
      readonly figure?: Fen;
    }
  | {
      readonly kind: 'comparison';
      readonly comparison: Comparison;
      readonly tariffs: readonly Tariff[];
      /** By what the article gives as the rate of all legs together, for those ways where it differs. */
      readonly totals: readonly Quote[];
      readonly focus?: 'cost' | 'time';
      /** The lawful ways that keep to what was named: the most that the fee may be, the most minutes. */
      readonly within?: { readonly budget?: Fen; readonly minutes?: number; readonly methods: readonly MethodId[] };
    }
  /** What lies between two calculations, and which of them has more; no `gap` where a side is not known. */
  | {
      readonly kind: 'difference';
      readonly of: 'fee' | 'net';
      readonly sides: readonly [DifferenceSide<Interval<Fen>>, DifferenceSide<Interval<Fen>>];
      readonly gap?: Interval<Fen>;
      readonly more?: 0 | 1;
    }
  | {
      readonly kind: 'difference';
      readonly of: 'time';
      readonly sides: readonly [DifferenceSide<Interval<Rational> | undefined>, DifferenceSide<Interval<Rational> | undefined>];
      readonly gap?: Interval<Rational>;
      readonly more?: 0 | 1;
    }
  | { readonly kind: 'fee-error'; readonly error: FeeError; readonly tariff?: Tariff }
  | { readonly kind: 'request'; readonly request: SlotRequest; readonly resumes?: true }
  | { readonly kind: 'which' }
  /** Something came that is no text, with words that were answered or without. */
  | { readonly kind: 'unread'; readonly hasText: boolean }
  | { readonly kind: 'stay'; readonly because: StayReason }
  /** `offers`: what is known nearby, a person, or to put it another way. */
  | { readonly kind: 'unknown'; readonly topic?: string; readonly offers: 'nearest' | 'person' | 'rephrase' };

/** What to say, before it has a form. */
export interface Answer {
  readonly kind: 'answer' | 'clarify' | 'fallback' | 'handoff';
  readonly language: Language;
  readonly intents: readonly { readonly id: string; readonly confidence: number }[];
  readonly slots: Slots;
  readonly parts: readonly AnswerPart[];
  readonly figures: readonly Figure[];
  /** Every fact that the answer states or calculates from, claims included. */
  readonly facts: readonly FactId[];
  readonly sources: readonly Source[];
  readonly conflicts: readonly DeclaredConflict[];
  /** What a question of the bot's offers to choose from. */
  readonly options: readonly Choice[];
  readonly suggestions: readonly Choice[];
}
