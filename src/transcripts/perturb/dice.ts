import { hashText } from '../../understanding/intents/hash.js';
import { mulberry32 } from '../../understanding/intents/random.js';

/** Chance that repeats: the same seed, the same throws. */
export interface Dice {
  /** A whole number from 0 up to, and not including, `sides`. */
  below(sides: number): number;
  /** One of the list; `undefined` of an empty one. */
  pick<T>(list: readonly T[]): T | undefined;
  shuffle<T>(list: readonly T[]): readonly T[];
}

/** Dice of their own for each `name`, so that a new conversation does not change what the others are tried with. */
export function diceFor(seed: number, name: string): Dice {
  const random = mulberry32(hashText(`${seed}:${name}`));
  const below = (sides: number): number => Math.floor(random() * sides);
  return {
    below,
    pick: (list) => list[below(list.length)],
    shuffle: (list) =>
      list
        .map((item) => ({ item, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}
