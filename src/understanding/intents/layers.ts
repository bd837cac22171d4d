import { openArena } from '../kernels/arena.js';
import type { CompactModel } from './compact.js';
import type { SparseVector } from './sparse.js';

/** Compact models that read the same vectors, or one another's scores, in memory that the kernels reach. */
export interface Layers {
  /** The models that were placed, in their order: the same numbers, now in the kernels' memory, so that the given ones can be forgotten. */
  readonly models: readonly CompactModel[];
  /** Scores of some of the models for a vector, one row a model. */
  readonly score: (models: readonly CompactModel[], vector: SparseVector) => readonly Float32Array[];
}

// A longer vector is read in pieces.
const LONGEST_PIECE = 1024;

/** Places models side by side. */
export function openLayers(given: readonly CompactModel[]): Layers {
  const widest = given.reduce((most, { stride }) => Math.max(most, stride), 0);
  const arena = openArena(
    [LONGEST_PIECE, LONGEST_PIECE, ...given.map(() => widest)],
    given.map(({ weights }) => weights.length),
  );
  const piece = { ids: arena.integers(LONGEST_PIECE), values: arena.floats(LONGEST_PIECE) };
  const sums = given.map(() => arena.floats(widest));
  const models = given.map((model): CompactModel => {
    const weights = arena.bytes(model.weights.length);
    weights.set(model.weights);
    // What was read from a file are views of the whole of it.
    return { ...model, weights, steps: model.steps.slice(), biases: model.biases.slice() };
  });
  return {
    models,
    score: (asked, { ids, values }) => {
      for (let place = 0; place < asked.length; place++) sums[place]?.fill(0);
      for (let start = 0; start < ids.length; start += LONGEST_PIECE) {
        const count = Math.min(LONGEST_PIECE, ids.length - start);
        for (let k = 0; k < count; k++) {
          piece.ids[k] = ids[start + k] as number;
          piece.values[k] = values[start + k] as number;
        }
        asked.forEach(({ weights, stride }, place) => {
          const out = sums[place]?.byteOffset ?? 0;
          arena.gatherBytes(piece.ids.byteOffset, piece.values.byteOffset, count, weights.byteOffset, stride, out);
        });
      }
      return asked.map((model, place) => finished(model, sums[place] ?? NONE));
    },
  };
}

const NONE = new Float32Array();

/** Sums of steps as scores. */
function finished({ classes, steps, biases }: CompactModel, sums: Float32Array): Float32Array {
  const scores = new Float32Array(classes);
  for (let c = 0; c < classes; c++) scores[c] = (sums[c] as number) * (steps[c] as number) + (biases[c] as number);
  return scores;
}
