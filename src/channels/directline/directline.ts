import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Bot } from '../../bot/bot.js';
import type { Clock, ConversationId, Ids } from '../../bot/ports.js';
import type { Admit } from '../admission.js';
import { bearer } from './access.js';
import type { SourceLinks } from './activities.js';
import type { Feedback } from './feedback.js';
import { originPolicy } from './origins.js';
import { BASE_PATH, registerRoutes } from './routes.js';
import { createStreams, STREAM_LIMITS, type StreamLimits } from './streams.js';
import { createTokens, LIFETIME } from './token.js';
import { createUpgrade } from './upgrade.js';

export interface DirectLineOptions {
  readonly bot: Bot;
  /** What the owner of a page uses to get tokens, and what the tokens' key is derived from. At least 16 characters. */
  readonly secret: string;
  /** The secret before the last change of it, accepted as well. */
  readonly previousSecret?: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Origins of pages that may call, `*` for all. Default: loopback pages. The server's own origin may always. */
  readonly origins?: readonly string[];
  /** How clients reach the server (`https://bot.example`), where the request does not tell. */
  readonly publicUrl?: string;
  /** The path on this server, `/` first, where an answer's source can be opened. Default: nowhere. */
  readonly sourcePath?: (...source: Parameters<SourceLinks>) => string;
  /** Takes who wants to hear of what is said in a conversation by another way than a request of this channel. */
  readonly onSaid?: (listener: (conversation: ConversationId) => void) => void;
  /** Takes who wants to hear at once that a conversation is no more. */
  readonly onErased?: (listener: (conversation: ConversationId) => void) => void;
  /** Hears of every verdict on an answer. */
  readonly onFeedback?: (feedback: Feedback) => void;
  /** Tells an error of a full store, which a client may try again after, from a failure. */
  readonly isOverload?: (error: unknown) => boolean;
  /** Hears of every failure that a client is only told the outline of. */
  readonly onError?: (error: unknown) => void;
  readonly limits?: Partial<StreamLimits>;
  /** Asked about every call by token but polls. */
  readonly admit?: Admit;
}

interface Session {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  /** Gives the same conversation again, for 30 days. */
  readonly resume: string;
}

/** Direct Line 3.0 over a bot: what Web Chat and botframework-directlinejs talk to. */
export interface DirectLine {
  register(app: FastifyInstance): void;
  /** Takes a WebSocket of a conversation; `false` when the path is none of this channel's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** A conversation for the server's own page: the one that `resume` names, or a new one. */
  session(resume: string | undefined): Promise<Session>;
  /** Whether a request comes from the holder of the secret, by its `Authorization`. */
  isOwner(authorization: string | undefined): boolean;
  close(): Promise<void>;
}

export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { bot, secret, previousSecret, clock, ids, sourcePath } = options;
  const { isOverload = () => false, onError = () => {}, onFeedback = () => {}, admit = async () => {} } = options;
  const publicUrl = options.publicUrl?.replace(/\/+$/, '');
  if ([secret, previousSecret].some((each) => each !== undefined && each.length < 16))
    throw new RangeError('A Direct Line secret needs at least 16 characters');
  const tokens = createTokens(secret, clock, previousSecret);
  const streams = createStreams(bot, { ...STREAM_LIMITS, ...options.limits }, onError);
  options.onSaid?.(streams.wake);
  options.onErased?.(streams.end);
  const mayCall = originPolicy(options.origins);
  const linksOf =
    (site = publicUrl): SourceLinks =>
    (...source) =>
      site === undefined ? undefined : sourcePath && site + sourcePath(...source);
  const parts = { bot, tokens, streams, clock, ids, mayCall, publicUrl, linksOf, isOverload, onError, onFeedback, admit };

  return {
    register(app) {
      app.register(async (scope) => registerRoutes(scope, parts), { prefix: BASE_PATH });
    },

    upgrade: createUpgrade(parts),

    async session(resume) {
      const earlier = resume === undefined ? undefined : tokens.verify(resume, ['resume']);
      const known = earlier?.ok && (await bot.has(earlier.value.conv as ConversationId)) ? earlier.value : undefined;
      const who = { conv: known?.conv ?? ids.next(), user: known?.user ?? `dl_${ids.next()}` };
      if (!known) await bot.start(who.conv as ConversationId);
      return {
        conversationId: who.conv,
        token: tokens.issue('access', who),
        expires_in: LIFETIME.access,
        resume: tokens.issue('resume', who),
      };
    },

    isOwner(authorization) {
      const credential = bearer(authorization);
      return credential !== undefined && tokens.isSecret(credential);
    },

    close: () => streams.close(),
  };
}
