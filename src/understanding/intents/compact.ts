import type { LinearModel } from './linear.js';
import type { SparseVector } from './sparse.js';

/** A linear model with weights of one byte: a quarter of the memory, so that scoring finds them in the processor's cache. */
export interface CompactModel {
  readonly classes: number;
  readonly features: number;
  /** `weights[f * classes + c]`, in steps of the class. */
  readonly weights: Int8Array;
  /** What one step is worth, a class. */
  readonly steps: Float32Array;
  readonly biases: Float32Array;
}

const MOST_STEPS = 127;

/** Rounds each class's weights to 127 steps of its largest. */
export function compact({ classes, features, weights }: LinearModel): CompactModel {
  const steps = new Float32Array(classes);
  for (let row = 0; row < features * classes; row += classes) {
    for (let c = 0; c < classes; c++) {
      const magnitude = Math.abs(weights[row + c] as number) / MOST_STEPS;
      if (magnitude > (steps[c] as number)) steps[c] = magnitude;
    }
  }
  const perStep = steps.map((step) => (step === 0 ? 0 : 1 / step));
  const rounded = new Int8Array(features * classes);
  for (let row = 0; row < rounded.length; row += classes) {
    for (let c = 0; c < classes; c++) {
      const count = Math.round((weights[row + c] as number) * (perStep[c] as number));
      rounded[row + c] = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, count));
    }
  }
  return { classes, features, weights: rounded, steps, biases: weights.slice(features * classes) };
}

/** Scores of all classes for one vector. */
export function scoreCompact({ classes, weights, steps, biases }: CompactModel, { ids, values }: SparseVector): Float32Array {
  const scores = new Float32Array(classes);
  for (let k = 0; k < ids.length; k++) {
    const base = (ids[k] as number) * classes;
    const value = values[k] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[base + c] as number) * value;
  }
  for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) * (steps[c] as number) + (biases[c] as number);
  return scores;
}
