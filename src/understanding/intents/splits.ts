import { mulberry32, shuffle } from './random.js';

/** A part of the texts that is scored by a model which has seen the others only. */
export interface Split {
  /** Indices of the texts. */
  readonly held: Int32Array;
  /** Classes that this model knows nothing of: all their texts are held. Empty for a fold across all classes. */
  readonly missing: ReadonlySet<number>;
}

const FOLDS = 5;
// About what one hand writes of a class in a row.
const LONGEST_RUN = 8;
const GROUPS = 5;
/**
 * Folds with an even share of every class, as many as hold `most` texts; what is beyond would only take time. Each takes neighbours: they often come from one hand, and
 * what is to be known is how well texts of another hand are understood.
 */
export function foldsOf(labels: Int32Array, seed: number, most: number): readonly Split[] {
  const totals = new Map<number, number>();
  for (const label of labels) totals.set(label, (totals.get(label) ?? 0) + 1);
  const met = new Map<number, number>();
  const foldOf = labels.map((label) => {
    const rank = met.get(label) ?? 0;
    met.set(label, rank + 1);
    const run = Math.min(LONGEST_RUN, Math.ceil((totals.get(label) ?? 1) / FOLDS));
    return (Math.floor(rank / run) + label + seed) % FOLDS;
  });
  const folds = Math.min(FOLDS, Math.ceil((FOLDS * most) / labels.length));
  return Array.from({ length: folds }, (_, fold) => ({
    held: Int32Array.from(labels.keys()).filter((i) => foldOf[i] === fold),
    missing: new Set<number>(),
  }));
}

/** Groups of classes that are left out whole, until they hold `most` texts: to the others' model their texts are questions of a kind it has never seen. */
export function groupsOf(labels: Int32Array, classes: number, seed: number, most: number): readonly Split[] {
  const order = shuffle(
    Int32Array.from({ length: classes }, (_, c) => c),
    mulberry32(seed * 10 + 3),
  );
  const groups = Math.min(GROUPS, Math.ceil((GROUPS * most) / labels.length), classes - 1);
  return Array.from({ length: Math.max(0, groups) }, (_, group) => {
    const missing = new Set(order.filter((_, place) => place % GROUPS === group));
    return { held: Int32Array.from(labels.keys()).filter((i) => missing.has(labels[i] as number)), missing };
  });
}
