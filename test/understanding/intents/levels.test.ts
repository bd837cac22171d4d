import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Judged, levelsOf } from '../../../src/understanding/intents/levels.js';
import { doubtOf } from '../../../src/understanding/intents/prediction-set.js';
import { mulberry32 } from '../../../src/understanding/intents/random.js';

/** Texts that are right and in scope as often as their chances say, or `optimism` times less often amiss than they are. */
function sample(count: number, seed: number, optimism = 1): readonly Judged[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, () => {
    const amiss = random() ** 3;
    const outside = amiss ** 4;
    const chances = { right: 1 - amiss / optimism, inScope: 1 - outside / optimism };
    const drawn = random();
    return { script: 'other', isInScope: drawn >= outside, isRight: drawn >= amiss, weight: 1, ...chances, doubt: doubtOf(chances) };
  });
}

const answeredAt = (judged: readonly Judged[], level: number) => judged.filter(({ doubt }) => doubt <= level);
const wrongShare = (judged: readonly Judged[]) => judged.filter(({ isRight }) => !isRight).length / judged.length;

describe.each([1, 2])('where texts are %i times as often amiss as the detectors say', (optimism) => {
  test.each([0.02, 0.05, 0.1])('about %f of the answers to other texts are wrong, and hardly more', (wrong) => {
    const level = levelsOf(sample(4000, 1, optimism), wrong).other;
    const answered = answeredAt(sample(20_000, 2, optimism), level);
    expect(wrongShare(answered)).toBeGreaterThan(wrong * 0.6);
    expect(wrongShare(answered)).toBeLessThan(wrong * 1.4);
  });
});

test('no more of what is out of scope is answered than answers may be wrong', () => {
  const judged = sample(20_000, 3);
  const outside = judged.filter(({ isInScope }) => !isInScope);
  expect(answeredAt(outside, levelsOf(judged, 0.02).other).length / outside.length).toBeLessThan(0.02 * 1.2);
});

test('a level hardly moves with the examples that it is found on: less than one by counted errors', () => {
  const samples = Array.from({ length: 12 }, (_, k) => sample(1500, 20 + k));
  expect(spreadOf(samples.map((each) => levelsOf(each, 0.02).other))).toBeLessThan(spreadOf(samples.map(byCount)) / 1.5);
});

/** By errors that are counted, with room for the root of their number. */
function byCount(judged: readonly Judged[]): number {
  let [wrongly, level] = [0, 0];
  const order = [...judged].sort((a, b) => a.doubt - b.doubt);
  order.forEach(({ isRight, doubt }, i) => {
    if (!isRight) wrongly++;
    if (wrongly + Math.sqrt(wrongly) <= 0.02 * (i + 1)) level = doubt;
  });
  return level;
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

test('the more may be wrong, the higher the level', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.double({ min: 0.005, max: 0.2, noNaN: true }), (seed, wrong) => {
      const judged = sample(600, seed);
      expect(levelsOf(judged, wrong * 1.5).other).toBeGreaterThanOrEqual(levelsOf(judged, wrong).other);
    }),
    { numRuns: 30 },
  );
});

test('a script that is rare among the texts has no level of its own', () => {
  const rare = sample(1500, 4).map((each, i): Judged => (i % 10 === 0 ? { ...each, script: 'latin', isRight: false } : each));
  const { latin, other } = levelsOf(rare, 0.05);
  expect(latin).toBeLessThan(other);
  expect(latin).toBe(
    levelsOf(
      rare.map((each) => ({ ...each, script: 'latin' })),
      0.05,
    ).latin,
  );
});

test('texts that stand for more are worth more', () => {
  const judged = sample(1500, 5);
  const heavier = judged.map((each) => ({ ...each, weight: each.isRight ? 1 : 3 }));
  expect(levelsOf(heavier, 0.05).other).toBeLessThan(levelsOf(judged, 0.05).other);
});
