import type { Dice } from './dice.js';
import type { Subject } from './subject.js';

/** One kind of change to a message that a person would still read in the same way. */
export interface VariantRule {
  /** As the table names it. */
  readonly name: string;
  /** The changed text; `undefined` where the message offers nothing to change in this way. */
  readonly apply: (subject: Subject, dice: Dice) => string | undefined;
}

/** Places of single characters that a rule may touch. */
export function placesOf({ text, isNumber }: Subject, fits: RegExp): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    if (fits.test(character) && !isNumber(at)) places.push(at);
    at += character.length;
  }
  return places;
}
