/** A sparse vector: feature ids in rising order and their values, same length. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Named values before they have ids; a name is unique in its block. */
export type FeatureBlock = ReadonlyMap<string, number>;

/** Feature names and their ids, from the training texts. */
export type Vocabulary = ReadonlyMap<string, number>;

/**
 * Turns blocks of counted features into one vector: sublinear counts, each block scaled to its weight, the whole to length 1.
 * Features outside the vocabulary are left out; `unseen` is their share.
 */
export function vectorize(
  blocks: readonly { readonly features: FeatureBlock; readonly weight: number }[],
  vocabulary: Vocabulary,
): { readonly vector: SparseVector; readonly unseen: number } {
  const entries: [number, number][] = [];
  let known = 0;
  let total = 0;
  for (const { features, weight } of blocks) {
    const block: [number, number][] = [];
    let squares = 0;
    for (const [name, count] of features) {
      total++;
      const id = vocabulary.get(name);
      if (id === undefined) continue;
      known++;
      const value = 1 + Math.log(count);
      block.push([id, value]);
      squares += value * value;
    }
    const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
    for (const [id, value] of block) entries.push([id, value * scale]);
  }
  entries.sort((a, b) => a[0] - b[0]);
  let length = 0;
  for (const [, value] of entries) length += value * value;
  const scale = length > 0 ? 1 / Math.sqrt(length) : 0;
  const ids = new Int32Array(entries.length);
  const values = new Float32Array(entries.length);
  entries.forEach(([id, value], i) => {
    ids[i] = id;
    values[i] = value * scale;
  });
  return { vector: { ids, values }, unseen: total === 0 ? 1 : 1 - known / total };
}

/** All feature names that occur in at least `minimum` of the texts, numbered in order of first appearance. */
export function buildVocabulary(texts: readonly (readonly { readonly features: FeatureBlock }[])[], minimum: number): Vocabulary {
  const counts = new Map<string, number>();
  for (const blocks of texts) {
    for (const { features } of blocks) {
      for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const vocabulary = new Map<string, number>();
  for (const [name, count] of counts) if (count >= minimum) vocabulary.set(name, vocabulary.size);
  return vocabulary;
}
