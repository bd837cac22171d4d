import type { SparseVector } from './sparse.js';

/** Weights of one-versus-rest linear classifiers, the bias as one more feature at the end: `weights[c * (features + 1) + f]` out of training. */
export interface LinearModel {
  readonly classes: number;
  readonly features: number;
  readonly weights: Float32Array;
}

export interface SvmOptions {
  readonly c: number;
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

/** A model, and for every training vector the scores of a model that was trained without it. */
export interface CrossFitted {
  readonly model: LinearModel;
  /** `scores[i * classes + c]`. */
  readonly heldOutScores: Float32Array;
}

/**
 * L2-loss linear SVM by dual coordinate descent (Hsieh et al. 2008), one class against the rest, with shrinking.
 * `foldOf[i]` names the fold whose model must not see vector i; each fold's model starts from the full one and
 * forgets its fold, so that five folds cost about as much as one more training.
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
  const folds = foldOf.reduce((most, fold) => Math.max(most, fold + 1), 0);
  const weights = new Float32Array(classes * (features + 1));
  const heldOutScores = new Float32Array(vectors.length * classes);
  const alpha = new Float64Array(vectors.length);
  const foldAlpha = new Float64Array(vectors.length);
  const w = new Float64Array(features + 1);
  const foldW = new Float64Array(features + 1);
  const everyone = Int32Array.from(vectors.keys());
  for (let c = 0; c < classes; c++) {
    alpha.fill(0);
    w.fill(0);
    descend(packed, labels, c, everyone, alpha, w, options);
    weights.set(w, c * (features + 1));
    for (let fold = 0; fold < folds; fold++) {
      foldW.set(w);
      foldAlpha.set(alpha);
      forget(packed, labels, c, foldOf, fold, foldAlpha, foldW);
      descend(
        packed,
        labels,
        c,
        everyone.filter((i) => foldOf[i] !== fold),
        foldAlpha,
        foldW,
        options,
      );
      for (let i = 0; i < vectors.length; i++) if (foldOf[i] === fold) heldOutScores[i * classes + c] = dot(packed, i, foldW);
    }
  }
  return { model: { classes, features, weights }, heldOutScores };
}

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

function forget(
  packed: Packed,
  labels: Int32Array,
  c: number,
  foldOf: Int32Array,
  fold: number,
  alpha: Float64Array,
  w: Float64Array,
): void {
  for (let i = 0; i < alpha.length; i++) {
    const a = alpha[i] as number;
    if (foldOf[i] !== fold || a === 0) continue;
    addTo(packed, i, labels[i] === c ? -a : a, w);
    alpha[i] = 0;
  }
}

/** Passes over the examples until no projected gradient is further from 0 than `epsilon`, dropping settled ones on the way. */
function descend(
  packed: Packed,
  labels: Int32Array,
  c: number,
  examples: Int32Array,
  alpha: Float64Array,
  w: Float64Array,
  options: SvmOptions,
): void {
  const random = mulberry32(options.seed + c);
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
      const y = labels[i] === c ? 1 : -1;
      const a = alpha[i] as number;
      const gradient = y * dot(packed, i, w) - 1 + a * diagonal;
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

/** The weights as scoring wants them: all classes of a feature side by side. */
export function byFeature(model: LinearModel): LinearModel {
  const { classes, features, weights } = model;
  const turned = new Float32Array(weights.length);
  for (let c = 0; c < classes; c++) {
    for (let f = 0; f <= features; f++) turned[f * classes + c] = weights[c * (features + 1) + f] as number;
  }
  return { classes, features, weights: turned };
}

/** Scores of all classes for one vector, from weights as `byFeature` lays them out. */
export function score({ classes, features, weights }: LinearModel, { ids, values }: SparseVector): Float32Array {
  const scores = weights.slice(features * classes, (features + 1) * classes);
  for (let k = 0; k < ids.length; k++) {
    const base = (ids[k] as number) * classes;
    const value = values[k] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[base + c] as number) * value;
  }
  return scores;
}

/** A small seeded generator of numbers in [0, 1): the same seed trains the same model. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
