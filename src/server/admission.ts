import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { DirectLineError } from '../channels/directline/errors.js';
import type { Pressure } from './limits/pressure.js';
import { clientAddress, type IsTrusted } from './limits/proxies.js';
import type { RateLimits } from './limits/rate-limits.js';

interface AdmissionParts {
  readonly limits: RateLimits | undefined;
  readonly pressure: Pressure | undefined;
  readonly isTrusted: IsTrusted;
  /** Whether the bearer is a server that speaks for many users, who share its address. */
  readonly isOwner: (authorization: string | undefined) => boolean;
  readonly onShed: () => void;
}

/** Refuses what is too much before its body is read. Gives the same check for a WebSocket. */
export function admitRequests(
  app: FastifyInstance,
  { limits, pressure, isTrusted, isOwner, onShed }: AdmissionParts,
): (request: IncomingMessage) => Promise<void> {
  function shed(): void {
    if (pressure?.reason() === undefined) return;
    onShed();
    throw new DirectLineError(503, 'ServiceUnavailable', 'Too busy; try again', 2);
  }

  async function check(request: IncomingMessage, hasManyUsers: boolean): Promise<void> {
    shed();
    if (limits && !hasManyUsers && !isOwner(request.headers.authorization)) await limits.request(clientAddress(request, isTrusted));
  }

  // The last hook before the body: a channel's own headers, such as those of CORS, are set by then.
  app.addHook('preParsing', async (request, reply) => {
    const { insteadOfRefusal, isPlatform = false, isVital = false } = request.routeOptions.config;
    if (isVital) return;
    try {
      await check(request.raw, isPlatform);
    } catch (error) {
      if (!(error instanceof DirectLineError) || insteadOfRefusal === undefined) throw error;
      await reply.send(insteadOfRefusal(request));
    }
  });

  // Whole requests only: those who send slowly are cut off by time-outs, and must not make the server look busy.
  if (pressure) {
    app.addHook('preHandler', async ({ routeOptions }, { raw }) => {
      // Who hung up while he was counted has no close any more that could end it.
      if (raw.closed || routeOptions.config.isVital) return;
      pressure.begin();
      raw.once('close', () => pressure.end());
    });
  }
  return (request) => check(request, false);
}
