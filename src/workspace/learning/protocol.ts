import type { ClassRange, DescentOptions } from '../../understanding/intents/descent.js';
import type { Readings } from '../../understanding/intents/readings.js';
import type { Split } from '../../understanding/intents/splits.js';
import type { CrossFitted } from '../../understanding/intents/svm.js';
import type { LexiconSource, WordCounts } from '../../understanding/lexicon.js';

/** What the second thread is asked for, in this order; each builds on what came before. */
export type Request =
  | { readonly kind: 'count'; readonly source: LexiconSource; readonly texts: readonly string[] }
  | { readonly kind: 'read'; readonly words: WordCounts }
  | {
      readonly kind: 'train';
      readonly set: FlatSet;
      readonly splits: readonly Split[];
      readonly range: ClassRange;
      readonly options: DescentOptions;
    };

/** The answer to each. */
export interface Answers {
  readonly count: WordCounts;
  readonly read: Readings;
  readonly train: CrossFitted;
}

export type AnswerTo<R extends Request> = Answers[R['kind']];

/** A training set whose vectors lie one after another: a few arrays pass between threads sooner than many. */
export interface FlatSet {
  readonly labels: Int32Array;
  readonly classes: number;
  readonly features: number;
  /** Where each vector begins, and the end of the last. */
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}
