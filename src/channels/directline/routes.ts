import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ConversationId } from '../../bot/ports.js';
import type { Admit } from '../admission.js';
import { authenticate, type Caller, openedConversation, ownConversation } from './access.js';
import { type ActivitySet, activitySet, type SourceLinks } from './activities.js';
import { badArgument, DirectLineError, forbidden, noConversation } from './errors.js';
import { corsHeaders, type OriginPolicy, PREFLIGHT_HEADERS } from './origins.js';
import { ActivityBody, GenerateBody, parse, parseWatermark, StartBody, UserId } from './parse.js';
import { type PostParts, postActivity } from './post-activity.js';
import { type Claims, LIFETIME, type Tokens } from './token.js';
import { LARGEST_UPLOAD, readUpload } from './upload.js';

export interface RouteParts extends PostParts {
  readonly tokens: Tokens;
  readonly mayCall: OriginPolicy;
  readonly publicUrl: string | undefined;
  readonly admit: Admit;
  /** Links for a client that reaches the server at `site`. */
  readonly linksOf: (site: string | undefined) => SourceLinks;
}

interface ById {
  readonly Params: { readonly id: string };
  readonly Querystring: { readonly watermark?: unknown; readonly userId?: unknown };
}

/** Where Direct Line stands on this server. */
export const BASE_PATH = '/v3/directline';

/** Turns in one answer to GET activities; the rest comes with the client's next one. */
const PAGE = 100;

