import type { Span } from '../base/span.js';
import type { ConceptKind } from '../knowledge/concept.js';
import { fold } from '../text/fold.js';
import { findConcepts, readTokens } from './concepts.js';
import type { Lexicon } from './lexicon.js';

// Sentence ends, commas, and the words that begin another question.
const CUT =
  /[?？!！。;；\n]+|[,，、](?!\d)|\.(?=\s)|(?=还有(?!没|多|哪|啥|什么|别的|其他)|另外(?!一)|顺便|\band also\b|\balso,|\bplus,|\banother question\b|\band (?=(?:how|what|when|why|which|where|can|is|does|do)\b))/gi;
/** Words that only lead on to the next question. */
const LEADING = /^\s*(?:还有|另外|顺便问?一?下?|and also|also|plus|and)(?![a-z])[\s,，:：]*/i;
const FEWEST_WORDS = 2;

/**
 * The parts of a message that may each be a question, in the message as typed.
 * A part that asks nothing (a reason, a greeting) stays with the part after it; fewer than two parts come back as none.
 */
export function splitQuestions(message: string, lexicon: Lexicon): readonly Span[] {
  const pieces = cut(message);
  if (pieces.length < 2) return [];
  const parts: Span[] = [];
  let start: number | undefined;
  for (const piece of pieces) {
    start ??= piece.start;
    if (!asks(message.slice(piece.start, piece.end), lexicon)) continue;
    const leading = LEADING.exec(message.slice(start, piece.end))?.[0].length ?? 0;
    parts.push({ start: start + leading, end: piece.end });
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

const ASKING: readonly ConceptKind[] = ['question', 'cost-question', 'speed-question', 'how-much'];

function asks(piece: string, lexicon: Lexicon): boolean {
  const tokens = readTokens(fold(piece).text, lexicon.correct);
  if (tokens.length < FEWEST_WORDS) return false;
  return /[?？]\s*$/.test(piece) || findConcepts(lexicon.concepts, tokens).some(({ concept }) => ASKING.includes(concept.kind));
}
