import type { Direction } from './detector.js';
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

/** Calibrated. What is right is in scope: the second is never the smaller one. */
export interface Chances {
  /** That the first intent is right. */
  readonly right: number;
  /** That any intent is meant. */
  readonly inScope: number;
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

/** The detectors' figures, in their order: names for explanations, and which way each may speak for being right, or in scope. */
const FIGURE_DIRECTIONS = {
  'first score': 1,
  'lead over second': 1,
  'lead over near misses': 1,
  'chance in scope': 1,
  'first chance': 1,
  entropy: -1,
  'unseen share': -1,
  length: 0,
  concepts: 0,
  'other products': -1,
  'latin share': 0,
  'highest margin': 1,
  energy: 1,
  agreement: 1,
} as const satisfies Readonly<Record<string, Direction>>;

export const FIGURES = Object.keys(FIGURE_DIRECTIONS);
export const DIRECTIONS: readonly Direction[] = Object.values(FIGURE_DIRECTIONS);

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
