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

/** One weight a block, in the order of `extractFeatures`; chosen by cross-validation over the pack. */
export const BLOCK_WEIGHTS: readonly number[] = [1, 1, 1, 0.7, 0.7];

const LONGEST_PAIRED_TEXT = 14;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;

const WORD = hashText('word');
const CHARACTERS = hashText('characters');
const SYLLABLE = hashText('syllable');
const CONCEPT = hashText('concept');
const CONCEPT_PAIR = hashText('concept pair');
const SIGNAL = hashText('signal');
const EDGE = hashText('edge');
const NUMBER = hashText('number');

/** The features of a text: words, characters inside Latin words, syllables, concepts, signals. */
export function extractFeatures({ tokens, concepts, signals }: FeatureInput): Features {
  const hashes: number[] = [];
  const ends: number[] = [];
  const keys = tokens.map((token) => (token.kind === 'number' ? NUMBER : hashOf(token.key)));
  pushNGrams(hashes, WORD, keys, 2);
  ends.push(hashes.length);
  for (const token of tokens) if (token.kind === 'latin') for (const gram of gramsOf(token.text)) hashes.push(gram);
  ends.push(hashes.length);
  const syllables: number[] = [];
  for (const token of tokens) for (const syllable of token.syllables) syllables.push(hashOf(syllable));
  pushNGrams(hashes, SYLLABLE, syllables, 2);
  ends.push(hashes.length);
  const ids = concepts.map(({ concept }) => hashOf(concept.id));
  pushNGrams(hashes, CONCEPT, ids, 3);
  pushPairs(hashes, CONCEPT_PAIR, ids);
  ends.push(hashes.length);
  for (const signal of signals) hashes.push(joinHash(SIGNAL, hashOf(signal)));
  ends.push(hashes.length);
  return { hashes, ends };
}

const hashOf = memoize(hashText);

/** Items alone and up to `longest` in a row, with edges: the first and last words of a short question tell much. */
function pushNGrams(hashes: number[], seed: number, items: readonly number[], longest: 2 | 3): void {
  if (items.length === 0) return;
  let before = joinHash(seed, EDGE);
  let twoBefore: number | undefined;
  for (let i = 0; i <= items.length; i++) {
    const item = items[i] ?? EDGE;
    const two = joinHash(before, item);
    hashes.push(two);
    if (longest > 2 && twoBefore !== undefined) hashes.push(joinHash(twoBefore, item));
    twoBefore = two;
    before = joinHash(seed, item);
    if (i < items.length) hashes.push(before);
  }
}

/** Runs of characters inside a Latin word, so that a slip of the keyboard leaves most of it standing. */
const gramsOf = memoize((word: string): readonly number[] => {
  const padded = `|${word}|`;
  const grams: number[] = [];
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
    for (let start = 0; start + size <= padded.length; start++)
      grams.push(joinHash(CHARACTERS, hashText(padded.slice(start, start + size))));
  }
  return grams;
});

/** Unordered pairs of different items, wherever they stand; a long story would only add noise. */
function pushPairs(hashes: number[], seed: number, items: readonly number[]): void {
  const distinct = [...new Set(items)].slice(0, LONGEST_PAIRED_TEXT);
  for (let i = 0; i < distinct.length; i++) {
    for (let j = i + 1; j < distinct.length; j++) hashes.push(pairHash(seed, distinct[i] ?? 0, distinct[j] ?? 0));
  }
}
