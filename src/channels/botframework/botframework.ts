import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SendOutcome } from '../../bot/outbox.js';
import type { Clock, OutboxEntry } from '../../bot/ports.js';
import type { Admit } from '../admission.js';
import { badArgument, busy, DirectLineError, forbidden, unauthorized } from '../directline/errors.js';
import { isLocal, trespass } from './access.js';
import { Activity, problemOf } from './activity.js';
import { type Adapter, type Credentials, loadAdapter, SendError } from './adapter.js';
import { ActivityError, createHandler, type HandlerParts } from './handler.js';
import { createKeySet } from './keys.js';
import { readTarget } from './outgoing.js';
import type { Speech } from './replies.js';
import { personOf, threadOf } from './thread.js';
import { type Identity, readToken } from './token.js';

/** Who signs the connector's tokens, and where the keys are published. */
export interface Connector {
  readonly issuer: string;
  readonly metadata: string;
}

/** The public cloud's. */
const CONNECTOR: Connector = {
  issuer: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

export interface BotFrameworkOptions extends HandlerParts {
  readonly clock: Clock;
  /** Without them only programs on this machine are answered: the Emulator, transcript tests. */
  readonly credentials?: Credentials;
  readonly connector?: Connector;
  /** Throws when a person, or a conversation, sends too much. */
  readonly admit?: Admit;
  /** Hears of every failure that the sender is only told the outline of. */
  readonly onError?: (error: unknown) => void;
}

/** Teams and the other channels of Azure Bot Service, over a bot. */
export interface BotFramework {
  /** `POST /api/messages`. */
  register(app: FastifyInstance): void;
  /** Sends what turns have left in the outbox; see `viaOutbox`. */
  send(entry: Pick<OutboxEntry, 'target' | 'part'>): Promise<SendOutcome>;
}

export function createBotFramework(options: BotFrameworkOptions): BotFramework {
  const { credentials, clock, connector = CONNECTOR, admit, onError = () => {} } = options;
  const handle = createHandler(options);
  const keys = createKeySet({ metadata: connector.metadata, clock, onError });
  let loading: Promise<Adapter> | undefined;
  // Loaded for the first sender who may speak, so that a server that nobody speaks to this way never pays for it.
  const adapter = (): Promise<Adapter> => {
    loading ??= loadAdapter(credentials, handle);
    return loading;
  };

  /** Who sends; `undefined` for a program on this machine. */
  async function identify(request: FastifyRequest): Promise<Identity | undefined> {
    if (!credentials) {
      if (isLocal(request.raw)) return undefined;
      throw forbidden('Without MICROSOFT_APP_ID only programs on this machine are answered');
    }
    const token = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw unauthorized('Send the token of the Bot Connector as a bearer token');
    const rules = { keys, issuer: connector.issuer, audience: credentials.appId };
    const read = await readToken(token, rules, clock.now()).catch((error: unknown) => {
      onError(error);
      throw new DirectLineError(503, 'ServiceUnavailable', "The Bot Connector's keys cannot be fetched; try again", 5);
    });
    if (!read.ok) throw unauthorized(read.error);
    return read.value;
  }

  return {
    async send({ target, part }) {
      try {
        await (await adapter()).send(readTarget(target), part as Speech);
        return { kind: 'sent' };
      } catch (error) {
        if (!(error instanceof SendError)) throw error;
        const { status, message: reason, afterSeconds } = error;
        // The conversation is gone or closed to the bot, or the activity is wrong: no later attempt is better.
        if ([400, 403, 404, 405, 410, 413].includes(status)) return { kind: 'refused', reason };
        return { kind: 'retry', reason, ...(afterSeconds !== undefined && { afterSeconds }) };
      }
    },

    register(app) {
      const identities = new WeakMap<FastifyRequest, Identity>();
      app.post('/api/messages', {
        // One address for all users.
        config: { isPlatform: true },
        // Before the body is read: nobody unknown makes the server read one.
        onRequest: async (request) => {
          const identity = await identify(request);
          if (identity) identities.set(request, identity);
        },
        handler: async (request, reply) => {
          const read = Activity.safeParse(request.body ?? {});
          if (!read.success) throw badArgument(problemOf(read.error));
          const identity = identities.get(request);
          const fault = trespass(read.data, identity);
          if (fault !== undefined) throw forbidden(fault);
          if (identity) await admit?.({ token: personOf(read.data), messageTo: threadOf(read.data) });
          const { status, body } = await (await adapter()).process(read.data, identity).catch((error: unknown) => {
            if (error instanceof SendError) onError(error);
            throw asRefusal(error);
          });
          return reply.code(status).send(body);
        },
      });
    },
  };
}

/** A failure as the transport tells it. */
function asRefusal(error: unknown): unknown {
  if (error instanceof SendError) return new DirectLineError(502, 'BotRejectedActivity', error.message);
  if (!(error instanceof ActivityError)) return error;
  return error.kind === 'busy' ? busy() : new DirectLineError(409, 'Conflict', error.message);
}
