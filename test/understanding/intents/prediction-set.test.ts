import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidingSet, doubtOf, doubtsOf, leastOfSet } from '../../../src/understanding/intents/prediction-set.js';

const RANKING = [
  { id: 'a', probability: 0.6 },
  { id: 'b', probability: 0.2 },
  { id: 'c', probability: 0.1 },
  { id: 'd', probability: 0.001 },
];

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const chances = fc.tuple(chance, chance).map(([x, y]) => ({ right: Math.min(x, y), inScope: Math.max(x, y) }));

describe('the set that decides', () => {
  test.each([
    [{ right: 0.9, inScope: 0.99 }, 0.1, ['a'], true],
    [{ right: 0.9, inScope: 0.99 }, 0.05, ['a', 'b', 'c'], false],
    // No other intent is likely, but that none is meant.
    [{ right: 0.7, inScope: 0.72 }, 0.1, ['a'], false],
  ])('%j at level %f: %j', (given, level, ids, isSure) => {
    expect(decidingSet(RANKING, given, level, 0.05)).toEqual(ids);
    expect(doubtOf(given) <= level).toBe(isSure);
  });

  test('where another intent may be meant, there is one, however improbable', () => {
    expect(decidingSet(RANKING, { right: 0.5, inScope: 0.9 }, 0.1, 0.99)).toEqual(['a', 'b']);
  });

  test('holds one intent, and not that none is meant, exactly where the doubt is within the level', () => {
    fc.assert(
      fc.property(chances, chance, (given, level) => {
        const isAlone = decidingSet(RANKING, given, level, 0.05).length === 1 && doubtsOf(given).noIntent <= level;
        expect(doubtOf(given) <= level).toBe(isAlone);
      }),
    );
  });

  test('being right and the doubts add up to 1', () => {
    fc.assert(
      fc.property(chances, (given) => {
        const { anotherIntent, noIntent } = doubtsOf(given);
        expect(given.right + anotherIntent + noIntent).toBeCloseTo(1, 12);
      }),
    );
  });
});

test.each([0.8, 0.95, 0.99])('sets of a coverage of %f hold at least that share', (coverage) => {
  const gold = Array.from({ length: 997 }, (_, i) => ((i * 379) % 997) / 997);
  const least = leastOfSet(gold, coverage);
  const held = gold.filter((probability) => probability >= least).length / gold.length;
  expect(held).toBeGreaterThanOrEqual(coverage);
  expect(held).toBeLessThan(coverage + 0.003);
});
