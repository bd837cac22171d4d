import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bot } from '../bot/bot.js';
import type { Kept } from '../bot/kept.js';
import type { ConversationId } from '../bot/ports.js';
import { equalSecrets } from '../channels/constant-time.js';
import { bearer } from '../channels/directline/access.js';
import { badArgument, noConversation, unauthorized } from '../channels/directline/errors.js';

interface ById {
  readonly Params: { readonly id: string };
  readonly Querystring: { readonly as?: unknown };
}

/** Whether a request carries the operator's key. */
export const isOperator = ({ headers }: Pick<FastifyRequest, 'headers'>, key: string): boolean =>
  equalSecrets(bearer(headers.authorization) ?? '', key);

/** `GET` and `DELETE /v1/conversations/ID`: all that is kept of a conversation (with `?as=chat`, as a transcript), and nothing of it any more. */
export function serveOperator(app: FastifyInstance, bot: Bot, key: string, chatOf?: (kept: Kept) => string): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request) => {
      if (!isOperator(request, key)) throw unauthorized("Send the operator's key as a bearer token");
    });

    scope.get<ById>('/v1/conversations/:id', async ({ params, query }, reply) => {
      const isChat = query.as === 'chat' && chatOf !== undefined;
      if (query.as !== undefined && !isChat) throw badArgument('as: chat is the only other form');
      const kept = await bot.export(params.id as ConversationId);
      if (!kept) throw noConversation();
      return isChat ? reply.type('text/plain; charset=utf-8').send(chatOf(kept)) : kept;
    });

    scope.delete<ById>('/v1/conversations/:id', async ({ params }, reply) => {
      if (!(await bot.erase(params.id as ConversationId))) throw noConversation();
      return reply.code(204).send();
    });
  });
}
