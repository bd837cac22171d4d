import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createBot } from '../bot/bot.js';
import { startOutbox } from '../bot/outbox.js';
import { welcomeOf } from '../bot/welcome.js';
import { createBotFramework } from '../channels/botframework/botframework.js';
import { BOT_FRAMEWORK_ID } from '../channels/botframework/outgoing.js';
import { findArticle } from '../knowledge/pack.js';
import { articlePage } from '../rendering/article-page.js';
import { knowledgePath } from '../server/knowledge.js';
import { memoryCounter } from '../server/limits/counter.js';
import { createPressure, watchLoad } from '../server/limits/pressure.js';
import { createRateLimits } from '../server/limits/rate-limits.js';
import type { SharedCounters } from '../server/limits/shared-counters.js';
import { createLog } from '../server/log.js';
import { createMetrics } from '../server/metrics.js';
import { observed } from '../server/observe.js';
import { startRetention, startSweeping } from '../server/retention.js';
import { createServer } from '../server/server.js';
import { type OpenedStore, openStore } from '../stores/open.js';
import { isShared, shownStore } from '../stores/settings.js';
import { recording, recordingOf } from '../transcripts/record.js';
import { hostChannels, isNamedByNumber } from './channel-host.js';
import type { Configuration } from './configuration.js';
import { followPack, type PreparingBrain } from './live-brain.js';
import { pauses } from './pauses.js';

const SLOWEST_STOP = 9_000;

/** Serves until a signal asks to stop. Resolves to why it could not listen, if it could not. */
export async function serve(configuration: Configuration, root: string, preparing: PreparingBrain): Promise<string | undefined> {
  const { host, port } = configuration.server;
  // First what fails at once, then the pack, which may have to be trained.
  const store = await openStore(configuration.store.url);
  try {
    await serveUntilStopped(configuration, store, root, preparing);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && ['listen', 'getaddrinfo'].includes(String(error.syscall)))) throw error;
    return `cannot listen on ${host}:${port}: ${error.message}. Choose others with HOST and PORT`;
  } finally {
    await store.close();
  }
}

