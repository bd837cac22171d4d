import type { AuthConfiguration, CloudAdapter as SdkAdapter, WebResponse } from '@microsoft/agents-hosting';
import { CONNECTOR_HOSTS, LOOPBACK_HOSTS } from './access.js';
import { type Activity, expectsReplies } from './activity.js';
import type { Handler, TurnContext } from './handler.js';
import type { Target } from './outgoing.js';
import type { Speech } from './replies.js';
import type { Identity } from './token.js';

/** What the bot is registered with. */
export interface Credentials {
  readonly appId: string;
  readonly password: string;
  /** The directory of a single-tenant registration; without it the bot is a multi-tenant one. */
  readonly tenantId?: string;
}

/** What goes back in the response. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** The channel did not take the answer. What was to be sent stays out of it, since errors are logged. */
export class SendError extends Error {
  readonly status: number;
  /** What the channel asks to wait. */
  readonly afterSeconds: number | undefined;

  constructor(status: number, retryAfter: string | null) {
    super(`The channel did not take the answer: ${status}`);
    this.name = 'SendError';
    this.status = status;
    this.afterSeconds = retryAfter !== null && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : undefined;
  }
}

type ConversationReference = Parameters<SdkAdapter['continueConversation']>[1];

/** The Agents SDK behind what was checked before it. */
export interface Adapter {
  process(activity: Activity, identity: Identity | undefined): Promise<Answer>;
  /** Sends an activity into a conversation. Rejects with `SendError` when the channel does not take it. */
  send(target: Target, part: Speech): Promise<void>;
}

/** Loads the SDK, which takes some 200 ms and 30 MB, and sets it up as strictly as it can be. `credentials` are absent on loopback alone. */
export async function loadAdapter(credentials: Credentials | undefined, handle: Handler): Promise<Adapter> {
  const { CloudAdapter, HttpError, OutboundHostValidator } = await import('@microsoft/agents-hosting');
  const hosts = credentials ? CONNECTOR_HOSTS : LOOPBACK_HOSTS;
  const adapter = new CloudAdapter(
    configuration(credentials),
    undefined,
    undefined,
    { emitStackTrace: false, validateServiceUrl: true },
    // Not the SDK's own list: it holds hosts on which anyone can rent a name, and the bot's token goes along.
    new OutboundHostValidator({ enabled: true, includeDefaultMicrosoftHosts: false, hosts }),
  );
  // The SDK's own tells the user to mend the source code, and answers 200.
  adapter.onTurnError = async (_context, error) => {
    throw error instanceof HttpError ? new SendError(error.status, error.response.headers.get('retry-after')) : error;
  };

  return {
    async process(activity, identity) {
      // With the address the SDK would fetch a token to send by, though nothing is sent.
      const body = expectsReplies(activity) ? { ...activity, serviceUrl: undefined } : { ...activity };
      const response = collect();
      const user = identity && credentials ? { aud: credentials.appId, serviceurl: identity.serviceUrl } : {};
      await adapter.process({ method: 'POST', headers: {}, body, user }, response, async (context) => {
        await handle(context);
      });
      return response.answer();
    },

    async send(target, part) {
      await adapter.continueConversation(
        credentials ? { aud: credentials.appId } : {},
        target as ConversationReference,
        async (context) => {
          await (context as TurnContext).sendActivities([part]);
        },
      );
    },
  };
}

/** Explicit to the last setting, since the SDK fills gaps from variables with names such as `scope`. Tokens are checked before the SDK. */
function configuration(credentials: Credentials | undefined): AuthConfiguration {
  const connection: AuthConfiguration = credentials
    ? {
        clientId: credentials.appId,
        clientSecret: credentials.password,
        ...(credentials.tenantId !== undefined && { tenantId: credentials.tenantId }),
        authType: 'ClientSecret',
        validateIssuer: true,
      }
    : // Not used for anything: without an identity the SDK asks for no token. It only insists on a name in production.
      { clientId: 'local', validateIssuer: true };
  return {
    connections: new Map([['serviceConnection', connection]]),
    connectionsMap: [{ serviceUrl: '*', connection: 'serviceConnection' }],
  };
}

/** The part of a response that the SDK writes to. */
function collect(): WebResponse & { answer(): Answer } {
  let code = 200;
  let sent: unknown;
  return {
    headersSent: false,
    writableEnded: false,
    status(status) {
      code = status;
      return this;
    },
    setHeader() {
      return this;
    },
    send(body) {
      sent = body;
      return this;
    },
    end() {
      this.writableEnded = true;
      return this;
    },
    answer: () => ({ status: code, ...(sent !== undefined && { body: withChannelId(sent) }) }),
  };
}

/** The SDK keeps a channel's id under a name of its own, and writes that name into what it answers. */
const withChannelId = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('_channelId' in value)) return value;
    const { _channelId: channelId, ...rest } = value;
    return { ...rest, channelId };
  });
