import { type Arena, openArena, padded } from '../kernels/arena.js';
import { mulberry32, shuffle } from './random.js';
import type { TrainingSet } from './sparse.js';

/** Some neighbouring classes. */
export interface ClassRange {
  readonly from: number;
  /** Not one of them any more. */
  readonly to: number;
}

/** Each class of a range against the rest, over the same vectors: what the descent works on. All arrays lie in one arena. */
export interface Problem {
  readonly arena: Arena;
  /** From the start of the range; outside of it for vectors of other classes. */
  readonly labels: Int32Array;
  /** How many the range has. */
  readonly classes: number;
  /** Floats from one row of `w` or `alpha` to the next: the classes, filled up with lanes that are none. */
  readonly stride: number;
  /** Where each vector begins in `ids` and `values`; its last feature is the bias, with the value 1. */
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each vector, the bias included. */
  readonly squares: Float64Array;
  /** `w[f * stride + c]`; the biases are the last row. */
  readonly w: Float32Array;
  /** `alpha[i * stride + c]`. */
  readonly alpha: Float32Array;
  /** One row each, for one vector at a time. */
  readonly rows: Readonly<Record<'scores' | 'signs' | 'steps' | 'lowest' | 'highest', Float32Array>>;
}

export interface DescentOptions {
  readonly c: number;
  /** Largest spread of projected gradients, per class, that counts as solved. */
  readonly epsilon: number;
  readonly maxPasses: number;
  readonly seed: number;
}

// The class of a vector that belongs to none of the range.
const OTHER = -1;

// A gradient this small beside what counts as solved is not worth a step.
const NEGLIGIBLE = 0.1;

export function pose({ vectors, labels, features }: TrainingSet, { from, to }: ClassRange): Problem {
  const classes = to - from;
  const stride = padded(classes);
  const size = vectors.reduce((sum, { ids }) => sum + ids.length + 1, 0);
  const arena = openArena([(features + 1) * stride, vectors.length * stride, size, size, ...Array.from({ length: 5 }, () => stride)]);
  const problem: Problem = {
    arena,
    labels: labels.map((label) => (label >= from && label < to ? label - from : OTHER)),
    classes,
    stride,
    offsets: new Int32Array(vectors.length + 1),
    ids: arena.integers(size),
    values: arena.floats(size),
    squares: new Float64Array(vectors.length),
    w: arena.floats((features + 1) * stride),
    alpha: arena.floats(vectors.length * stride),
    rows: {
      scores: arena.floats(stride),
      signs: arena.floats(stride).fill(-1, 0, classes),
      steps: arena.floats(stride),
      lowest: arena.floats(stride),
      highest: arena.floats(stride),
    },
  };
  vectors.forEach(({ ids, values }, i) => {
    const start = problem.offsets[i] as number;
    const bias = start + ids.length;
    problem.ids.set(ids, start);
    problem.values.set(values, start);
    problem.ids[bias] = features;
    problem.values[bias] = 1;
    problem.offsets[i + 1] = bias + 1;
    problem.squares[i] = values.reduce((sum, value) => sum + value * value, 1);
  });
  return problem;
}

/** Passes over some vectors, shuffled, until no projected gradient of any class is further from 0 than `epsilon`. */
export function descend(problem: Problem, vectors: Int32Array, options: DescentOptions): void {
  const { arena, labels, squares, alpha, stride } = problem;
  const { scores, signs, steps, lowest, highest } = problem.rows;
  const random = mulberry32(options.seed);
  const diagonal = 0.5 / options.c;
  const order = vectors.slice();
  for (let pass = 0; pass < options.maxPasses; pass++) {
    lowest.fill(0);
    highest.fill(0);
    shuffle(order, random);
    for (const i of order) {
      const label = labels[i] as number;
      scoresOf(problem, i);
      if (label !== OTHER) signs[label] = 1;
      arena.step(
        scores.byteOffset,
        signs.byteOffset,
        alpha.byteOffset + i * stride * 4,
        steps.byteOffset,
        lowest.byteOffset,
        highest.byteOffset,
        stride * 4,
        diagonal,
        1 / ((squares[i] as number) + diagonal),
        options.epsilon * NEGLIGIBLE,
      );
      if (label !== OTHER) signs[label] = -1;
      addSteps(problem, i);
    }
    if (isSolved(problem, options.epsilon)) break;
  }
}

function isSolved({ rows: { lowest, highest }, classes }: Problem, epsilon: number): boolean {
  for (let c = 0; c < classes; c++) if ((highest[c] as number) - (lowest[c] as number) > epsilon) return false;
  return true;
}

/** The scores of all classes for vector `i`, in a row that the next call overwrites. */
export function scoresOf({ arena, offsets, ids, values, w, stride, classes, rows: { scores } }: Problem, i: number): Float32Array {
  const start = offsets[i] as number;
  const end = offsets[i + 1] as number;
  scores.fill(0);
  arena.gather(ids.byteOffset + start * 4, values.byteOffset + start * 4, end - start, w.byteOffset, stride * 4, scores.byteOffset);
  return scores.subarray(0, classes);
}

/** Takes what some vectors gave back out of the weights. */
export function forget(problem: Problem, vectors: Int32Array): void {
  const { labels, alpha, stride, rows } = problem;
  for (const i of vectors) {
    const label = labels[i] as number;
    const own = alpha.subarray(i * stride, (i + 1) * stride);
    rows.steps.set(own);
    if (label !== OTHER) rows.steps[label] = -(own[label] as number);
    own.fill(0);
    addSteps(problem, i);
  }
}

/** Adds `steps` times vector `i` to the weights. */
function addSteps({ arena, offsets, ids, values, w, stride, rows: { steps } }: Problem, i: number): void {
  const start = offsets[i] as number;
  const end = offsets[i + 1] as number;
  arena.scatter(ids.byteOffset + start * 4, values.byteOffset + start * 4, end - start, w.byteOffset, stride * 4, steps.byteOffset);
}
