import { createBot } from '../../../src/bot/bot.js';
import { type Outbox, startOutbox } from '../../../src/bot/outbox.js';
import type { ConversationId } from '../../../src/bot/ports.js';
import { welcomeOf } from '../../../src/bot/welcome.js';
import { directLineVoice } from '../../../src/channels/directline/voice.js';
import type { Floor } from '../../../src/channels/host/floor.js';
import { createChannelHost } from '../../../src/channels/host/host.js';
import { pauses } from '../../../src/cli/pauses.js';
import type { ServerOptions } from '../../../src/server/server.js';
import { createMemoryStore } from '../../../src/stores/memory.js';
import { realBrain } from '../../brain.js';
import { type Serving, serve } from '../../server/serving.js';

/** A server whose Direct Line conversations people of the team may take over. */
export interface Desked {
  readonly server: Serving;
  readonly floor: Floor;
  /** What they read, in order. */
  readonly desk: string[];
  /** Whether the desk can be reached. */
  isThere: boolean;
  close(): Promise<void>;
}

/** The project's own pack answers. */
export async function serveWithDesk(options: Partial<ServerOptions> = {}): Promise<Desked> {
  const brain = realBrain();
  const clock = { now: () => new Date() };
  const store = createMemoryStore();
  const bot = createBot({ brain: () => brain, store, clock, onOutgoing: () => outbox.wake() });
  const listeners: ((conversation: ConversationId) => void)[] = [];
  const read = (line: string): void => {
    if (!desked.isThere) throw new Error('the desk is away');
    desked.desk.push(line);
  };
  const host = createChannelHost({
    channels: [],
    bot,
    direct: directLineVoice(bot, bot.note, (conversation) => {
      for (const listener of listeners) listener(conversation);
    }),
    store,
    clock,
    pauses,
    log: { info: () => {}, error: () => {} },
    welcome: (language) => welcomeOf(brain, language),
    onOutgoing: () => outbox.wake(),
    desk: {
      open: async ({ transcript }) => read(`open: ${transcript.map(({ from }) => from).join(' ')}`),
      hear: async (_conversation, text) => read(`hear: ${text}`),
    },
  });
  const outbox: Outbox = startOutbox({
    store,
    clock,
    pauses,
    sender: host.sender,
    log: { dead: () => {}, failed: () => {}, absent: () => {} },
    limits: { firstPause: 1, longestPause: 1, look: 5 },
  });
  const server = await serve({
    ...options,
    bot: { ...bot, turn: host.turn },
    directLine: { onSaid: (listener) => void listeners.push(listener) },
  });
  const desked: Desked = {
    server,
    floor: host.floor,
    desk: [],
    isThere: true,
    close: async () => {
      await server.close();
      await host.close();
      await outbox.stop();
    },
  };
  return desked;
}
