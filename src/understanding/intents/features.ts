import { memoize } from '../../text/memo.js';
import type { ConceptMatch, ReadToken } from '../concepts.js';
import { hashText, joinHash, pairHash } from './hash.js';

/** What features are made of. */
export interface FeatureInput {
  readonly tokens: readonly ReadToken[];
  readonly concepts: readonly ConceptMatch[];
  /** Names such as `amount` or `direction:huabei>wechat`, from the entities. */
  readonly signals: readonly string[];
}

/** The features of a text as hashes, as often as they occur, one block after another. */
export interface Features {
  readonly hashes: ArrayLike<number>;
  /** Where each block ends. */
  readonly ends: ArrayLike<number>;
}

/** What each block holds, in the order of `extractFeatures`. */
export const BLOCKS = ['word', 'characters', 'syllable', 'concept', 'signal', 'word pair', 'across'] as const;

/** One weight a block, in the same order; chosen by cross-validation over the pack. */
export const BLOCK_WEIGHTS: readonly number[] = [1, 1, 1, 0.7, 0.7, 0.5, 0.5];

const MOST_PAIRED_CONCEPTS = 14;
// In a longer text nearly all pairs are chance.
const MOST_PAIRED_WORDS = 8;
/** Of either word, at the gap between two. */
const CHARACTERS_ACROSS = 2;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;

/** How features are written down: as hashes for a model, with their names for a person. Both are made by the same steps. */
export interface Notation<F> {
  /** What features of one sort begin with, so that those of two sorts differ. */
  readonly seeds: Readonly<Record<(typeof BLOCKS)[number] | 'concept pair', F>>;
  /** Before the first item of a text, and after its last one. */
  readonly edge: F;
  readonly number: F;
  /** The same for the same text. */
  readonly item: (text: string) => F;
  /** The characters of a word that stand at its end, and at its beginning. */
  readonly lastOf: (word: string) => F;
  readonly firstOf: (word: string) => F;
  readonly join: (before: F, next: F) => F;
  readonly pair: (seed: F, a: F, b: F) => F;
  readonly grams: (word: string) => readonly F[];
}

const HASHES: Notation<number> = {
  seeds: {
    word: hashText('word'),
    characters: hashText('characters'),
    syllable: hashText('syllable'),
    concept: hashText('concept'),
    'concept pair': hashText('concept pair'),
    signal: hashText('signal'),
    'word pair': hashText('word pair'),
    across: hashText('across'),
  },
  edge: hashText('edge'),
  number: hashText('number'),
  // A word is hashed sooner than looked up.
  item: hashText,
  lastOf: (word) => hashText(lastCharacters(word)),
  firstOf: (word) => hashText(firstCharacters(word)),
  join: joinHash,
  pair: pairHash,
  grams: memoize((word) => gramsOf(word).map((gram) => joinHash(HASHES.seeds.characters, hashText(gram)))),
};

/** The features of a text: words, characters inside Latin words, syllables, concepts, signals, pairs of words, characters across Latin words. */
export function extractFeatures(input: FeatureInput): Features {
  const { all: hashes, ends } = extract(HASHES, input);
  return { hashes, ends };
}

/** The features of a text in any notation; those of one notation stand where the same ones of another do. */
export function extract<F>(notation: Notation<F>, { tokens, concepts, signals }: FeatureInput) {
  const { seeds, item, join, grams } = notation;
  const all: F[] = [];
  const ends: number[] = [];
  const keys = tokens.map((token) => (token.kind === 'number' ? notation.number : item(token.key)));
  pushNGrams(notation, all, seeds.word, keys, 2);
  ends.push(all.length);
  for (const token of tokens) if (token.kind === 'latin') for (const gram of grams(token.text)) all.push(gram);
  ends.push(all.length);
  const syllables: F[] = [];
  for (const token of tokens) for (const syllable of token.syllables) syllables.push(item(syllable));
  pushNGrams(notation, all, seeds.syllable, syllables, 2);
  ends.push(all.length);
  const ids = concepts.map(({ concept }) => item(concept.id));
  pushNGrams(notation, all, seeds.concept, ids, 3);
  pushPairs(notation, all, seeds['concept pair'], [...new Set(ids)].slice(0, MOST_PAIRED_CONCEPTS), 1);
  ends.push(all.length);
  for (const signal of signals) all.push(join(seeds.signal, item(signal)));
  ends.push(all.length);
  const words = [...new Set(keys)];
  // Neighbours stand together already.
  if (words.length <= MOST_PAIRED_WORDS) pushPairs(notation, all, seeds['word pair'], words, 2);
  ends.push(all.length);
  pushAcross(notation, all, tokens);
  ends.push(all.length);
  return { all, ends };
}

/** Items alone and up to `longest` in a row, with edges: the first and last words of a short question tell much. */
function pushNGrams<F>({ edge, join }: Notation<F>, all: F[], seed: F, items: readonly F[], longest: 2 | 3): void {
  if (items.length === 0) return;
  let before = join(seed, edge);
  let twoBefore: F | undefined;
  for (let i = 0; i <= items.length; i++) {
    const item = items[i] ?? edge;
    const two = join(before, item);
    all.push(two);
    if (longest > 2 && twoBefore !== undefined) all.push(join(twoBefore, item));
    twoBefore = two;
    before = join(seed, item);
    if (i < items.length) all.push(before);
  }
}

/** Runs of characters inside a Latin word, so that a slip of the keyboard leaves most of it standing. */
export function gramsOf(word: string): readonly string[] {
  const padded = `|${word}|`;
  const grams: string[] = [];
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
    for (let start = 0; start + size <= padded.length; start++) grams.push(padded.slice(start, start + size));
  }
  return grams;
}

/** Unordered pairs of different items that stand at least `apart` places from each other. */
function pushPairs<F>({ pair }: Notation<F>, all: F[], seed: F, items: readonly F[], apart: number): void {
  for (let i = 0; i < items.length; i++) {
    for (let j = i + apart; j < items.length; j++) all.push(pair(seed, items[i] as F, items[j] as F));
  }
}

/** The end of each Latin word with the beginning of the next: "top up" and "topping up" keep one of them. */
function pushAcross<F>({ seeds, lastOf, firstOf, join }: Notation<F>, all: F[], tokens: FeatureInput['tokens']): void {
  for (let i = 1; i < tokens.length; i++) {
    const [before, next] = [tokens[i - 1], tokens[i]];
    if (before?.kind !== 'latin' || next?.kind !== 'latin') continue;
    all.push(join(join(seeds.across, lastOf(before.text)), firstOf(next.text)));
  }
}

export const lastCharacters = (word: string): string => word.slice(-CHARACTERS_ACROSS);
export const firstCharacters = (word: string): string => word.slice(0, CHARACTERS_ACROSS);
