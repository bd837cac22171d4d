import { randomUUID } from 'node:crypto';
import { type BotFramework, type BotFrameworkOptions, createBotFramework } from '../../../src/channels/botframework/botframework.js';
import { type Serving, serve } from '../../server/serving.js';
import { createFakeBot } from '../fake-bot.js';

/** A listening server with `POST /api/messages`, over a fake bot unless another is given. */
export async function serveMessages(options: Partial<BotFrameworkOptions> = {}): Promise<Serving & { readonly channel: BotFramework }> {
  let offset = 0;
  const errors: unknown[] = [];
  const clock = { now: () => new Date(Date.now() + offset) };
  const bot = options.bot ?? createFakeBot(clock);
  const channel = createBotFramework({ clock, ids: { next: randomUUID }, onError: (error) => errors.push(error), ...options, bot });
  const server = await serve({ bot, clock, botFramework: channel, log: { error: ({ err }) => errors.push(err) } });
  return {
    ...server,
    channel,
    errors,
    advance: (seconds) => {
      offset += seconds * 1000;
    },
  };
}
