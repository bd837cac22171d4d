import type { CompactModel } from './compact.js';
import { openLayers } from './layers.js';
import { type Network, rectified } from './network.js';
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

/** Models that are ready to score, with the model they belong to: its weights now lie where the kernels reach them. */
export interface Scoring<M extends Scorers> {
  readonly model: M;
  readonly scoresOf: (vector: SparseVector) => Scores;
}

/** Makes a model ready; the one that is given can be forgotten, which halves the memory. */
export function openScoring<M extends Scorers>(model: M): Scoring<M> {
  // Taken out, so that what scores later does not keep the given model.
  const { blend } = model;
  const count = model.networks.length;
  const { models, score } = openLayers([
    model.svm,
    ...model.networks.map(({ hidden }) => hidden),
    ...model.networks.map(({ output }) => output),
  ]);
  const [svm = model.svm, ...layers] = models;
  const networks = model.networks.map(
    (network, k): Network => ({
      hidden: layers[k] ?? network.hidden,
      output: layers[count + k] ?? network.output,
    }),
  );
  const outputs = networks.map(({ output }) => [output]);
  const read = blend === 0 ? [svm] : [svm, ...networks.map(({ hidden }) => hidden)];
  return {
    model: { ...model, svm, networks },
    scoresOf: (vector) => {
      const [margins = NONE, ...activations] = score(read, vector);
      if (activations.length === 0) return { margins, blended: margins };
      const logits = new Float32Array(margins.length);
      for (const [k, activation] of activations.entries())
        add(logits, score(outputs[k] ?? [], rectified(activation))[0] ?? NONE, 1 / count);
      return blended(margins, logits, blend);
    },
  };
}

const NONE = new Float32Array();

function add(sums: Float32Array, scores: Float32Array, weight: number): void {
  for (let c = 0; c < scores.length; c++) sums[c] = (sums[c] as number) + (scores[c] as number) * weight;
}

/** Margins and logits with their blend. */
export function blended(margins: Float32Array, logits: Float32Array | undefined, blend: number): Scores {
  if (!logits || blend === 0) return { margins, ...(logits && { logits }), blended: margins };
  const blended = margins.slice();
  add(blended, logits, blend);
  return { margins, logits, blended };
}
