import type { Span } from '../../../../base/span.js';
import type { NumberReading } from './numeral.js';

/** The marks that stand in a sketch where numbers stood in the text; all of them are private-use characters. */
const STRONG = '\ue000';
const WEAK = '\ue001';
const SPENT = '\ue002';
// Stands for the words that a rule took together with its numbers.
const TAKEN = '\ue003';

/** In a pattern over a sketch: a number that may be money by itself, any number, and a number that a rule has taken. */
export const STRONG_NUMBER = STRONG;
export const NUMBER = `[${STRONG}${WEAK}]`;
export const ANY_NUMBER = `[${STRONG}${WEAK}${SPENT}]`;

/** A number with no sign of a currency before it, marked or not: $20 bills are no twenty bills. */
export const UNSIGNED_NUMBER = `(?<![¥\ue0ff\ue200-\ue2ff]\\s?)${NUMBER}`;

/** A rule over a sketch. What it matches is taken from the rules that follow, unless `produce` gives `undefined`. */
export interface SketchRule<T> {
  readonly name: string;
  readonly pattern: RegExp;
  /** How many numbers it takes at least, where that is more than one: in a text with fewer it is not tried. */
  readonly takes?: number;
  readonly produce: (match: SketchMatch) => T | undefined;
}

export interface SketchMatch {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly numbers: readonly NumberReading[];
  /** Where the match stands in the folded text. */
  readonly span: Span;
  readonly rule: string;
  /** The sketch's text and where in it the match stands, for a look at what is around. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/**
 * A text in which each number is one mark, so that rules about what numbers count are plain patterns.
 * `text` changes only by becoming spent, character by character: offsets stay.
 */
export interface Sketch {
  readonly text: string;
  readonly numbers: readonly NumberReading[];
  /** The index in `numbers` of the number whose mark stands at or after a place of `text`. */
  readonly indexAt: Int32Array;
  /** Where each place of `text` began in the folded text; one more entry than `text` has characters. */
  readonly offsets: Int32Array;
}

const RESERVED = /[\ue000-\ue003\ue0ff-\ue3ff]/g;
const MARK = /[\ue000-\ue002]/;

export function sketchOf(folded: string, numbers: readonly NumberReading[]): Sketch {
  const clean = folded.replace(RESERVED, ' ');
  const indexAt = new Int32Array(clean.length + 1);
  const offsets = new Int32Array(clean.length + 1);
  let text = '';
  let at = 0;
  let length = 0;
  const copy = (end: number, index: number) => {
    text += clean.slice(at, end);
    for (; at < end; at++, length++) [offsets[length], indexAt[length]] = [at, index];
  };
  for (const [index, number] of numbers.entries()) {
    copy(number.span.start, index);
    text += number.weak ? WEAK : STRONG;
    [offsets[length], indexAt[length]] = [at, index];
    length++;
    at = number.span.end;
  }
  copy(clean.length, numbers.length);
  [offsets[length], indexAt[length]] = [at, numbers.length];
  return { text, numbers, indexAt, offsets };
}

/**
 * Numbers that are no money: what they are, how it is written, the largest number that can be meant (the months of a year), and how many
 * numbers it takes where that is more than one.
 */
export type Dimension = readonly [name: string, pattern: string, most?: number | undefined, takes?: number];

/** Runs rules in their order; returns what they produced and the sketch with the marks they took spent. */
export function applyRules<T>(sketch: Sketch, rules: readonly SketchRule<T>[]): { readonly found: readonly T[]; readonly rest: Sketch } {
  const found: T[] = [];
  let { text } = sketch;
  for (const rule of rules) {
    if (rule.takes !== undefined && rule.takes > sketch.numbers.length) continue;
    const before = text;
    text = before.replace(rule.pattern, (...parts: readonly unknown[]) => {
      const whole = String(parts[0]);
      const groups = parts.at(-1);
      const named = typeof groups === 'object' && groups !== null;
      const at = Number(parts.at(named ? -3 : -2));
      const produced = rule.produce({
        groups: named ? (groups as Record<string, string | undefined>) : {},
        numbers: numbersIn(sketch, at, at + whole.length),
        span: { start: sketch.offsets[at] ?? 0, end: sketch.offsets[at + whole.length] ?? 0 },
        rule: rule.name,
        text: before,
        at,
        end: at + whole.length,
      });
      if (produced === undefined) return whole;
      found.push(produced);
      return whole.replace(/[\s\S]/g, (character) => (MARK.test(character) ? SPENT : TAKEN));
    });
  }
  return { found, rest: { ...sketch, text } };
}

function numbersIn(sketch: Sketch, start: number, end: number): readonly NumberReading[] {
  return sketch.numbers.slice(sketch.indexAt[start] ?? 0, sketch.indexAt[end] ?? sketch.numbers.length);
}
