import { mulberry32 } from './random.js';
import type { SparseVector } from './sparse.js';

/** Training vectors packed one after another. */
export interface Packed {
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each vector, the bias feature of 1 included. */
  readonly squares: Float64Array;
}

/** Where all one-versus-rest problems stand. */
export interface Solution {
  /** `w[f * classes + c]`, the biases as one more feature at the end. */
  readonly w: Float32Array;
  /** `alpha[i * classes + c]`. */
  readonly alpha: Float32Array;
}

/** The classes that each vector is looked at for: `classes[i * width + j]`, of which the first `counts[i]` hold. */
export interface Active {
  readonly classes: Uint8Array;
  readonly counts: Int32Array;
  readonly width: number;
}

export interface Problem {
  readonly packed: Packed;
  readonly labels: Int32Array;
  readonly classes: number;
  readonly features: number;
}

export interface DescentOptions {
  readonly c: number;
  /** Largest spread of projected gradients, per class, that counts as solved. */
  readonly epsilon: number;
  readonly maxPasses: number;
  readonly seed: number;
}

// Classes whose sums run side by side.
const GROUP = 8;
// A gradient this far over the margin, or this small beside what counts as solved, is not worth a look before the recheck.
const SHRINK_AT_MOST = 0.3;
const NEGLIGIBLE = 0.1;

export function pack(vectors: readonly SparseVector[]): Packed {
  const offsets = new Int32Array(vectors.length + 1);
  vectors.forEach((vector, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + vector.ids.length;
  });
  const size = offsets[vectors.length] ?? 0;
  const packed = { offsets, ids: new Int32Array(size), values: new Float32Array(size), squares: new Float64Array(vectors.length) };
  vectors.forEach((vector, i) => {
    packed.ids.set(vector.ids, offsets[i]);
    packed.values.set(vector.values, offsets[i]);
    packed.squares[i] = vector.values.reduce((sum, value) => sum + value * value, 1);
  });
  return packed;
}

export function everyClass(count: number, classes: number): Active {
  const active = { classes: new Uint8Array(count * classes), counts: new Int32Array(count), width: classes };
  activateAll(active);
  return active;
}

function activateAll({ classes, counts, width }: Active): void {
  counts.fill(width);
  for (let k = 0; k < classes.length; k++) classes[k] = k % width;
}

/**
 * Passes over the vectors until no projected gradient of any class is further from 0 than `epsilon`. Classes of one vector are
 * solved side by side, which reads each row of weights once; a class that a vector is settled for leaves its list (shrinking).
 * With `recheck`, everything is looked at once more when what was left has settled. Returns the gradients as of the last visits.
 */
export function descend(
  { packed, labels, classes, features }: Problem,
  { w, alpha }: Solution,
  active: Active,
  options: DescentOptions,
  recheck: boolean,
): Float32Array {
  const { offsets, ids, values, squares } = packed;
  const gradients = new Float32Array(alpha.length);
  const random = mulberry32(options.seed);
  const diagonal = 0.5 / options.c;
  const bias = features * classes;
  const negligible = options.epsilon * NEGLIGIBLE;
  const order = Int32Array.from(active.counts.keys());
  const highest = new Float64Array(classes);
  const lowest = new Float64Array(classes);
  const shrinkAbove = new Float64Array(classes).fill(Number.POSITIVE_INFINITY);
  const settled = new Uint8Array(classes);
  const scores = new Float64Array(GROUP);
  let mayRecheck = recheck;
  for (let pass = 0; pass < options.maxPasses; pass++) {
    highest.fill(Number.NEGATIVE_INFINITY);
    lowest.fill(Number.POSITIVE_INFINITY);
    shuffle(order, random);
    for (let place = 0; place < order.length; place++) {
      const i = order[place] as number;
      const base = i * active.width;
      const start = offsets[i] as number;
      const end = offsets[i + 1] as number;
      const curvature = (squares[i] as number) + diagonal;
      const count = withoutSettled(active, i, settled);
      let kept = 0;
      for (let j = 0; j < count; j += GROUP) {
        const group = Math.min(GROUP, count - j);
        scoreGroup(w, ids, values, start, end, classes, bias, active.classes, base + j, group, scores);
        for (let g = 0; g < group; g++) {
          const c = active.classes[base + j + g] as number;
          const at = i * classes + c;
          const y = labels[i] === c ? 1 : -1;
          const a = alpha[at] as number;
          const gradient = y * (scores[g] as number) - 1 + a * diagonal;
          gradients[at] = gradient;
          if (a === 0 && gradient > (shrinkAbove[c] as number)) continue;
          active.classes[base + kept++] = c;
          const projected = a === 0 && gradient > 0 ? 0 : gradient;
          if (projected > (highest[c] as number)) highest[c] = projected;
          if (projected < (lowest[c] as number)) lowest[c] = projected;
          if (Math.abs(projected) < negligible) continue;
          const next = Math.fround(Math.max(a - gradient / curvature, 0));
          alpha[at] = next;
          const step = (next - a) * y;
          w[bias + c] = (w[bias + c] as number) + step;
          for (let k = start; k < end; k++) {
            const place = (ids[k] as number) * classes + c;
            w[place] = (w[place] as number) + step * (values[k] as number);
          }
        }
      }
      active.counts[i] = kept;
    }
    let open = 0;
    for (let c = 0; c < classes; c++) {
      if (settled[c]) continue;
      if (!((highest[c] as number) - (lowest[c] as number) > options.epsilon)) settled[c] = 1;
      else {
        shrinkAbove[c] = (highest[c] as number) > 0 ? Math.min(highest[c] as number, SHRINK_AT_MOST) : Number.POSITIVE_INFINITY;
        open++;
      }
    }
    if (open > 0) continue;
    if (!mayRecheck) break;
    mayRecheck = false;
    activateAll(active);
    settled.fill(0);
    shrinkAbove.fill(Number.POSITIVE_INFINITY);
  }
  return gradients;
}

