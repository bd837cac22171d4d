import type { FastifyInstance } from 'fastify';
import { LANGUAGES, type Language, languageOfTag } from '../base/language.js';

/** An article as a whole HTML document; `undefined` when there is none. Its style sheet can be `/assets/article.css`. */
export type KnowledgePage = (article: string, language: Language) => string | undefined;

/** Where a section of an article is shown. */
export const knowledgePath = ({ article, section }: { readonly article: string; readonly section: string }, language: Language): string =>
  `/knowledge/${encodeURIComponent(article)}?lang=${language}#${encodeURIComponent(section)}`;

/** `GET /knowledge/ARTICLE?lang=`: what the answers' sources link to. */
export function serveKnowledge(app: FastifyInstance, page: KnowledgePage): void {
  app.get<{ Params: { article: string }; Querystring: { lang?: unknown } }>('/knowledge/:article', (request, reply) => {
    const { lang } = request.query;
    const language = (typeof lang === 'string' ? languageOfTag(lang) : undefined) ?? accepted(request.headers['accept-language']);
    const html = page(request.params.article, language);
    if (html === undefined) {
      reply.callNotFound();
      return undefined;
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'accept-language').send(html);
  });
}

/** The first language of the header that a pack is written in; browsers list them by preference. */
function accepted(header: string | undefined): Language {
  for (const tag of (header ?? '').split(',')) {
    const language = languageOfTag(tag.split(';')[0]?.trim() ?? '');
    if (language) return language;
  }
  return LANGUAGES[0];
}
