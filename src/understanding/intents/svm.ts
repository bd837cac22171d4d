import { withoutPadding } from '../kernels/arena.js';
import { type ClassRange, type DescentOptions, descend, forget, type Problem, pose, scoresOf } from './descent.js';
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

// What the kernels walk at once; narrower parts would be mostly padding.
const NARROWEST = 16;

/** The classes in two halves, which know nothing of each other and may be trained at the same time. */
export function halvesOf(classes: number): readonly ClassRange[] {
  if (classes <= NARROWEST) return [{ from: 0, to: classes }];
  const middle = Math.ceil(classes / 2);
  return [
    { from: 0, to: middle },
    { from: middle, to: classes },
  ];
}

/**
 * L2-loss linear SVM by dual coordinate descent (Hsieh et al. 2008), each class against the rest. Each split's model starts from the
 * full one and forgets what the split holds, so that all together cost about as much as the training.
 */
export function trainSvm(set: TrainingSet, splits: readonly Split[], options: DescentOptions = SVM_DEFAULTS): CrossFitted {
  const ranges = halvesOf(set.classes);
  return joinClasses(
    set.classes,
    ranges,
    ranges.map((range) => trainClasses(set, splits, range, options)),
  );
}

/** The SVM of some of the classes; those of all ranges, joined, are that of all classes. */
export function trainClasses(set: TrainingSet, splits: readonly Split[], range: ClassRange, options: DescentOptions): CrossFitted {
  const problem = pose(set, range);
  const { classes } = problem;
  descend(problem, Int32Array.from(set.vectors.keys()), options);
  const full = { w: problem.w.slice(), alpha: problem.alpha.slice() };
  const held = splits.map((split) => scoreHeld(problem, full, split, options));
  return { model: { classes, features: set.features, weights: withoutPadding(full.w, problem.stride, classes) }, held };
}

/** One model of what was trained in ranges. */
export function joinClasses(classes: number, ranges: readonly ClassRange[], parts: readonly CrossFitted[]): CrossFitted {
  const [first] = parts;
  if (!first) throw new Error('no classes were trained');
  const side = (of: (part: CrossFitted) => Float32Array): Float32Array => {
    const rows = of(first).length / first.model.classes;
    const joined = new Float32Array(rows * classes);
    parts.forEach((part, p) => {
      const own = of(part);
      const width = part.model.classes;
      const from = ranges[p]?.from ?? 0;
      for (let row = 0; row < rows; row++) joined.set(own.subarray(row * width, (row + 1) * width), row * classes + from);
    });
    return joined;
  };
  return {
    model: { classes, features: first.model.features, weights: side(({ model }) => model.weights) },
    held: first.held.map((_, s) => side(({ held }) => held[s] ?? new Float32Array())),
  };
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
