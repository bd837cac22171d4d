import type { Label } from './model.js';
import type { Scores } from './scores.js';

/** Scores of one text turned into what decisions are made of. */
export interface Evidence {
  /** Intents, most probable first. */
  readonly ranking: readonly { readonly id: string; readonly probability: number }[];
  /** The most probable kind of near miss; absent when the model knows none. */
  readonly nearMiss?: { readonly id: string; readonly probability: number };
  /** Of every class, in the order of the labels. */
  readonly probabilities: Float64Array;
  /** What the detectors read, in the order of `FIGURES`. */
  readonly figures: readonly number[];
}

/** What the detectors are told about a text beside its scores. */
export interface TextFigures {
  /** Share of features that training never saw. */
  readonly unseen: number;
  /** In words. */
  readonly length: number;
  /** Concepts found, and how many of them belong to other products. */
  readonly concepts: number;
  readonly otherProducts: number;
  /** Share of the words that are written in Latin letters. */
  readonly latin: number;
}

/** Names of the detectors' figures, for explanations. */
export const FIGURES = [
  'first score',
  'lead over second',
  'lead over near misses',
  'chance in scope',
  'first chance',
  'entropy',
  'unseen share',
  'length',
  'concepts',
  'other products',
  'latin share',
  'highest margin',
  'energy',
  'agreement',
] as const;

/** Softmax of the blended scores at a temperature, split into intents and near misses. */
export function weigh(labels: readonly Label[], { margins, logits, blended }: Scores, temperature: number, text: TextFigures): Evidence {
  const scores = blended;
  const highest = scores[highestOf(scores)] as number;
  const probabilities = new Float64Array(scores.length);
  let total = 0;
  for (let c = 0; c < scores.length; c++) {
    probabilities[c] = Math.exp(((scores[c] as number) - highest) / temperature);
    total += probabilities[c] as number;
  }
  const inside: number[] = [];
  let near: number | undefined;
  let inScope = 0;
  let entropy = 0;
  for (let c = 0; c < scores.length; c++) {
    const probability = (probabilities[c] as number) / total;
    probabilities[c] = probability;
    if (probability > 1e-9) entropy -= probability * Math.log(probability);
    if (labels[c]?.scope === 'in') {
      inside.push(c);
      inScope += probability;
    } else if (near === undefined || (scores[c] as number) > (scores[near] as number)) near = c;
  }
  inside.sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const entry = (c: number) => ({ id: labels[c]?.id ?? '', probability: probabilities[c] ?? 0 });
  const [first, second] = inside;
  const scoreOf = (c: number | undefined) => (c === undefined ? -1 : (scores[c] ?? -1));
  return {
    ranking: inside.map(entry),
    ...(near !== undefined && { nearMiss: entry(near) }),
    probabilities,
    figures: [
      scoreOf(first),
      scoreOf(first) - scoreOf(second),
      scoreOf(first) - scoreOf(near),
      logit(inScope),
      logit(probabilities[first ?? -1] ?? 0),
      entropy,
      text.unseen,
      Math.log(1 + text.length),
      Math.log(1 + text.concepts),
      Math.min(2, text.otherProducts),
      text.latin,
      margins[highestOf(margins)] ?? -1,
      logits ? logSumOfExp(logits) : 0,
      logits && highestOf(logits) === highestOf(margins) ? 1 : 0,
    ],
  };
}

function highestOf(scores: Float32Array): number {
  let highest = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[highest] as number)) highest = c;
  return highest;
}

function logSumOfExp(logits: Float32Array): number {
  const highest = logits[highestOf(logits)] ?? 0;
  let sum = 0;
  for (let c = 0; c < logits.length; c++) sum += Math.exp((logits[c] as number) - highest);
  return highest + Math.log(sum);
}

const logit = (p: number): number => Math.log((p + 1e-6) / (1 - p + 1e-6));
