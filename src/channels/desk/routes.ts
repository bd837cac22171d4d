import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { assertNever } from '../../base/assert-never.js';
import type { Clock } from '../../bot/ports.js';
import type { Floor } from '../host/floor.js';
import { isFromDesk } from './signature.js';

/** What a desk may say; `id` names the message, so that a repeated call sends nothing twice. */
const Said = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    id: z.string().min(1).max(200),
    conversation: z.string().min(1),
    text: z.string().min(1).max(4000),
  }),
  z.object({ kind: z.literal('take-over'), conversation: z.string().min(1) }),
  z.object({ kind: z.literal('hand-back'), id: z.string().min(1).max(200), conversation: z.string().min(1) }),
]);

/** `POST /channels/hand-off`: a person of the team takes a conversation over, speaks, or gives it back. Signed as our calls to the desk are. */
export function registerDesk(app: FastifyInstance, floor: Floor, secret: string, clock: Clock): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post('/channels/hand-off', { config: { isPlatform: true } }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const [timestamp, signature] = [request.headers['x-zhida-timestamp'], request.headers['x-zhida-signature']].map((value) =>
        typeof value === 'string' ? value : undefined,
      );
      if (!isFromDesk(secret, clock.now(), timestamp, signature, body)) return reply.code(401).send();
      const said = Said.safeParse(jsonOf(body));
      if (!said.success) return reply.code(400).send();
      const result = await done(said.data, floor);
      // 409: nobody handed it over, or the bot has it again.
      return reply.code(result.ok ? 204 : result.error === 'not-sent' ? 502 : 409).send();
    });
  });
}

function done(said: z.infer<typeof Said>, floor: Floor): ReturnType<Floor['say']> {
  switch (said.kind) {
    case 'take-over':
      return floor.takeOver(said.conversation);
    case 'message':
      return floor.say(said.conversation, said.id, said.text);
    case 'hand-back':
      return floor.handBack(said.conversation, said.id);
    default:
      return assertNever(said);
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
