import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DirectLine } from '../channels/directline/directline.js';
import { forbidden } from '../channels/directline/errors.js';
import { corsHeaders, isSameOrigin, PREFLIGHT_HEADERS } from '../channels/directline/origins.js';
import { parse, SessionBody } from '../channels/directline/parse.js';

/** `POST /v1/session`: a conversation and its token for the widget on this server's own page and on pages of the listed origins. */
export function serveSession(app: FastifyInstance, directLine: DirectLine, origins: readonly string[] = []): void {
  const isListed = (origin: string | undefined): origin is string =>
    origin !== undefined && (origins.includes('*') || origins.includes(origin));

  app.options('/v1/session', async ({ headers: { origin } }, reply) =>
    reply
      .code(204)
      .headers(isListed(origin) ? { ...corsHeaders(origin), ...PREFLIGHT_HEADERS } : { vary: 'origin' })
      .send(),
  );
  app.post('/v1/session', async (request, reply) => {
    const { origin } = request.headers;
    if (isListed(origin)) reply.headers(corsHeaders(origin));
    else if (!isOwnPage(request))
      throw forbidden("Only this server's own page opens sessions here, and pages of the origins in ZHIDA_ORIGINS");
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
