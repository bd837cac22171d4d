import type { Detector } from './model.js';

const MOST_ROUNDS = 12;
// A step this small changes no chance that anybody sees.
const SETTLED = 1e-4;

/** What a figure may say: 1 when a larger one may only speak for the outcome, -1 when only against it, 0 when either. */
export type Direction = -1 | 0 | 1;

/**
 * Logistic regression by Newton's method on standardized figures, lightly regularized; every row counts 1 unless `weights` says else.
 * A figure that would speak against its direction is left out, the worst one first: figures that lean on one another fit such weights to what
 * they are shown, and then mislead about what they are not.
 */
export function fitDetector(
  figures: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  directions: readonly Direction[],
  weights: readonly number[] | undefined = undefined,
): Detector {
  const size = directions.length;
  const { means, deviations } = spread(figures, size);
  const width = size + 1;
  const rows = new Float64Array(figures.length * width).fill(1);
  figures.forEach((row, i) => {
    for (let j = 0; j < size; j++) rows[i * width + j] = standardized(row[j], means[j], deviations[j]);
  });
  const sample = { rows, width, outcomes, weights };
  let used: readonly number[] = [...directions.keys(), size];
  for (;;) {
    const fit = mostLikely(sample, used);
    const kept = withoutAstray(fit, used, directions);
    if (kept.length === used.length) {
      const found = (column: number) => fit.beta[used.indexOf(column)] ?? 0;
      return { weights: directions.map((_, j) => found(j)), bias: found(size), means: [...means], deviations: [...deviations] };
    }
    used = kept;
  }
}

/** Rows of `width` columns: the standardized figures, then 1 for the bias. */
interface Sample {
  readonly rows: Float64Array;
  readonly width: number;
  readonly outcomes: readonly boolean[];
  readonly weights: readonly number[] | undefined;
}

/** The weights of the columns that are used, in their order, and how steeply the likelihood falls away around them. */
interface Fit {
  readonly beta: Float64Array;
  readonly hessian: Float64Array;
}

/** The columns that are left when the worst of those astray is taken out until none is; what the others then weigh is told by the curvature. */
function withoutAstray({ beta, hessian }: Fit, used: readonly number[], directions: readonly Direction[]): readonly number[] {
  const n = used.length;
  const pull = beta.map((_, a) => beta.reduce((sum, weight, b) => sum + (hessian[a * n + b] as number) * weight, 0));
  const matrix = hessian.slice();
  let weights = beta;
  let kept = used;
  for (;;) {
    const worst = furthestAstray(weights, used, directions);
    if (worst === undefined) return kept;
    kept = kept.filter((column) => column !== used[worst]);
    pull[worst] = 0;
    for (let b = 0; b < n; b++) matrix[worst * n + b] = matrix[b * n + worst] = b === worst ? 1 : 0;
    weights = solve(matrix, pull);
  }
}

function furthestAstray(weights: Float64Array, used: readonly number[], directions: readonly Direction[]): number | undefined {
  let worst: number | undefined;
  let furthest = 0;
  used.forEach((column, place) => {
    const astray = -(directions[column] ?? 0) * (weights[place] as number);
    if (astray <= furthest) return;
    furthest = astray;
    worst = place;
  });
  return worst;
}

function mostLikely({ rows, width, outcomes, weights }: Sample, used: readonly number[]): Fit {
  const n = used.length;
  const row = new Float64Array(n);
  const beta = new Float64Array(n);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    hessian.fill(0);
    for (let a = 0; a < n; a++) {
      gradient[a] = -(beta[a] as number);
      hessian[a * n + a] = 1;
    }
    for (let i = 0; i < outcomes.length; i++) {
      let sum = 0;
      for (let a = 0; a < n; a++) {
        row[a] = rows[i * width + (used[a] as number)] as number;
        sum += (row[a] as number) * (beta[a] as number);
      }
      const p = sigmoid(sum);
      const weight = weights?.[i] ?? 1;
      const error = weight * ((outcomes[i] ? 1 : 0) - p);
      const curvature = weight * p * (1 - p);
      for (let a = 0; a < n; a++) {
        const x = row[a] as number;
        gradient[a] = (gradient[a] as number) + error * x;
        for (let b = 0; b <= a; b++) hessian[a * n + b] = (hessian[a * n + b] as number) + curvature * x * (row[b] as number);
      }
    }
    for (let a = 0; a < n; a++) for (let b = 0; b < a; b++) hessian[b * n + a] = hessian[a * n + b] as number;
    const step = solve(hessian, gradient);
    for (let a = 0; a < n; a++) beta[a] = (beta[a] as number) + (step[a] as number);
    if (step.every((move) => Math.abs(move) < SETTLED)) break;
  }
  return { beta, hessian };
}

/** The chance of the outcome. */
export function detect({ weights, bias, means, deviations }: Detector, figures: readonly number[]): number {
  let sum = bias;
  for (let j = 0; j < figures.length; j++) sum += standardized(figures[j], means[j], deviations[j]) * (weights[j] ?? 0);
  return sigmoid(sum);
}

function spread(figures: readonly (readonly number[])[], size: number): { means: Float64Array; deviations: Float64Array } {
  const count = Math.max(1, figures.length);
  const means = new Float64Array(size);
  const squares = new Float64Array(size);
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
