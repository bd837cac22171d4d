import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Features } from '../../../src/understanding/intents/features.js';
import { vectorize } from '../../../src/understanding/intents/sparse.js';
import { buildVocabulary, idOf, type Vocabulary, vocabularyOf } from '../../../src/understanding/intents/vocabulary.js';

const featuresFrom = (blocks: readonly (readonly number[])[]): Features => ({
  hashes: blocks.flat(),
  ends: blocks.map((_, i) => blocks.slice(0, i + 1).flat().length),
});

const WEIGHTS = [1, 0.7];

/** The definition with maps: counts, their logarithm, each block to its weight and share, the whole to length 1. */
function naive(blocks: readonly (readonly number[])[], vocabulary: Vocabulary): ReadonlyMap<number, number> {
  const whole = new Map<number, number>();
  blocks.forEach((block, b) => {
    const known = block.filter((hash) => idOf(vocabulary, hash) >= 0);
    const values = new Map(known.map((hash) => [hash, 1 + Math.log(known.filter((other) => other === hash).length)]));
    const norm = Math.hypot(...values.values());
    const share = Math.min(1, known.length / Math.max(1, blocks[0]?.length ?? 0));
    for (const [hash, value] of values) whole.set(idOf(vocabulary, hash), ((WEIGHTS[b] ?? 0) * Math.sqrt(share) * value) / norm);
  });
  const norm = Math.hypot(...whole.values());
  return new Map([...whole].map(([id, value]) => [id, value / norm]));
}

const block = (from: number) => fc.array(fc.integer({ min: from, max: from + 12 }), { maxLength: 20 });

test('a vector is what the naive twin says', () => {
  // Every second hash is known; those of the second block differ from those of the first, as in a text.
  const vocabulary = vocabularyOf(Int32Array.from({ length: 60 }, (_, i) => i * 2));
  fc.assert(
    fc.property(block(0), block(40), (first, second) => {
      const { vector, unseen } = vectorize(featuresFrom([first, second]), WEIGHTS, vocabulary);
      const expected = naive([first, second], vocabulary);
      expect(vector.ids.length).toBe(expected.size);
      vector.ids.forEach((id, k) => {
        expect(vector.values[k]).toBeCloseTo(expected.get(id) ?? Number.NaN, 5);
      });
      const all = [...first, ...second];
      const known = all.filter((hash) => hash % 2 === 0).length;
      expect(unseen).toBeCloseTo(all.length === 0 ? 1 : 1 - known / all.length, 9);
    }),
  );
});

test('the vocabulary keeps what enough texts hold, the most frequent first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 12 }), { maxLength: 10 }),
      fc.integer({ min: 1, max: 3 }),
      (texts, least) => {
        const { vocabulary, counts: known } = buildVocabulary(
          texts.map((text) => featuresFrom([text])),
          least,
        );
        const holding = (hash: number) => texts.filter((text) => text.includes(hash)).length;
        const expected = [...new Set(texts.flat())].filter((hash) => holding(hash) >= least);
        expect(new Set(vocabulary.hashes)).toEqual(new Set(expected));
        expect(vocabulary.size).toBe(expected.length);
        const counts = Array.from(vocabulary.hashes, holding);
        expect([...known]).toEqual(counts);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        vocabulary.hashes.forEach((hash, id) => {
          expect(idOf(vocabulary, hash)).toBe(id);
        });
        expect(idOf(vocabulary, 77)).toBe(-1);
      },
    ),
  );
});
