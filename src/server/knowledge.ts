import type { FastifyInstance } from 'fastify';
import type { Language } from '../base/language.js';
import { languageOfRequest } from './request-language.js';

/** An article as a whole HTML document, with the cited facts marked in it; `undefined` when there is none. Its style sheets are `/assets/base.css` and `/assets/article.css`. */
export type KnowledgePage = (article: string, language: Language, cited: ReadonlySet<string>) => string | undefined;

/** Where a section of an article is shown. */
export const knowledgePath = ({ article, section }: { readonly article: string; readonly section: string }, language: Language): string =>
  `/knowledge/${encodeURIComponent(article)}?lang=${language}#${encodeURIComponent(section)}`;

/** `GET /knowledge/ARTICLE?lang=&mark=FACT,FACT`: what the answers' sources link to. */
export function serveKnowledge(app: FastifyInstance, page: KnowledgePage): void {
  app.get<{ Params: { article: string }; Querystring: { mark?: unknown } }>('/knowledge/:article', (request, reply) => {
    const { mark } = request.query;
    const cited = new Set(typeof mark === 'string' ? mark.split(',') : []);
    const html = page(request.params.article, languageOfRequest(request), cited);
    if (html === undefined) {
      reply.callNotFound();
      return undefined;
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'accept-language').send(html);
  });
}
