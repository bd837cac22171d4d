import type { Answer, Choice } from '../answers/answer.js';
import type { Language } from '../base/language.js';

export type { Choice, Figure } from '../answers/answer.js';

export type ReplyKind = Answer['kind'];

export interface PlotPoint {
  readonly label: string;
  /** Percent of the amount, or yuan, as decimals. */
  readonly cost: { readonly min: string; readonly max: string };
  /** Minutes, as decimals. */
  readonly minutes: { readonly min: string; readonly max: string };
}

/** What a reply consists of, in reading order. Every block has a complete form in the reply's `text`. */
export type ReplyBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly title?: string; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'quote';
      readonly title: string;
      readonly rows: readonly { readonly label: string; readonly value: string }[];
      readonly formula: string;
    }
  | { readonly kind: 'plot'; readonly title: string; readonly costUnit: 'percent' | 'CNY'; readonly points: readonly PlotPoint[] }
  | { readonly kind: 'note'; readonly tone: 'conflict' | 'warning' | 'estimate'; readonly text: string }
  | { readonly kind: 'options'; readonly choices: readonly Choice[] };

/** What the turn understood of amounts and methods, as decimal strings and ids. */
export interface ReplySlots {
  readonly amount?: string;
  readonly target?: string;
  readonly currency?: 'CNY';
  readonly method?: string;
  readonly days?: number;
}

/** What a turn returns: the public contract of Zhida, and one line of `zhida batch`. Confidences are calibrated, 0 to 1. */
export interface Reply extends Pick<Answer, 'kind' | 'intents' | 'figures' | 'sources' | 'conflicts' | 'suggestions'> {
  readonly conversation: string;
  readonly language: Language;
  readonly slots: ReplySlots;
  /** Complete without any card. */
  readonly text: string;
  readonly blocks: readonly ReplyBlock[];
}
