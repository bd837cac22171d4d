import { type CompactModel, scoreCompact } from './compact.js';
import { type Network, scoreNetwork } from './network.js';
import type { SparseVector } from './sparse.js';

/** What the models say of a vector, one figure a class each. */
export interface Scores {
  /** Of the SVM. */
  readonly margins: Float32Array;
  /** Of the networks, their mean; absent while there are none. */
  readonly logits?: Float32Array;
  /** Margins with the weighted logits: what the classes are ranked by. */
  readonly blended: Float32Array;
}

export interface Scorers {
  readonly svm: CompactModel;
  readonly networks: readonly Network[];
  /** How much a logit counts beside a margin. */
  readonly blend: number;
}

export function scoresOf({ svm, networks, blend }: Scorers, vector: SparseVector): Scores {
  const margins = scoreCompact(svm, vector);
  const [first, ...others] = networks;
  if (!first || blend === 0) return { margins, blended: margins };
  const logits = scoreNetwork(first, vector);
  for (const network of others) {
    const more = scoreNetwork(network, vector);
    for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] as number) + (more[c] as number);
  }
  for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] as number) / networks.length;
  return blended(margins, logits, blend);
}

/** Margins and logits with their blend. */
export function blended(margins: Float32Array, logits: Float32Array | undefined, blend: number): Scores {
  if (!logits || blend === 0) return { margins, ...(logits && { logits }), blended: margins };
  return { margins, logits, blended: margins.map((margin, c) => margin + blend * (logits[c] as number)) };
}
