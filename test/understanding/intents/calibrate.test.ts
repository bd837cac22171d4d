import { describe, expect, test } from 'vitest';
import { type CalibrationRow, calibrate, chancesOf, fitBlend, WIDE_SET_COVERAGE } from '../../../src/understanding/intents/calibrate.js';
import { detect, fitDetector } from '../../../src/understanding/intents/detector.js';
import { weigh } from '../../../src/understanding/intents/evidence.js';
import type { Label } from '../../../src/understanding/intents/model.js';
import { doubtOf } from '../../../src/understanding/intents/prediction-set.js';
import { mulberry32 } from '../../../src/understanding/intents/random.js';
import { blended } from '../../../src/understanding/intents/scores.js';

const INTENTS = ['a', 'b', 'c', 'd'].map((id): Label => ({ id, scope: 'in' }));
const LABELS: readonly Label[] = [...INTENTS, ...['x', 'y'].map((id): Label => ({ id, scope: 'near' }))];

/** Texts whose own class scores higher by a margin that varies, so that some are wrong. */
function sample(labels: readonly Label[], count: number, seed: number): readonly CalibrationRow[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, (_, i) => {
    const label = i % labels.length;
    const margins = Float32Array.from(labels, (_, c) => random() - 1 + (c === label ? random() * 1.5 : 0));
    const text = { unseen: random() / 4, length: 3 + Math.floor(random() * 20), concepts: 2, otherProducts: 0, latin: 0 };
    return { label, novel: false, margins, text };
  });
}

type Calibration = ReturnType<typeof calibrate>;

function judge(labels: readonly Label[], rows: readonly CalibrationRow[], { blend, temperature, right, scope }: Calibration) {
  return rows.map(({ label, novel, margins, logits, text }) => {
    const evidence = weigh(labels, blended(margins, logits, blend), temperature, text);
    return {
      gold: labels[label],
      novel,
      evidence,
      isRight: !novel && evidence.ranking[0]?.id === labels[label]?.id,
      confidence: detect(right, evidence.figures),
      doubt: doubtOf(chancesOf({ right, scope }, evidence.figures)),
      inScope: detect(scope, evidence.figures),
    };
  });
}

const rows = sample(LABELS, 1200, 5);
const fitted = calibrate(LABELS, rows, { wrong: 0.05 });
const judged = judge(LABELS, rows, fitted);

test('the temperature is where held-out labels are most probable', () => {
  const loss = (temperature: number) =>
    rows.reduce((sum, { label, margins }) => {
      const total = margins.reduce((all, score) => all + Math.exp(score / temperature), 0);
      return sum + Math.log(total) - (margins[label] ?? 0) / temperature;
    }, 0);
  const best = loss(fitted.temperature);
  for (const factor of [0.8, 0.9, 1.1, 1.25]) expect(loss(fitted.temperature * factor)).toBeGreaterThan(best - 1e-6);
});

test('logits that know the class are blended in, logits that know nothing are not', () => {
  const random = mulberry32(8);
  const withLogits = (know: number) =>
    rows.map((row) => ({ ...row, logits: row.margins.map((_, c) => random() * 4 + (c === row.label ? know : 0)) }));
  expect(fitBlend(withLogits(4)).blend).toBeGreaterThan(0);
  expect(fitBlend(withLogits(0)).blend).toBe(0);
});

test.each([0.02, 0.05, 0.1])('at most %f of what is answered is wrong, on the rows it was found on', (wrong) => {
  const calibration = calibrate(LABELS, rows, { wrong });
  const answered = judge(LABELS, rows, calibration).filter(({ doubt }) => doubt <= calibration.thresholds.level.other);
  expect(answered.length).toBeGreaterThan(50);
  expect(answered.filter(({ isRight }) => !isRight).length / answered.length).toBeLessThanOrEqual(wrong);
  const near = rows.filter(({ label }) => LABELS[label]?.scope === 'near');
  expect(answered.filter(({ gold }) => gold?.scope === 'near').length).toBeLessThanOrEqual(Math.max(1, wrong * near.length));
});

test('the threshold holds, nearly, for rows it was not found on', () => {
  const answered = judge(LABELS, sample(LABELS, 1200, 6), fitted).filter(({ doubt }) => doubt <= fitted.thresholds.level.other);
  expect(answered.filter(({ isRight }) => !isRight).length / answered.length).toBeLessThan(0.1);
});

