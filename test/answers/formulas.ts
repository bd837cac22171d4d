import { expect } from 'vitest';
import { equals, parseDecimal } from '../../src/base/rational.js';
import type { Reply } from '../../src/rendering/reply.js';
import { evaluate } from './formula.js';

/** Every formula that has a result is computed again and gives it. */
export function expectFormulas({ figures }: Reply): void {
  for (const { value, unit, origin } of figures) {
    if (!('formula' in origin) || unit !== 'CNY') continue;
    const [formula = '', result] = origin.formula.split(' = ');
    if (result === undefined) continue;
    const [min = '', max = min] = value.split('..');
    const again = evaluate(formula);
    const [least, most] = [parseDecimal(min), parseDecimal(max)];
    expect(least && most && equals(again.min, least) && equals(again.max, most), `${origin.formula} for ${value}`).toBe(true);
  }
}
