import type { Span } from '../base/span.js';
import { CharacterClass, classOf } from './characters.js';

/** A word of folded text: one Chinese character, a run of Latin letters, or a number. */
export interface Token extends Span {
  readonly kind: 'han' | 'latin' | 'number';
  readonly text: string;
}

/** The words of folded text in order; spaces, punctuation and emoji separate and are left out. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    const found = classAt(text, at);
    at += widthAt(text, at);
    if (found === CharacterClass.han) tokens.push({ kind: 'han', text: text.slice(start, at), start, end: at });
    else if (found === CharacterClass.letter) {
      while (at < text.length && classAt(text, at) === CharacterClass.letter) at += widthAt(text, at);
      tokens.push({ kind: 'latin', text: text.slice(start, at), start, end: at });
    } else if (found === CharacterClass.digit) {
      at = endOfNumber(text, at);
      tokens.push({ kind: 'number', text: text.slice(start, at), start, end: at });
    }
  }
  return tokens;
}

// A point or a comma between digits belongs to the number.
function endOfNumber(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (isDigit(text, at)) at++;
    else if ((text[at] === '.' || text[at] === ',') && isDigit(text, at + 1)) at += 2;
    else return at;
  }
}

const isDigit = (text: string, at: number): boolean => at < text.length && classOf(text.charCodeAt(at)) === CharacterClass.digit;

const classAt = (text: string, at: number): number => classOf(text.codePointAt(at) ?? 0);

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