test('a script that is rare among the texts has no level of its own', () => {
  expect(fitted.thresholds.level.latin).toBe(fitted.thresholds.level.other);
  const both = rows.map((row, i) => ({ ...row, text: { ...row.text, latin: i % 2 } }));
  const { level } = calibrate(LABELS, both, { wrong: 0.05 }).thresholds;
  expect(level.latin).not.toBe(level.other);
});

test('the prediction sets hold the intent as often as was asked for', () => {
  const inScope = judged.filter(({ gold }) => gold?.scope === 'in');
  for (const [least, coverage] of [
    [fitted.thresholds.set, 0.95],
    [fitted.thresholds.wideSet, WIDE_SET_COVERAGE],
  ] as const) {
    const covered = inScope.filter(({ gold, evidence }) =>
      evidence.ranking.some(({ id, probability }) => id === gold?.id && probability >= least),
    );
    expect(covered.length / inScope.length).toBeGreaterThanOrEqual(coverage);
  }
});

test('of what was understood right, one in a hundred is taken for out of scope', () => {
  const right = judged.filter(({ isRight }) => isRight);
  const lost = right.filter(({ inScope }) => inScope < fitted.thresholds.scope);
  expect(lost.length / right.length).toBeLessThanOrEqual(0.01);
});

test('the detector gives chances: as often right as it says', () => {
  const sure = judged.filter(({ confidence }) => confidence > 0.7);
  const said = sure.reduce((sum, { confidence }) => sum + confidence, 0) / sure.length;
  expect(Math.abs(sure.filter(({ isRight }) => isRight).length / sure.length - said)).toBeLessThan(0.06);
});

test('without near misses, texts of classes that were left out teach what is out of scope', () => {
  const random = mulberry32(9);
  const strange = sample(INTENTS, 400, 10).map(
    (row): CalibrationRow => ({
      ...row,
      novel: true,
      margins: row.margins.map(() => random() * 0.4 - 1),
    }),
  );
  const known = sample(INTENTS, 1200, 11);
  const calibration = calibrate(INTENTS, [...known, ...strange], { wrong: 0.05 });
  const mean = (texts: readonly CalibrationRow[]) =>
    judge(INTENTS, texts, calibration).reduce((sum, { inScope }) => sum + inScope, 0) / texts.length;
  expect(mean(known)).toBeGreaterThan(mean(strange) + 0.2);
});

describe('a detector', () => {
  const random = mulberry32(12);
  // The second figure is the first with noise, so that without bounds its weight would be taken back by the other's.
  const figures = Array.from({ length: 600 }, () => {
    const strength = random() * 4 - 2;
    return [strength + random(), strength * 3 + random() * 6, random()];
  });
  const outcomes = figures.map(([a = 0, b = 0]) => 3 * a - b / 3 + random() > 1);

  test('keeps every figure within its direction', () => {
    const free = fitDetector(figures, outcomes, [0, 0, 0]);
    const bound = fitDetector(figures, outcomes, [1, 1, -1]);
    expect(free.weights[1]).toBeLessThan(0);
    expect(bound.weights[1]).toBe(0);
    expect(bound.weights[0]).toBeGreaterThan(0);
    expect(bound.weights[2]).toBeLessThanOrEqual(0);
  });

  test('is as likely as the best of all subsets of figures that keep within theirs by themselves', () => {
    const fitOf = (used: readonly number[], directions: Parameters<typeof fitDetector>[2]) => {
      const some = figures.map((row) => row.map((figure, j) => (used.includes(j) ? figure : 0)));
      const detector = fitDetector(some, outcomes, directions);
      const loss = some.reduce((sum, row, i) => sum - Math.log(Math.abs((outcomes[i] ? 0 : 1) - detect(detector, row))), 0);
      return { loss, weights: detector.weights };
    };
    const subsets = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]].map((used) => fitOf(used, [0, 0, 0]));
    const within = subsets.filter(({ weights: [a = 0, b = 0, c = 0] }) => a >= 0 && b >= 0 && c <= 0);
    expect(within.length).toBeGreaterThan(1);
    expect(fitOf([0, 1, 2], [1, 1, -1]).loss).toBeCloseTo(Math.min(...within.map(({ loss }) => loss)), 1);
  });
});
