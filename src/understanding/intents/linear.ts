import type { SparseVector } from './sparse.js';

/** One linear classifier a class, all classes of a feature side by side and the biases last: `weights[f * classes + c]`. */
export interface LinearModel {
  readonly classes: number;
  readonly features: number;
  readonly weights: Float32Array;
}

/** Scores of all classes for one vector. */
export function score({ classes, features, weights }: LinearModel, { ids, values }: SparseVector): Float32Array {
  const scores = weights.slice(features * classes, (features + 1) * classes);
  for (let k = 0; k < ids.length; k++) {
    const base = (ids[k] as number) * classes;
    const value = values[k] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[base + c] as number) * value;
  }
  return scores;
}
