import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { type FrameAncestors, webChatPolicy } from './headers.js';
import { type Asset, etagOf, loadAssets, once, sendAsset } from './page.js';

const FOLDER = fileURLToPath(new URL('../../src/server/web-chat/', import.meta.url));

const require = createRequire(import.meta.url);

/** The one file of Web Chat that a page needs; `undefined` where the package is not installed. */
export function installedWebChat(): string | undefined {
  try {
    const bundle = join(require.resolve('botframework-webchat'), '../../dist/webchat.js');
    return existsSync(bundle) ? bundle : undefined;
  } catch {
    return undefined;
  }
}

interface WebChatOptions {
  /** The file `webchat.js`. */
  readonly bundle: string | undefined;
  readonly frameAncestors: FrameAncestors;
}

/** `GET /webchat`: Microsoft's Web Chat against this server, or how to get it. */
export function serveWebChat(app: FastifyInstance, { bundle, frameAncestors }: WebChatOptions): void {
  const page = loadAssets(FOLDER);
  const policy = webChatPolicy(frameAncestors);
  let loading: Promise<Asset> | undefined;

  app.get('/webchat', (request, reply) =>
    bundle === undefined
      ? sendAsset(page.get('missing.html'), request, reply.code(404))
      : sendAsset(page.get('index.html'), request, reply.header('content-security-policy', policy)),
  );
  app.get('/webchat/bundle.js', async (request, reply) => {
    // Some megabytes, so not before somebody asks.
    loading ??= bundle === undefined ? undefined : loadBundle(bundle);
    return sendAsset(await loading, request, reply);
  });
  app.get<{ Params: { name: string } }>('/webchat/:name', (request, reply) => {
    const { name } = request.params;
    return sendAsset(name.endsWith('.html') ? undefined : page.get(name), request, reply);
  });
}

/** The smallest form of it would take seconds to make. */
async function loadBundle(file: string): Promise<Asset> {
  const bytes = await readFile(file);
  return {
    type: 'text/javascript; charset=utf-8',
    etag: etagOf(bytes),
    bytes: new Map([
      ['gzip', once(() => promisify(gzip)(bytes))],
      ['identity', async () => bytes],
    ]),
  };
}
