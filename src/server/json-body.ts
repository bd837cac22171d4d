import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { badArgument } from '../channels/directline/errors.js';
import { depth, MAX_DEPTH } from '../channels/directline/json.js';

/** Reads JSON bodies strictly: real UTF-8, no deep nesting, no `__proto__`. */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body as Buffer)) return done(badArgument('The body is not UTF-8'));
    const text = body.toString();
    if (depth(text) > MAX_DEPTH) return done(badArgument(`The body is nested deeper than ${MAX_DEPTH} levels`));
    return parse(request, text, done);
  });
}
