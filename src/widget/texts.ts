import { type Language, WORDS, type Words } from './words/words.js';

/** The words in the present language, and everything on the screen that must be said anew when it changes. */
export interface Texts {
  language(): Language;
  words(): Words;
  /** Runs now and after each change. */
  keep(say: (words: Words) => void): void;
  change(language: Language): void;
}

export function createTexts(language: Language): Texts {
  const sayings: ((words: Words) => void)[] = [];
  return {
    language: () => language,
    words: () => WORDS[language],
    keep(say) {
      sayings.push(say);
      say(WORDS[language]);
    },
    change(next) {
      if (next === language) return;
      language = next;
      for (const say of sayings) say(WORDS[language]);
    },
  };
}
