import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Token, tokenize } from '../../src/text/tokens.js';

const words = (text: string) => tokenize(text).map((token) => `${token.kind}:${token.text}`);

test.each([
  ['花呗转wechat', ['han:花', 'han:呗', 'han:转', 'latin:wechat']],
  ['5,000.50元', ['number:5,000.50', 'han:元']],
  ['1. 2,', ['number:1', 'number:2']],
  ['abc123', ['latin:abc', 'number:123']],
  ['𠀀é👍한', ['han:𠀀', 'latin:é', 'latin:한']],
  ['', []],
])('%j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

/** One pattern with everything in it: slow, and short. */
function naive(text: string): readonly Token[] {
  const pattern = /(?<han>\p{Script=Han})|(?<latin>[\p{L}--\p{Script=Han}]+)|(?<number>\d+(?:[.,]\d+)*)/gv;
  return [...text.matchAll(pattern)].map(({ 0: found, index, groups }) => {
    const kind = groups?.['han'] ? 'han' : groups?.['latin'] ? 'latin' : 'number';
    return { kind, text: found, start: index, end: index + found.length };
  });
}

test('tokens are those of the naive twin', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'花呗a1.,b 2𠀀é') });
  fc.assert(
    fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), (text) => {
      expect(tokenize(text)).toEqual(naive(text));
    }),
  );
});
