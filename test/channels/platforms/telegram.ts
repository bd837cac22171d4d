import { z } from 'zod';
import { type ApiReply, createPlatform, faultsBy, type Platform, post } from './platform.js';

export const TELEGRAM_SECRET = 'a-secret-of-the-webhook_1';
export const TELEGRAM_TOKEN = '4242:AAExampleOfATokenOfABotFather';
export const TELEGRAM_NAME = 'zhida_bot';

export const byTelegram = (update: object | string | Buffer, secret = TELEGRAM_SECRET) =>
  post(typeof update === 'string' || Buffer.isBuffer(update) ? update : JSON.stringify(update), {
    'x-telegram-bot-api-secret-token': secret,
  });

const number = (id: string): number => Number(id.replace(/\D/g, '')) || 1;

/** What is seen of Telegram's HTML; `undefined` where Telegram would refuse it. */
function seen(html: string): string | undefined {
  const open: string[] = [];
  let text = '';
  for (const [token] of html.matchAll(/<[^>]*>?|&[^;\s]*;?|[^<&]+/g)) {
    const tag = /^<(\/?)(b|code|pre)>$/.exec(token);
    if (tag) {
      const [, closes, name = ''] = tag;
      if (closes ? open.pop() !== name : open.push(name) > 1) return undefined;
    } else if (token.startsWith('<')) return undefined;
    else if (token.startsWith('&')) {
      const character = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }[token];
      if (character === undefined) return undefined;
      text += character;
    } else text += token;
  }
  return open.length === 0 ? text : undefined;
}

const Button = z.strictObject({
  text: z.string().min(1),
  callback_data: z
    .string()
    .refine((data) => Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64, 'callback data is 1 to 64 bytes'),
});

const Message = z.strictObject({
  chat_id: z.int(),
  message_thread_id: z.int().optional(),
  text: z.string().refine((html) => {
    const text = seen(html);
    return text !== undefined && text.trim().length > 0 && text.length <= 4096;
  }, 'not Telegram HTML of 1 to 4096 characters'),
  parse_mode: z.literal('HTML'),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }),
  reply_parameters: z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean() }).optional(),
  reply_markup: z.strictObject({ inline_keyboard: z.array(z.array(Button).min(1).max(8)).max(100) }).optional(),
});

/** The bot as it is shown to itself; the token begins with its id. */
const BOT = { id: 4242, is_bot: true, first_name: 'Zhida', username: TELEGRAM_NAME };

const result = (value: object): ApiReply => ({ status: 200, body: { ok: true, result: value } });

export const telegramPlatform = (): Platform =>
  createPlatform({
    id: 'telegram',
    variables: (base) => ({
      TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
      TELEGRAM_SECRET_TOKEN: TELEGRAM_SECRET,
      TELEGRAM_BOT_USERNAME: TELEGRAM_NAME,
      TELEGRAM_API_BASE: base,
    }),
    says: ({ id, text, from: name, group }, now) => {
      const from = { id: number(name), is_bot: false, first_name: 'A', language_code: 'zh-hans' };
      const chat = group ? { id: -number(group.id), type: 'supergroup', title: 'G' } : { id: from.id, type: 'private' };
      const mention = group?.mentions ? `@${TELEGRAM_NAME} ` : '';
      return byTelegram({
        update_id: number(id),
        message: {
          message_id: number(id),
          from,
          chat,
          date: Math.floor(now.getTime() / 1000),
          text: mention + text,
          ...(mention !== '' && { entities: [{ type: 'mention', offset: 0, length: mention.length - 1 }] }),
        },
      });
    },
    taps: ({ body }, button, name, id) => {
      const { chat_id, text, reply_markup } = Message.parse(body);
      return byTelegram({
        update_id: number(id),
        callback_query: {
          id: '4382bfdwdsb323b2d9',
          from: { id: number(name), is_bot: false, first_name: 'A' },
          message: {
            message_id: 7,
            chat: { id: chat_id, type: chat_id < 0 ? 'supergroup' : 'private' },
            date: 1,
            text,
            ...(reply_markup && { reply_markup }),
          },
          chat_instance: '1',
          data: reply_markup?.inline_keyboard.flat()[button]?.callback_data,
        },
      });
    },
    faults: ({ path, body }) => {
      if (path === `/bot${TELEGRAM_TOKEN}/getMe`) return [];
      return path === `/bot${TELEGRAM_TOKEN}/sendMessage` ? faultsBy(Message, body) : ['Not Found'];
    },
    take: ({ path, body }) => {
      if (path.endsWith('/getMe')) return { reply: result(BOT) };
      const { chat_id, text, reply_markup } = Message.parse(body);
      const buttons = (reply_markup?.inline_keyboard ?? []).map((row) => row.map((button) => `[${button.text}]`).join(' '));
      return {
        reply: result({
          message_id: 8,
          from: BOT,
          chat: { id: chat_id, type: chat_id < 0 ? 'supergroup' : 'private' },
          date: 1,
          text: seen(text),
        }),
        to: `${chat_id}`,
        shows: [[seen(text), ...buttons].join('\n')],
      };
    },
    refuse: (faults) => {
      const error_code = faults.includes('Not Found') ? 404 : 400;
      return {
        status: error_code,
        body: { ok: false, error_code, description: error_code === 404 ? 'Not Found' : `Bad Request: ${faults}` },
      };
    },
  });
