import { type CalibrationRow, calibrate, type Goals } from './calibrate.js';
import { compact } from './compact.js';
import type { TextFigures } from './evidence.js';
import { BLOCK_WEIGHTS, type Features } from './features.js';
import { crossFit } from './held-out.js';
import { type IntentModel, type Label, MODEL_FORMAT } from './model.js';
import { vectorize } from './sparse.js';
import { foldsOf, groupsOf } from './splits.js';
import { buildVocabulary } from './vocabulary.js';

/** A text to learn from. */
export interface TrainingRow {
  readonly features: Features;
  readonly figures: Omit<TextFigures, 'unseen'>;
  /** Index into the labels. */
  readonly label: number;
}

export interface TrainingOptions {
  /** How many networks are blended with the SVM; each takes some ten times as long to train. */
  readonly networks: number;
  /** How many texts, at most about, are held out to calibrate on. */
  readonly heldOut: number;
  readonly goals: Goals;
  /** Of all that is random in the training. */
  readonly seed: number;
}

export const DEFAULT_TRAINING: TrainingOptions = { networks: 2, heldOut: 5000, goals: { wrong: 0.02 }, seed: 1 };
/** The SVM alone, calibrated on less: a little less is answered at once, and it is there soon after the pack has been read. */
export const QUICK_TRAINING: TrainingOptions = { ...DEFAULT_TRAINING, networks: 0, heldOut: 2500 };

// A feature of fewer texts says too little; where texts are few, every one counts.
const fewestTexts = (rows: number): number => (rows < 1000 ? 1 : rows < 5000 ? 2 : 3);

/**
 * Trains the model: a linear SVM, networks beside it, their blend, the detectors and all thresholds. What is calibrated is calibrated
 * on scores of models that have not seen the text. Same rows, same model.
 */
export function trainModel(
  labels: readonly Label[],
  rows: readonly TrainingRow[],
  words: IntentModel['words'],
  { networks, heldOut: mostHeldOut, goals, seed }: TrainingOptions = DEFAULT_TRAINING,
): IntentModel {
  const fewest = fewestTexts(rows.length);
  const { vocabulary, counts } = buildVocabulary(
    rows.map(({ features }) => features),
    fewest,
  );
  const vectorized = rows.map(({ features }) => vectorize(features, BLOCK_WEIGHTS, vocabulary));
  const set = {
    vectors: vectorized.map(({ vector }) => vector),
    labels: Int32Array.from(rows, ({ label }) => label),
    classes: labels.length,
    features: vocabulary.size,
  };
  const hasNearMisses = labels.some(({ scope }) => scope === 'near');
  const splits = [
    ...foldsOf(set.labels, seed, mostHeldOut),
    ...(hasNearMisses ? [] : groupsOf(set.labels, set.classes, seed, mostHeldOut)),
  ];
  const fitted = crossFit(set, splits, { networks, seed }, { fewest, counts });
  const heldOut = fitted.heldOut.flatMap(({ index, untaught, ...scores }): readonly CalibrationRow[] => {
    const row = rows[index];
    if (!row) return [];
    const unseen = (vectorized[index]?.unseen ?? 1) + untaught / Math.max(1, row.features.hashes.length);
    return [{ ...scores, label: row.label, text: { ...row.figures, unseen } }];
  });
  const calibration = calibrate(labels, heldOut, goals);
  return { format: MODEL_FORMAT, labels, vocabulary, words, svm: compact(fitted.svm), networks: fitted.networks, ...calibration };
}
