import { BLOCKS, extract, type FeatureInput, firstCharacters, gramsOf, lastCharacters, type Notation } from './features.js';
import { hashText, joinHash, pairHash } from './hash.js';

/** A feature of a text with a name to read: `花呗`, `|tra`, `huabei > wechat`, `huabei + fee`, `op up` across two words. `|` is the edge of a text or a word. */
export interface NamedFeature {
  readonly kind: (typeof BLOCKS)[number];
  readonly name: string;
  readonly hash: number;
}

/** The features of a text in the order of `extractFeatures`, one for each of its hashes. */
export function nameFeatures(input: FeatureInput): readonly NamedFeature[] {
  const { all, ends } = extract(namesOf(), input);
  return BLOCKS.flatMap((kind, block) =>
    all.slice(ends[block - 1] ?? 0, ends[block]).map(({ hash, parts, isPair }) => ({ kind, name: nameOf(kind, parts, isPair), hash })),
  );
}

interface Named {
  readonly hash: number;
  readonly parts: readonly string[];
  readonly isPair: boolean;
}

function namesOf(): Notation<Named> {
  const named = (text: string, ...parts: readonly string[]): Named => ({ hash: hashText(text), parts, isPair: false });
  const join = (before: Named, next: Named): Named => ({
    hash: joinHash(before.hash, next.hash),
    parts: [...before.parts, ...next.parts],
    isPair: false,
  });
  // Pairs are of different items, so the same text must be the same item.
  const items = new Map<string, Named>();
  const item = (text: string): Named => {
    const known = items.get(text) ?? named(text, text);
    items.set(text, known);
    return known;
  };
  const characters = named('characters');
  return {
    seeds: {
      word: named('word'),
      characters,
      syllable: named('syllable'),
      concept: named('concept'),
      'concept pair': named('concept pair'),
      signal: named('signal'),
      'word pair': named('word pair'),
      across: named('across'),
    },
    edge: named('edge', '|'),
    number: named('number', '#'),
    item,
    lastOf: (word) => item(lastCharacters(word)),
    firstOf: (word) => item(firstCharacters(word)),
    join,
    pair: (seed, a, b) => ({ hash: pairHash(seed.hash, a.hash, b.hash), parts: [...a.parts, ...b.parts], isPair: true }),
    grams: (word) => gramsOf(word).map((gram) => join(characters, item(gram))),
  };
}

const HAN_BEFORE_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

function nameOf(kind: NamedFeature['kind'], parts: readonly string[], isPair: boolean): string {
  if (isPair) return parts.join(' + ');
  if (kind === 'concept') return parts.join(' > ');
  return parts.join(' ').replace(HAN_BEFORE_HAN, '');
}
