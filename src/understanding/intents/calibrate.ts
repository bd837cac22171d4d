import { detect, fitDetector } from './detector.js';
import { type Chances, DIRECTIONS, type Evidence, type TextFigures, weigh } from './evidence.js';
import { type Judged, levelsOf } from './levels.js';
import type { Detector, Label, Script, Thresholds } from './model.js';
import { doubtOf, leastOfSet } from './prediction-set.js';
import { blended } from './scores.js';

/** One training text as models saw it that had not been trained on it. */
export interface CalibrationRow {
  readonly label: number;
  /** Whether its class was unknown to the model, so that no class is right. */
  readonly novel: boolean;
  readonly margins: Float32Array;
  readonly logits?: Float32Array;
  readonly text: TextFigures;
}

export interface Goals {
  /** Accepted share of wrong ones among the answered. */
  readonly wrong: number;
}

export interface Calibration {
  readonly blend: number;
  readonly temperature: number;
  readonly right: Detector;
  readonly scope: Detector;
  readonly thresholds: Thresholds;
}

/** Share of in-scope texts whose intent a prediction set must hold. */
export const SET_COVERAGE = 0.95;
export const WIDE_SET_COVERAGE = 0.99;

// About what real support bots are asked that they have no answer for, where the examples say nothing of it.
const ASSUMED_OUT_OF_SCOPE = 0.3;
const BLENDS = [0, 0.1, 0.2, 0.4, 0.8, 1.6];
const MOST_FITTED = 2500;

/** Blend, temperature, detectors and thresholds from held-out rows. */
export function calibrate(labels: readonly Label[], rows: readonly CalibrationRow[], goals: Goals): Calibration {
  const folds = rows.filter(({ novel }) => !novel);
  const { blend, temperature } = fitBlend(folds);
  const hasNearMisses = labels.some(({ scope }) => scope === 'near');
  // Near misses say what is out of scope; without any, questions of a kind that the model has not seen stand for it.
  const used = hasNearMisses ? folds : rows;
  const evidence = used.map(({ margins, logits, text }) => weigh(labels, blended(margins, logits, blend), temperature, text));
  const figures = evidence.map((each) => each.figures);
  const outcomes = used.map((row, i): Outcome => {
    const isInScope = !row.novel && labels[row.label]?.scope === 'in';
    const isRight = isInScope && evidence[i]?.ranking[0]?.id === labels[row.label]?.id;
    return { isInScope, isRight, script: scriptOf(row.text) };
  });
  const weights = hasNearMisses ? undefined : weightsOf(outcomes);
  const right = fitDetector(
    figures,
    outcomes.map(({ isRight }) => isRight),
    DIRECTIONS,
    weights,
  );
  const scope = fitDetector(
    figures,
    outcomes.map(({ isInScope }) => isInScope),
    DIRECTIONS,
    weights,
  );
  const judged = outcomes.map((outcome, i): Judged => {
    const chances = chancesOf({ right, scope }, figures[i] ?? []);
    return { ...outcome, ...chances, weight: weights?.[i] ?? 1, doubt: doubtOf(chances) };
  });
  const gold = goldProbabilities(labels, used, evidence);
  return {
    blend,
    temperature,
    right,
    scope,
    thresholds: {
      level: levelsOf(judged, goals.wrong),
      scope: scopeThreshold(judged),
      set: leastOfSet(gold, SET_COVERAGE),
      wideSet: leastOfSet(gold, WIDE_SET_COVERAGE),
    },
  };
}

/** What the detectors say of a text's figures. What is right is in scope, so that the second chance is never the smaller one. */
export function chancesOf(detectors: Pick<Calibration, 'right' | 'scope'>, figures: Evidence['figures']): Chances {
  const right = detect(detectors.right, figures);
  return { right, inScope: Math.max(right, detect(detectors.scope, figures)) };
}

/** Which level a text is held to. */
export const scriptOf = ({ latin }: Pick<TextFigures, 'latin'>): Script => (latin > 0.5 ? 'latin' : 'other');

type Outcome = Pick<Judged, 'isInScope' | 'isRight' | 'script'>;

/** Weights under which what is out of scope has its assumed share. */
function weightsOf(outcomes: readonly Outcome[]): readonly number[] {
  const outside = outcomes.filter(({ isInScope }) => !isInScope).length;
  const each = (ASSUMED_OUT_OF_SCOPE / (1 - ASSUMED_OUT_OF_SCOPE)) * ((outcomes.length - outside) / Math.max(1, outside));
  return outcomes.map(({ isInScope }) => (isInScope ? 1 : each));
}

/** The blend and the softmax temperature under which held-out labels are most probable. */
export function fitBlend(rows: readonly CalibrationRow[]): { readonly blend: number; readonly temperature: number } {
  const step = Math.max(1, Math.floor(rows.length / MOST_FITTED));
  const some = rows.filter((_, i) => i % step === 0);
  const blends = some.some(({ logits }) => logits) ? BLENDS : [0];
  const fits = blends.map((blend) => {
    const scored = some.map(({ label, margins, logits }) => ({ label, scores: blended(margins, logits, blend).blended }));
    return { blend, ...fitTemperature(scored) };
  });
  return fits.reduce((best, fit) => (fit.loss < best.loss ? fit : best));
}

interface Scored {
  readonly label: number;
  readonly scores: Float32Array;
}

const LOWEST_TEMPERATURE = 0.03;
const HIGHEST_TEMPERATURE = 3;
const SEARCH_STEPS = 12;

/** The loss has one minimum, golden-section search finds it. */
function fitTemperature(rows: readonly Scored[]): { readonly temperature: number; readonly loss: number } {
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
  return { temperature: Math.exp((low + high) / 2), loss: Math.min(lossA, lossB) };
}

// e^-20 adds nothing that a temperature would be chosen by.
const NEGLIGIBLE_EXPONENT = -20;

function logLoss(rows: readonly Scored[], temperature: number): number {
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

// Of the questions in scope that were understood right, as many may be taken for out of scope.
const LOST = 0.01;

// Where that would give up what is likelier in scope than not, asking costs less than having nothing to say.
const EVEN_CHANCE = 0.5;

function scopeThreshold(judged: readonly Judged[]): number {
  const chances = judged.filter(({ isRight }) => isRight).map(({ inScope }) => inScope);
  return Math.min(EVEN_CHANCE, Float64Array.from(chances).sort()[Math.floor(chances.length * LOST)] ?? 0);
}

function goldProbabilities(labels: readonly Label[], rows: readonly CalibrationRow[], evidence: readonly Evidence[]): readonly number[] {
  return rows.flatMap(({ label, novel }, i) => {
    const gold = labels[label];
    return gold?.scope === 'in' && !novel ? [evidence[i]?.ranking.find(({ id }) => id === gold.id)?.probability ?? 0] : [];
  });
}
