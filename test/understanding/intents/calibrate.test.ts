import { expect, test } from 'vitest';
import { findThresholds, fitTemperature, type HeldOut, weighAll } from '../../../src/understanding/intents/calibrate.js';
import { detect, fitDetector } from '../../../src/understanding/intents/detector.js';
import type { Label } from '../../../src/understanding/intents/model.js';
import { mulberry32 } from '../../../src/understanding/intents/random.js';

const LABELS: readonly Label[] = [
  ...['a', 'b', 'c', 'd'].map((id): Label => ({ id, scope: 'in' })),
  ...['x', 'y'].map((id): Label => ({ id, scope: 'near' })),
];

/** Texts whose own class scores higher by a margin that varies, so that some are wrong. */
function sample(count: number, seed: number): readonly HeldOut[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, (_, i) => {
    const label = i % LABELS.length;
    const scores = Float32Array.from(LABELS, (_, c) => random() - 1 + (c === label ? random() * 1.5 : 0));
    const text = { unseen: random() / 4, length: 3 + Math.floor(random() * 20), concepts: 2, otherProducts: 0, latin: 0 };
    return { label, scores, text };
  });
}

function calibrate(rows: readonly HeldOut[]) {
  const temperature = fitTemperature(rows);
  const evidence = weighAll(LABELS, rows, temperature);
  const right = rows.map(({ label }, i) => evidence[i]?.ranking[0]?.id === LABELS[label]?.id);
  const detector = fitDetector(
    evidence.map(({ figures }) => figures),
    right,
  );
  return { temperature, detector, evidence, right, confidence: evidence.map(({ figures }) => detect(detector, figures)) };
}

const rows = sample(1200, 5);
const fitted = calibrate(rows);

test('the temperature is where held-out labels are most probable', () => {
  const loss = (temperature: number) =>
    rows.reduce((sum, { label, scores }) => {
      const total = scores.reduce((all, score) => all + Math.exp(score / temperature), 0);
      return sum + Math.log(total) - (scores[label] ?? 0) / temperature;
    }, 0);
  const best = loss(fitted.temperature);
  for (const factor of [0.8, 0.95, 1.05, 1.25]) expect(loss(fitted.temperature * factor)).toBeGreaterThan(best - 1e-6);
});

test.each([0.02, 0.05, 0.1])('at most %f of what is answered is wrong, on the rows it was found on', (wrong) => {
  const { answer } = findThresholds(LABELS, rows, fitted.evidence, fitted.confidence, { wrong, coverage: 0.95 });
  const answered = rows.flatMap((row, i) => ((fitted.confidence[i] ?? 0) >= answer ? [{ row, right: fitted.right[i] === true }] : []));
  expect(answered.length).toBeGreaterThan(50);
  expect(answered.filter(({ right }) => !right).length / answered.length).toBeLessThanOrEqual(wrong);
  const near = rows.filter(({ label }) => LABELS[label]?.scope === 'near');
  const nearAnswered = answered.filter(({ row }) => LABELS[row.label]?.scope === 'near');
  expect(nearAnswered.length).toBeLessThanOrEqual(Math.max(1, wrong * near.length));
});

test('the threshold holds, nearly, for rows it was not found on', () => {
  const { answer } = findThresholds(LABELS, rows, fitted.evidence, fitted.confidence, { wrong: 0.05, coverage: 0.95 });
  const others = sample(1200, 6);
  const evidence = weighAll(LABELS, others, fitted.temperature);
  const answered = others.filter((_, i) => detect(fitted.detector, evidence[i]?.figures ?? []) >= answer);
  const wrong = others.filter(
    ({ label }, i) => detect(fitted.detector, evidence[i]?.figures ?? []) >= answer && evidence[i]?.ranking[0]?.id !== LABELS[label]?.id,
  );
  expect(wrong.length / answered.length).toBeLessThan(0.1);
});

test('the prediction set holds the intent as often as was asked for', () => {
  const { set } = findThresholds(LABELS, rows, fitted.evidence, fitted.confidence, { wrong: 0.02, coverage: 0.9 });
  const inScope = rows.flatMap((row, i) =>
    LABELS[row.label]?.scope === 'in' ? [{ id: LABELS[row.label]?.id, evidence: fitted.evidence[i] }] : [],
  );
  const covered = inScope.filter(({ id, evidence }) => evidence?.ranking.some((entry) => entry.id === id && entry.probability >= set));
  expect(covered.length / inScope.length).toBeGreaterThanOrEqual(0.9);
});

test('the detector gives chances: as often right as it says', () => {
  const sure = fitted.confidence.flatMap((chance, i) => (chance > 0.7 ? [{ chance, right: fitted.right[i] === true }] : []));
  const said = sure.reduce((sum, { chance }) => sum + chance, 0) / sure.length;
  expect(Math.abs(sure.filter(({ right }) => right).length / sure.length - said)).toBeLessThan(0.06);
});
