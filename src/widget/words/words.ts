import { en } from './en.js';
import { zh } from './zh.js';

export type Words = typeof zh;

export const WORDS = { zh, en };

export type Language = keyof typeof WORDS;

/** The language of a BCP 47 tag, when the widget speaks it. */
export function languageOf(tag: unknown): Language | undefined {
  const primary = `${tag}`.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(WORDS, primary) ? (primary as Language) : undefined;
}
