import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createBot } from '../../bot/bot.js';
import { welcomeOf } from '../../bot/welcome.js';
import { findArticle } from '../../knowledge/pack.js';
import { articlePage } from '../../rendering/article-page.js';
import { createLog } from '../../server/log.js';
import { createServer } from '../../server/server.js';
import { type OpenedStore, openStore } from '../../stores/open.js';
import { recording } from '../../transcripts/record.js';
import type { Command } from '../command.js';
import { type Configuration, readConfiguration } from '../configuration.js';
import { followPack } from '../live-brain.js';
import { packRoot } from '../workspace.js';

const SLOWEST_STOP = 9_000;

export const serve: Command = {
  name: 'serve',
  usage: '[--pack DIR]',
  summary: 'serves the chat page, Direct Line and the articles (PORT, HOST, ZHIDA_STORE, DIRECTLINE_SECRET)',
  run: async (args, { stderr, env }) => {
    const { values } = parseArgs({ args: [...args], options: { pack: { type: 'string' } } });
    const configuration = readConfiguration(env);
    if ('problems' in configuration) {
      stderr.write(`${configuration.problems.join('\n')}\n`);
      return 1;
    }
    // First what fails at once, then the pack, which may have to be trained.
    const store = await openStore(configuration.store);
    try {
      await serveUntilStopped(configuration, store, packRoot(values.pack));
      return 0;
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error && ['listen', 'getaddrinfo'].includes(String(error.syscall)))) throw error;
      stderr.write(`cannot listen on ${configuration.host}:${configuration.port}: ${error.message}. Choose others with HOST and PORT\n`);
      return 1;
    } finally {
      await store.close();
    }
  },
};

async function serveUntilStopped(configuration: Configuration, store: OpenedStore, root: string): Promise<void> {
  const log = createLog();
  const brain = followPack(root, {
    onReload: (pack, model) => log.info({ pack, model }, 'pack taken over'),
    onRefused: (problems) => log.error({ problems: problems.trim().split('\n') }, 'changed pack refused; the old one goes on serving'),
  });
  const clock = { now: () => new Date() };
  const answering = createBot({ brain: brain.current, store, clock, log });
  const recorder =
    configuration.recordFolder === undefined
      ? undefined
      : recording(answering, configuration.recordFolder, (error) => log.error({ error: String(error) }, 'a conversation was not recorded'));
  const bot = recorder?.bot ?? answering;
  const server = createServer({
    bot,
    secret: configuration.secret,
    clock,
    ids: { next: () => randomBytes(16).toString('base64url') },
    log,
    version: version(),
    ready: () =>
      store.probe().then(
        () => undefined,
        (error: unknown) => `the store takes no writes: ${error instanceof Error ? error.message : String(error)}`,
      ),
    directLine: { origins: configuration.origins, ...(configuration.publicUrl !== undefined && { publicUrl: configuration.publicUrl }) },
    welcome: (language) => {
      const { text, suggestions } = welcomeOf(brain.current(), language);
      return { text, prompts: suggestions.map(({ send }) => send) };
    },
    knowledge: (id, language) => {
      const article = findArticle(brain.current().pack, id);
      return article && articlePage(article, language);
    },
  });
  // Whoever reads that it is ready may stop it at once.
  const stopped = stopSignal();
  try {
    const url = await server.listen({ host: configuration.host, port: configuration.port });
    log.info(
      {
        url,
        pack: brain.current().pack.hash,
        store: configuration.store,
        ...(configuration.isLocalSecret && { secret: 'local default' }),
        ...(configuration.recordFolder !== undefined && { recordedIn: configuration.recordFolder }),
      },
      `ready on ${url}`,
    );
    await stopped;
  } finally {
    // A hung connection must not keep the process.
    setTimeout(() => process.exit(1), SLOWEST_STOP).unref();
    brain.stop();
    await server.close();
    await recorder?.flush();
  }
}

const version = (): string => JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version;

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
