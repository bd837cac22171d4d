import type { Features } from './features.js';

/** The features a model knows: `hashes[id]` names feature `id`; the most frequent come first, which keeps training's memory close. */
export interface Vocabulary {
  readonly size: number;
  readonly hashes: Int32Array;
  /** Open addressing: `slots[place]` is an id and one, or 0. */
  readonly slots: Int32Array;
}

/** The vocabulary of hashes in the order of their ids; what a saved model keeps is the hashes alone. */
export function vocabularyOf(hashes: Int32Array): Vocabulary {
  const slots = new Int32Array(tableSize(hashes.length));
  const mask = slots.length - 1;
  for (let id = 0; id < hashes.length; id++) {
    let place = (hashes[id] ?? 0) & mask;
    while (slots[place] !== 0) place = (place + 1) & mask;
    slots[place] = id + 1;
  }
  return { size: hashes.length, hashes, slots };
}

/** The id of a feature; -1 when training did not know it. */
export function idOf({ hashes, slots }: Vocabulary, hash: number): number {
  const mask = slots.length - 1;
  for (let place = hash & mask; ; place = (place + 1) & mask) {
    const id = (slots[place] as number) - 1;
    if (id < 0 || hashes[id] === hash) return id;
  }
}

/** All features that occur in at least `minimum` of the texts; `counts[id]` is in how many. */
export function buildVocabulary(
  texts: readonly Features[],
  minimum: number,
): { readonly vocabulary: Vocabulary; readonly counts: Int32Array } {
  let total = 0;
  for (const { hashes } of texts) total += hashes.length;
  const slots = new Int32Array(tableSize(total));
  const mask = slots.length - 1;
  // Per distinct hash in order of first appearance: itself, how many texts hold it, the last of them.
  const distinct = new Int32Array(total);
  const counts = new Int32Array(total);
  const lastText = new Int32Array(total);
  let size = 0;
  texts.forEach(({ hashes }, text) => {
    for (let k = 0; k < hashes.length; k++) {
      const hash = hashes[k] as number;
      let place = hash & mask;
      while (slots[place] !== 0 && distinct[(slots[place] as number) - 1] !== hash) place = (place + 1) & mask;
      let index = (slots[place] as number) - 1;
      if (index < 0) {
        index = size++;
        slots[place] = index + 1;
        distinct[index] = hash;
      } else if (lastText[index] === text) continue;
      counts[index] = (counts[index] as number) + 1;
      lastText[index] = text;
    }
  });
  const kept: number[] = [];
  for (let index = 0; index < size; index++) if ((counts[index] as number) >= minimum) kept.push(index);
  kept.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  return {
    vocabulary: vocabularyOf(Int32Array.from(kept, (index) => distinct[index] as number)),
    counts: Int32Array.from(kept, (index) => counts[index] as number),
  };
}

/** A power of two that leaves the table at most half full. */
const tableSize = (entries: number): number => 2 ** Math.ceil(Math.log2(Math.max(8, entries * 2)));
