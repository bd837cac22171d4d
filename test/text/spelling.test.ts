import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSpeller, respell, slips } from '../../src/text/spelling.js';

const KNOWN = 'wechat withdraw withdrawal transfer transaction bank cash card could fee fees huabei tixian yinhangka commission wallet';
const speller = buildSpeller(new Map(KNOWN.split(' ').map((word) => [word, 3])));

test.each([
  ['wehcat', 'wechat'],
  ['wechatt', 'wechat'],
  ['trasnfer', 'transfer'],
  ['tranfer', 'transfer'],
  ['witdrawl', 'withdrawal'],
  ['comision', 'commission'],
  ['bnak', 'bank'],
  ['cahs', 'cash'],
  ['walet', 'wallet'],
  ['yinhagnka', 'yinhangka'],
])('%s means %s', (typed, meant) => {
  expect(respell(speller, typed)).toBe(meant);
});

test.each(['wechat', 'fee', 'fe', 'cold', 'cart', 'ballet', 'x', '', 'w'.repeat(500)])('%s stays as it is', (typed) => {
  expect(respell(speller, typed)).toBeUndefined();
});

test('the more frequent of two equally near words wins', () => {
  const words = new Map([
    ['stations', 1],
    ['statioms', 9],
  ]);
  expect(respell(buildSpeller(words), 'statiols')).toBe('statioms');
});

/** By the definition, one case a line. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1);
  const cases = [naive(a.slice(0, -1), b.slice(0, -1)) + (same ? 0 : 1), naive(a.slice(0, -1), b) + 1, naive(a, b.slice(0, -1)) + 1];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (swapped) cases.push(naive(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...cases);
}

test('slips are counted as the naive twin counts them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slips(a, b)).toBe(naive(a, b));
    }),
  );
});
