import { z } from 'zod';
import type { Channel } from '../channel.js';
import { defineChannel } from '../kind.js';
import { apiBase } from '../outbound/api-base.js';
import type { TelegramTarget } from './events.js';
import { receiveTelegram, SECRET_HEADER } from './receive.js';
import { renderTelegram, TELEGRAM, type TelegramPart } from './render.js';
import { sendTelegram } from './send.js';

const variables = {
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d{1,20}:[\w-]{20,100}$/, 'must be a token of BotFather such as 123456:ABC…'),
  /** What `setWebhook` was called with. */
  TELEGRAM_SECRET_TOKEN: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 of A-Z, a-z, 0-9, _ and -; make one with: openssl rand -hex 32'),
  /** For mentions in groups. */
  TELEGRAM_BOT_USERNAME: z
    .string()
    .regex(/^@?\w{3,32}$/, 'must be the name of the bot without the @')
    .transform((name) => name.replace(/^@/, ''))
    .optional(),
  TELEGRAM_API_BASE: apiBase('https://api.telegram.org'),
};

type TelegramSettings = z.infer<z.ZodObject<typeof variables>>;

export function createTelegram(settings: TelegramSettings): Channel<TelegramTarget, TelegramPart> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_SECRET_TOKEN: secret, TELEGRAM_API_BASE: base } = settings;
  const bot = { id: Number(token.split(':')[0]), username: settings.TELEGRAM_BOT_USERNAME };
  return {
    id: 'telegram',
    capabilities: TELEGRAM,
    receive: (request) => receiveTelegram(secret, bot, request),
    render: renderTelegram,
    send: (target, part, _delivery, io) => sendTelegram({ base, token }, target, part, io),
    // Telegram has no handshake: an update that says nothing has to be taken.
    handshake: () => ({
      request: {
        method: 'POST',
        headers: { 'content-type': 'application/json', [SECRET_HEADER]: secret },
        query: new URLSearchParams(),
        body: Buffer.from('{"update_id":0}'),
      },
    }),
  };
}

export const telegram = defineChannel({
  id: 'telegram',
  name: 'Telegram',
  variables,
  secrets: { TELEGRAM_BOT_TOKEN: true, TELEGRAM_SECRET_TOKEN: true },
  create: createTelegram,
});
