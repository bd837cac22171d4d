import type { Language } from '../../base/language.js';
import type { Span } from '../../base/span.js';
import { en } from './en.js';
import type { Around, Phrases, RhythmUnit } from './phrases.js';
import { zh } from './zh.js';

const BY_LANGUAGE: Readonly<Record<Language, Phrases>> = { zh, en };

export type { RhythmUnit } from './phrases.js';

/** A message may mix languages, so that every language's phrases are looked for in each. */
const ALL: readonly Phrases[] = Object.values(BY_LANGUAGE);

type Texts = { [K in keyof Phrases]: Phrases[K] extends string ? K : never }[keyof Phrases];
type Arounds = Exclude<
  { [K in keyof Phrases]: Phrases[K] extends Around ? K : never }[keyof Phrases],
  Texts | 'places' | 'placeWithin' | 'padding' | 'wishes' | 'rhythms' | 'oftenWords' | 'scales'
>;

const anyOf = (sources: readonly string[], wrap: (source: string) => string): RegExp =>
  new RegExp(sources.map((source) => wrap(`(?:${source})`)).join('|'));

/** Finds a phrase anywhere in folded text. */
export const phrase = (name: Texts): RegExp =>
  anyOf(
    ALL.map((phrases) => phrases[name]),
    (source) => source,
  );

/** The wishes that folded text takes back, by what they are for: `不要转人工`. */
export const unwanted = (name: keyof Phrases['wishes']): RegExp =>
  new RegExp(ALL.map((phrases) => `(?:${phrases.unwanted}\\s*(?:${phrases.wishes[name]}))`).join('|'), 'g');

/** For each language, what asks for answers in it. */
export const LANGUAGE_REQUESTS: readonly (readonly [Language, RegExp])[] = (Object.keys(BY_LANGUAGE) as Language[]).map((language) => [
  language,
  new RegExp(BY_LANGUAGE[language].thisLanguage),
]);

const UNITS: readonly RhythmUnit[] = ['fortnight', 'other-day', 'week', 'quarter', 'month', 'year', 'day'];

/** For each rhythm, what names it; the longer names first. */
export const RHYTHMS: readonly (readonly [RhythmUnit, RegExp])[] = UNITS.map((unit) => [
  unit,
  anyOf(
    ALL.map(({ rhythms }) => rhythms[unit]),
    (source) => source,
  ),
]);

export const OFTEN_WORDS: readonly (readonly [RegExp, number])[] = ALL.flatMap(({ oftenWords }) =>
  oftenWords.map(([pattern, times]) => [new RegExp(pattern), times] as const),
);

/** What makes the sum before so many times as much, as a fraction. */
export const SCALES: readonly (readonly [RegExp, numerator: number, denominator: number])[] = ALL.flatMap(({ scales }) =>
  scales.map(([pattern, numerator, denominator]) => [new RegExp(pattern), numerator, denominator] as const),
);

/** The Latin words that requests for a person or for a language are made of. */
export const WISH_WORDS: readonly string[] = [
  ...new Set(ALL.flatMap(({ person, thisLanguage }) => `${person} ${thisLanguage}`.replace(/\\[a-z]/g, ' ').match(/[a-z]{5,}/g) ?? [])),
];

/** Matches folded text without marks that is one of the phrases as a whole. */
export const wholePhrase = (name: Texts): RegExp =>
  anyOf(
    ALL.map((phrases) => phrases[name]),
    (source) => `^${source}$`,
  );

/** For each place of a list, from the first on, whether a whole message names it. */
export const PLACES: readonly RegExp[] = Array.from({ length: Math.max(...ALL.map(({ places }) => places.names.length)) }, (_, index) =>
  anyOf(
    ALL.flatMap(({ places: { before, names, after } }) => (names[index] === undefined ? [] : [`${before}(?:${names[index]})${after}`])),
    (source) => `^${source}$`,
  ),
);

/** The same in a message that says more about the place it names. */
export const PLACES_WITHIN: readonly RegExp[] = PLACES.map((_, index) =>
  anyOf(
    ALL.flatMap(({ places: { names }, placeWithin: { before, after } }) =>
      names[index] === undefined ? [] : [`${before}(?:${names[index]})${after}`],
    ),
    (source) => source,
  ),
);

const MARKS = String.raw`[\p{P}\p{S}\s]|\[[a-z\p{Script=Han}]{1,8}\]`;
const paddingOf = (side: 'before' | 'after'): string => ALL.map(({ padding }) => padding[side]).join('|');
const LEADING = new RegExp(`^(?:${MARKS}|${paddingOf('before')})+`, 'u');
const TRAILING = new RegExp(`(?:${MARKS}|${paddingOf('after')})+$`, 'u');

/** Where a folded text says something, between greetings, thanks and marks; the whole of a text that holds nothing else. */
export function coreOf(text: string): Span {
  const start = LEADING.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const end = start + (TRAILING.exec(rest)?.index ?? rest.length);
  return start < end ? { start, end } : { start: 0, end: text.length };
}

/** How far around an amount its phrase may begin. */
const REACH = 48;

/** Whether an amount at a place of the text stands in one of the phrases. */
export function around(name: Arounds): (text: string, start: number, end: number) => boolean {
  const pairs = ALL.flatMap((phrases) => {
    const { before, after, both = [] } = phrases[name];
    return [...(before === undefined ? [] : [{ before, after: '' }]), ...(after === undefined ? [] : [{ before: '', after }]), ...both];
  }).map(({ before, after }) => [new RegExp(`(?:${before})\\s*$`), new RegExp(`^\\s*(?:${after})`)] as const);
  return (text, start, end) => {
    const [left, right] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
    return pairs.some(([before, after]) => before.test(left) && after.test(right));
  };
}
