import { z } from 'zod';
import type { ChannelEvent } from '../channel.js';
import { readJsonObject } from '../inbound/json-object.js';

/** The message that is answered. */
export interface FeishuTarget {
  readonly message: string;
}

const Id = z.string().regex(/^[\w-]{1,90}$/);
const OpenId = z.object({ open_id: Id.nullish() });

export const Envelope = z.object({
  schema: z.literal('2.0'),
  header: z.object({ event_id: z.string().min(1).max(100), event_type: z.string(), token: z.string(), app_id: z.string().optional() }),
  event: z.unknown(),
});

const MessageReceived = z.object({
  sender: z.object({ sender_id: OpenId, sender_type: z.string() }),
  message: z.object({
    message_id: Id,
    create_time: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
    chat_id: Id,
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z
      .array(z.object({ key: z.string().regex(/^@_\w{1,20}$/), id: OpenId, name: z.string().max(500).optional() }))
      .max(500)
      .nullish(),
  }),
});

const CardTapped = z.object({
  operator: OpenId,
  action: z.object({ tag: z.string(), value: z.unknown() }),
  context: z.object({ open_message_id: Id, open_chat_id: Id }),
});

/** What a button of our cards gives back. */
const Value = z.object({ say: z.string().min(1).max(500) });

type Read = ChannelEvent<FeishuTarget> | undefined | 'malformed';

/** What an event says to the bot; `undefined` for other events and for what is not a person's. `bot` is the bot's open id. */
export function eventOf({ header, event }: z.infer<typeof Envelope>, bot: string | undefined): Read {
  switch (header.event_type) {
    case 'im.message.receive_v1':
      return messageOf(event, bot);
    case 'card.action.trigger':
      return tapOf(header.event_id, event);
    default:
      return undefined;
  }
}

function messageOf(event: unknown, bot: string | undefined): Read {
  const parsed = MessageReceived.safeParse(event);
  if (!parsed.success) return 'malformed';
  const { sender, message } = parsed.data;
  const person = sender.sender_id.open_id ?? undefined;
  if (sender.sender_type !== 'user' || person === undefined) return undefined;
  const mentions = message.mentions ?? [];
  const isNamed = bot !== undefined && mentions.some(({ id }) => id.open_id === bot);
  return {
    kind: 'message',
    // The same message may come as two events.
    id: message.message_id,
    conversation: `${message.chat_id}:${person}`,
    text: said(message.message_type, message.content, mentions, bot),
    addressed: message.chat_type === 'p2p' || isNamed,
    target: { message: message.message_id },
    from: person,
    ...(message.create_time !== undefined && { at: new Date(Number(message.create_time)) }),
  };
}

/** A tapped button of one of the bot's own cards, answered below that card. */
function tapOf(id: string, event: unknown): Read {
  const parsed = CardTapped.safeParse(event);
  if (!parsed.success) return 'malformed';
  const { operator, action, context } = parsed.data;
  const value = Value.safeParse(action.value);
  const person = operator.open_id ?? undefined;
  if (!value.success || person === undefined) return undefined;
  return {
    kind: 'message',
    id,
    conversation: `${context.open_chat_id}:${person}`,
    text: value.data.say,
    addressed: true,
    target: { message: context.open_message_id },
    from: person,
  };
}

type Mentions = readonly { readonly key: string; readonly id: z.infer<typeof OpenId>; readonly name?: string | undefined }[];

const Paragraphs = z.object({
  title: z.string().optional(),
  content: z.array(z.array(z.object({ tag: z.string(), text: z.string().optional() }))),
});

/** The content of a text, or of a post as its text; the bot's own mention is left out, others stand by their names. */
function said(type: string, content: string, mentions: Mentions, bot: string | undefined): string | undefined {
  const body = readJsonObject(content);
  const text = type === 'text' ? body?.['text'] : type === 'post' ? postText(body) : undefined;
  if (typeof text !== 'string') return undefined;
  // The longest first: `@_user_1` also begins `@_user_10`.
  const plain = [...mentions]
    .sort((a, b) => b.key.length - a.key.length)
    .reduce((result, { key, id, name }) => result.replaceAll(key, id.open_id === bot || name === undefined ? ' ' : `@${name}`), text);
  return plain.trim() || undefined;
}

function postText(body: unknown): string | undefined {
  const parsed = Paragraphs.safeParse(body);
  if (!parsed.success) return undefined;
  const lines = parsed.data.content.map((line) => line.map(({ tag, text }) => (tag === 'at' ? '' : (text ?? ''))).join(''));
  return [parsed.data.title ?? '', ...lines].join('\n');
}
