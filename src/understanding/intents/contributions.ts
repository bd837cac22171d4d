import type { CompactModel } from './compact.js';
import { BLOCK_WEIGHTS, extractFeatures, type FeatureInput } from './features.js';
import type { IntentModel } from './model.js';
import { type NamedFeature, nameFeatures } from './named-features.js';
import { vectorize } from './sparse.js';
import { idOf } from './vocabulary.js';

/** What one feature of a text adds to the SVM's score of a class above that of its rival; negative when it speaks for the rival. */
export interface Contribution extends Omit<NamedFeature, 'hash'> {
  readonly weight: number;
}

/** Where a lead in the SVM's scores comes from: `bias` and all weights add up to it. */
export interface Lead {
  /** What the class has ahead of its rival in a text of no words. */
  readonly bias: number;
  /** The strongest first. */
  readonly contributions: readonly Contribution[];
}

/** The lead of a class over a rival, feature by feature; both are indices of the model's labels. */
export function leadOf({ svm, vocabulary }: IntentModel, input: FeatureInput, winner: number, rival: number): Lead {
  const { vector } = vectorize(extractFeatures(input), BLOCK_WEIGHTS, vocabulary);
  const named = new Map(nameFeatures(input).map((feature) => [idOf(vocabulary, feature.hash), feature]));
  const contributions = Array.from(vector.ids, (id, k): readonly Contribution[] => {
    const feature = named.get(id);
    const weight = (vector.values[k] ?? 0) * (weightOf(svm, id, winner) - weightOf(svm, id, rival));
    return feature && weight !== 0 ? [{ kind: feature.kind, name: feature.name, weight }] : [];
  }).flat();
  return {
    bias: (svm.biases[winner] ?? 0) - (svm.biases[rival] ?? 0),
    contributions: contributions.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

const weightOf = ({ stride, weights, steps }: CompactModel, id: number, label: number): number =>
  (weights[id * stride + label] ?? 0) * (steps[label] ?? 0);

/** What of a text the model has never seen. */
export interface Novelty {
  /** Share of all features as often as they occur; of a text without features, all of it. */
  readonly share: number;
  readonly of: number;
  /** Each once, in the order of the text. */
  readonly unseen: readonly Omit<NamedFeature, 'hash'>[];
}

export function noveltyOf({ vocabulary }: IntentModel, input: FeatureInput): Novelty {
  const features = nameFeatures(input);
  const unseen = features.filter(({ hash }) => idOf(vocabulary, hash) < 0);
  const distinct = new Map(unseen.map(({ kind, name, hash }) => [hash, { kind, name }]));
  return { share: features.length === 0 ? 1 : unseen.length / features.length, of: features.length, unseen: [...distinct.values()] };
}
