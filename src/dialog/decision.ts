import type { IntentId } from '../knowledge/intent.js';
import type { MethodId } from '../knowledge/tariff.js';
import type { Wish } from '../understanding/entities/wishes.js';
import type { Slots, Unclear } from './slots.js';

/** One thing to answer. */
export interface AnswerItem {
  readonly intent: IntentId;
  readonly confidence: number;
  readonly slots: Slots;
  /** How the figures of this came about is asked, perhaps of one of them; or which of the article's statements it went by. */
  readonly explains?: { readonly figure?: string; readonly conflict?: true };
  /** What lies between two calculations is asked. */
  readonly differs?: Difference;
}

/** Of what, and between which: one without a way is the cheapest or the fastest for its sum. */
export interface Difference {
  readonly of: 'fee' | 'net' | 'time';
  readonly sides: readonly [Slots, Slots];
}

/** A slot that must be asked for before an item can be answered. */
export interface SlotRequest {
  readonly slot: 'amount' | 'method';
  readonly item: AnswerItem;
  /** For `method`: what to choose from. */
  readonly methods: readonly MethodId[];
  /** Why what was said does not do. */
  readonly because?: Unclear;
}

/** Why nothing but going on is done: the wish that was taken back, another language, that nothing was asked, or that it is open between what. */
export type StayReason = Wish | 'language' | 'notice' | 'difference';

/** What a turn does. Nothing is worded here. */
export type Decision =
  /** Answers all items, then asks for what one more needs, or comes back to what was being asked for. */
  | { readonly kind: 'answer'; readonly items: readonly AnswerItem[]; readonly request?: SlotRequest; readonly resumes?: SlotRequest }
  /** Asks which of two to four intents is meant; each option keeps what the question said of its slots. */
  | { readonly kind: 'clarify'; readonly options: readonly AnswerItem[] }
  | {
      readonly kind: 'fallback';
      /** Whether a person is offered in words, not only as a button. */
      readonly offersPerson?: boolean;
      /** The near miss it was taken for. */
      readonly nearMiss?: string;
      /** None of the options that were offered. */
      readonly rejected?: true;
      readonly nearest: readonly IntentId[];
      /** What a follow-up is about instead of what was talked of before: the sum that was asked about, without its product. */
      readonly topic?: AnswerItem;
    }
  | { readonly kind: 'handoff'; readonly item: AnswerItem }
  | { readonly kind: 'repeat'; readonly item: AnswerItem; readonly decision?: Decision }
  | { readonly kind: 'cancel'; readonly item: AnswerItem }
  /** Goes on as before: a wish was taken back, or another language asked for before anything was said. `resumes`: what is still wanted. */
  | { readonly kind: 'stay'; readonly because: StayReason; readonly resumes?: SlotRequest };
