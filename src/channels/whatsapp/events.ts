import { z } from 'zod';
import type { MessageEvent } from '../channel.js';

/** Whom to answer. */
export interface WhatsAppTarget {
  readonly to: string;
}

const Option = z.object({ id: z.string().min(1).max(256) });
const Message = z.object({
  from: z.string().regex(/^\d{5,20}$/),
  id: z.string().min(1).max(200),
  timestamp: z.string().regex(/^\d{1,12}$/),
  type: z.string(),
  group_id: z.string().optional(),
  text: z.object({ body: z.string() }).optional(),
  interactive: z.object({ button_reply: Option.optional(), list_reply: Option.optional() }).optional(),
  button: z.object({ text: z.string() }).optional(),
});

const Value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  messages: z.array(z.unknown()).max(1000).optional(),
});

export const Batch = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string(), value: z.unknown() })).max(1000) })).max(1000),
});

const MEDIA: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'sticker', 'document', 'location', 'contacts']);

/**
 * Every message of a batch to this number, the oldest first. One that is not as WhatsApp writes them keeps nobody else's from being
 * answered; `undefined` where there is no other.
 */
export function messagesOf(batch: z.infer<typeof Batch>, phoneNumber: string): readonly MessageEvent<WhatsAppTarget>[] | undefined {
  const found: MessageEvent<WhatsAppTarget>[] = [];
  let isBroken = false;
  for (const { field, value } of batch.entry.flatMap(({ changes }) => changes)) {
    if (field !== 'messages') continue;
    const parsed = Value.safeParse(value);
    if (!parsed.success) isBroken = true;
    if (parsed.data?.metadata.phone_number_id !== phoneNumber) continue;
    for (const each of parsed.data.messages ?? []) {
      const message = Message.safeParse(each);
      if (!message.success) isBroken = true;
      else found.push(...messageOf(message.data));
    }
  }
  if (isBroken && found.length === 0) return undefined;
  return found.sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
}

/** A group has no way to address the bot, and is left alone; so are reactions, orders and notices. */
function messageOf({
  from,
  id,
  timestamp,
  type,
  group_id,
  text,
  interactive,
  button,
}: z.infer<typeof Message>): readonly MessageEvent<WhatsAppTarget>[] {
  const said = text?.body ?? interactive?.button_reply?.id ?? interactive?.list_reply?.id ?? button?.text;
  if (group_id !== undefined || (said === undefined && !MEDIA.has(type))) return [];
  const message: MessageEvent<WhatsAppTarget> = {
    kind: 'message',
    id,
    conversation: from,
    text: said?.trim() || undefined,
    addressed: true,
    target: { to: from },
    from,
    at: new Date(Number(timestamp) * 1000),
  };
  return [message];
}
