import type { Span } from '../../base/span.js';
import { syllableOf } from '../../text/pinyin.js';
import { homophonesOf, nearHomophonesOf } from './characters.js';
import type { Dice } from './dice.js';
import { replaced, type Subject } from './subject.js';
import { placesOf, type VariantRule } from './variant.js';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Keys beside a letter's own, in its row. */
function neighboursOf(letter: string): readonly string[] {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== '');
}

const LONGEST_SLIP_AT = 4;
const WORD = /[A-Za-z]+/g;

/** A wrong, missing, doubled or swapped letter, never the first one, in a word of four letters or more. */
export const keySlip: VariantRule = {
  name: 'slip of a key',
  apply({ text, isNumber }, dice) {
    const words = [...text.matchAll(WORD)].filter(({ 0: word, index }) => word.length >= LONGEST_SLIP_AT && !isNumber(index));
    const word = dice.pick(words);
    if (!word) return undefined;
    const at = word.index + 1 + dice.below(word[0].length - 2);
    const letter = text.charAt(at);
    const next = text.charAt(at + 1);
    const slips = [
      `${dice.pick(neighboursOf(letter.toLowerCase())) ?? letter}${next}`,
      next,
      `${letter}${letter}${next}`,
      `${next}${letter}`,
    ];
    return replaced(text, { start: at, end: at + 2 }, dice.pick(slips) ?? '');
  },
};

/** In shorter texts one wrong character leaves too little to be read by anybody. */
const FEWEST_HAN = 4;

const otherCharacter =
  (others: (character: string) => readonly string[]): VariantRule['apply'] =>
  (subject, dice) => {
    const places = placesOf(subject, /^\p{Script=Han}$/u);
    if (places.length < FEWEST_HAN) return undefined;
    const at = dice.pick(places.filter((place) => others(subject.text.charAt(place)).length > 0));
    if (at === undefined) return undefined;
    return replaced(subject.text, { start: at, end: at + 1 }, dice.pick(others(subject.text.charAt(at))) ?? '');
  };

/** The input method's wrong offer: 花费 for 花呗's 呗 is not one, 花被 is. */
export const homophone: VariantRule = { name: 'homophone', apply: otherCharacter(homophonesOf) };

export const nearHomophone: VariantRule = { name: 'confused sound', apply: otherCharacter(nearHomophonesOf) };

/** A word, or the whole message but for its sums, in pinyin without tones. */
export const inPinyin: VariantRule = {
  name: 'pinyin',
  apply(subject, dice) {
    const { text } = subject;
    const words = wordsOf(subject);
    const word = dice.pick(words.filter(({ start, end }) => end - start > 1));
    if (!word) return undefined;
    return (isWhole(dice) ? words : [word])
      .toReversed()
      .reduce((left, span) => replaced(left, span, ` ${pinyinOf(text.slice(span.start, span.end))} `), text)
      .replace(/ {2,}/g, ' ')
      .trim();
  },
};

const isWhole = (dice: Dice): boolean => dice.below(4) === 0;

const pinyinOf = (word: string): string => [...word].map((character) => syllableOf(character) ?? character).join('');

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN = /^\p{Script=Han}+$/u;

/** Chinese words in order: those that the pack knows, and the rest as a dictionary parts it. */
function wordsOf({ text, words, isSum }: Subject): readonly Span[] {
  const known = words.filter(({ start, end }) => HAN.test(text.slice(start, end)) && !isSum(start));
  const others = [...segmenter.segment(text)]
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
    .filter(
      ({ start, end }) => HAN.test(text.slice(start, end)) && !isSum(start) && !known.some((word) => start < word.end && word.start < end),
    );
  return [...known, ...others].sort((a, b) => a.start - b.start);
}
