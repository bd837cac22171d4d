import type { Scorers } from './scores.js';
import type { Vocabulary } from './vocabulary.js';

/** A class of the model: an intent that can be answered, or a kind of near miss that must not be. */
export interface Label {
  readonly id: string;
  readonly scope: 'in' | 'near';
}

/** A logistic regression over the figures of `evidence.ts`. */
export interface Detector {
  readonly weights: readonly number[];
  readonly bias: number;
  /** Of the figures in training, so that weights are comparable. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** Texts in Latin letters and others: how far chances can be trusted differs. */
export type Script = 'latin' | 'other';

/** Found out of fold, from the accepted share of wrong answers; nothing is set by hand. */
export interface Thresholds {
  /** A doubt that is likelier than this belongs to the prediction set that decides: that another intent is meant, or none. */
  readonly level: Readonly<Record<Script, number>>;
  /** Least chance of being in scope to ask back rather than fall back. */
  readonly scope: number;
  /** Intents at least this probable belong to the prediction set of 95%, and of 99%. */
  readonly set: number;
  readonly wideSet: number;
}

/** A trained intent model. */
export interface IntentModel extends Scorers {
  readonly format: typeof MODEL_FORMAT;
  readonly labels: readonly Label[];
  readonly vocabulary: Vocabulary;
  /** Latin words that training saw often enough to correct others by, with how often. */
  readonly words: ReadonlyMap<string, number>;
  /** Divides blended scores before the softmax. */
  readonly temperature: number;
  /** The chance that the first intent is right. */
  readonly right: Detector;
  /** The chance that a text asks for any of the intents. */
  readonly scope: Detector;
  readonly thresholds: Thresholds;
}

/** Rises whenever a saved model of before would be read wrongly. */
export const MODEL_FORMAT = 7;
