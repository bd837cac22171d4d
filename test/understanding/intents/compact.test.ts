import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact } from '../../../src/understanding/intents/compact.js';
import { openLayers } from '../../../src/understanding/intents/layers.js';
import { type LinearModel, score } from '../../../src/understanding/intents/linear.js';

const CLASSES = 3;
const FEATURES = 8;

test('one byte a weight stays within half a step of the exact score for each feature', () => {
  const weight = fc.float({ min: -4, max: 4, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: CLASSES * (FEATURES + 1), maxLength: CLASSES * (FEATURES + 1) }),
      fc.uniqueArray(fc.nat(FEATURES - 1)),
      (weights, some) => {
        const model: LinearModel = { classes: CLASSES, features: FEATURES, weights: Float32Array.from(weights) };
        const small = compact(model);
        const vector = { ids: Int32Array.from(some.sort((a, b) => a - b)), values: new Float32Array(some.length).fill(0.5) };
        const exact = score(model, vector);
        const { models, score: scoreSmall } = openLayers([small]);
        scoreSmall(models, vector)[0]?.forEach((rounded, c) => {
          const allowed = (small.steps[c] ?? 0) * 0.5 * 0.5 * some.length + 1e-4;
          expect(Math.abs(rounded - (exact[c] ?? 0))).toBeLessThanOrEqual(allowed);
        });
      },
    ),
  );
});
