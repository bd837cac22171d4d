import { findThresholds, fitTemperature, type HeldOut, type ThresholdGoals, weighAll } from './calibrate.js';
import { compact } from './compact.js';
import { detect, fitDetector } from './detector.js';
import type { TextFigures } from './evidence.js';
import { BLOCK_WEIGHTS, type Features } from './features.js';
import { type IntentModel, type Label, MODEL_FORMAT } from './model.js';
import { mulberry32 } from './random.js';
import { vectorize } from './sparse.js';
import { NO_FOLD, SVM_DEFAULTS, trainSvm } from './svm.js';
import { buildVocabulary } from './vocabulary.js';

/** A text to learn from. */
export interface TrainingRow {
  readonly features: Features;
  readonly figures: Omit<TextFigures, 'unseen'>;
  /** Index into the labels. */
  readonly label: number;
}

const FOLDS = 5;
// Enough texts to calibrate on; the folds beyond would only take time.
const MOST_HELD_OUT = 5000;
const FEWEST_TEXTS = 3;
const DEFAULT_GOALS: ThresholdGoals = { wrong: 0.02, coverage: 0.95 };

/**
 * Trains the model: a linear SVM, its temperature, the detector and all thresholds.
 * What is calibrated is calibrated on scores that the SVM gave without having seen the text. Same rows, same model.
 */
export function trainModel(
  labels: readonly Label[],
  rows: readonly TrainingRow[],
  words: IntentModel['words'],
  goals: ThresholdGoals = DEFAULT_GOALS,
): IntentModel {
  const vocabulary = buildVocabulary(
    rows.map(({ features }) => features),
    FEWEST_TEXTS,
  );
  const vectors = rows.map(({ features }) => vectorize(features, BLOCK_WEIGHTS, vocabulary));
  const foldOf = assignFolds(rows);
  const { model, heldOutScores } = trainSvm(
    vectors.map(({ vector }) => vector),
    Int32Array.from(rows, ({ label }) => label),
    labels.length,
    vocabulary.size,
    foldOf,
    SVM_DEFAULTS,
  );
  const heldOut = rows.flatMap(({ label, figures }, i): readonly HeldOut[] => {
    if (foldOf[i] === NO_FOLD) return [];
    const scores = heldOutScores.subarray(i * labels.length, (i + 1) * labels.length);
    return [{ label, text: { ...figures, unseen: vectors[i]?.unseen ?? 1 }, scores }];
  });
  const temperature = fitTemperature(heldOut);
  const evidence = weighAll(labels, heldOut, temperature);
  const right = heldOut.map(({ label }, i) => evidence[i]?.ranking[0]?.id === labels[label]?.id);
  const detector = fitDetector(
    evidence.map(({ figures }) => figures),
    right,
  );
  const confidence = evidence.map(({ figures }) => detect(detector, figures));
  const thresholds = findThresholds(labels, heldOut, evidence, confidence, goals);
  return { format: MODEL_FORMAT, labels, vocabulary, words, svm: compact(model), temperature, detector, thresholds };
}

/** Folds with an even share of every label, shuffled with a fixed seed; texts beyond what calibration needs are in none. */
function assignFolds(rows: readonly TrainingRow[]): Int32Array {
  const random = mulberry32(11);
  const folds = new Int32Array(rows.length);
  const held = Math.min(FOLDS, Math.ceil((FOLDS * MOST_HELD_OUT) / rows.length));
  const order = rows.map((row, index) => ({ index, label: row.label, key: random() })).sort((a, b) => a.label - b.label || a.key - b.key);
  order.forEach(({ index }, rank) => {
    folds[index] = rank % FOLDS < held ? rank % FOLDS : NO_FOLD;
  });
  return folds;
}
