import { overlaps } from '../../base/span.js';
import type { Folded } from '../../text/fold.js';
import { joinBounds } from './amounts/bounds.js';
import { markCurrencies } from './amounts/common/currency-marks.js';
import { fractionRules } from './amounts/common/fractions.js';
import { withoutOtherDimensions } from './amounts/common/not-money.js';
import type { NumberReading } from './amounts/common/numeral.js';
import { scanNumbers } from './amounts/common/scan.js';
import { applyRules, type Sketch, sketchOf } from './amounts/common/sketch.js';
import { derivedRulesFor } from './amounts/derived.js';
import { type Amount, type AmountReading, moneyRules } from './amounts/money.js';
import { mayHoldShare, type Percentage, percentageRules } from './amounts/percentages.js';

export type { Currency } from './amounts/common/currencies.js';
export type { NumberReading } from './amounts/common/numeral.js';
export type { Amount } from './amounts/money.js';
export type { Percentage } from './amounts/percentages.js';

/**
 * The sums of money a text names, from left to right; one that is taken back (`不是5000，是6000`) is left out.
 * Like the other readers here it looks at the first 500 numbers of a text, so that its time is bounded.
 */
export function readAmounts(folded: Folded): readonly Amount[] {
  const sketch = sketchOfText(folded);
  return sketch.numbers.length === 0 ? [] : amountsIn(folded, sketch, sharesIn(sketch).rest);
}

/** The shares a text names (12%, 三成, 75折 as the part left to pay), as fractions. */
export function readPercentages(folded: Folded): readonly Percentage[] {
  return inOrder(sharesIn(sketchOfText(folded)).found);
}

/** Every number of a text whatever it counts, but none that is glued to letters (180ml). */
export function readNumbers(folded: Folded): readonly NumberReading[] {
  return numbersIn(folded, sketchOfText(folded));
}

/** Everything that this file reads, from one look at the text. */
export interface Figures {
  readonly amounts: readonly Amount[];
  readonly percentages: readonly Percentage[];
  readonly numbers: readonly NumberReading[];
}

/** `readAmounts`, `readPercentages` and `readNumbers` at the price of one. */
export function readFigures(folded: Folded): Figures {
  const sketch = sketchOfText(folded);
  const { found, rest } = sharesIn(sketch);
  const percentages = inOrder(found);
  if (sketch.numbers.length === 0) return { amounts: [], percentages, numbers: [] };
  return { amounts: amountsIn(folded, sketch, rest), percentages, numbers: numbersIn(folded, sketch) };
}

const sharesIn = (sketch: Sketch) => (mayHoldShare(sketch.text) ? applyRules(sketch, percentageRules) : { found: [], rest: sketch });

/** Sums in a sketch; `rest` is the same with its percentages spent. */
function amountsIn(folded: Folded, sketch: Sketch, rest: Sketch): readonly Amount[] {
  const rules = derivedRulesFor(sketch.text);
  const derived = rules.length > 0 ? applyRules(markCurrencies(sketch), rules) : { found: [], rest: sketch };
  // A share that another sum is named by (30% of 5000) is no fee that was charged on it.
  const left = derived.found.length === 0 ? rest : sharesIn(derived.rest).rest;
  const { found } = applyRules(withoutOtherDimensions(markCurrencies(left)), moneyRules);
  const named = inOrder([...derived.found, ...found]).filter((reading) => !reading.negated);
  return joinBounds(folded, named.map(toAmount));
}

function numbersIn(folded: Folded, sketch: Sketch): readonly NumberReading[] {
  const fractions = applyRules(sketch, fractionRules).found;
  const parts = sketch.numbers.filter(({ span }) => !fractions.some((fraction) => overlaps(fraction.span, span)));
  const free = parts.filter(({ span: { start, end } }) => endsFree(folded.text, end) && startsFree(folded.text, start));
  return inOrder([...fractions, ...free]);
}

// Digits in a link or a mail address say nothing about money; spaces keep the offsets.
const ADDRESS = /(?:https?:\/\/|www\.)[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/g;

function sketchOfText(folded: Folded): Sketch {
  const clean = withListCommas(folded).replace(ADDRESS, (address) => ' '.repeat(address.length));
  return sketchOf(clean, scanNumbers(clean));
}

/** 100，200和300 is a list: a wide comma between narrow digits parts numbers and groups none. */
function withListCommas({ text, original, offsets }: Folded): string {
  if (!/\d，\d/.test(original)) return text;
  return text.replace(/(?<=\d),(?=\d)/g, (comma, at: number) =>
    /\d，\d/.test(original.slice((offsets[at] ?? 0) - 1, (offsets[at] ?? 0) + 2)) ? '、' : comma,
  );
}

// In 2000x3 and 3x2000 the letter multiplies.
const endsFree = (text: string, end: number): boolean => !isLetter(text, end) || /^x ?\d/.test(text.slice(end, end + 3));
const startsFree = (text: string, start: number): boolean =>
  !isLetter(text, start - 1) || /[\d元块]x$/.test(text.slice(Math.max(0, start - 2), start));

const isLetter = (text: string, at: number): boolean => /^[a-z]$/.test(text.charAt(at));

const toAmount = ({ negated: _, ...amount }: AmountReading): Amount => amount;

const inOrder = <T extends { readonly span: { readonly start: number } }>(readings: readonly T[]): readonly T[] =>
  [...readings].sort((a, b) => a.span.start - b.span.start);
