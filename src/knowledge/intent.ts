import type { PerLanguage } from '../base/language.js';
import type { SectionId } from './article.js';
import type { MethodId } from './tariff.js';

export type IntentId = string;

/** Where in an article an answer stands. */
export interface Citation {
  readonly article: string;
  readonly section: SectionId;
}

/** How an intent is answered. Figures in `text` are `{fact.id}`; a digit in it is an error. */
export type AnswerPlan =
  | {
      readonly kind: 'text';
      readonly cites: readonly Citation[];
      readonly text: PerLanguage<string>;
      /** Shows the first table of this section. */
      readonly table?: Citation;
      /** Shown as a warning beside the answer. */
      readonly warning?: PerLanguage<string>;
    }
  /** The calculator: what a way costs for an amount. */
  | { readonly kind: 'quote' }
  /** The calculator: all ways side by side. */
  | { readonly kind: 'compare' }
  /** Says the last answer again. */
  | { readonly kind: 'repeat'; readonly text: PerLanguage<string> }
  /** Leaves an open question; `text` confirms it. */
  | { readonly kind: 'cancel'; readonly text: PerLanguage<string> }
  /** Passes the conversation to a person; `text` says so. */
  | { readonly kind: 'handoff'; readonly text: PerLanguage<string> };

/** What a question must name for an intent to take over from others. */
export const TAKE_OVER_CONDITIONS = ['amount', 'amount-and-fee', 'fee-to-amount', 'planning', 'two-methods', 'exclusion'] as const;

export interface TakeOver {
  readonly when: (typeof TAKE_OVER_CONDITIONS)[number];
  readonly from: readonly IntentId[];
}

export interface Intent {
  readonly id: IntentId;
  readonly title: PerLanguage<string>;
  /** Talk is what surrounds a conversation (greetings, thanks); it is never offered as an option. */
  readonly group: 'content' | 'talk';
  readonly answer: AnswerPlan;
  /** Where this intent is meant although another one is likelier by its words. */
  readonly takesOver: readonly TakeOver[];
  /**
   * The way of moving money this intent is about, and what of it: "and MYbank?" leads to the same aspect of another way. Without a method
   * it is about ways in general.
   */
  readonly about?: { readonly method?: MethodId; readonly aspects: readonly string[] };
  /** What of a way this asks in general: "how long does it take" after an answer about one way is asked of that way. */
  readonly aspect?: string;
  /** Where short questions after this answer lead: "the second one" by what its list names, in order, "why?" to its reason. */
  readonly leadsTo: { readonly list: readonly IntentId[]; readonly why?: IntentId };
  /** Intents to offer next. */
  readonly suggest: readonly IntentId[];
  /** A short question of this intent, sent when a user picks it from a list. */
  readonly ask: PerLanguage<string>;
  readonly examples: PerLanguage<readonly string[]>;
}

/** A kind of question that sounds near but must not be answered. */
export interface NearMiss {
  readonly id: string;
  /** Completes "I know nothing about …". */
  readonly title: PerLanguage<string>;
  /** What the pack does know nearby. */
  readonly nearest: readonly IntentId[];
  /** Concepts that stand for products of this kind: a question about moving their money is of it, whatever else it is like. */
  readonly products: readonly string[];
  readonly examples: PerLanguage<readonly string[]>;
}
