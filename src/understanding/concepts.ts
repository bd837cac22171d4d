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

/** Paths of items to concepts, with all nodes in two maps: a map a node took half of a server's heap. */
interface Trie {
  readonly items: Map<string, number>;
  /** From a node, by an item, to the next node: the key is `node * MOST_ITEMS + item`. */
  readonly edges: Map<number, number>;
  /** Of each node. The root is 0. */
  readonly concepts: (Concept | undefined)[];
}

const ROOT = 0;
const MOST_ITEMS = 2 ** 16;

const emptyTrie = (): Trie => ({ items: new Map(), edges: new Map(), concepts: [undefined] });

/** Finds concepts in token sequences: by spelling (stemmed, any script), and by sound for Chinese spellings of two syllables and more. */
export interface ConceptIndex {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly bySpelling: Trie;
  readonly bySound: Trie;
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
  const [bySpelling, bySound] = [emptyTrie(), emptyTrie()];
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
      if (isChinese && syllables.length >= 2 && concept.kind !== 'unrelated') insert(bySound, syllables, concept);
    }
  }
  return { concepts: new Map(concepts.map((concept) => [concept.id, concept])), bySpelling, bySound };
}

function insert({ items, edges, concepts }: Trie, path: readonly string[], concept: Concept): void {
  let node = ROOT;
  for (const step of path) {
    const item = items.get(step) ?? items.size;
    items.set(step, item);
    const edge = node * MOST_ITEMS + item;
    node = edges.get(edge) ?? concepts.push(undefined) - 1;
    edges.set(edge, node);
  }
  concepts[node] ??= concept;
}

function nextNode({ items, edges }: Trie, node: number, step: string): number | undefined {
  const item = items.get(step);
  return item === undefined ? undefined : edges.get(node * MOST_ITEMS + item);
}

/** The concepts of a text, leftmost and longest first; at one place a spelling wins over a sound of the same length. What is unrelated hides what it sounds like. */
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
      if (best.concept.kind !== 'unrelated') found.push({ concept: best.concept, by: best.by, start: first.start, end: last.end });
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

function longestSpelling(trie: Trie, tokens: readonly ReadToken[], at: number): Hit | undefined {
  let node: number | undefined = ROOT;
  let hit: Hit | undefined;
  for (let i = at; i < tokens.length; i++) {
    node = nextNode(trie, node, tokens[i]?.key ?? '');
    if (node === undefined) break;
    const concept = trie.concepts[node];
    if (concept) hit = { concept, length: i - at + 1 };
  }
  return hit;
}

function longestSound(trie: Trie, tokens: readonly ReadToken[], at: number): Hit | undefined {
  let node: number | undefined = ROOT;
  let hit: Hit | undefined;
  for (let i = at; i < tokens.length; i++) {
    const syllables = tokens[i]?.syllables ?? [];
    if (syllables.length === 0) break;
    for (const syllable of syllables) if (node !== undefined) node = nextNode(trie, node, syllable);
    if (node === undefined) break;
    const concept = trie.concepts[node];
    if (concept) hit = { concept, length: i - at + 1 };
  }
  return hit;
}
