import type { Detector } from './model.js';

const MOST_ROUNDS = 12;
// A step this small changes no chance that anybody sees.
const SETTLED = 1e-4;

/** Logistic regression by Newton's method on standardized figures, lightly regularized; every row counts 1 unless `weights` says else. */
export function fitDetector(
  figures: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  weights: readonly number[] | undefined = undefined,
): Detector {
  const size = figures[0]?.length ?? 0;
  const { means, deviations } = spread(figures, size);
  const width = size + 1;
  // Row by row: 1 for the bias, then the standardized figures.
  const rows = new Float64Array(figures.length * width);
  figures.forEach((row, i) => {
    rows[i * width] = 1;
    for (let j = 0; j < size; j++) rows[i * width + j + 1] = standardized(row[j], means[j], deviations[j]);
  });
  const beta = new Float64Array(width);
  const gradient = new Float64Array(width);
  const hessian = new Float64Array(width * width);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    hessian.fill(0);
    for (let a = 0; a < width; a++) {
      gradient[a] = -(beta[a] as number);
      hessian[a * width + a] = 1;
    }
    for (let i = 0; i < figures.length; i++) {
      const at = i * width;
      let sum = 0;
      for (let a = 0; a < width; a++) sum += (rows[at + a] as number) * (beta[a] as number);
      const p = sigmoid(sum);
      const weight = weights?.[i] ?? 1;
      const error = weight * ((outcomes[i] ? 1 : 0) - p);
      const curvature = weight * p * (1 - p);
      for (let a = 0; a < width; a++) {
        const x = rows[at + a] as number;
        gradient[a] = (gradient[a] as number) + error * x;
        for (let b = 0; b <= a; b++) {
          hessian[a * width + b] = (hessian[a * width + b] as number) + curvature * x * (rows[at + b] as number);
        }
      }
    }
    for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) hessian[b * width + a] = hessian[a * width + b] as number;
    const step = solve(hessian, gradient);
    for (let a = 0; a < width; a++) beta[a] = (beta[a] as number) + (step[a] as number);
    if (step.every((move) => Math.abs(move) < SETTLED)) break;
  }
  const [bias = 0, ...coefficients] = beta;
  return { weights: coefficients, bias, means, deviations };
}

/** The chance of the outcome. */
export function detect({ weights, bias, means, deviations }: Detector, figures: readonly number[]): number {
  let sum = bias;
  for (let j = 0; j < figures.length; j++) sum += standardized(figures[j], means[j], deviations[j]) * (weights[j] ?? 0);
  return sigmoid(sum);
}

function spread(figures: readonly (readonly number[])[], size: number): { means: readonly number[]; deviations: readonly number[] } {
  const count = Math.max(1, figures.length);
  const means = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(0);
  for (const row of figures) for (let j = 0; j < size; j++) means[j] = (means[j] ?? 0) + (row[j] ?? 0) / count;
  for (const row of figures) for (let j = 0; j < size; j++) squares[j] = (squares[j] ?? 0) + ((row[j] ?? 0) - (means[j] ?? 0)) ** 2 / count;
  return { means, deviations: squares.map((square) => Math.sqrt(square) || 1) };
}

const standardized = (figure = 0, mean = 0, deviation = 1): number => (figure - mean) / deviation;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Gauss-Jordan elimination with pivoting, for the few unknowns of the detector. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const rows = Array.from({ length: n }, (_, i) => Float64Array.of(...matrix.subarray(i * n, (i + 1) * n), right[i] ?? 0));
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
  return Float64Array.from(rows, (row, i) => (row[n] ?? 0) / (row[i] || 1e-12));
}