/** Drops settled classes from a vector's list; returns how many are left. */
function withoutSettled({ classes, counts, width }: Active, i: number, settled: Uint8Array): number {
  const base = i * width;
  const count = counts[i] as number;
  let kept = 0;
  for (let j = 0; j < count; j++) {
    const c = classes[base + j] as number;
    if (!settled[c]) classes[base + kept++] = c;
  }
  return kept;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let k = order.length - 1; k > 0; k--) {
    const swap = Math.floor(random() * (k + 1));
    const i = order[swap] as number;
    order[swap] = order[k] as number;
    order[k] = i;
  }
}

/** Scores of up to eight classes for one vector, summed side by side: independent sums keep the processor busy. */
function scoreGroup(
  w: Float32Array,
  ids: Int32Array,
  values: Float32Array,
  start: number,
  end: number,
  stride: number,
  bias: number,
  classes: Uint8Array,
  from: number,
  group: number,
  scores: Float64Array,
): void {
  const last = from + group - 1;
  const c0 = classes[from] as number;
  const c1 = classes[Math.min(from + 1, last)] as number;
  const c2 = classes[Math.min(from + 2, last)] as number;
  const c3 = classes[Math.min(from + 3, last)] as number;
  let s0 = w[bias + c0] as number;
  let s1 = w[bias + c1] as number;
  let s2 = w[bias + c2] as number;
  let s3 = w[bias + c3] as number;
  if (group <= 4) {
    for (let k = start; k < end; k++) {
      const row = (ids[k] as number) * stride;
      const value = values[k] as number;
      s0 += (w[row + c0] as number) * value;
      s1 += (w[row + c1] as number) * value;
      s2 += (w[row + c2] as number) * value;
      s3 += (w[row + c3] as number) * value;
    }
  } else {
    const c4 = classes[from + 4] as number;
    const c5 = classes[Math.min(from + 5, last)] as number;
    const c6 = classes[Math.min(from + 6, last)] as number;
    const c7 = classes[Math.min(from + 7, last)] as number;
    let s4 = w[bias + c4] as number;
    let s5 = w[bias + c5] as number;
    let s6 = w[bias + c6] as number;
    let s7 = w[bias + c7] as number;
    for (let k = start; k < end; k++) {
      const row = (ids[k] as number) * stride;
      const value = values[k] as number;
      s0 += (w[row + c0] as number) * value;
      s1 += (w[row + c1] as number) * value;
      s2 += (w[row + c2] as number) * value;
      s3 += (w[row + c3] as number) * value;
      s4 += (w[row + c4] as number) * value;
      s5 += (w[row + c5] as number) * value;
      s6 += (w[row + c6] as number) * value;
      s7 += (w[row + c7] as number) * value;
    }
    scores[4] = s4;
    scores[5] = s5;
    scores[6] = s6;
    scores[7] = s7;
  }
  scores[0] = s0;
  scores[1] = s1;
  scores[2] = s2;
  scores[3] = s3;
}
