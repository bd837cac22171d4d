import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly etag: string;
}

/** The chat page's files by name, in memory. */
export type Page = ReadonlyMap<string, Asset>;

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files stay where they are written: the compiled server finds them from the package's root, as the source does. */
const FOLDER = fileURLToPath(new URL('../../src/server/page/', import.meta.url));

export function loadPage(folder: string = FOLDER): Page {
  const names = readdirSync(folder).filter((name) => extname(name) in TYPES);
  return new Map(
    names.map((name) => {
      const bytes = readFileSync(join(folder, name));
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      return [name, { type: TYPES[extname(name)] ?? 'application/octet-stream', bytes, etag }];
    }),
  );
}

/** `GET /` is the chat, `GET /assets/NAME` its parts. */
export function servePage(app: FastifyInstance, page: Page): void {
  app.get('/', (request, reply) => send(page.get('index.html'), request, reply));
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => send(page.get(request.params.name), request, reply));
}

function send(asset: Asset | undefined, request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  if (!asset) {
    reply.callNotFound();
    return undefined;
  }
  reply.headers({ etag: asset.etag, 'cache-control': 'no-cache' });
  return request.headers['if-none-match'] === asset.etag ? reply.code(304).send() : reply.type(asset.type).send(asset.bytes);
}
