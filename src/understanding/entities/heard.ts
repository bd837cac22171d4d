import type { Folded } from '../../text/fold.js';
import { type ConceptMatch, type ReadToken, readTokens } from '../concepts.js';

/**
 * The text with words that only sound like a concept written as the concept is, 手序费 as 手续费: phrases are found by how they are spelled.
 * Only spellings of the same sound and length take a place, so that every offset stays what it was.
 */
export function asHeard(folded: Folded, tokens: readonly ReadToken[], concepts: readonly ConceptMatch[]): Folded {
  const sounded = concepts.filter(({ by }) => by === 'sound');
  if (sounded.length === 0) return folded;
  let { text } = folded;
  for (const { concept, start, end } of sounded) {
    const sound = soundOf(tokens.filter((token) => token.start >= start && token.end <= end));
    const spelling = concept.spellings.find((each) => each.length === end - start && soundOf(readTokens(each)) === sound);
    if (spelling !== undefined) text = text.slice(0, start) + spelling + text.slice(end);
  }
  return { ...folded, text };
}

const soundOf = (tokens: readonly ReadToken[]): string => tokens.flatMap(({ syllables }) => syllables).join(' ');