/** The endpoints of Direct Line 3.0 on a Fastify scope of their own. */
export function registerRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { bot, tokens, ids, mayCall } = parts;

  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && mayCall(origin, request.host)) reply.headers(corsHeaders(origin));
    else reply.header('vary', 'origin');
  });
  // Some clients name a content type on a POST without a body.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else done(new DirectLineError(415, 'BadArgument', 'Send JSON, as application/json'));
  });

  const caller = (request: FastifyRequest): Caller => authenticate(tokens, request.headers.authorization, request.headers.origin);
  /** The caller of anything but a poll, unless he calls too often. */
  const admitted = async (request: FastifyRequest, hasMessage = false): Promise<Caller> => {
    const from = caller(request);
    if (from.kind === 'token') {
      const { conv, exp } = from.claims;
      await parts.admit({ token: `${conv} ${exp}`, ...(hasMessage && { messageTo: conv }) });
    }
    return from;
  };
  const grant = (who: Who) => ({ conversationId: who.conv, token: tokens.issue('access', who), expires_in: LIFETIME.access });
  const streamUrl = (request: FastifyRequest, who: Who, watermark: string): string => {
    const site = siteOf(request, parts.publicUrl);
    const url = new URL(`${site}${BASE_PATH}/conversations/${encodeURIComponent(who.conv)}/stream`);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.search = new URLSearchParams({ watermark, t: tokens.issue('stream', { ...who, site }) }).toString();
    return url.href;
  };

  app.options('/*', async (_request, reply) => reply.code(204).headers(PREFLIGHT_HEADERS).send());

  app.post('/tokens/generate', async (request) => {
    if (caller(request).kind !== 'secret') throw forbidden('Only the secret generates tokens');
    const body = parse(GenerateBody, request.body);
    const origins = body?.trustedOrigins ?? [];
    const who = { ...identity(body?.user), conv: ids.next(), ...(origins.length > 0 && { origins }) };
    // Its place in the store is taken now, so that a token never brings back a conversation that was erased.
    await bot.start(who.conv as ConversationId);
    return grant(who);
  });

  app.post('/tokens/refresh', async (request) => {
    const from = await admitted(request);
    if (from.kind === 'secret') throw badArgument('The secret does not expire; refresh takes a token');
    await openedConversation(bot, from, from.claims.conv);
    return grant(whoOf(from.claims));
  });

  app.post('/conversations', async (request, reply) => {
    const from = await admitted(request);
    const asked = identity(parse(StartBody, request.body)?.user);
    if (from.kind === 'token' && from.claims.user === undefined && asked.user?.startsWith('dl_')) {
      throw badArgument('user.id: an id that starts with dl_ must come in the token');
    }
    const who = from.kind === 'token' ? { ...asked, ...whoOf(from.claims) } : { ...asked, conv: ids.next() };
    if (from.kind === 'secret') await bot.start(who.conv as ConversationId);
    else await openedConversation(bot, from, who.conv);
    return reply.code(201).send({ ...grant(who), streamUrl: streamUrl(request, who, '-') });
  });

  app.get<ById>('/conversations/:id', async (request) => {
    const from = await admitted(request);
    const { watermark } = request.query;
    const after = parseWatermark(watermark);
    const conv = await openedConversation(bot, from, request.params.id);
    const who = from.kind === 'token' ? whoOf(from.claims) : { conv };
    return { ...grant(who), streamUrl: streamUrl(request, who, after === 0 ? '-' : String(watermark)) };
  });

  // One 429 or 5xx here ends a client's polling for good, silently: it gets nothing new instead, and asks again.
  const nothingNew = ({ watermark }: ById['Querystring']) => ({
    activities: [],
    watermark: typeof watermark === 'string' ? watermark : '',
  });
  const polling = { insteadOfRefusal: ({ query }: FastifyRequest) => nothingNew(query as ById['Querystring']) };
  app.get<ById>('/conversations/:id/activities', { config: polling }, async (request): Promise<ActivitySet> => {
    const from = caller(request);
    const after = parseWatermark(request.query.watermark);
    const unchanged = nothingNew(request.query);
    try {
      const conversation = await openedConversation(bot, from, request.params.id);
      return activitySet(
        await bot.history(conversation, after, PAGE),
        unchanged.watermark,
        parts.linksOf(siteOf(request, parts.publicUrl)),
      );
    } catch (error) {
      if (error instanceof DirectLineError) throw error;
      parts.onError(error);
      return unchanged;
    }
  });

  app.post<ById>('/conversations/:id/activities', async (request) => {
    const from = await admitted(request, true);
    const activity = parse(ActivityBody, request.body);
    // A turn looks for its conversation itself: the store is not asked twice.
    const conversation =
      activity.type === 'message' ? ownConversation(from, request.params.id) : await openedConversation(bot, from, request.params.id);
    return { id: await postActivity(parts, conversation, from, activity) };
  });

  // An extension: the user leaves nothing behind.
  app.delete<ById>('/conversations/:id', async (request, reply) => {
    const conversation = await openedConversation(bot, await admitted(request), request.params.id);
    if (!(await bot.erase(conversation))) throw noConversation();
    parts.streams.end(conversation);
    return reply.code(204).send();
  });

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_UPLOAD }, (_request, body, done) => done(null, body));
    scope.post<ById>('/conversations/:id/upload', {
      bodyLimit: LARGEST_UPLOAD,
      // Before the body is read: nobody else's is.
      onRequest: async (request) => {
        await openedConversation(bot, await admitted(request, true), request.params.id);
      },
      handler: async (request) => {
        const from = caller(request);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const { activity, digest } = await readUpload(request.headers, parse(UserId, request.query.userId, 'userId'), body);
        const conversation = await openedConversation(bot, from, request.params.id);
        return { id: await postActivity(parts, conversation, from, activity, digest) };
      },
    });
  });
}

type Who = Omit<Claims, 'use' | 'exp'>;

const whoOf = ({ use: _use, exp: _exp, ...who }: Claims): Who => who;

const identity = (user: { id?: string | null | undefined; name?: string | null | undefined } | null | undefined): Omit<Who, 'conv'> => ({
  ...(user?.id && { user: user.id }),
  ...(user?.name && { name: user.name }),
});

/** The absolute address of this server as the client reached it; no slash ends it. */
function siteOf(request: FastifyRequest, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl;
  const base = `${request.protocol}://${request.host}`;
  if (!URL.canParse(base)) throw badArgument('The Host header is not valid');
  return new URL(base).origin;
}
