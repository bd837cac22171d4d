/** Finds the known word that a misspelt one stands for. */
export interface Speller {
  /** The words that may be meant, with how often they were seen. */
  readonly words: ReadonlyMap<string, number>;
  /** Words by what is left of them when up to two letters are dropped (one, for short words). */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
}

// Shorter words differ by one letter from too many others, long ones survive two slips.
const SHORTEST = 4;
const SHORTEST_FOR_TWO = 8;

export function buildSpeller(words: ReadonlyMap<string, number>): Speller {
  const neighbours = new Map<string, string[]>();
  for (const word of words.keys()) {
    if (word.length < SHORTEST) continue;
    for (const rest of deletions(word)) {
      const known = neighbours.get(rest);
      if (known) known.push(word);
      else neighbours.set(rest, [word]);
    }
  }
  return { words, neighbours };
}

/**
 * The nearest known word: one slip away (two for long words), where a slip is a letter too many, too few, wrong, or two letters
 * changed over; the more frequent of equally near ones. `undefined` when the word is known, short, or like none.
 */
export function respell({ words, neighbours }: Speller, word: string): string | undefined {
  if (word.length < SHORTEST || word.length > LONGEST || words.has(word)) return undefined;
  let best: { readonly word: string; readonly distance: number; readonly count: number } | undefined;
  const seen = new Set<string>();
  for (const rest of deletions(word)) {
    for (const candidate of neighbours.get(rest) ?? []) {
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

function deletions(word: string): ReadonlySet<string> {
  const found = new Set([word]);
  for (const rest of withoutOne(word)) {
    found.add(rest);
    if (word.length >= SHORTEST_FOR_TWO) for (const shorter of withoutOne(rest)) found.add(shorter);
  }
  return found;
}

const withoutOne = (word: string): readonly string[] => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));

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
