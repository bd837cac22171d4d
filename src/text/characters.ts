/** What a character of folded text is to the tokenizer. */
export const CharacterClass = { unknown: 0, han: 1, letter: 2, digit: 3, other: 4 } as const;

const HAN = /^\p{Script=Han}$/u;
const LETTER = /^\p{L}$/u;
const DIGIT = /^[0-9]$/;

// One byte a code point of the first plane, filled as characters turn up: property escapes cost more than a whole reading.
const classes = new Uint8Array(0x1_0000);

/** The class of a code point. */
export function classOf(codePoint: number): number {
  const known = classes[codePoint];
  if (known) return known;
  const found = classify(String.fromCodePoint(codePoint));
  if (codePoint < classes.length) classes[codePoint] = found;
  return found;
}

function classify(character: string): number {
  if (HAN.test(character)) return CharacterClass.han;
  if (LETTER.test(character)) return CharacterClass.letter;
  return DIGIT.test(character) ? CharacterClass.digit : CharacterClass.other;
}

export const isHan = (character: string): boolean => {
  const codePoint = character.codePointAt(0);
  return codePoint !== undefined && classOf(codePoint) === CharacterClass.han;
};
