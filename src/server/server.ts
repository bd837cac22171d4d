import { type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import type { Language } from '../base/language.js';
import type { Bot } from '../bot/bot.js';
import type { Kept } from '../bot/kept.js';
import type { Clock, Ids } from '../bot/ports.js';
import type { BotFramework } from '../channels/botframework/botframework.js';
import { createDirectLine, type DirectLineOptions } from '../channels/directline/directline.js';
import { busy, DirectLineError } from '../channels/directline/errors.js';
import { refuse } from '../channels/directline/upgrade.js';
import { isTemporary } from '../stores/errors.js';
import { admitRequests } from './admission.js';
import { watchArrivals } from './arrivals.js';
import { answerClientError, answerFailure, body } from './failures.js';
import { type FrameAncestors, securityHeaders } from './headers.js';
import { acceptJson } from './json-body.js';
import { type KnowledgePage, knowledgePath, serveKnowledge } from './knowledge.js';
import type { Pressure } from './limits/pressure.js';
import { trustedProxies } from './limits/proxies.js';
import type { RateLimits } from './limits/rate-limits.js';
import type { ServerLog } from './log.js';
import { answerUnrouted } from './methods.js';
import { type Metrics, serveMetrics } from './metrics.js';
import { serveOperator } from './operator.js';
import { loadPage, type Page, servePage } from './page.js';
import { serveSession } from './session.js';
import { stopInOrder } from './stopping.js';
import { installedWebChat, serveWebChat } from './web-chat.js';
import { serveWelcome, type Welcome } from './welcome.js';
import { serveWidget } from './widget.js';

export interface ServerOptions {
  readonly bot: Bot;
  /** The Direct Line secret, at least 16 characters. */
  readonly secret: string;
  /** The secret before it was changed, accepted too. */
  readonly previousSecret?: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: ServerLog;
  /** The program's version, for `/healthz`. */
  readonly version: string;
  /** Why requests should not come here yet (`the pack is loading`); `undefined` when they may. */
  readonly ready: () => Promise<string | undefined>;
  readonly directLine?: Pick<DirectLineOptions, 'origins' | 'publicUrl' | 'limits' | 'onFeedback' | 'onSaid' | 'onErased'>;
  /** Turns `POST /api/messages` on. */
  readonly botFramework?: Pick<BotFramework, 'register'>;
  /** Further channels' routes, each in a scope of its own. */
  readonly register?: (app: FastifyInstance) => void;
  /** The front page and the widget. Default: those of the package. */
  readonly page?: Page;
  /** The file of Web Chat for `/webchat`; `false`: there is none. Default: that of the package `botframework-webchat`, where it is installed. */
  readonly webChat?: string | false;
  readonly knowledge?: KnowledgePage;
  /** What pages show before the first message. */
  readonly welcome?: (language: Language) => Welcome;
  /** Origins that may frame the pages. Default: none. */
  readonly frameAncestors?: FrameAncestors;
  /** Addresses and networks of proxies whose `X-Forwarded-*` is believed. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** Default: none. */
  readonly limits?: RateLimits;
  /** Default: everything is taken on. */
  readonly pressure?: Pressure;
  /** What the operator's routes and `/metrics` are read with; without it there are no such routes. At least 16 characters. */
  readonly operatorKey?: string;
  readonly metrics?: Metrics;
  /** A conversation as a transcript, personal data masked, for the operator's `?as=chat`. */
  readonly chatOf?: (kept: Kept) => string;
}

function noJsonSchema(): never {
  throw new Error('no route declares a JSON Schema');
}

/** The whole server, not yet listening: `await server.listen({host, port})`, and `await server.close()` to end it in order. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { bot, secret, clock, ids, log } = options;
  const headers = securityHeaders(options.frameAncestors ?? []);
  const isTrusted = trustedProxies(options.trustedProxies ?? []);
  const app = fastify({
    logger: false,
    trustProxy: isTrusted,
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 200 },
    // Without these a silent or half-sent request stays open for ever.
    requestTimeout: 5000,
    http: { headersTimeout: 3000, connectionsCheckingInterval: 1000 },
    // Nor one that does not read its answer.
    connectionTimeout: 30_000,
    // Requests that come on an open connection while the server closes are still answered.
    return503OnClosing: false,
    // Bodies are read by our own schemas; loading the compilers of JSON Schema is a good part of a start.
    schemaController: { compilersFactory: { buildValidator: noJsonSchema, buildSerializer: noJsonSchema } },
    frameworkErrors: (error, _request, reply) => {
      // No route is known here, so its type does not know what may be sent.
      const refused = reply as unknown as FastifyReply;
      refused
        .headers(headers)
        .code(error.statusCode ?? 400)
        .send(body('BadArgument', error.message));
    },
    clientErrorHandler: (error: NodeJS.ErrnoException, socket) => {
      if (error.code !== 'ERR_HTTP_REQUEST_TIMEOUT') answerClientError(error, socket);
      else unlessArrived(socket, () => answerClientError(error, socket));
    },
  });

  const unlessArrived = watchArrivals(app.server);

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  app.setErrorHandler((error: Parameters<typeof answerFailure>[0], request, reply) => answerFailure(error, request, reply, log));
  answerUnrouted(app);
  acceptJson(app);

  const directLine = createDirectLine({
    ...options.directLine,
    bot,
    secret,
    ...(options.previousSecret !== undefined && { previousSecret: options.previousSecret }),
    clock,
    ids,
    ...(options.knowledge && { sourcePath: knowledgePath }),
    isOverload: isTemporary,
    ...(options.limits && { admit: options.limits.call }),
    onError: (error) => log.error({ err: error }, 'direct line failed'),
  });
  const admit = admitRequests(app, {
    limits: options.limits,
    pressure: options.pressure,
    isTrusted,
    isOwner: directLine.isOwner,
    onShed: () => options.metrics?.refused('load'),
  });
  directLine.register(app);
  app.server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    admit(request).then(
      () => {
        if (!directLine.upgrade(request, socket, head))
          refuse(socket, new DirectLineError(404, 'NotFound', 'There is no WebSocket at this address'));
      },
      (error) => refuse(socket, error instanceof DirectLineError ? error : busy()),
    );
  });
  const stopping = stopInOrder(app);
  app.addHook('preClose', async () => {
    stopping();
    await directLine.close();
  });

  serveHealth(app, options);
  if (options.operatorKey !== undefined) serveOperator(app, bot, options.operatorKey, options.chatOf);
  if (options.metrics) serveMetrics(app, options.metrics, options.operatorKey);
  serveSession(app, directLine, options.directLine?.origins);
  options.botFramework?.register(app);
  options.register?.(app);
  const page = options.page ?? loadPage();
  servePage(app, page);
  serveWidget(app, page.get('widget.js'), options.welcome);
  const { webChat = installedWebChat() } = options;
  serveWebChat(app, { bundle: webChat || undefined, frameAncestors: options.frameAncestors ?? [] });
  if (options.welcome) serveWelcome(app, options.welcome);
  if (options.knowledge) serveKnowledge(app, options.knowledge);
  return app;
}

/** `/healthz`: the process answers. `/readyz`: it can do its work. */
function serveHealth(app: FastifyInstance, { ready, version }: ServerOptions): void {
  const vital = { config: { isVital: true } };
  app.get('/healthz', vital, async () => ({ status: 'ok', version }));
  app.get('/readyz', vital, async (_request, reply) => {
    const reason = await ready();
    if (reason === undefined) return { status: 'ready', version };
    return reply.code(503).header('retry-after', '1').send(body('NotReady', reason));
  });
}
