import { z } from 'zod';
import type { ChannelEvent } from '../channel.js';

/** Where an answer goes, and the token that carries one reply for about a minute. */
export interface LineTarget {
  readonly to: string;
  readonly reply?: { readonly token: string /** ISO 8601 */; readonly until: string };
}

const Id = z.string().min(1).max(100);
const Mention = z.object({
  mentionees: z.array(
    z.object({ index: z.int().nonnegative(), length: z.int().nonnegative(), type: z.string().optional(), isSelf: z.boolean().optional() }),
  ),
});

const Event = z.object({
  type: z.string(),
  mode: z.string().optional(),
  timestamp: z.int().nonnegative().max(8e15),
  webhookEventId: Id,
  replyToken: z.string().min(1).max(200).optional(),
  source: z.object({ type: z.string(), userId: Id.optional(), groupId: Id.optional(), roomId: Id.optional() }).optional(),
  message: z.object({ type: z.string(), text: z.string().optional(), mention: Mention.nullish() }).optional(),
  postback: z.object({ data: z.string() }).optional(),
});

export const Webhook = z.object({ destination: z.string().optional(), events: z.array(Event).max(1000) });

const REPLY_MILLISECONDS = 50_000;
const MEDIA: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'file', 'location', 'sticker']);

/** What an event says to the bot; `undefined` for notices, for chats that a person has taken, and for senders who are not named. */
export function eventOf(event: z.infer<typeof Event>): ChannelEvent<LineTarget> | undefined {
  const { type, mode, timestamp, webhookEventId, replyToken, source, message, postback } = event;
  const person = source?.userId;
  if (person === undefined || mode === 'standby') return undefined;
  const group = source?.groupId ?? source?.roomId;
  const common = {
    id: webhookEventId,
    conversation: group === undefined ? person : `${group}:${person}`,
    target: {
      to: group ?? person,
      ...(replyToken !== undefined && { reply: { token: replyToken, until: new Date(timestamp + REPLY_MILLISECONDS).toISOString() } }),
    },
    at: new Date(timestamp),
  };
  if (type === 'follow') return { kind: 'greet', ...common };
  if (type === 'postback' && postback) return { kind: 'message', ...common, text: postback.data, addressed: true, from: person };
  if (type !== 'message' || !message || (message.text === undefined && !MEDIA.has(message.type))) return undefined;
  const mention = message.mention?.mentionees.find(({ isSelf }) => isSelf === true);
  const text = message.text ?? '';
  const said = mention ? text.slice(0, mention.index) + text.slice(mention.index + mention.length) : text;
  return {
    kind: 'message',
    ...common,
    text: said.trim() || undefined,
    addressed: group === undefined || mention !== undefined,
    from: person,
  };
}
