import type { Span } from '../base/span.js';
import type { Concept } from '../knowledge/concept.js';
import { isPinyinWord } from '../text/language.js';
import { memoize } from '../text/memo.js';
import { splitPinyin, syllableOf } from '../text/pinyin.js';
import { stem } from '../text/stem.js';
import { type Token, tokenize } from '../text/tokens.js';

/** A concept found in a text; `end` is where its last word ends. */
export interface ConceptMatch extends Span {
  readonly concept: Concept;
  /** Whether the words were spelled as in the lexicon, or only sound like it. */
  readonly by: 'spelling' | 'sound';
}

interface Node {
  readonly next: Map<string, Node>;
  concept?: Concept;
}

/** Finds concepts in token sequences: by spelling (stemmed, any script), and by sound for Chinese spellings of two syllables and more. */
export interface ConceptIndex {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly bySpelling: Node;
  readonly bySound: Node;
}

/** A text as the index reads it: one entry a word, with the syllables of each. */
export interface ReadToken extends Token {
  /** The stem of a Latin word, of the word that a misspelt one stands for; any other token as it is. */
  readonly key: string;
  /** Toneless Mandarin syllables; empty for what is no Chinese and no pinyin. */
  readonly syllables: readonly string[];
}

/** Adds stems and syllables to the tokens of folded text; `correct` gives the word that an unknown Latin word stands for. */
export function readTokens(text: string, correct?: (word: string) => string): readonly ReadToken[] {
  return tokenize(text).map(({ kind, text, start, end }): ReadToken => {
    if (kind !== 'latin') return { kind, text, start, end, key: text, syllables: kind === 'han' ? syllablesOf(text) : NO_SYLLABLES };
    return { kind, text, start, end, ...readLatin(correct ? correct(text) : text) };
  });
}

const NO_SYLLABLES: readonly string[] = [];

const syllablesOf = memoize((character: string): readonly string[] => {
  const syllable = syllableOf(character);
  return syllable === undefined ? NO_SYLLABLES : [syllable];
});

const readLatin = memoize(
  (word: string): Pick<ReadToken, 'key' | 'syllables'> => ({
    key: stem(word),
    syllables: isPinyinWord(word) ? (splitPinyin(word) ?? NO_SYLLABLES) : NO_SYLLABLES,
  }),
);

/** Builds the index; a spelling that two concepts claim goes to the first (the lint reports it). */
export function indexConcepts(concepts: readonly Concept[]): ConceptIndex {
  const bySpelling: Node = { next: new Map() };
  const bySound: Node = { next: new Map() };
  for (const concept of concepts) {
    for (const spelling of concept.spellings) {
      const tokens = readTokens(spelling);
      insert(
        bySpelling,
        tokens.map((token) => token.key),
        concept,
      );
      const isChinese = tokens.every((token) => token.kind === 'han');
      const syllables = tokens.flatMap((token) => token.syllables);
      if (isChinese && syllables.length >= 2) insert(bySound, syllables, concept);
    }
  }
  return { concepts: new Map(concepts.map((concept) => [concept.id, concept])), bySpelling, bySound };
}

function insert(root: Node, path: readonly string[], concept: Concept): void {
  let node = root;
  for (const step of path) {
    let next = node.next.get(step);
    if (!next) {
      next = { next: new Map() };
      node.next.set(step, next);
    }
    node = next;
  }
  node.concept ??= concept;
}

/** The concepts of a text, leftmost and longest first; at one place a spelling wins over a sound of the same length. */
export function findConcepts(index: ConceptIndex, tokens: readonly ReadToken[]): readonly ConceptMatch[] {
  const found: ConceptMatch[] = [];
  for (let at = 0; at < tokens.length; ) {
    const spelled = longestSpelling(index.bySpelling, tokens, at);
    const sounded = longestSound(index.bySound, tokens, at);
    const best =
      sounded && (!spelled || sounded.length > spelled.length) && !splitsAnother(index, tokens, at, sounded.length, spelled?.length)
        ? { ...sounded, by: 'sound' as const }
        : spelled && { ...spelled, by: 'spelling' as const };
    const first = tokens[at];
    const last = best && tokens[at + best.length - 1];
    if (best && first && last) {
      found.push({ concept: best.concept, by: best.by, start: first.start, end: last.end });
      at += best.length;
    } else at++;
  }
  return found;
}

/**
 * Whether words that only sound like a concept would take the beginning of one that is spelled out, or that sounds like one right behind
 * what is: neither 那微|信 nor 那微|心 is 哪位.
 */
function splitsAnother(index: ConceptIndex, tokens: readonly ReadToken[], at: number, length: number, spelledBefore?: number): boolean {
  for (let inside = at + 1; inside < at + length; inside++) {
    const spelled = longestSpelling(index.bySpelling, tokens, inside);
    const hit = spelled ?? (inside - at === spelledBefore ? longestSound(index.bySound, tokens, inside) : undefined);
    if (hit && inside + hit.length > at + length) return true;
  }
  return false;
}

interface Hit {
  readonly concept: Concept;
  /** In tokens. */
  readonly length: number;
}

function longestSpelling(root: Node, tokens: readonly ReadToken[], at: number): Hit | undefined {
  let node: Node | undefined = root;
  let hit: Hit | undefined;
  for (let i = at; i < tokens.length; i++) {
    node = node.next.get(tokens[i]?.key ?? '');
    if (!node) break;
    if (node.concept) hit = { concept: node.concept, length: i - at + 1 };
  }
  return hit;
}

function longestSound(root: Node, tokens: readonly ReadToken[], at: number): Hit | undefined {
  let node: Node | undefined = root;
  let hit: Hit | undefined;
  for (let i = at; i < tokens.length; i++) {
    const syllables = tokens[i]?.syllables ?? [];
    if (syllables.length === 0) break;
    for (const syllable of syllables) node = node?.next.get(syllable);
    if (!node) break;
    if (node.concept) hit = { concept: node.concept, length: i - at + 1 };
  }
  return hit;
}
