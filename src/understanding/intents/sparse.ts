import type { Features } from './features.js';
import { idOf, type Vocabulary } from './vocabulary.js';

/** A sparse vector: feature ids, in rising order within a block, and their values, same length. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Vectors with the classes they belong to. */
export interface TrainingSet {
  readonly vectors: readonly SparseVector[];
  /** One class a vector, from 0. */
  readonly labels: Int32Array;
  readonly classes: number;
  readonly features: number;
}

/** `1 + ln(count)` for the counts that occur. */
const SUBLINEAR = Float64Array.from({ length: 64 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/**
 * Turns features into one vector: sublinear counts, each block scaled to its weight, the whole to length 1. A block with fewer
 * features than the first weighs less: one pinyin word in an English question says little about it.
 * Features outside the vocabulary are left out; `unseen` is their share of all that occurred.
 */
export function vectorize(
  { hashes, ends }: Features,
  weights: readonly number[],
  vocabulary: Vocabulary,
): { readonly vector: SparseVector; readonly unseen: number } {
  const ids = new Int32Array(hashes.length);
  const values = new Float64Array(hashes.length);
  let size = 0;
  let known = 0;
  let squares = 0;
  for (let block = 0; block < ends.length; block++) {
    const blockStart = size;
    let end = blockStart;
    for (let k = ends[block - 1] ?? 0; k < (ends[block] ?? 0); k++) {
      const id = idOf(vocabulary, hashes[k] as number);
      if (id >= 0) ids[end++] = id;
    }
    known += end - blockStart;
    sort(ids, blockStart, end);
    let blockSquares = 0;
    for (let k = blockStart; k < end; size++) {
      const id = ids[k] as number;
      let count = 0;
      for (; k < end && ids[k] === id; k++) count++;
      const value = SUBLINEAR[Math.min(count, SUBLINEAR.length - 1)] as number;
      ids[size] = id;
      values[size] = value;
      blockSquares += value * value;
    }
    const share = Math.min(1, (end - blockStart) / Math.max(1, ends[0] ?? 0));
    const weight = (weights[block] ?? 0) * Math.sqrt(share);
    const scale = blockSquares > 0 ? weight / Math.sqrt(blockSquares) : 0;
    for (let k = blockStart; k < size; k++) values[k] = (values[k] as number) * scale;
    if (blockSquares > 0) squares += weight * weight;
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  const scaled = new Float32Array(size);
  for (let k = 0; k < size; k++) scaled[k] = (values[k] as number) * scale;
  return { vector: { ids: ids.slice(0, size), values: scaled }, unseen: hashes.length === 0 ? 1 : 1 - known / hashes.length };
}

const LONGEST_INSERTED = 64;

/** Sorts a part in place: a block of a question is short, and for those the built-in sort costs more than it sorts. */
function sort(ids: Int32Array, start: number, end: number): void {
  if (end - start > LONGEST_INSERTED) {
    ids.subarray(start, end).sort();
    return;
  }
  for (let k = start + 1; k < end; k++) {
    const id = ids[k] as number;
    let place = k;
    for (; place > start && (ids[place - 1] as number) > id; place--) ids[place] = ids[place - 1] as number;
    ids[place] = id;
  }
}
