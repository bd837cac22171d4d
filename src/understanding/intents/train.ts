import { type CalibrationRow, calibrate, type Goals } from './calibrate.js';
import { compact } from './compact.js';
import type { DescentOptions } from './descent.js';
import { BLOCK_WEIGHTS } from './features.js';
import { crossFit } from './held-out.js';
import { type IntentModel, type Label, MODEL_FORMAT } from './model.js';
import type { Reading } from './readings.js';
import { type TrainingSet, vectorize } from './sparse.js';
import { foldsOf, groupsOf, type Split } from './splits.js';
import { type CrossFitted, SVM_DEFAULTS, trainSvm } from './svm.js';
import { buildVocabulary, type Vocabulary } from './vocabulary.js';

/** A text to learn from. */
export interface TrainingRow extends Reading {
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

/** What is trained, before any model is. */
export interface Task {
  readonly labels: readonly Label[];
  readonly rows: readonly TrainingRow[];
  readonly options: TrainingOptions;
  readonly vocabulary: Vocabulary;
  /** In how many texts each feature is, and in how many it must be. */
  readonly counts: Int32Array;
  readonly fewest: number;
  readonly set: TrainingSet;
  /** Share of each text's features that the vocabulary does not know. */
  readonly unseen: readonly number[];
  readonly splits: readonly Split[];
  /** Of the SVM. */
  readonly descent: DescentOptions;
}

/**
 * Trains the model: a linear SVM, networks beside it, their blend, the detectors and all thresholds. What is calibrated is calibrated
 * on scores of models that have not seen the text. Same rows, same model.
 */
export function trainModel(
  labels: readonly Label[],
  rows: readonly TrainingRow[],
  words: IntentModel['words'],
  options: TrainingOptions = DEFAULT_TRAINING,
): IntentModel {
  const task = setTask(labels, rows, options);
  return finish(task, trainSvm(task.set, task.splits, task.descent), words);
}

/** Turns texts into vectors and says which of them are held out. */
export function setTask(labels: readonly Label[], rows: readonly TrainingRow[], options: TrainingOptions = DEFAULT_TRAINING): Task {
  const { heldOut, seed } = options;
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
  const splits = [...foldsOf(set.labels, seed, heldOut), ...(hasNearMisses ? [] : groupsOf(set.labels, set.classes, seed, heldOut))];
  const unseen = vectorized.map((vector) => vector.unseen);
  return { labels, rows, options, vocabulary, counts, fewest, set, unseen, splits, descent: { ...SVM_DEFAULTS, seed } };
}

/** Networks, blend, detectors and thresholds around a trained SVM. */
export function finish(
  { labels, rows, options, vocabulary, counts, fewest, set, unseen, splits }: Task,
  svm: CrossFitted,
  words: IntentModel['words'],
): IntentModel {
  const fitted = crossFit(svm, set, splits, options, { fewest, counts });
  const heldOut = fitted.heldOut.flatMap(({ index, untaught, ...scores }): readonly CalibrationRow[] => {
    const row = rows[index];
    if (!row) return [];
    const unknown = (unseen[index] ?? 1) + untaught / Math.max(1, row.features.hashes.length);
    return [{ ...scores, label: row.label, text: { ...row.figures, unseen: unknown } }];
  });
  const calibration = calibrate(labels, heldOut, options.goals);
  return { format: MODEL_FORMAT, labels, vocabulary, words, svm: compact(fitted.svm), networks: fitted.networks, ...calibration };
}
