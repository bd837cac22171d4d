import { expect, test } from 'vitest';
import { joined } from '../../src/stores/joined.js';

test('many who ask at once are one question, later ones another; a failure is told to all of them', async () => {
  let asked = 0;
  const ask = joined(async () => {
    asked++;
    await Promise.resolve();
    if (asked === 2) throw new Error('away');
    return asked;
  });
  expect(await Promise.all(Array.from({ length: 100 }, ask))).toEqual(Array(100).fill(1));
  expect(await Promise.allSettled([ask(), ask()])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(await ask()).toBe(3);
  expect(asked).toBe(3);
});
