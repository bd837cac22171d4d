import type { Language } from '../base/language.js';

/** Where a figure comes from: a fact of the pack, or a calculation that can be done again from its inputs. */
export type FigureOrigin = { readonly fact: string } | { readonly formula: string; readonly inputs: { readonly [name: string]: string } };

/** A number that the answer states. `value` is a decimal string, or `min..max` for an interval. */
export interface Figure {
  readonly value: string;
  readonly unit: 'CNY' | 'percent' | 'minute' | 'count' | 'year';
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

export interface PlotPoint {
  readonly label: string;
  /** Cost as percent of the amount, or in yuan, as decimals. */
  readonly cost: Interval;
  /** Minutes. */
  readonly minutes: Interval;
}

interface Interval {
  readonly min: string;
  readonly max: string;
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

export type ReplyKind = 'answer' | 'clarify' | 'fallback' | 'handoff';

export interface IntentConfidence {
  readonly id: string;
  /** Calibrated, 0 to 1, three decimals. */
  readonly confidence: number;
}

/** What the turn understood of amounts and methods, as decimal strings and ids. */
export interface ReplySlots {
  readonly amount?: string;
  readonly target?: string;
  readonly currency?: 'CNY';
  readonly method?: string;
  readonly days?: number;
}

/** What a turn returns: the public contract of Zhida, and one line of `zhida batch`. */
export interface Reply {
  readonly conversation: string;
  readonly kind: ReplyKind;
  readonly language: Language;
  readonly intents: readonly IntentConfidence[];
  readonly slots: ReplySlots;
  /** Complete without any card. */
  readonly text: string;
  readonly blocks: readonly ReplyBlock[];
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly conflicts: readonly DeclaredConflict[];
  readonly suggestions: readonly Choice[];
}
