import { type Evidence, weigh } from './evidence.js';
import type { Detector, Label, Thresholds } from './model.js';

/** One training text as the model saw it when it had not been trained on it. */
export interface HeldOut {
  readonly label: number;
  readonly scores: Float32Array;
  readonly unseen: number;
  readonly length: number;
}

const TEMPERATURES = Array.from({ length: 40 }, (_, i) => 0.05 * 1.08 ** i);

/** The softmax temperature under which held-out labels are most probable. */
export function fitTemperature(rows: readonly HeldOut[]): number {
  let best = { temperature: TEMPERATURES[0] ?? 1, loss: Number.POSITIVE_INFINITY };
  for (const temperature of TEMPERATURES) {
    let loss = 0;
    for (const { label, scores } of rows) {
      let highest = Number.NEGATIVE_INFINITY;
      for (const score of scores) if (score > highest) highest = score;
      let total = 0;
      for (const score of scores) total += Math.exp((score - highest) / temperature);
      loss += Math.log(total) - ((scores[label] ?? 0) - highest) / temperature;
    }
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}

/** Logistic regression by Newton's method on standardized figures, lightly regularized. */
export function fitDetector(figures: readonly (readonly number[])[], right: readonly boolean[]): Detector {
  const size = figures[0]?.length ?? 0;
  const column = (j: number) => figures.map((row) => row[j] ?? 0);
  const means = Array.from({ length: size }, (_, j) => mean(column(j)));
  const deviations = means.map((m, j) => Math.sqrt(mean(column(j).map((x) => (x - m) ** 2))) || 1);
  const rows = figures.map((row) => [1, ...row.map((x, j) => (x - (means[j] ?? 0)) / (deviations[j] ?? 1))]);
  let beta = new Array<number>(size + 1).fill(0);
  for (let round = 0; round < 12; round++) {
    const gradient = beta.map((b): number => -b);
    const hessian = beta.map((_, a) => beta.map((_, b): number => (a === b ? 1 : 0)));
    rows.forEach((row, i) => {
      const p = sigmoid(row.reduce((sum, x, j) => sum + x * (beta[j] ?? 0), 0));
      const error = (right[i] ? 1 : 0) - p;
      row.forEach((x, a) => {
        gradient[a] = (gradient[a] ?? 0) + error * x;
        const line = hessian[a];
        if (line) row.forEach((z, b) => (line[b] = (line[b] ?? 0) + p * (1 - p) * x * z));
      });
    });
    const step = solve(hessian, gradient);
    beta = beta.map((b, j) => b + (step[j] ?? 0));
  }
  const [bias = 0, ...weights] = beta;
  return { weights, bias, means, deviations };
}

/** The chance that the first intent is right. */
export function detect(detector: Detector, figures: readonly number[]): number {
  const { weights, bias, means, deviations } = detector;
  return sigmoid(figures.reduce((sum, x, j) => sum + ((x - (means[j] ?? 0)) / (deviations[j] ?? 1)) * (weights[j] ?? 0), bias));
}

export interface ThresholdGoals {
  /** Accepted share of wrong ones among the answered. */
  readonly wrong: number;
  /** Share of in-scope texts whose intent the prediction set must hold. */
  readonly coverage: number;
}

/** Thresholds from held-out evidence: answer as much as the goals allow, ask back where that separates in scope from out of scope best. */
export function findThresholds(
  labels: readonly Label[],
  rows: readonly HeldOut[],
  evidence: readonly Evidence[],
  confidence: readonly number[],
  goals: ThresholdGoals,
): Thresholds {
  const isRight = (i: number) => evidence[i]?.ranking[0]?.id === labels[rows[i]?.label ?? -1]?.id;
  const isInScope = (i: number) => labels[rows[i]?.label ?? -1]?.scope === 'in';
  const order = [...rows.keys()].sort((a, b) => (confidence[b] ?? 0) - (confidence[a] ?? 0));
  let wrong = 0;
  let answer = 1;
  let nearAnswered = 0;
  const nearTotal = order.filter((i) => !isInScope(i)).length;
  order.forEach((i, rank) => {
    if (!isRight(i)) wrong++;
    if (!isInScope(i)) nearAnswered++;
    // As many near misses may be answered, of all near misses, as answers may be wrong, of all answers.
    if (wrong / (rank + 1) <= goals.wrong && nearAnswered <= Math.max(goals.wrong * nearTotal, 1)) answer = confidence[i] ?? 1;
  });
  return {
    answer,
    clarify: bestSplit(order.map((i) => ({ value: inScopeChance(evidence[i]), inScope: isInScope(i) }))),
    set: setThreshold(labels, rows, evidence, goals.coverage),
  };
}

/** All intents' probability together. */
export const inScopeChance = (evidence: Evidence | undefined): number =>
  evidence?.ranking.reduce((sum, { probability }) => sum + probability, 0) ?? 0;

/** Where the shares of in-scope above and out-of-scope below add up to the most. */
function bestSplit(points: readonly { readonly value: number; readonly inScope: boolean }[]): number {
  const sorted = [...points].sort((a, b) => b.value - a.value);
  const inside = Math.max(1, sorted.filter(({ inScope }) => inScope).length);
  const outside = Math.max(1, sorted.length - inside);
  let best = { value: 0.5, gain: Number.NEGATIVE_INFINITY };
  let gain = 0;
  for (const { value, inScope } of sorted) {
    gain += inScope ? 1 / inside : -1 / outside;
    if (gain > best.gain) best = { value, gain };
  }
  return best.value;
}

/** Split conformal with the least-ambiguous score: the gold intent is at least this probable in `coverage` of in-scope texts. */
function setThreshold(labels: readonly Label[], rows: readonly HeldOut[], evidence: readonly Evidence[], coverage: number): number {
  const gold = rows
    .flatMap((row, i) => {
      const label = labels[row.label];
      return label?.scope === 'in' ? [evidence[i]?.ranking.find(({ id }) => id === label.id)?.probability ?? 0] : [];
    })
    .sort((a, b) => a - b);
  return gold[Math.max(0, Math.floor((gold.length + 1) * (1 - coverage)) - 1)] ?? 0;
}

/** Evidence for every held-out row at a temperature. */
export const weighAll = (labels: readonly Label[], rows: readonly HeldOut[], temperature: number): readonly Evidence[] =>
  rows.map(({ scores, unseen, length }) => weigh(labels, scores, temperature, unseen, length));

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Gaussian elimination with pivoting, for the few unknowns of the detector. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    const pivot = rows.reduce((best, row, r) => (r >= c && Math.abs(row[c] ?? 0) > Math.abs(rows[best]?.[c] ?? 0) ? r : best), c);
    const [a, b] = [rows[c], rows[pivot]];
    if (!a || !b) continue;
    rows[c] = b;
    rows[pivot] = a;
    for (let r = 0; r < n; r++) {
      const row = rows[r];
      if (r === c || !row) continue;
      const factor = (row[c] ?? 0) / (b[c] || 1e-12);
      for (let k = c; k <= n; k++) row[k] = (row[k] ?? 0) - factor * (b[k] ?? 0);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] || 1e-12));
}
