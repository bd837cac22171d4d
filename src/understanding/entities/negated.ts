import type { ConceptMatch } from '../concepts.js';

// Between the negation and what it rules out only a few words may stand: 不用再走云闪付, "don't want to go through MYbank".
const LONGEST_GAP = { han: 4, latin: 24 };
const BREAK = /[,，、。.!！?？;；:：\n]/;
// 是不是云闪付 and 要不要走云闪付 ask; 为什么不用 wonders.
const WONDERS = /(?:为什么|为啥|干嘛|怎么|\bwhy(?: do(?:es)?)?|\bhow come)\s*(?:i |you |we |they |people )?$/;

/** Whether the word at `start` is ruled out by a negation or an exception before it. */
export function isRuledOut(text: string, concepts: readonly ConceptMatch[], start: number): boolean {
  const before = concepts.findLast(({ concept, end }) => end <= start && (concept.kind === 'negation' || concept.kind === 'exclusion'));
  if (!before) return false;
  const between = text.slice(before.end, start);
  const longest = /\p{Script=Han}/u.test(between) || between === '' ? LONGEST_GAP.han : LONGEST_GAP.latin;
  if (between.length > longest || BREAK.test(between)) return false;
  const isChoice = text[before.start - 1] === text[before.end - 1] && text[before.start - 1] !== undefined;
  return !isChoice && !WONDERS.test(text.slice(0, before.start)) && !concepts.some((other) => separates(other, before.end, start));
}

/** Another thing between the negation and the word: what is ruled out is that thing. */
const separates = ({ concept, start, end }: ConceptMatch, from: number, to: number): boolean =>
  start >= from && end <= to && (concept.kind === 'platform' || concept.kind === 'question' || concept.kind === 'other-product');
