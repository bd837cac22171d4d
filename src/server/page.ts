import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES } from '../base/language.js';
import { languageOfRequest } from './request-language.js';

export interface Asset {
  readonly type: string;
  /** By content encoding, the smallest first; made when somebody asks: a start should not wait for it. */
  readonly bytes: ReadonlyMap<'br' | 'gzip' | 'identity', () => Promise<Buffer>>;
  readonly etag: string;
}

/** The pages' files by name, in memory. */
export type Page = ReadonlyMap<string, Asset>;

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files stay where they are written: the compiled server finds them from the package's root, as the source does. */
const FOLDER = fileURLToPath(new URL('../../src/server/page/', import.meta.url));
const WIDGET = fileURLToPath(new URL('../../dist/widget.js', import.meta.url));

export const loadPage = (folder: string = FOLDER, widget: string = WIDGET): Page =>
  new Map([...loadAssets(folder), [basename(widget), asset(widget)]]);

/** The files of a folder that browsers know, by name. */
export function loadAssets(folder: string): Page {
  const names = readdirSync(folder).filter((name) => extname(name) in TYPES);
  return new Map(names.map((name) => [name, asset(join(folder, name))]));
}

export const etagOf = (bytes: Buffer): string => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

const asset = (path: string): Asset => assetOf(TYPES[extname(path)] ?? 'application/octet-stream', readFileSync(path));

/** An asset in every encoding, each made when it is first asked for. */
export const assetOf = (type: string, bytes: Buffer): Asset => ({
  type,
  etag: etagOf(bytes),
  bytes: new Map([
    ['br', once(() => promisify(brotliCompress)(bytes))],
    ['gzip', once(() => promisify(gzip)(bytes))],
    ['identity', async () => bytes],
  ]),
});

/** Asks one time for what all who call are given. */
export function once(make: () => Promise<Buffer>): () => Promise<Buffer> {
  let made: Promise<Buffer> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** `GET /` is the front page in the reader's language, `GET /assets/NAME` what the pages need. */
export function servePage(app: FastifyInstance, page: Page): void {
  app.get('/', (request, reply) => {
    reply.header('vary', 'accept-language, accept-encoding');
    return sendAsset(page.get(`index.${languageOfRequest(request)}.html`) ?? page.get(`index.${LANGUAGES[0]}.html`), request, reply);
  });
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => sendAsset(page.get(request.params.name), request, reply));
}

/** An asset, or that the client has it already; 404 where there is none. */
export async function sendAsset(found: Asset | undefined, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!found) {
    reply.callNotFound();
    return reply;
  }
  reply.headers({ etag: found.etag, 'cache-control': 'no-cache' });
  if (!reply.hasHeader('vary')) reply.header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === found.etag) return reply.code(304).send();
  const accepted = `${request.headers['accept-encoding'] ?? ''}`.split(',').map((encoding) => encoding.split(';')[0]?.trim());
  for (const [encoding, encoded] of found.bytes) {
    if (encoding !== 'identity' && !accepted.includes(encoding)) continue;
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type(found.type).send(await encoded());
  }
  return reply.code(406).send();
}
