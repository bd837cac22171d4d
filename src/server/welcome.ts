import type { FastifyInstance } from 'fastify';
import { LANGUAGES, type Language, languageOfTag } from '../base/language.js';

/** What a page shows before the first message: a greeting and questions to begin with. */
export interface Welcome {
  readonly text: string;
  readonly prompts: readonly string[];
}

/** `GET /v1/welcome?lang=`: the pack's own greeting, so that no page repeats it. */
export function serveWelcome(app: FastifyInstance, welcome: (language: Language) => Welcome): void {
  app.get<{ Querystring: { lang?: unknown } }>('/v1/welcome', async (request, reply) => {
    const { lang } = request.query;
    // Nothing here is anybody's own, so any page with the widget may read it.
    reply.headers({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
    return welcome((typeof lang === 'string' ? languageOfTag(lang) : undefined) ?? LANGUAGES[0]);
  });
}
