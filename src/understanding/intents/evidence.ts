import type { Label } from './model.js';

/** Scores of one text turned into what decisions are made of. */
export interface Evidence {
  /** Intents, most probable first. */
  readonly ranking: readonly { readonly id: string; readonly probability: number }[];
  /** The most probable kind of near miss; absent when the model knows none. */
  readonly nearMiss?: { readonly id: string; readonly probability: number };
  /** What the detector reads, in the order of `FIGURES`. */
  readonly figures: readonly number[];
}

/** Names of the detector's figures, for explanations. */
export const FIGURES = ['first score', 'lead over second', 'lead over near misses', 'chance in scope', 'unseen share', 'length'] as const;

/** Softmax over all classes at a temperature, split into intents and near misses. */
export function weigh(labels: readonly Label[], scores: Float32Array, temperature: number, unseen: number, length: number): Evidence {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  const weights = Float64Array.from(scores, (score) => Math.exp((score - highest) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ranked = labels
    .map((label, index) => ({ label, score: scores[index] ?? 0, probability: (weights[index] ?? 0) / total }))
    .sort((a, b) => b.score - a.score);
  const inside = ranked.filter(({ label }) => label.scope === 'in');
  const near = ranked.find(({ label }) => label.scope === 'near');
  const first = inside[0]?.score ?? -1;
  const second = inside[1]?.score ?? -1;
  const inScope = inside.reduce((sum, { probability }) => sum + probability, 0);
  return {
    ranking: inside.map(({ label, probability }) => ({ id: label.id, probability })),
    ...(near && { nearMiss: { id: near.label.id, probability: near.probability } }),
    figures: [first, first - second, first - (near?.score ?? -1), logit(inScope), unseen, Math.log(1 + length)],
  };
}

const logit = (p: number): number => Math.log((p + 1e-6) / (1 - p + 1e-6));