async function serveUntilStopped(configuration: Configuration, store: OpenedStore, root: string, preparing: PreparingBrain): Promise<void> {
  const { server: listening, directLine, record, botFramework: credentials, isLocal } = configuration;
  const publicUrl = listening.publicUrl?.replace(/\/+$/, '');
  const log = createLog('info', undefined, (conversation) => isNamedByNumber(configuration, conversation));
  const brain = await followPack(root, preparing, {
    onReload: (pack, model) => log.info({ pack, model }, 'pack taken over'),
    onRefused: (problems) => log.error({ problems: problems.trim().split('\n') }, 'changed pack refused; the old one goes on serving'),
  });
  const clock = { now: () => new Date() };
  const ids = { next: () => randomBytes(16).toString('base64url') };
  const answering = createBot({ brain: brain.current, store, clock, log, pauses, onOutgoing: () => outbox?.wake() });
  const recorder =
    record.folder === undefined
      ? undefined
      : recording(answering, record.folder, (error) => log.error({ error: String(error) }, 'a conversation was not recorded'));
  const storeName = shownStore(configuration.store.url);
  const metrics = createMetrics(async () => ({
    version: version(),
    pack: brain.current().pack.hash,
    model: brain.stage(),
    store: storeName,
    isStoreReady: await store.probe().then(
      () => true,
      () => false,
    ),
  }));
  const bot = observed(recorder?.bot ?? answering, metrics, () => performance.now() / 1000);
  const counters = await sharedCounters(configuration.store.url, directLine.secret, (err) => log.error({ err }, 'limits are not shared'));
  const limits = createRateLimits(
    listening.perMinute,
    (name, perMinute) => counters?.counter(name, perMinute) ?? memoryCounter(perMinute),
    metrics.refused,
  );
  // Without credentials it answers programs on this machine, and is not there where others could connect.
  const botFramework =
    credentials === undefined && !isLocal
      ? undefined
      : createBotFramework({
          bot,
          clock,
          ids,
          ...(credentials && { credentials }),
          welcome: (language) => welcomeOf(brain.current(), language),
          ...(publicUrl !== undefined && { linkTo: (source, language) => publicUrl + knowledgePath(source, language) }),
          viaOutbox: true,
          admit: limits.call,
          onError: (err) => log.error({ err }, 'bot framework failed'),
        });
  const channels = hostChannels(configuration, {
    bot,
    note: answering.note,
    store,
    clock,
    log,
    pace: limits.pace,
    onOutgoing: () => outbox?.wake(),
    welcome: (language) => welcomeOf(brain.current(), language),
  });
  const hasSenders = botFramework !== undefined || configuration.channels.length > 0 || configuration.desk !== undefined;
  const outbox = hasSenders
    ? startOutbox({
        store,
        clock,
        pauses,
        sender: (channel) => (channel === BOT_FRAMEWORK_ID ? botFramework?.send : channels.sender(channel)),
        log: {
          dead: ({ channel, conversation, sequence }, reason) =>
            log.error({ channel, conversation, sequence, reason }, 'a reply was given up'),
          absent: (channel) => log.error({ channel }, 'replies wait for a channel that is not configured here'),
          failed: (err) => log.error({ err }, 'outbox failed'),
        },
      })
    : undefined;
  const load = watchLoad();
  const server = createServer({
    bot: channels.bot,
    secret: directLine.secret,
    ...(directLine.previousSecret !== undefined && { previousSecret: directLine.previousSecret }),
    clock,
    ids,
    log,
    version: version(),
    trustedProxies: listening.trustedProxies,
    limits,
    metrics,
    ...(listening.operatorKey !== undefined && { operatorKey: listening.operatorKey }),
    chatOf: ({ conversation, turns }) => recordingOf(conversation, turns),
    pressure: createPressure(load.load),
    ready: () =>
      store.probe().then(
        () => undefined,
        (err: unknown) => {
          // Names of hosts and databases are for the log alone.
          log.error({ err }, 'the store takes no writes');
          return 'the store takes no writes';
        },
      ),
    directLine: {
      origins: directLine.origins,
      onSaid: channels.onSaid,
      onErased: channels.onErased,
      ...(listening.publicUrl !== undefined && { publicUrl: listening.publicUrl }),
      onFeedback: (feedback) => {
        log.info({ ...feedback }, 'feedback');
        metrics.feedback(feedback);
      },
    },
    ...(botFramework && { botFramework }),
    register: channels.register,
    ...(listening.webChat !== undefined && { webChat: listening.webChat }),
    welcome: (language) => {
      const { text, suggestions } = welcomeOf(brain.current(), language);
      return { text, prompts: suggestions.map(({ send }) => send) };
    },
    knowledge: (id, language, cited) => {
      const article = findArticle(brain.current().pack, id);
      return article && articlePage(article, language, cited);
    },
  });
  const { retentionDays: days } = configuration.store;
  const stopRetention =
    days === undefined
      ? undefined
      : startRetention(
          { store, bot: channels.bot, days, clock },
          {
            onErased: (erased) => log.info({ erased, days }, 'old conversations erased'),
            onError: (error) => log.error({ err: error }, 'old conversations could not be erased'),
          },
        );
  const stopSweeping = startSweeping({ store, clock }, (err) => log.error({ err }, 'values whose time is over could not be erased'));
  // Whoever reads that it is ready may stop it at once.
  const stopped = stopSignal();
  try {
    const url = await server.listen({ host: listening.host, port: listening.port });
    log.info(
      {
        url,
        pack: brain.current().pack.hash,
        store: storeName,
        ...(directLine.isLocalSecret && { secret: 'local default' }),
        ...(record.folder !== undefined && { recordedIn: record.folder }),
      },
      `ready on ${url}`,
    );
    await channels.start();
    await stopped;
  } finally {
    // A hung connection must not keep the process.
    setTimeout(() => process.exit(1), SLOWEST_STOP).unref();
    brain.stop();
    load.stop();
    await server.close();
    await channels.close();
    await outbox?.stop();
    await stopRetention?.();
    await stopSweeping();
    await counters?.close();
    await recorder?.flush();
  }
}

/** Instances on one database count together. Loaded where it is used: a server on a file needs no driver. */
const sharedCounters = async (url: string, secret: string, onError: (error: unknown) => void): Promise<SharedCounters | undefined> =>
  isShared(url) ? (await import('../server/limits/shared-counters.js')).createSharedCounters(url, secret, onError) : undefined;

const version = (): string => JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

/** Further signals change nothing: the stop ends by itself in time, and npm hands on a Ctrl-C that the program has got already. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
