import type { Span } from '../base/span.js';

/** A word of folded text: one Chinese character, a run of Latin letters, or a number. */
export interface Token extends Span {
  readonly kind: 'han' | 'latin' | 'number';
  readonly text: string;
}

const TOKEN = /(?<han>\p{Script=Han})|(?<latin>[\p{L}--\p{Script=Han}]+)|(?<number>\d+(?:[.,]\d+)*)/gv;

/** The words of folded text in order; spaces, punctuation and emoji separate and are left out. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = match.groups?.['han'] ? 'han' : match.groups?.['latin'] ? 'latin' : 'number';
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
