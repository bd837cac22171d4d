import { z } from 'zod';
import type { ChannelEvent } from '../channel.js';

/** Where an answer goes: the chat, its topic, and in a group the message that is answered. */
export interface TelegramTarget {
  readonly chat: number;
  readonly topic?: number;
  readonly replyTo?: number;
}

/** Who the bot is, so that a group's messages to others are left alone. */
export interface TelegramBot {
  readonly id: number;
  /** Without the `@`, in any case. */
  readonly username: string | undefined;
}

const Whole = z.int();
const User = z.object({ id: Whole, is_bot: z.boolean(), language_code: z.string().max(35).optional() });
const Chat = z.object({ id: Whole, type: z.enum(['private', 'group', 'supergroup', 'channel']) });
const Entity = z.object({ type: z.string(), offset: Whole.nonnegative(), length: Whole.positive(), user: User.optional() });

const Message = z.looseObject({
  message_id: Whole,
  message_thread_id: Whole.optional(),
  is_topic_message: z.boolean().optional(),
  from: User.optional(),
  chat: Chat,
  date: Whole.nonnegative().max(8.64e12),
  text: z.string().optional(),
  entities: z.array(Entity).optional(),
  reply_to_message: z.object({ from: User.optional() }).optional(),
});

const Button = z.object({ text: z.string(), callback_data: z.string().optional() });
const CallbackQuery = z.object({
  id: z.string().min(1).max(100),
  from: User,
  message: z
    .object({
      message_id: Whole,
      message_thread_id: Whole.optional(),
      is_topic_message: z.boolean().optional(),
      chat: Chat,
      reply_markup: z.object({ inline_keyboard: z.array(z.array(Button)) }).optional(),
    })
    .optional(),
  data: z.string().max(64).optional(),
});

export const Update = z.object({ update_id: Whole, message: Message.optional(), callback_query: CallbackQuery.optional() });

type Update = z.infer<typeof Update>;
type Message = z.infer<typeof Message>;

const MEDIA = ['photo', 'voice', 'sticker', 'video', 'video_note', 'audio', 'document', 'animation', 'location', 'contact'];

/** What an update says to the bot; `undefined` for edits, posts, notices and other bots. */
export function eventOf({ update_id, message, callback_query }: Update, bot: TelegramBot): ChannelEvent<TelegramTarget> | undefined {
  if (callback_query) return tapOf(update_id, callback_query);
  return message && messageOf(update_id, message, bot);
}

function messageOf(update: number, message: Message, bot: TelegramBot): ChannelEvent<TelegramTarget> | undefined {
  const { from, chat, text } = message;
  if (!from || from.is_bot || chat.type === 'channel') return undefined;
  if (text === undefined && !MEDIA.some((kind) => message[kind] !== undefined)) return undefined;
  const isDirect = chat.type === 'private';
  const mention = mentionIn(message, bot);
  const said = text === undefined ? undefined : (mention ? text.slice(0, mention.from) + text.slice(mention.to) : text).trim();
  const common = {
    id: `${update}`,
    conversation: conversationOf(chat.id, from.id),
    target: targetOf(message, isDirect ? undefined : message.message_id),
    ...(from.language_code !== undefined && { locale: from.language_code }),
    at: new Date(message.date * 1000),
  };
  if (isDirect && said !== undefined && /^\/start\b/.test(said)) return { kind: 'greet', ...common };
  return {
    kind: 'message',
    ...common,
    text: said?.replace(/^\/(?=[a-z])/i, '') || undefined,
    addressed: isDirect || mention !== undefined || message.reply_to_message?.from?.id === bot.id,
    from: `${from.id}`,
  };
}

/** Where the bot is named: `@name`, `/command@name`, or as a user without a name. Offsets count UTF-16 units, as strings do. */
function mentionIn({ text = '', entities = [] }: Message, bot: TelegramBot): { readonly from: number; readonly to: number } | undefined {
  const name = bot.username === undefined ? undefined : `@${bot.username.toLowerCase()}`;
  for (const { type, offset, length, user } of entities) {
    const to = offset + length;
    const named = text.slice(offset, to).toLowerCase();
    if (type === 'text_mention' && user?.id === bot.id) return { from: offset, to };
    if (name === undefined || !named.endsWith(name)) continue;
    if (type === 'mention' && named === name) return { from: offset, to };
    if (type === 'bot_command') return { from: to - name.length, to };
  }
  return undefined;
}

/** A tapped button. A text too long for its data is found by the label on the keyboard that was tapped. */
function tapOf(update: number, { from, message, data }: NonNullable<Update['callback_query']>): ChannelEvent<TelegramTarget> | undefined {
  if (!message || !data || message.chat.type === 'channel') return undefined;
  const button = message.reply_markup?.inline_keyboard.flat().find(({ callback_data }) => callback_data === data);
  const text = PLACE.test(data) ? button?.text : data;
  if (text === undefined) return undefined;
  return {
    kind: 'message',
    id: `${update}`,
    conversation: conversationOf(message.chat.id, from.id),
    text,
    addressed: true,
    target: targetOf(message, undefined),
    from: `${from.id}`,
    ...(from.language_code !== undefined && { locale: from.language_code }),
  };
}

/** Longest data of a button, in bytes. */
const LONGEST_DATA = 64;
const PLACE = /^#\d+$/;

/** What a button carries: the text it says, or its place where that is too long. */
export const dataOf = (text: string, index: number): string =>
  Buffer.byteLength(text) > LONGEST_DATA || PLACE.test(text) ? `#${index}` : text;

/** In a direct chat both ids are the person's. */
const conversationOf = (chat: number, person: number): string => (chat === person ? `${person}` : `${chat}:${person}`);

const targetOf = (
  { chat, message_thread_id, is_topic_message }: Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>,
  replyTo: number | undefined,
): TelegramTarget => ({
  chat: chat.id,
  ...(is_topic_message && message_thread_id !== undefined && { topic: message_thread_id }),
  ...(replyTo !== undefined && { replyTo }),
});
