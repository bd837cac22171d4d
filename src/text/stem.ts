// By its submodule: the package's root loads every classifier and three database clients.
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

const MEMO_LIMIT = 20_000;
const memo = new Map<string, string>();

/** The Porter stem of a folded English word: `withdrawing` → `withdraw`. */
export function stem(word: string): string {
  let result = memo.get(word);
  if (result === undefined) {
    if (memo.size >= MEMO_LIMIT) memo.clear();
    result = porter.stem(word);
    memo.set(word, result);
  }
  return result;
}
