import { z } from 'zod';
import type { ConversationId } from '../../bot/ports.js';
import type { Reply } from '../../rendering/reply.js';
import { TargetError } from './http.js';

const choice = z.object({ label: z.string(), send: z.string() });

/** What a replay compares of a typed reply; the rest is let through. */
const shape = z.looseObject({
  kind: z.enum(['answer', 'clarify', 'fallback', 'handoff']),
  language: z.enum(['zh', 'en']),
  intents: z.array(z.looseObject({ id: z.string(), confidence: z.number() })),
  slots: z.looseObject({}),
  blocks: z.array(z.looseObject({ kind: z.string(), choices: z.array(choice).optional() })),
  figures: z.array(z.looseObject({ value: z.string(), unit: z.string() })),
  sources: z.array(z.looseObject({ article: z.string(), section: z.string() })),
  conflicts: z.array(z.looseObject({ id: z.string() })),
  suggestions: z.array(choice),
});

const typedReply = z.custom<Reply>((value) => shape.safeParse(value).success);

const activity = z.looseObject({
  type: z.string(),
  id: z.string().nullish(),
  text: z.string().nullish(),
  replyToId: z.string().nullish(),
  from: z.looseObject({ id: z.string().nullish(), role: z.string().nullish() }).nullish(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.unknown().optional() })).nullish() })
    .nullish(),
  channelData: z.unknown().optional(),
});

export type ReceivedActivity = z.infer<typeof activity>;

const activitySet = z.looseObject({ activities: z.array(activity).nullish(), watermark: z.string().nullish() });

export function readActivities(
  url: string,
  json: unknown,
): { readonly activities: readonly ReceivedActivity[]; readonly watermark?: string } {
  const read = activitySet.safeParse(json);
  if (!read.success) throw new TargetError(`${url}: the answer holds no activities: ${read.error.issues[0]?.path.join('.')}`);
  const { activities, watermark } = read.data;
  return { activities: activities ?? [], ...(watermark != null && { watermark }) };
}

/**
 * All that a bot said in one turn as one reply: texts with a blank line between. A Zhida server sends its typed reply along; of another
 * bot only text and suggestions are known, so that assertions on intents and figures do not hold.
 */
export function replyOf(conversation: ConversationId, activities: readonly ReceivedActivity[]): Reply {
  const messages = activities.filter(({ type }) => type === 'message');
  const text = messages.flatMap((each) => each.text?.trim() || []).join('\n\n');
  const typed = messages.flatMap(({ channelData }) => typedOf(channelData) ?? [])[0];
  if (typed) return { ...typed, conversation, text };
  const suggestions = messages.flatMap(({ suggestedActions }) =>
    (suggestedActions?.actions ?? []).map(({ title, value }) => ({ label: title, send: typeof value === 'string' ? value : title })),
  );
  return {
    conversation,
    kind: 'answer',
    language: 'zh',
    intents: [],
    slots: {},
    text,
    blocks: [],
    figures: [],
    sources: [],
    conflicts: [],
    suggestions,
  };
}

const carrier = z.looseObject({ zhida: typedReply });

function typedOf(channelData: unknown): Reply | undefined {
  const read = carrier.safeParse(channelData);
  return read.success ? read.data.zhida : undefined;
}

export const isTyped = ({ channelData }: ReceivedActivity): boolean => typedOf(channelData) !== undefined;
