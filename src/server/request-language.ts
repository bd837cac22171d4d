import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language, languageOfTag } from '../base/language.js';

/** The language a page is asked for in: `?lang=`, else the first of the browser's that a pack is written in. */
export function languageOfRequest({ query, headers }: FastifyRequest): Language {
  const { lang } = (query ?? {}) as { lang?: unknown };
  const asked = typeof lang === 'string' ? languageOfTag(lang) : undefined;
  return asked ?? accepted(headers['accept-language']);
}

/** Browsers list them by preference. */
function accepted(header: string | undefined): Language {
  for (const tag of (header ?? '').split(',')) {
    const language = languageOfTag(tag.split(';')[0]?.trim() ?? '');
    if (language) return language;
  }
  return LANGUAGES[0];
}
