import { randomBytes } from 'node:crypto';
import { createBot } from '../bot/bot.js';
import { welcomeOf } from '../bot/welcome.js';
import { createHandler, type Handler } from '../channels/botframework/handler.js';
import { openStore } from '../stores/open.js';
import { pauses } from './pauses.js';
import { loadBrain, packRoot } from './workspace.js';

export type { Handler, TurnContext } from '../channels/botframework/handler.js';
export type { Reply } from '../rendering/reply.js';

export interface ZhidaOptions {
  /** The folder of the pack. Default: the current folder's, else the one that comes with zhida. */
  readonly pack?: string;
  /** Where conversations are kept: `sqlite:PATH`, `postgres://…` or `memory:`. */
  readonly store: string;
}

export interface Zhida {
  /**
   * Answers the activity of a turn through its context, in whichever framework: `@microsoft/agents-hosting` or `botbuilder`. Gives the
   * reply; `undefined` for an activity that asks nothing of the bot. Its own mistakes reject: leave them to the adapter's `onTurnError`.
   */
  readonly answer: Handler;
  close(): Promise<void>;
}

/** Zhida for a bot that there is already. Throws when the pack is broken or the store cannot be opened. */
export async function openZhida({ pack, store: url }: ZhidaOptions): Promise<Zhida> {
  const brain = loadBrain(packRoot(pack));
  const store = await openStore(url);
  const bot = createBot({ brain: () => brain, store, clock: { now: () => new Date() }, pauses });
  return {
    answer: createHandler({
      bot,
      ids: { next: () => randomBytes(16).toString('base64url') },
      welcome: (language) => welcomeOf(brain, language),
    }),
    close: () => store.close(),
  };
}
