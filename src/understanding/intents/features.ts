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
  readonly hashes: readonly number[];
  /** Where each block ends. */
  readonly ends: readonly number[];
}

/** What each block holds, in the order of `extractFeatures`. */
export const BLOCKS = ['word', 'characters', 'syllable', 'concept', 'signal'] as const;

/** One weight a block, in the same order; chosen by cross-validation over the pack. */
export const BLOCK_WEIGHTS: readonly number[] = [1, 1, 1, 0.7, 0.7];

const LONGEST_PAIRED_TEXT = 14;
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
  },
  edge: hashText('edge'),
  number: hashText('number'),
  item: memoize(hashText),
  join: joinHash,
  pair: pairHash,
  grams: memoize((word) => gramsOf(word).map((gram) => joinHash(HASHES.seeds.characters, hashText(gram)))),
};

/** The features of a text: words, characters inside Latin words, syllables, concepts, signals. */
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
  pushPairs(notation, all, seeds['concept pair'], ids);
  ends.push(all.length);
  for (const signal of signals) all.push(join(seeds.signal, item(signal)));
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

/** Unordered pairs of different items, wherever they stand; a long story would only add noise. */
function pushPairs<F>({ pair }: Notation<F>, all: F[], seed: F, items: readonly F[]): void {
  const distinct = [...new Set(items)].slice(0, LONGEST_PAIRED_TEXT);
  for (let i = 0; i < distinct.length; i++) {
    for (let j = i + 1; j < distinct.length; j++) all.push(pair(seed, distinct[i] as F, distinct[j] as F));
  }
}
