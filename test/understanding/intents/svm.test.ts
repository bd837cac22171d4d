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
  const { model } = trainSvm({ vectors, labels, classes: CLASSES, features: FEATURES }, [], EXACT);
  for (const c of [0, 4, 10]) {
    const w = naive(vectors, labels, c);
    for (const vector of vectors) expect(Math.abs((score(model, vector)[c] ?? 0) - dense(w, vector))).toBeLessThan(0.01);
  }
});

const everyFifth = (fold: number): Int32Array =>
  Int32Array.from({ length: 66 }, (_, k) => k).filter((k) => Math.floor(k / CLASSES) % 5 === fold);
const SPLITS = [0, 1, 2, 3, 4].map((fold) => ({ held: everyFifth(fold), missing: new Set<number>() }));

test('held-out scores choose what a model chooses that never saw the vector', () => {
  const { vectors, labels } = sample(66);
  const set = { vectors, labels, classes: CLASSES, features: FEATURES };
  const { held } = trainSvm(set, SPLITS);
  const best = (scores: Float32Array) => scores.indexOf(Math.max(...scores));
  const choices = SPLITS.flatMap((split, s) => {
    const others = vectors.flatMap((vector, i) => (split.held.includes(i) ? [] : [{ vector, label: labels[i] ?? 0 }]));
    const alone = trainSvm(
      { ...set, vectors: others.map(({ vector }) => vector), labels: Int32Array.from(others, ({ label }) => label) },
      [],
      EXACT,
    ).model;
    return Array.from(split.held, (i, k) => {
      const [vector] = vectors.slice(i, i + 1);
      return [best((held[s] ?? new Float32Array()).subarray(k * CLASSES, (k + 1) * CLASSES)), vector ? best(score(alone, vector)) : -1];
    });
  });
  expect(choices.filter(([approximate, exact]) => approximate === exact).length / choices.length).toBeGreaterThan(0.9);
});

test('the same vectors give the same bytes', () => {
  const { vectors, labels } = sample(66);
  const train = () => trainSvm({ vectors, labels, classes: CLASSES, features: FEATURES }, SPLITS);
  expect(train()).toEqual(train());
});
