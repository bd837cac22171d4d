/** The languages a pack is written in. A new one is added here, in `text/language.ts` and as a wording file. */
export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One value per language. */
export type PerLanguage<T> = { readonly [L in Language]: T };

/** The language of a BCP 47 tag such as `zh-Hans-CN`; `undefined` for one that no pack is written in. */
export function languageOfTag(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
}
