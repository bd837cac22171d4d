import { err, ok } from '../../src/base/result.js';
import type { Bot } from '../../src/bot/bot.js';
import { createOrder } from '../../src/bot/in-order.js';
import type { Clock, Store, TurnRecord } from '../../src/bot/ports.js';
import type { Reply } from '../../src/rendering/reply.js';

export interface ScriptedBot extends Bot {
  /** Texts that were answered, in order, those included whose turn was stored already. */
  readonly heard: readonly string[];
  /** Awaited before a turn is stored. */
  pause: () => Promise<void>;
}

/** A bot over a store that says what `script` says. */
export function createScriptedBot(store: Store, clock: Clock, script: (text: string) => Partial<Reply>): ScriptedBot {
  const order = createOrder();
  const heard: string[] = [];
  const bot: ScriptedBot = {
    heard,
    pause: async () => {},
    start: (id) => store.create(id, clock.now().toISOString()),
    has: async (id) => (await store.load(id)) !== undefined,
    history: (id, after, limit) => store.history(id, after, limit),
    erase: (id, ifBefore) => store.erase(id, ifBefore),
    export: async () => undefined,
    turn: ({ conversation, key, outgoing, ...incoming }) =>
      order(conversation, async () => {
        if (incoming.text.length > 2000) return err({ kind: 'too-long', limit: 2000 } as const);
        const loaded = await store.load(conversation);
        if (!loaded) return err({ kind: 'unknown-conversation' } as const);
        heard.push(incoming.text);
        await bot.pause();
        const sequence = loaded.version + 1;
        const reply = replyOf(conversation, script(incoming.text));
        const turn: TurnRecord = { conversation, sequence, key, bodyHash: incoming.text, at: clock.now().toISOString(), incoming, reply };
        const outcome = await store.append(turn, '{}', loaded.version, outgoing?.(reply, { sequence }));
        if (outcome.kind === 'stored') return ok(turn);
        if (outcome.kind === 'conflict') return err({ kind: 'busy' } as const);
        return outcome.turn.bodyHash === turn.bodyHash ? ok(outcome.turn) : err({ kind: 'key-reused' } as const);
      }),
  };
  return bot;
}

const replyOf = (conversation: string, part: Partial<Reply>): Reply => ({
  conversation,
  kind: 'answer',
  language: 'zh',
  intents: [],
  slots: {},
  text: '',
  blocks: [{ kind: 'paragraph', text: part.text ?? '' }],
  figures: [],
  sources: [],
  conflicts: [],
  suggestions: [],
  ...part,
});
