import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, originalSpan } from '../../src/text/fold.js';
import { toSimplified } from '../../src/text/script.js';

const FOLDED: readonly (readonly [string, string])[] = [
  ['花呗', '花呗'],
  ['花唄轉微信', '花呗转微信'],
  ['幾耐到帳', '几耐到帐'],
  ['ＷｅＣｈａｔ　５０００', 'wechat 5000'],
  ['can’t', 'cant'],
  ["don't", 'dont'],
  ["'花呗'", "'花呗'"],
  ['a\u200bb\ufeff', 'ab'],
  ['e\u0301', '\u00e9'],
  ['½', '1⁄2'],
  ['ﬁ', 'fi'],
  ['a\tb\nc', 'a b c'],
  ['翻 倍', '翻倍'],
  ['别　给 我\n转人工', '别给我转人工'],
  ['提 5000 元', '提 5000 元'],
  ['', ''],
];

test.each(FOLDED)('%j folds to %j', (original, folded) => {
  expect(fold(original).text).toBe(folded);
});

/** The same in the plainest words: cluster by cluster, nothing remembered, no short cut. */
function naive(original: string): { text: string; offsets: readonly number[] } {
  let text = '';
  const offsets: number[] = [];
  for (const { 0: cluster, index } of original.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const visible = cluster.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    if (/^['’‘`´]$/.test(visible) && /\p{Script=Latin}$/u.test(text)) continue;
    const folded = /^\s$/u.test(visible) ? ' ' : [...visible.normalize('NFKC').toLowerCase()].map(toSimplified).join('');
    for (let i = 0; i < folded.length; i++) offsets.push(index);
    text += folded;
  }
  const isSpaceInChinese = (i: number) =>
    text[i] === ' ' && /\p{Script=Han} *$/u.test(text.slice(0, i)) && /^ *\p{Script=Han}/u.test(text.slice(i));
  const dropped = new Set(offsets.map((_, i) => i).filter((i) => isSpaceInChinese(i)));
  return {
    text: Array.from({ length: text.length }, (_, i) => (dropped.has(i) ? '' : text.charAt(i))).join(''),
    offsets: [...offsets.filter((_, i) => !dropped.has(i)), original.length],
  };
}

const typed = fc.string({ unit: fc.constantFrom(..."花唄轉錢微信零钱 提現 aB1０Ｗ,。?？'’½ﬁé\u200b\u3000👍𠀀\n") });

test('folding is what the naive twin does', () => {
  fc.assert(
    fc.property(fc.oneof(typed, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (original) => {
      const { text, offsets } = fold(original);
      expect({ text, offsets }).toEqual(naive(original));
    }),
    { numRuns: 300 },
  );
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(typed, (original) => {
      const once = fold(original).text;
      expect(fold(once).text).toBe(once);
    }),
  );
});

test('every offset leads back into the original, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (original) => {
      const { text, offsets } = fold(original);
      expect(offsets.length).toBe(text.length + 1);
      expect(offsets.at(-1)).toBe(original.length);
      for (let i = 1; i < offsets.length; i++) expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0);
    }),
  );
});

test.each([
  ['提 ５０００ 元', '5000', '５０００'],
  ['要½啊', '1⁄2', '½'],
  ['cash\u200b out', 'cash', 'cash'],
  ['我can’t转', 'cant', 'can’t'],
])('in %j, %j came from %j', (original, part, source) => {
  const folded = fold(original);
  const start = folded.text.indexOf(part);
  const span = originalSpan(folded, { start, end: start + part.length });
  expect(original.slice(span.start, span.end).replace(/\u200b$/, '')).toBe(source);
});
