import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Bot } from '../../src/bot/bot.js';
import { createServer, type ServerOptions } from '../../src/server/server.js';
import { createFakeBot } from '../channels/fake-bot.js';

export const SECRET = 'the-secret-of-the-tests';

export interface Serving {
  readonly url: string;
  readonly port: number;
  readonly bot: Bot;
  /** Moves the server's clock. */
  advance(seconds: number): void;
  /** What was logged as an error. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

const WELCOMES = {
  zh: { text: '您好。', prompts: ['提现 5000 元，手续费是多少？', '想到账 5000 元，需要提多少？', '哪种提现方式最划算？'] },
  en: {
    text: 'Hello.',
    prompts: [
      'What is the fee for withdrawing 5000 yuan?',
      'How much must I withdraw to receive 5000 yuan?',
      'Which way to withdraw is the cheapest?',
    ],
  },
};

/** A really listening server over a fake bot. */
export async function serve(options: Partial<ServerOptions> = {}, onPort = 0): Promise<Serving> {
  let offset = 0;
  const errors: unknown[] = [];
  const clock = { now: () => new Date(Date.now() + offset) };
  const bot = options.bot ?? createFakeBot(clock);
  const server = createServer({
    secret: SECRET,
    clock,
    ids: { next: randomUUID },
    log: { error: (details, message) => errors.push({ ...details, message }) },
    version: '0.0.0-test',
    ready: async () => undefined,
    welcome: (language) => WELCOMES[language],
    ...options,
    bot,
  });
  await server.listen({ host: '127.0.0.1', port: onPort });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    bot,
    advance: (seconds) => {
      offset += seconds * 1000;
    },
    errors,
    close: () => server.close(),
  };
}
