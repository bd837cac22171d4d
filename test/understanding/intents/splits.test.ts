import { expect, test } from 'vitest';
import { foldsOf, groupsOf } from '../../../src/understanding/intents/splits.js';

const LABELS = Int32Array.from({ length: 120 }, (_, i) => Math.floor(i / 10));

test('folds hold every text once, and of each class an even share of neighbours', () => {
  const folds = foldsOf(LABELS, 1, 5000);
  expect(folds.flatMap(({ held }) => [...held]).sort((a, b) => a - b)).toEqual([...LABELS.keys()]);
  for (const { held, missing } of folds) {
    expect(missing.size).toBe(0);
    for (let label = 0; label < 12; label++) {
      const own = [...held].filter((i) => LABELS[i] === label);
      expect(own).toHaveLength(2);
      expect((own[1] ?? 0) - (own[0] ?? 0)).toBe(1);
    }
  }
});

test('groups leave out whole classes, each class once', () => {
  const groups = groupsOf(LABELS, 12, 1, 5000);
  expect(groups.flatMap(({ missing }) => [...missing]).sort((a, b) => a - b)).toEqual([...Array(12).keys()]);
  for (const { held, missing } of groups) expect(new Set([...held].map((i) => LABELS[i]))).toEqual(missing);
});

test('many texts are held out only as far as calibration needs them', () => {
  const many = Int32Array.from({ length: 20_000 }, (_, i) => i % 50);
  const held = (splits: ReturnType<typeof foldsOf>) => splits.reduce((sum, split) => sum + split.held.length, 0);
  expect([held(foldsOf(many, 1, 5000)), held(groupsOf(many, 50, 1, 5000))]).toEqual([8000, 8000]);
});

test('another seed holds out others', () => {
  expect(groupsOf(LABELS, 12, 2, 5000)).not.toEqual(groupsOf(LABELS, 12, 1, 5000));
});
