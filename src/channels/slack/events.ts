import { z } from 'zod';
import type { MessageEvent } from '../channel.js';

/** Where an answer goes: the channel, and the thread in it. */
export interface SlackTarget {
  readonly channel: string;
  readonly thread?: string;
}

const Id = z.string().regex(/^[A-Z0-9]{1,40}$/);
const Timestamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

export const Callback = z.object({
  team_id: Id,
  event: z.looseObject({ type: z.string() }),
  authorizations: z.array(z.object({ user_id: Id.nullish() })).optional(),
});

const Message = z.object({
  type: z.enum(['message', 'app_mention']),
  user: Id,
  channel: Id,
  channel_type: z.string().optional(),
  text: z.string().optional(),
  ts: Timestamp,
  thread_ts: Timestamp.optional(),
});

export const Tap = z.object({
  team: z.object({ id: Id }).nullish(),
  user: z.object({ id: Id, team_id: Id.optional() }),
  channel: z.object({ id: Id }),
  message: z.object({ ts: Timestamp, thread_ts: Timestamp.optional() }),
  actions: z
    .array(z.object({ type: z.string(), value: z.string().max(2000).optional(), action_ts: Timestamp }))
    .min(1)
    .max(25),
});

/** What is said by people: new messages, also with a file or from a thread into its channel. All other subtypes are edits and notices. */
const SUBTYPES: ReadonlySet<unknown> = new Set([undefined, 'file_share', 'thread_broadcast']);

/** The message of an event; `undefined` where it is none of a person's to the bot, `'malformed'` where it should be. */
export function messageOf({
  team_id,
  event,
  authorizations,
}: z.infer<typeof Callback>): MessageEvent<SlackTarget> | undefined | 'malformed' {
  const isMention = event.type === 'app_mention';
  if (!isMention && event.type !== 'message') return undefined;
  if (!SUBTYPES.has(event['subtype']) || event['bot_id'] || event['bot_profile'] || event['edited']) return undefined;
  const parsed = Message.safeParse(event);
  if (!parsed.success) return 'malformed';
  const { user, channel, channel_type, text, ts, thread_ts } = parsed.data;
  const isDirect = channel_type === 'im';
  const me = authorizations?.[0]?.user_id ?? undefined;
  // A mention in a channel comes a second time as an event of its own; that one is answered.
  if ((!isMention && !isDirect) || user === me) return undefined;
  const thread = thread_ts ?? (isDirect ? undefined : ts);
  return {
    kind: 'message',
    id: `${channel}:${ts}`,
    conversation: `${team_id}:${channel}:${user}`,
    text: said(text ?? '', me),
    addressed: true,
    target: { channel, ...(thread !== undefined && { thread }) },
    from: user,
    at: new Date(Number(ts) * 1000),
  };
}

/** A tapped button, as if its text had been said. Channels of two people are called `D…`. */
export function tapOf({ team, user, channel, message, actions }: z.infer<typeof Tap>): MessageEvent<SlackTarget> | undefined {
  const [action] = actions;
  const team_id = team?.id ?? user.team_id;
  if (action?.type !== 'button' || !action.value || team_id === undefined) return undefined;
  const thread = message.thread_ts ?? (channel.id.startsWith('D') ? undefined : message.ts);
  return {
    kind: 'message',
    id: `${channel.id}:tap:${action.action_ts}`,
    conversation: `${team_id}:${channel.id}:${user.id}`,
    text: action.value,
    addressed: true,
    target: { channel: channel.id, ...(thread !== undefined && { thread }) },
    from: user.id,
    at: new Date(Number(action.action_ts) * 1000),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Slack's markup as what was typed: links as their text, without the mention of the bot. */
function said(text: string, me: string | undefined): string | undefined {
  const plain = text
    .replace(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g, (_, user: string) => (me === undefined || user === me ? ' ' : `@${user}`))
    .replace(/<![^<>]*>/g, ' ')
    .replace(/<(#?)(?:[^<|>]*\|)?([^<|>]*)>/g, '$1$2')
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
  return plain === '' ? undefined : plain;
}
