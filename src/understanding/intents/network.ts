import type { CompactModel } from './compact.js';
import { openLayers } from './layers.js';
import type { SparseVector } from './sparse.js';

/** A network of two layers: features to hidden units, of which the positive ones lead to classes. */
export interface Network {
  readonly hidden: CompactModel;
  readonly output: CompactModel;
}

/** Class scores of vectors, before any softmax. */
export function openNetwork(network: Network): (vector: SparseVector) => Float32Array {
  const { models, score } = openLayers([network.hidden, network.output]);
  const [hidden, output] = [models.slice(0, 1), models.slice(1)];
  return (vector) => {
    const [activations = new Float32Array()] = score(hidden, vector);
    return score(output, rectified(activations))[0] ?? new Float32Array();
  };
}

/** What a layer hands on: its positive units. */
export function rectified(activations: Float32Array): SparseVector {
  let size = 0;
  const ids = new Int32Array(activations.length);
  const values = new Float32Array(activations.length);
  for (let j = 0; j < activations.length; j++) {
    if ((activations[j] as number) <= 0) continue;
    ids[size] = j;
    values[size++] = activations[j] as number;
  }
  return { ids: ids.subarray(0, size), values: values.subarray(0, size) };
}
