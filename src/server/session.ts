import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DirectLine } from '../channels/directline/directline.js';
import { forbidden } from '../channels/directline/errors.js';
import { isSameOrigin } from '../channels/directline/origins.js';
import { parse, SessionBody } from '../channels/directline/parse.js';

/** `POST /v1/session`: a conversation and its token for this server's own page, and for no other. */
export function serveSession(app: FastifyInstance, directLine: DirectLine): void {
  app.post('/v1/session', async (request, reply) => {
    if (!isOwnPage(request)) throw forbidden("Only this server's own page opens sessions here");
    const { resume } = parse(SessionBody, request.body) ?? {};
    return reply.code(201).send(await directLine.session(resume ?? undefined));
  });
}

/** The browser says where a request comes from, and a page cannot change it. One of the two headers must be there. */
function isOwnPage({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  if (site === undefined && origin === undefined) return false;
  return (site === undefined || site === 'same-origin') && (origin === undefined || isSameOrigin(origin, host));
}
