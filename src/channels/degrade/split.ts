import type { Capabilities } from '../channel.js';
import { lengthIn } from './measure.js';

type Limit = Pick<Capabilities, 'maxText' | 'unit'>;

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A number with its sign, currency and unit; dates, times and ranges count as one. */
const NUMBER = /[-−+]?[¥￥$]?\d+(?:[.,:/~–-]\d+)*(?:\s?(?:%|％|[元万亿]|CNY|yuan))?/u;
const ATOM = new RegExp(`${NUMBER.source}|[\\p{Script=Latin}\\p{M}'’]+`, 'gu');

/** Where a text may be cut, the best places first: between lines, after a sentence, between words, between characters, and only then in one. */
const CUTS: readonly ((text: string) => readonly string[])[] = [
  (text) => text.split(/(?<=\n)/),
  (text) => text.split(/(?<=[。！？；!?;])|(?<=\.\s)/u),
  atoms,
  (text) => [...GRAPHEMES.segment(text)].map(({ segment }) => segment),
  (text) => [...text],
];

/**
 * Cuts a text into parts of at most `maxText`. A line (a row of a table, an item of a list) that fits into a part stays whole, and so
 * does a number. White space around a cut is dropped; nothing else is.
 */
export function splitText(text: string, limit: Limit): readonly string[] {
  return cut(text, limit, 0)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function cut(text: string, limit: Limit, level: number): readonly string[] {
  const segments = CUTS[level]?.(text);
  if (fits(text, limit) || !segments) return [text];
  const parts: string[] = [];
  let current = '';
  for (const segment of segments) {
    if (fits(current + segment, limit)) {
      current += segment;
      continue;
    }
    if (current !== '') parts.push(current);
    const pieces = cut(segment, limit, level + 1);
    parts.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  return current === '' ? parts : [...parts, current];
}

/** White space at the end is dropped later, and must not push a line into the next part. */
const fits = (text: string, { maxText, unit }: Limit): boolean => lengthIn(text.trim(), unit) <= maxText;

/** Numbers and words whole, all else by its characters. */
function atoms(text: string): readonly string[] {
  const found: string[] = [];
  let end = 0;
  for (const { 0: atom, index } of text.matchAll(ATOM)) {
    found.push(...[...GRAPHEMES.segment(text.slice(end, index))].map(({ segment }) => segment), atom);
    end = index + atom.length;
  }
  return [...found, ...[...GRAPHEMES.segment(text.slice(end))].map(({ segment }) => segment)];
}
