import type { PerLanguage } from '../base/language.js';
import type { Fact, FactId } from './fact.js';

export type SectionId = string;

/** A run of an article's text; a figure or claim carries its fact. */
export interface Inline {
  readonly text: string;
  readonly fact?: FactId;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly header: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] };

export interface Section {
  readonly id: SectionId;
  readonly title: PerLanguage<string>;
  readonly blocks: PerLanguage<readonly Block[]>;
}

/** Places where an article disagrees with itself. */
export interface Conflict {
  readonly id: string;
  readonly between: readonly FactId[];
  /** What a reader must know, in one or two sentences. */
  readonly note: PerLanguage<string>;
}

export interface Article {
  readonly id: string;
  readonly title: PerLanguage<string>;
  /** Who wrote it, in words. */
  readonly source: PerLanguage<string>;
  /** The period its figures speak of, such as `2023`. */
  readonly asOf: string;
  readonly sections: readonly Section[];
  readonly facts: ReadonlyMap<FactId, Fact>;
  readonly conflicts: readonly Conflict[];
}
