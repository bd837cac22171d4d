import type { TrainingSet } from '../../understanding/intents/sparse.js';
import type { FlatSet } from './protocol.js';

export function flatten({ vectors, ...rest }: TrainingSet): FlatSet {
  const offsets = new Int32Array(vectors.length + 1);
  vectors.forEach(({ ids }, i) => {
    offsets[i + 1] = (offsets[i] as number) + ids.length;
  });
  const size = offsets[vectors.length] as number;
  const [ids, values] = [new Int32Array(size), new Float32Array(size)];
  vectors.forEach((vector, i) => {
    ids.set(vector.ids, offsets[i]);
    values.set(vector.values, offsets[i]);
  });
  return { ...rest, offsets, ids, values };
}

export function unflatten({ offsets, ids, values, ...rest }: FlatSet): TrainingSet {
  const vectors = Array.from({ length: offsets.length - 1 }, (_, i) => ({
    ids: ids.subarray(offsets[i], offsets[i + 1]),
    values: values.subarray(offsets[i], offsets[i + 1]),
  }));
  return { ...rest, vectors };
}
