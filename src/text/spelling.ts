/** Finds the known word that a misspelt one stands for. */
export interface Speller {
  /** The words that may be meant, with how often they were seen. */
  readonly words: ReadonlyMap<string, number>;
  readonly remainders: Remainders;
}

/** Words by the hashes of what is left of them when letters are dropped: as texts they would be most of what a pack takes to load. */
interface Remainders {
  readonly words: readonly string[];
  /** Entries are numbered from 1. `first[hash & mask]` and then `next[entry]` lead from one to another of a place, 0 ends it. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly hashOf: Int32Array;
  readonly wordOf: Int32Array;
}

// Shorter words differ by one letter from too many others, long ones survive two slips.
const SHORTEST = 4;
const SHORTEST_FOR_TWO = 8;

export function buildSpeller(words: ReadonlyMap<string, number>): Speller {
  return { words, remainders: indexRemainders([...words.keys()].filter(({ length }) => length >= SHORTEST)) };
}

function indexRemainders(words: readonly string[]): Remainders {
  const size = words.reduce((sum, { length }) => sum + remaindersOf(length), 1);
  const first = new Int32Array(2 ** Math.ceil(Math.log2(size)));
  const next = new Int32Array(size);
  const hashOf = new Int32Array(size);
  const wordOf = new Int32Array(size);
  let entry = 0;
  // The last word first, since each goes before those that are there.
  for (let index = words.length - 1; index >= 0; index--) {
    for (const hash of remainderHashes(words[index] as string)) {
      const place = hash & (first.length - 1);
      entry++;
      next[entry] = first[place] as number;
      first[place] = entry;
      hashOf[entry] = hash;
      wordOf[entry] = index;
    }
  }
  return { words, first, next, hashOf, wordOf };
}

const remaindersOf = (length: number): number => 1 + (length < SHORTEST_FOR_TWO ? length : length * length);

// FNV's prime; any odd number that is not small would do.
const BASE = 0x01000193;

/** A hash of a word, and of what is left when up to two letters are dropped (one, for short words); some come twice. */
function remainderHashes(word: string): Int32Array {
  const { length } = word;
  const heads = new Int32Array(length + 1);
  const powers = new Int32Array(length + 1).fill(1);
  for (let i = 0; i < length; i++) {
    heads[i + 1] = Math.imul(heads[i] as number, BASE) + word.charCodeAt(i);
    powers[i + 1] = Math.imul(powers[i] as number, BASE);
  }
  /** The hash of what `hash` is of, and then a part of the word. */
  const followed = (hash: number, from: number, to: number): number =>
    Math.imul(hash - (heads[from] as number), powers[to - from] as number) + (heads[to] as number);
  const hashes = new Int32Array(remaindersOf(length));
  let size = 0;
  hashes[size++] = heads[length] as number;
  for (let i = 0; i < length; i++) {
    hashes[size++] = followed(heads[i] as number, i + 1, length);
    for (let j = 0; length >= SHORTEST_FOR_TWO && j < length; j++) {
      if (j === i) continue;
      const [one, other] = [Math.min(i, j), Math.max(i, j)];
      hashes[size++] = followed(followed(heads[one] as number, one + 1, other), other + 1, length);
    }
  }
  return hashes;
}

/**
 * The nearest known word: one slip away (two for long words), where a slip is a letter too many, too few, wrong, or two letters
 * changed over; the more frequent of equally near ones. `undefined` when the word is known, short, or like none.
 */
export function respell({ words, remainders }: Speller, word: string): string | undefined {
  if (word.length < SHORTEST || word.length > LONGEST || words.has(word)) return undefined;
  let best: { readonly word: string; readonly distance: number; readonly count: number } | undefined;
  const seen = new Set<string>();
  for (const hash of remainderHashes(word)) {
    for (const candidate of wordsLeaving(remainders, hash)) {
      if (seen.has(candidate)) continue;
      seen.add(candidate);
      if (!mayMean(word, candidate)) continue;
      const distance = slips(word, candidate);
      if (distance > slipsAllowed(word, candidate)) continue;
      const count = words.get(candidate) ?? 0;
      if (best && (distance > best.distance || (distance === best.distance && count <= best.count))) continue;
      best = { word: candidate, distance, count };
    }
  }
  return best?.word;
}

const LONGEST = 24;
const SHORTEST_FOR_WRONG_LETTER = 6;
const SHORTEST_FOR_LENGTH = 5;

/** Hands slip late in a word, and a short word with another letter in it is most often another word. */
function mayMean(word: string, candidate: string): boolean {
  if (word[0] !== candidate[0] && (word[0] !== candidate[1] || word[1] !== candidate[0])) return false;
  if (word.length === candidate.length) return word.length >= SHORTEST_FOR_WRONG_LETTER || isSwap(word, candidate);
  return Math.min(word.length, candidate.length) >= SHORTEST_FOR_LENGTH;
}

const isSwap = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

const slipsAllowed = (a: string, b: string): number => (Math.min(a.length, b.length) < SHORTEST_FOR_TWO ? 1 : 2);

function wordsLeaving({ words, first, next, hashOf, wordOf }: Remainders, hash: number): readonly string[] {
  const found: string[] = [];
  for (let entry = first[hash & (first.length - 1)] as number; entry > 0; entry = next[entry] as number)
    if (hashOf[entry] === hash) found.push(words[wordOf[entry] as number] as string);
  return found;
}

/** Damerau-Levenshtein distance (optimal string alignment). */
export function slips(a: string, b: string): number {
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(wrong, (before[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (twoBefore[j - 2] ?? 0) + 1);
      current.push(least);
    }
    [twoBefore, before] = [before, current];
  }
  return before[b.length] ?? 0;
}
