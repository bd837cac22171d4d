import type { LinearModel } from './linear.js';
import { type Network, openNetwork } from './network.js';
import { NETWORK_DEFAULTS, type NetworkOptions, trainNetwork } from './network-training.js';
import type { TrainingSet } from './sparse.js';
import type { Split } from './splits.js';
import type { CrossFitted } from './svm.js';

/** What models that have not seen a text say of it. */
export interface HeldOut {
  /** Of the text among the training rows. */
  readonly index: number;
  /** Whether its class was left out as a whole, so that no class is right. */
  readonly novel: boolean;
  readonly margins: Float32Array;
  readonly logits?: Float32Array;
  /** How many of its features, of those that the whole vocabulary knows, no other text would have taught. */
  readonly untaught: number;
}

export interface CrossFit {
  readonly svm: LinearModel;
  readonly networks: readonly Network[];
  readonly heldOut: readonly HeldOut[];
}

/** How often a feature must occur to be known, and how often each does. */
export interface Occurrences {
  readonly fewest: number;
  readonly counts: Int32Array;
}

/** Beside an SVM, trains networks on everything, and for each split on what it leaves. */
export function crossFit(
  { model, held }: CrossFitted,
  set: TrainingSet,
  splits: readonly Split[],
  { networks, seed }: { readonly networks: number; readonly seed: number },
  occurrences: Occurrences,
): CrossFit {
  return {
    svm: model,
    networks: Array.from({ length: networks }, (_, k) => trainNetwork(set, Int32Array.from(set.labels.keys()), seeded(seed * 1000 + k))),
    heldOut: splits.flatMap((split, s) =>
      readSplit(set, split, held[s] ?? new Float32Array(), networks > 0 ? seed * 1000 + 500 + s : undefined, occurrences),
    ),
  };
}

const seeded = (seed: number): NetworkOptions => ({ ...NETWORK_DEFAULTS, seed });

function readSplit(
  set: TrainingSet,
  { held, missing }: Split,
  margins: Float32Array,
  networkSeed: number | undefined,
  occurrences: Occurrences,
): readonly HeldOut[] {
  const { classes, vectors, labels } = set;
  const out = new Set(held);
  const logitsOf =
    networkSeed === undefined
      ? undefined
      : openNetwork(
          trainNetwork(
            set,
            Int32Array.from(labels.keys()).filter((i) => !out.has(i)),
            seeded(networkSeed),
          ),
        );
  const untaught = countUntaught(set, held, occurrences);
  return Array.from(held, (index, k): HeldOut => {
    const vector = vectors[index];
    const logits = vector && logitsOf?.(vector);
    return {
      index,
      novel: missing.size > 0,
      margins: without(missing, margins.subarray(k * classes, (k + 1) * classes)),
      ...(logits && { logits: without(missing, logits) }),
      untaught: untaught[k] ?? 0,
    };
  });
}

/** A model cannot choose a class that it does not know: such a class scores as the least likely of the others. */
function without(missing: ReadonlySet<number>, scores: Float32Array): Float32Array {
  if (missing.size === 0) return scores;
  const lowest = scores.reduce((least, score, c) => (missing.has(c) ? least : Math.min(least, score)), Number.POSITIVE_INFINITY);
  return scores.map((score, c) => (missing.has(c) ? lowest : score));
}

function countUntaught({ vectors }: TrainingSet, held: Int32Array, { fewest, counts }: Occurrences): Int32Array {
  const left = counts.slice();
  for (const i of held) for (const id of vectors[i]?.ids ?? []) left[id] = (left[id] as number) - 1;
  return held.map((i) => vectors[i]?.ids.reduce((sum, id) => sum + ((left[id] as number) < fewest ? 1 : 0), 0) ?? 0);
}
