import type { Span } from '../base/span.js';
import { fold } from '../text/fold.js';
import { findConcepts, readTokens } from './concepts.js';
import type { Lexicon } from './lexicon.js';

// Sentence ends, commas, and the words that begin another question.
const CUT =
  /[?？!！。;；\n]+|[,，、](?!\d)|\.(?=\s)|(?=还有(?!没|多|哪|啥|什么|别的|其他)|另外(?!一)|顺便|\band also\b|\balso,|\bplus,|\banother question\b)/gi;
const FEWEST_WORDS = 2;

/**
 * The parts of a message that may each be a question, in the message as typed.
 * A part that asks nothing (a reason, a greeting) stays with the part after it; fewer than two parts come back as none.
 */
export function splitQuestions(message: string, lexicon: Lexicon): readonly Span[] {
  const pieces = cut(message);
  const parts: Span[] = [];
  let start: number | undefined;
  for (const piece of pieces) {
    start ??= piece.start;
    if (!asks(message.slice(piece.start, piece.end), lexicon)) continue;
    parts.push({ start, end: piece.end });
    start = undefined;
  }
  return parts.length > 1 ? parts : [];
}

function cut(message: string): readonly Span[] {
  const pieces: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of message.matchAll(CUT)) {
    // The mark stays with what it ends: "?" tells that something was asked.
    const end = index + mark.length;
    if (message.slice(start, index).trim() !== '') pieces.push({ start, end });
    start = end;
  }
  if (message.slice(start).trim() !== '') pieces.push({ start, end: message.length });
  return pieces;
}

function asks(piece: string, lexicon: Lexicon): boolean {
  const tokens = readTokens(fold(piece).text, lexicon.correct);
  if (tokens.length < FEWEST_WORDS) return false;
  return /[?？]\s*$/.test(piece) || findConcepts(lexicon.concepts, tokens).some(({ concept }) => concept.kind === 'question');
}
