import type { Span } from '../base/span.js';
import { memoize } from './memo.js';
import { toSimplified } from './script.js';

/** A text made comparable, with the way back to the text as it was typed. */
export interface Folded {
  readonly original: string;
  /** NFKC, lower case, simplified characters, half width, no invisible characters, apostrophes joined, no space between Chinese characters. */
  readonly text: string;
  /** `offsets[i]` is where the character at `text[i]` began in `original`; one more entry than `text` has characters. */
  readonly offsets: readonly number[];
}

const CLUSTER = /\P{M}\p{M}*|\p{M}+/uy;
// Zero-width, bidi and variation characters carry no meaning here and split words when left in.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const APOSTROPHES = new Set(["'", '’', '‘', '`', '´']);
const LATIN = /^\p{Script=Latin}$/u;
const SPACE = /^\s$/u;
const HAN_FIRST = /^\p{Script=Han}/u;
const HAN_LAST = /\p{Script=Han}$/u;

/** Folds `original` once, so that every later rule is written for one width, case and script. */
export function fold(original: string): Folded {
  let text = '';
  const offsets: number[] = [];
  let before = '';
  let spaces: number[] = [];
  const append = (folded: string, at: number) => {
    for (let i = 0; i < folded.length; i++) offsets.push(at);
    text += folded;
  };
  for (let at = 0; at < original.length; ) {
    const cluster = clusterAt(original, at);
    const folded = isFolded(cluster)
      ? cluster
      : APOSTROPHES.has(cluster) && spaces.length === 0 && LATIN.test(before.slice(-1))
        ? ''
        : foldCluster(cluster);
    if (folded === ' ') spaces.push(at);
    else if (folded !== '') {
      if (spaces.length > 0) {
        // Chinese is written without spaces: one that slipped in parts a word that rules look for.
        if (!HAN_LAST.test(before) || !HAN_FIRST.test(folded)) for (const space of spaces) append(' ', space);
        spaces = [];
      }
      append(folded, at);
      before = folded;
    }
    at += cluster.length;
  }
  for (const space of spaces) append(' ', space);
  offsets.push(original.length);
  return { original, text, offsets };
}

/** A character with the marks on it. Most characters are one unit before another that is certainly no mark. */
function clusterAt(text: string, at: number): string {
  if (!isPlain(text.charCodeAt(at)) || (at + 1 < text.length && !isPlain(text.charCodeAt(at + 1)))) {
    CLUSTER.lastIndex = at;
    return CLUSTER.exec(text)?.[0] ?? text.charAt(at);
  }
  return text.charAt(at);
}

/** Letters and digits that most texts are made of are as they should be. */
function isFolded(cluster: string): boolean {
  const unit = cluster.charCodeAt(0);
  return cluster.length === 1 && ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39));
}

// Latin, CJK punctuation before its tone marks, ideographs and full-width forms: no combining mark is among them.
const isPlain = (unit: number): boolean =>
  unit < 0x300 || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit < 0x302a) || (unit >= 0xff00 && unit <= 0xffee);

const foldCluster = memoize((cluster: string): string => {
  const visible = cluster.replace(INVISIBLE, '');
  if (SPACE.test(visible)) return ' ';
  let folded = '';
  for (const character of visible.normalize('NFKC').toLowerCase()) folded += toSimplified(character);
  return folded;
});

/** The span of the original text that a span of the folded text came from. */
export function originalSpan(folded: Folded, span: Span): Span {
  const start = folded.offsets[span.start] ?? folded.original.length;
  // One original character may fold to several; the end is where the next original character begins.
  let end = folded.offsets[span.end] ?? folded.original.length;
  for (let i = span.end; end === folded.offsets[span.end - 1] && i < folded.offsets.length; i++) end = folded.offsets[i] ?? end;
  return { start, end };
}
