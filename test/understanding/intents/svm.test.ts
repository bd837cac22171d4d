import { expect, test } from 'vitest';
import { score } from '../../../src/understanding/intents/linear.js';
import { mulberry32 } from '../../../src/understanding/intents/random.js';
import type { SparseVector } from '../../../src/understanding/intents/sparse.js';
import { SVM_DEFAULTS, trainSvm } from '../../../src/understanding/intents/svm.js';

const FEATURES = 30;
const CLASSES = 11;
const EXACT = { ...SVM_DEFAULTS, c: 1, epsilon: 1e-5, maxPasses: 3000 };

/** Vectors of length 1: a few features of their class and a few of any. */
function sample(count: number): { vectors: readonly SparseVector[]; labels: Int32Array } {
  const random = mulberry32(3);
  const labels = Int32Array.from({ length: count }, (_, i) => i % CLASSES);
  const vectors = Array.from(labels, (label): SparseVector => {
    const own = [label * 2, label * 2 + 1];
    const any = [0, 1, 2].map(() => Math.floor(random() * FEATURES));
    const ids = Int32Array.from([...new Set([...own, ...any])].sort((a, b) => a - b));
    return { ids, values: new Float32Array(ids.length).fill(1 / Math.sqrt(ids.length)) };
  });
  return { vectors, labels };
}

/** The same objective, |w|²/2 + C Σ max(0, 1 - y w·x)², by plain gradient descent on dense weights, the bias a feature of 1. */
function naive(vectors: readonly SparseVector[], labels: Int32Array, c: number): Float64Array {
  const rows = vectors.map(({ ids, values }) => {
    const row = new Float64Array(FEATURES + 1);
    row[FEATURES] = 1;
    ids.forEach((id, k) => {
      row[id] = values[k] ?? 0;
    });
    return row;
  });
  const w = new Float64Array(FEATURES + 1);
  for (let round = 0; round < 6000; round++) {
    const gradient = w.slice();
    rows.forEach((row, i) => {
      const y = labels[i] === c ? 1 : -1;
      const slack = 1 - y * row.reduce((sum, x, f) => sum + x * (w[f] ?? 0), 0);
      if (slack <= 0) return;
      row.forEach((x, f) => {
        gradient[f] = (gradient[f] ?? 0) - 2 * slack * y * x;
      });
    });
    gradient.forEach((g, f) => {
      w[f] = (w[f] ?? 0) - 0.003 * g;
    });
  }
  return w;
}

const dense = (w: Float64Array, { ids, values }: SparseVector): number =>
  ids.reduce((sum, id, k) => sum + (w[id] ?? 0) * (values[k] ?? 0), w[FEATURES] ?? 0);

test('scores are those of a naive solver of the same objective', () => {
  const { vectors, labels } = sample(66);
  const { model } = trainSvm(vectors, labels, CLASSES, FEATURES, new Int32Array(66).fill(-1), EXACT);
  for (const c of [0, 4, 10]) {
    const w = naive(vectors, labels, c);
    for (const vector of vectors) expect(Math.abs((score(model, vector)[c] ?? 0) - dense(w, vector))).toBeLessThan(0.01);
  }
});

test('held-out scores choose what a model chooses that never saw the vector', () => {
  const { vectors, labels } = sample(330);
  const foldOf = Int32Array.from(labels, (_, i) => Math.floor(i / CLASSES) % 5);
  const { heldOutScores } = trainSvm(vectors, labels, CLASSES, FEATURES, foldOf);
  const others = Int32Array.from(vectors.keys()).filter((i) => foldOf[i] !== 0);
  const alone = trainSvm(
    Array.from(others, (i) => vectors[i]).filter((vector) => vector !== undefined),
    others.map((i) => labels[i] ?? 0),
    CLASSES,
    FEATURES,
    new Int32Array(others.length).fill(-1),
    EXACT,
  ).model;
  const best = (scores: Float32Array) => scores.indexOf(Math.max(...scores));
  const held = [...vectors.keys()].filter((i) => foldOf[i] === 0);
  const choices = held.map((i) => {
    const [vector] = vectors.slice(i, i + 1);
    return [best(heldOutScores.subarray(i * CLASSES, (i + 1) * CLASSES)), vector ? best(score(alone, vector)) : -1];
  });
  expect(choices.filter(([approximate, exact]) => approximate === exact).length / choices.length).toBeGreaterThan(0.9);
});

test('the same vectors give the same bytes', () => {
  const { vectors, labels } = sample(110);
  const foldOf = Int32Array.from(labels, (_, i) => i % 5);
  const train = () => trainSvm(vectors, labels, CLASSES, FEATURES, foldOf);
  expect(train()).toEqual(train());
});
