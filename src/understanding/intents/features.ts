import type { ConceptMatch, ReadToken } from '../concepts.js';
import type { FeatureBlock } from './sparse.js';

/** What features are made of. */
export interface FeatureInput {
  readonly tokens: readonly ReadToken[];
  readonly concepts: readonly ConceptMatch[];
  /** Names such as `amount` or `direction:huabei>wechat`, from the entities. */
  readonly signals: readonly string[];
}

export interface WeightedBlock {
  readonly features: FeatureBlock;
  readonly weight: number;
}

const EDGE = '|';
const LONGEST_PAIRED_TEXT = 14;

/** The feature blocks of a text, in a fixed order. Weights were chosen by cross-validation over the pack. */
export function extractFeatures(input: FeatureInput): readonly WeightedBlock[] {
  const keys = input.tokens.map((token) => (token.kind === 'number' ? '#' : token.key));
  return [
    { features: nGrams('w', keys, 3), weight: 1 },
    { features: characterGrams(input.tokens), weight: 0.7 },
    {
      features: nGrams(
        'y',
        input.tokens.flatMap((token) => token.syllables),
        3,
      ),
      weight: 0.7,
    },
    { features: conceptFeatures(input.concepts), weight: 0.5 },
    { features: counted(input.signals.map((signal) => `s:${signal}`)), weight: 0.5 },
  ];
}

function counted(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** 1- to `longest`-grams with edges: the first and last words of a short question tell much. */
function nGrams(prefix: string, items: readonly string[], longest: number): FeatureBlock {
  if (items.length === 0) return new Map();
  const padded = [EDGE, ...items, EDGE];
  const names: string[] = [];
  for (let start = 0; start < padded.length; start++) {
    let name = prefix;
    for (let size = 1; size <= longest && start + size <= padded.length; size++) {
      name += `:${padded[start + size - 1]}`;
      if (size > 1 || (start > 0 && start < padded.length - 1)) names.push(name);
    }
  }
  return counted(names);
}

/** 2- to 5-grams inside Latin words, so that a slip of the keyboard leaves most of a word standing. */
function characterGrams(tokens: readonly ReadToken[]): FeatureBlock {
  const names: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'latin') continue;
    const padded = `${EDGE}${token.text}${EDGE}`;
    for (let size = 2; size <= 5; size++) {
      for (let start = 0; start + size <= padded.length; start++) names.push(`c:${padded.slice(start, start + size)}`);
    }
  }
  return counted(names);
}

/** Unordered pairs of different items, wherever they stand; a long story would only add noise. */
function pairs(prefix: string, items: readonly string[]): FeatureBlock {
  const distinct = [...new Set(items)].sort().slice(0, LONGEST_PAIRED_TEXT);
  const names: string[] = [];
  distinct.forEach((a, i) => {
    for (const b of distinct.slice(i + 1)) names.push(`${prefix}:${a}&${b}`);
  });
  return counted(names);
}

/** Concepts alone, in order two and three in a row, and paired at any distance. */
function conceptFeatures(matches: readonly ConceptMatch[]): FeatureBlock {
  const ids = matches.map((match) => match.concept.id);
  return new Map([...nGrams('k', ids, 3), ...pairs('kp', ids)]);
}
