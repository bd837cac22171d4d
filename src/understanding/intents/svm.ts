import { type DescentOptions, descend, forget, type Problem, pose, scoresOf } from './descent.js';
import type { LinearModel } from './linear.js';
import type { SparseVector } from './sparse.js';

export const SVM_DEFAULTS: DescentOptions = { c: 2, epsilon: 0.6, maxPasses: 20, seed: 7 };

/** The fold of a vector that no held-out score is wanted of. */
export const NO_FOLD = -1;

/** A model, and for the vectors of every fold the scores of a model that was trained without it. */
export interface CrossFitted {
  readonly model: LinearModel;
  /** `scores[i * classes + c]`; 0 for vectors in no fold. */
  readonly heldOutScores: Float32Array;
}

// The folds start where the full model ended and serve calibration only.
const FOLD_PASSES = 3;

/**
 * L2-loss linear SVM by dual coordinate descent (Hsieh et al. 2008), each class against the rest.
 * `foldOf[i]` names the fold whose model must not see vector i; each fold's model starts from the full one and forgets its
 * fold, so that all folds together cost about as much as the training.
 */
export function trainSvm(
  vectors: readonly SparseVector[],
  labels: Int32Array,
  classes: number,
  features: number,
  foldOf: Int32Array,
  options: DescentOptions = SVM_DEFAULTS,
): CrossFitted {
  const problem = pose(vectors, labels, classes, features);
  descend(problem, Int32Array.from(vectors.keys()), options);
  const model = { classes, features, weights: withoutPadding(problem) };
  return { model, heldOutScores: scoreHeldOut(problem, foldOf, options) };
}

function scoreHeldOut(problem: Problem, foldOf: Int32Array, options: DescentOptions): Float32Array {
  const { w, alpha, classes } = problem;
  const full = { w: w.slice(), alpha: alpha.slice() };
  const scores = new Float32Array(foldOf.length * classes);
  const places = Int32Array.from(foldOf.keys());
  const folds = foldOf.reduce((most, fold) => Math.max(most, fold + 1), 0);
  for (let fold = 0; fold < folds; fold++) {
    const held = places.filter((i) => foldOf[i] === fold);
    w.set(full.w);
    alpha.set(full.alpha);
    forget(problem, held);
    descend(
      problem,
      places.filter((i) => foldOf[i] !== fold),
      { ...options, maxPasses: FOLD_PASSES },
    );
    for (const i of held) scores.set(scoresOf(problem, i), i * classes);
  }
  return scores;
}

function withoutPadding({ w, stride, classes }: Problem): Float32Array {
  const rows = w.length / stride;
  const weights = new Float32Array(rows * classes);
  for (let f = 0; f < rows; f++) weights.set(w.subarray(f * stride, f * stride + classes), f * classes);
  return weights;
}
