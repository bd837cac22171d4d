import { withoutPadding } from '../kernels/arena.js';
import { type DescentOptions, descend, forget, type Problem, pose, scoresOf } from './descent.js';
import type { LinearModel } from './linear.js';
import type { TrainingSet } from './sparse.js';
import type { Split } from './splits.js';

export const SVM_DEFAULTS: DescentOptions = { c: 2, epsilon: 0.6, maxPasses: 20, seed: 7 };

/** A model, and per split the scores of a model that has not seen it: `held[split][k * classes + c]` for its k-th vector. */
export interface CrossFitted {
  readonly model: LinearModel;
  readonly held: readonly Float32Array[];
}

// The splits start where the full model ended and serve calibration only. Where classes are missing, much of it no longer holds, and fewer
// passes leave the margins of what is out of scope too high.
const FOLD_PASSES = 3;
const GROUP_PASSES = 6;

/**
 * L2-loss linear SVM by dual coordinate descent (Hsieh et al. 2008), each class against the rest. Each split's model starts from the
 * full one and forgets what the split holds, so that all together cost about as much as the training.
 */
export function trainSvm(set: TrainingSet, splits: readonly Split[], options: DescentOptions = SVM_DEFAULTS): CrossFitted {
  const problem = pose(set);
  const { classes, features } = set;
  descend(problem, Int32Array.from(set.vectors.keys()), options);
  const full = { w: problem.w.slice(), alpha: problem.alpha.slice() };
  const held = splits.map((split) => scoreHeld(problem, full, split, options));
  return { model: { classes, features, weights: withoutPadding(full.w, problem.stride, classes) }, held };
}

function scoreHeld(problem: Problem, full: Pick<Problem, 'w' | 'alpha'>, { held, missing }: Split, options: DescentOptions): Float32Array {
  const { w, alpha, classes, labels } = problem;
  w.set(full.w);
  alpha.set(full.alpha);
  forget(problem, held);
  const out = new Set(held);
  const others = Int32Array.from(labels.keys()).filter((i) => !out.has(i));
  descend(problem, others, { ...options, maxPasses: missing.size > 0 ? GROUP_PASSES : FOLD_PASSES });
  const scores = new Float32Array(held.length * classes);
  held.forEach((i, k) => {
    scores.set(scoresOf(problem, i), k * classes);
  });
  return scores;
}
