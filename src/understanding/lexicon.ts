import { formatDecimal, multiply, type Rational, rational } from '../base/rational.js';
import type { Concept } from '../knowledge/concept.js';
import type { Fact } from '../knowledge/fact.js';
import type { MethodId, Tariff } from '../knowledge/tariff.js';
import { type Folded, fold } from '../text/fold.js';
import { isPinyinWord } from '../text/language.js';
import { memoize } from '../text/memo.js';
import { buildSpeller, respell } from '../text/spelling.js';
import { tokenize } from '../text/tokens.js';
import { type ConceptIndex, indexConcepts } from './concepts.js';

/** Words and figures of a pack, made ready to be found in a text. */
export interface Lexicon {
  readonly concepts: ConceptIndex;
  /** Names and aliases of the tariffs; a concept's id is the method's. */
  readonly methods: ConceptIndex;
  readonly figures: FigureIndex;
  /** Spellings that mark where money goes to, also at the end of an action: the 到 of 转到. */
  readonly targetMarkers: readonly string[];
  /** The word that a Latin word stands for: itself, or the known word it is a slip of. */
  readonly correct: (word: string) => string;
}

/** Facts by how a person would type their number: `17.3`, `127`. */
export type FigureIndex = ReadonlyMap<string, readonly Fact[]>;

/** What a lexicon is built from: the parts of a pack that understanding reads. */
export interface LexiconSource {
  readonly concepts: readonly Concept[];
  readonly tariffs: readonly Tariff[];
  readonly facts: readonly Fact[];
}

export function buildLexicon({ concepts, tariffs, facts }: LexiconSource): Lexicon {
  return {
    concepts: indexConcepts(concepts),
    methods: indexConcepts([...concepts.filter(({ kind }) => kind === 'unrelated'), ...tariffs.map(methodConcept)]),
    figures: indexFigures(facts),
    targetMarkers: concepts.filter(({ kind }) => kind === 'target').flatMap(({ spellings }) => spellings),
    correct: (word) => word,
  };
}

/** For texts that no pack knows words of. */
export const NO_LEXICON: Lexicon = buildLexicon({ concepts: [], tariffs: [], facts: [] });

/** Latin words and how often they were seen. */
export type WordCounts = ReadonlyMap<string, number>;

// A word that was seen less often may be a slip itself.
const FEWEST_SEEN = 3;

/** The Latin words of texts that were seen often enough to be known, with those of the lexicon's own spellings. */
export const knownWords = (lexicon: Lexicon, texts: readonly Folded[]): WordCounts => wordsSeen(lexicon, [countWords(texts)]);

/** The Latin words of some texts. */
export function countWords(texts: readonly Folded[]): WordCounts {
  const counts = new Map<string, number>();
  for (const { text } of texts) count(counts, text, 1);
  return counts;
}

function count(counts: Map<string, number>, text: string, by: number): void {
  for (const { kind, text: word } of tokenize(text)) if (kind === 'latin') counts.set(word, (counts.get(word) ?? 0) + by);
}

/** The known words of texts that were counted in parts, in the order of the parts. */
export function wordsSeen(lexicon: Lexicon, parts: readonly WordCounts[]): WordCounts {
  const counts = new Map<string, number>();
  for (const part of parts) for (const [word, seen] of part) counts.set(word, (counts.get(word) ?? 0) + seen);
  for (const { concepts } of [lexicon.concepts, lexicon.methods]) {
    for (const { spellings } of concepts.values()) for (const spelling of spellings) count(counts, spelling, FEWEST_SEEN);
  }
  return new Map([...counts].filter(([, seen]) => seen >= FEWEST_SEEN));
}

/** The lexicon with known words that misspelt ones are read as. */
export function withWords(lexicon: Lexicon, words: WordCounts): Lexicon {
  const speller = buildSpeller(words);
  return { ...lexicon, correct: memoize((word: string) => (isPinyinWord(word) ? word : (respell(speller, word) ?? word))) };
}

function methodConcept(tariff: Tariff): Concept {
  const names = [tariff.name.zh, tariff.name.en, ...tariff.aliases.zh, ...tariff.aliases.en];
  return { id: tariff.id satisfies MethodId, kind: 'method', spellings: names.map((name) => fold(name).text) };
}

// Small and round numbers occur in any question; only a figure that stands out points at its fact.
const LEAST_TELLING = 12;

function indexFigures(facts: readonly Fact[]): FigureIndex {
  const index = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.value.kind !== 'quantity' || fact.value.unit === 'yuan' || fact.value.unit === 'year') continue;
    const { min, max } = fact.value.range;
    for (const value of [min, max]) {
      const typed = fact.value.unit === 'percent' ? multiply(value, rational(100n)) : value;
      if (!isTelling(typed)) continue;
      const key = formatDecimal(typed);
      const facts = index.get(key) ?? [];
      if (!facts.includes(fact)) index.set(key, [...facts, fact]);
    }
  }
  return index;
}

const isTelling = ({ n, d }: Rational): boolean => d !== 1n || n >= BigInt(LEAST_TELLING);
