import { type Active, type DescentOptions, descend, everyClass, type Problem, pack, type Solution } from './descent.js';
import { type LinearModel, score } from './linear.js';
import type { SparseVector } from './sparse.js';

export const SVM_DEFAULTS: DescentOptions = { c: 2, epsilon: 0.3, maxPasses: 20, seed: 7 };

/** A model, and for every training vector the scores of a model that was trained without it. */
export interface CrossFitted {
  readonly model: LinearModel;
  /** `scores[i * classes + c]`. */
  readonly heldOutScores: Float32Array;
}

// A vector this far behind its margin does not become a support vector when a fifth of the others leaves.
const SETTLED = 0.2;
// The folds start where the full model ended and serve calibration only.
const FOLD_EPSILON = 0.3;
const FOLD_PASSES = 3;

/**
 * L2-loss linear SVM by dual coordinate descent (Hsieh et al. 2008), each class against the rest, with shrinking.
 * `foldOf[i]` names the fold whose model must not see vector i; each fold's model starts from the full one, forgets its
 * fold and looks again only at vectors near the margin, so that all folds together cost less than the training.
 */
export function trainSvm(
  vectors: readonly SparseVector[],
  labels: Int32Array,
  classes: number,
  features: number,
  foldOf: Int32Array,
  options: DescentOptions = SVM_DEFAULTS,
): CrossFitted {
  const problem: Problem = { packed: pack(vectors), labels, classes, features };
  const full: Solution = { w: new Float32Array((features + 1) * classes), alpha: new Float32Array(vectors.length * classes) };
  const gradients = descend(problem, full, everyClass(vectors.length, classes), options, true);
  const heldOutScores = new Float32Array(vectors.length * classes);
  const folds = foldOf.reduce((most, fold) => Math.max(most, fold + 1), 0);
  for (let fold = 0; fold < folds; fold++) {
    const without: Solution = { w: full.w.slice(), alpha: full.alpha.slice() };
    forget(problem, without, foldOf, fold);
    descend(
      problem,
      without,
      nearMargin(full, gradients, foldOf, fold, classes),
      { ...options, epsilon: FOLD_EPSILON, maxPasses: FOLD_PASSES },
      false,
    );
    const model = { classes, features, weights: without.w };
    vectors.forEach((vector, i) => {
      if (foldOf[i] === fold) heldOutScores.set(score(model, vector), i * classes);
    });
  }
  return { model: { classes, features, weights: full.w }, heldOutScores };
}

/** Takes what the vectors of a fold gave back out of the weights. */
function forget({ packed, labels, classes, features }: Problem, { w, alpha }: Solution, foldOf: Int32Array, fold: number): void {
  const { offsets, ids, values } = packed;
  for (let i = 0; i < foldOf.length; i++) {
    if (foldOf[i] !== fold) continue;
    for (let c = 0; c < classes; c++) {
      const a = alpha[i * classes + c] as number;
      if (a === 0) continue;
      const step = labels[i] === c ? -a : a;
      alpha[i * classes + c] = 0;
      w[features * classes + c] = (w[features * classes + c] as number) + step;
      for (let k = offsets[i] as number; k < (offsets[i + 1] as number); k++) {
        const place = (ids[k] as number) * classes + c;
        w[place] = (w[place] as number) + step * (values[k] as number);
      }
    }
  }
}

/** The vectors outside a fold with the classes they hold the margin of, or nearly so. */
function nearMargin({ alpha }: Solution, gradients: Float32Array, foldOf: Int32Array, fold: number, classes: number): Active {
  const active: Active = { classes: new Uint8Array(alpha.length), counts: new Int32Array(foldOf.length), width: classes };
  for (let i = 0; i < foldOf.length; i++) {
    if (foldOf[i] === fold) continue;
    let count = 0;
    for (let c = 0; c < classes; c++) {
      const at = i * classes + c;
      if ((alpha[at] as number) > 0 || (gradients[at] as number) < SETTLED) active.classes[i * classes + count++] = c;
    }
    active.counts[i] = count;
  }
  return active;
}
