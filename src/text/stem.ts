// By its submodule: the package's root loads every classifier and three database clients.
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { memoize } from './memo.js';

/** The Porter stem of a folded English word: `withdrawing` → `withdraw`. */
export const stem: (word: string) => string = memoize((word: string) => porter.stem(word));
