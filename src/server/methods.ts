import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { body } from './failures.js';

/** Answers what no route takes: 405 with `Allow` for a known path, else 404. Call it before the routes are made. */
export function answerUnrouted(app: FastifyInstance): void {
  const routes: { readonly path: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (!url.endsWith('*')) routes.push({ path: pattern(url), methods: [method].flat() });
  });
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = new Set(routes.filter((route) => route.path.test(path)).flatMap((route) => route.methods));
    // Allowed and here all the same: the route itself found nothing.
    if (allowed.size === 0 || allowed.has(request.method))
      return reply.code(404).send(body('NotFound', 'There is nothing at this address'));
    const allow = [...allowed].sort().join(', ');
    return reply
      .code(405)
      .header('allow', allow)
      .send(body('MethodNotAllowed', `This address takes ${allow}`));
  });
}

const pattern = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('/')}$`,
  );
