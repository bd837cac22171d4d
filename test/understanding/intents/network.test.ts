import { expect, test } from 'vitest';
import { openNetwork } from '../../../src/understanding/intents/network.js';
import { NETWORK_DEFAULTS, trainNetwork } from '../../../src/understanding/intents/network-training.js';
import { mulberry32 } from '../../../src/understanding/intents/random.js';
import type { SparseVector } from '../../../src/understanding/intents/sparse.js';

const SIGNS = 4;

/** Two signs a vector, the class whether they are the same kind: no linear model can tell. */
function exclusiveOr(count: number): { vectors: readonly SparseVector[]; labels: Int32Array } {
  const random = mulberry32(5);
  const pairs = Array.from({ length: count }, () => [Math.floor(random() * 2), Math.floor(random() * 2)] as const);
  return {
    vectors: pairs.map(([a, b]) => ({ ids: Int32Array.of(a, 2 + b), values: new Float32Array(2).fill(Math.SQRT1_2) })),
    labels: Int32Array.from(pairs, ([a, b]) => (a === b ? 0 : 1)),
  };
}

const OPTIONS = { ...NETWORK_DEFAULTS, hidden: 32, epochs: 40, dropFeatures: 0, dropHidden: 0 };
const { vectors, labels } = exclusiveOr(200);
const set = { vectors, labels, classes: 2, features: SIGNS };
const everything = Int32Array.from(vectors.keys());
const choose = (scores: Float32Array) => scores.indexOf(Math.max(...scores));

test('it learns what no linear model can', () => {
  const logitsOf = openNetwork(trainNetwork(set, everything, OPTIONS));
  const right = vectors.filter((vector, i) => choose(logitsOf(vector)) === labels[i]);
  expect(right.length).toBe(vectors.length);
});

test('it learns from the vectors that are named, and from no other', () => {
  const learnt = everything.filter((i) => i < 100);
  const others = vectors.map((vector, i) => (i < 100 ? vector : { ids: Int32Array.of(0), values: Float32Array.of(9) }));
  expect(trainNetwork({ ...set, vectors: others }, learnt, OPTIONS)).toEqual(trainNetwork(set, learnt, OPTIONS));
});

test('the same seed gives the same bytes, another seed others', () => {
  const train = (seed: number) => trainNetwork(set, everything, { ...NETWORK_DEFAULTS, epochs: 2, seed });
  expect(train(1)).toEqual(train(1));
  expect(train(2)).not.toEqual(train(1));
});
