import type { LinearModel } from './linear.js';
import { mulberry32 } from './random.js';
import type { SparseVector } from './sparse.js';

export { mulberry32 };

export interface SvmOptions {
  readonly c: number;
  /** Largest spread of projected gradients that counts as solved. */
  readonly epsilon: number;
  readonly maxPasses: number;
  readonly seed: number;
}

export const SVM_DEFAULTS: SvmOptions = { c: 1, epsilon: 0.1, maxPasses: 20, seed: 7 };

/** Training vectors packed one after another. */
interface Packed {
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each vector, the bias feature of 1 included. */
  readonly squares: Float64Array;
}

/** Where the descent of one class stands. */
interface Solution {
  /** Primal weights, the bias last. */
  readonly w: Float64Array;
  readonly alpha: Float64Array;
  /** Per vector, as of its last visit. */
  readonly gradients: Float64Array;
}

/** A model, and for every training vector the scores of a model that was trained without it. */
export interface CrossFitted {
  readonly model: LinearModel;
  /** `scores[i * classes + c]`. */
  readonly heldOutScores: Float32Array;
}

// A vector this far behind its margin does not become a support vector when a fifth of the others leaves.
const SETTLED = 0.4;

/**
 * L2-loss linear SVM by dual coordinate descent (Hsieh et al. 2008), one class against the rest, with shrinking.
 * `foldOf[i]` names the fold whose model must not see vector i; each fold's model starts from the full one, forgets its
 * fold and looks again only at vectors near the margin, so that all folds together cost less than the training.
 */
export function trainSvm(
  vectors: readonly SparseVector[],
  labels: Int32Array,
  classes: number,
  features: number,
  foldOf: Int32Array,
  options: SvmOptions = SVM_DEFAULTS,
): CrossFitted {
  const packed = pack(vectors);
  const count = vectors.length;
  const folds = foldOf.reduce((most, fold) => Math.max(most, fold + 1), 0);
  const weights = new Float32Array(classes * (features + 1));
  const heldOutScores = new Float32Array(count * classes);
  const full = emptySolution(count, features);
  const fold = emptySolution(count, features);
  const everyone = Int32Array.from(vectors.keys());
  for (let c = 0; c < classes; c++) {
    const signs = Int8Array.from(labels, (label) => (label === c ? 1 : -1));
    full.alpha.fill(0);
    full.w.fill(0);
    descend(packed, signs, everyone, full, { ...options, seed: options.seed + c });
    for (let f = 0; f <= features; f++) weights[f * classes + c] = full.w[f] as number;
    const near = everyone.filter((i) => (full.alpha[i] as number) > 0 || (full.gradients[i] as number) < SETTLED);
    for (let left = 0; left < folds; left++) {
      fold.w.set(full.w);
      fold.alpha.set(full.alpha);
      forget(packed, signs, foldOf, left, fold);
      descend(
        packed,
        signs,
        near.filter((i) => foldOf[i] !== left),
        fold,
        { ...options, seed: options.seed + c },
      );
      for (let i = 0; i < count; i++) if (foldOf[i] === left) heldOutScores[i * classes + c] = dot(packed, i, fold.w);
    }
  }
  return { model: { classes, features, weights }, heldOutScores };
}

const emptySolution = (count: number, features: number): Solution => ({
  w: new Float64Array(features + 1),
  alpha: new Float64Array(count),
  gradients: new Float64Array(count),
});

function pack(vectors: readonly SparseVector[]): Packed {
  const offsets = new Int32Array(vectors.length + 1);
  vectors.forEach((vector, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + vector.ids.length;
  });
  const size = offsets[vectors.length] ?? 0;
  const packed = { offsets, ids: new Int32Array(size), values: new Float32Array(size), squares: new Float64Array(vectors.length) };
  vectors.forEach((vector, i) => {
    packed.ids.set(vector.ids, offsets[i]);
    packed.values.set(vector.values, offsets[i]);
    packed.squares[i] = vector.values.reduce((sum, value) => sum + value * value, 1);
  });
  return packed;
}

function dot({ offsets, ids, values }: Packed, i: number, w: Float64Array): number {
  const end = offsets[i + 1] as number;
  let sum = w[w.length - 1] as number;
  for (let k = offsets[i] as number; k < end; k++) sum += (w[ids[k] as number] as number) * (values[k] as number);
  return sum;
}

function addTo({ offsets, ids, values }: Packed, i: number, step: number, w: Float64Array): void {
  const end = offsets[i + 1] as number;
  const last = w.length - 1;
  w[last] = (w[last] as number) + step;
  for (let k = offsets[i] as number; k < end; k++) {
    const id = ids[k] as number;
    w[id] = (w[id] as number) + step * (values[k] as number);
  }
}

function forget(packed: Packed, signs: Int8Array, foldOf: Int32Array, left: number, { alpha, w }: Solution): void {
  for (let i = 0; i < alpha.length; i++) {
    const a = alpha[i] as number;
    if (foldOf[i] !== left || a === 0) continue;
    addTo(packed, i, -a * (signs[i] as number), w);
    alpha[i] = 0;
  }
}

/** Passes over the examples until no projected gradient is further from 0 than `epsilon`, dropping settled ones on the way. */
function descend(packed: Packed, signs: Int8Array, examples: Int32Array, { w, alpha, gradients }: Solution, options: SvmOptions): void {
  const random = mulberry32(options.seed);
  const order = examples.slice();
  const diagonal = 0.5 / options.c;
  let active = order.length;
  let shrinkAbove = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < options.maxPasses; pass++) {
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    for (let k = 0; k < active; k++) {
      const swap = k + Math.floor(random() * (active - k));
      const i = order[swap] as number;
      order[swap] = order[k] as number;
      order[k] = i;
      const y = signs[i] as number;
      const a = alpha[i] as number;
      const gradient = y * dot(packed, i, w) - 1 + a * diagonal;
      gradients[i] = gradient;
      if (a === 0 && gradient > shrinkAbove) {
        active--;
        order[k] = order[active] as number;
        order[active] = i;
        k--;
        continue;
      }
      const projected = a === 0 ? Math.min(gradient, 0) : gradient;
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(a - gradient / ((packed.squares[i] as number) + diagonal), 0);
      alpha[i] = next;
      addTo(packed, i, (next - a) * y, w);
    }
    if (highest - lowest <= options.epsilon) {
      if (active === order.length) break;
      // Settled on what is left: look at the dropped ones once more.
      active = order.length;
      shrinkAbove = Number.POSITIVE_INFINITY;
    } else shrinkAbove = highest > 0 ? highest : Number.POSITIVE_INFINITY;
  }
}
