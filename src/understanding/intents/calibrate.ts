import { type Evidence, type TextFigures, weigh } from './evidence.js';
import type { Label, Thresholds } from './model.js';

/** One training text as the model saw it when it had not been trained on it. */
export interface HeldOut {
  readonly label: number;
  readonly scores: Float32Array;
  readonly text: TextFigures;
}

const LOWEST_TEMPERATURE = 0.03;
const HIGHEST_TEMPERATURE = 1.5;
const SEARCH_STEPS = 12;

/** The softmax temperature under which held-out labels are most probable; the loss has one minimum, golden-section search finds it. */
export function fitTemperature(rows: readonly HeldOut[]): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(LOWEST_TEMPERATURE);
  let high = Math.log(HIGHEST_TEMPERATURE);
  let [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [lossA, lossB] = [logLoss(rows, Math.exp(a)), logLoss(rows, Math.exp(b))];
  for (let step = 0; step < SEARCH_STEPS; step++) {
    if (lossA < lossB) {
      [high, b, lossB] = [b, a, lossA];
      a = high - ratio * (high - low);
      lossA = logLoss(rows, Math.exp(a));
    } else {
      [low, a, lossA] = [a, b, lossB];
      b = low + ratio * (high - low);
      lossB = logLoss(rows, Math.exp(b));
    }
  }
  return Math.exp((low + high) / 2);
}

// e^-20 adds nothing that a temperature would be chosen by.
const NEGLIGIBLE_EXPONENT = -20;

function logLoss(rows: readonly HeldOut[], temperature: number): number {
  let loss = 0;
  for (const { label, scores } of rows) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < scores.length; c++) if ((scores[c] as number) > highest) highest = scores[c] as number;
    let total = 0;
    for (let c = 0; c < scores.length; c++) {
      const exponent = ((scores[c] as number) - highest) / temperature;
      if (exponent > NEGLIGIBLE_EXPONENT) total += Math.exp(exponent);
    }
    loss += Math.log(total) - ((scores[label] ?? 0) - highest) / temperature;
  }
  return loss;
}

export interface ThresholdGoals {
  /** Accepted share of wrong ones among the answered. */
  readonly wrong: number;
  /** Share of in-scope texts whose intent the prediction set must hold. */
  readonly coverage: number;
}

/** Thresholds from held-out evidence: answer as much as the goals allow, ask back where that separates in scope from out of scope best. */
export function findThresholds(
  labels: readonly Label[],
  rows: readonly HeldOut[],
  evidence: readonly Evidence[],
  confidence: readonly number[],
  goals: ThresholdGoals,
): Thresholds {
  const isRight = (i: number) => evidence[i]?.ranking[0]?.id === labels[rows[i]?.label ?? -1]?.id;
  const isInScope = (i: number) => labels[rows[i]?.label ?? -1]?.scope === 'in';
  const order = [...rows.keys()].sort((a, b) => (confidence[b] ?? 0) - (confidence[a] ?? 0));
  let wrong = 0;
  let answer = 1;
  let nearAnswered = 0;
  const nearTotal = order.filter((i) => !isInScope(i)).length;
  order.forEach((i, rank) => {
    if (!isRight(i)) wrong++;
    if (!isInScope(i)) nearAnswered++;
    // As many near misses may be answered, of all near misses, as answers may be wrong, of all answers.
    if (wrong / (rank + 1) <= goals.wrong && nearAnswered <= Math.max(goals.wrong * nearTotal, 1)) answer = confidence[i] ?? 1;
  });
  return {
    answer,
    clarify: bestSplit(order.map((i) => ({ value: inScopeChance(evidence[i]), inScope: isInScope(i) }))),
    set: setThreshold(labels, rows, evidence, goals.coverage),
  };
}

/** All intents' probability together. */
export const inScopeChance = (evidence: Evidence | undefined): number =>
  evidence?.ranking.reduce((sum, { probability }) => sum + probability, 0) ?? 0;

/** Where the shares of in-scope above and out-of-scope below add up to the most. */
function bestSplit(points: readonly { readonly value: number; readonly inScope: boolean }[]): number {
  const sorted = [...points].sort((a, b) => b.value - a.value);
  const inside = Math.max(1, sorted.filter(({ inScope }) => inScope).length);
  const outside = Math.max(1, sorted.length - inside);
  let best = { value: 0.5, gain: Number.NEGATIVE_INFINITY };
  let gain = 0;
  for (const { value, inScope } of sorted) {
    gain += inScope ? 1 / inside : -1 / outside;
    if (gain > best.gain) best = { value, gain };
  }
  return best.value;
}

/** Split conformal with the least-ambiguous score: the gold intent is at least this probable in `coverage` of in-scope texts. */
function setThreshold(labels: readonly Label[], rows: readonly HeldOut[], evidence: readonly Evidence[], coverage: number): number {
  const gold = rows
    .flatMap((row, i) => {
      const label = labels[row.label];
      return label?.scope === 'in' ? [evidence[i]?.ranking.find(({ id }) => id === label.id)?.probability ?? 0] : [];
    })
    .sort((a, b) => a - b);
  return gold[Math.max(0, Math.floor((gold.length + 1) * (1 - coverage)) - 1)] ?? 0;
}

/** Evidence for every held-out row at a temperature. */
export const weighAll = (labels: readonly Label[], rows: readonly HeldOut[], temperature: number): readonly Evidence[] =>
  rows.map(({ scores, text }) => weigh(labels, scores, temperature, text));
