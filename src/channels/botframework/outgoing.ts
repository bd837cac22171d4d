import { z } from 'zod';
import type { Outgoing } from '../../bot/ports.js';
import { Account, type Activity, Conversation } from './activity.js';
import type { Speech } from './replies.js';

export const BOT_FRAMEWORK_ID = 'botframework';

const Target = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: Conversation,
  activityId: z.string(),
  user: Account.optional(),
  agent: Account.optional(),
  locale: z.string().optional(),
});

/** Where an answer goes, as the Agents SDK has it: its conversation reference. */
export type Target = z.infer<typeof Target>;
export const readTarget = (target: unknown): Target => Target.parse(target);

/** A reply as it stands in the outbox. A turn has one message, so that its number is enough to name it. */
export const outgoing = (activity: Activity, part: Speech, sequence: number): Outgoing => ({
  delivery: String(sequence),
  channel: BOT_FRAMEWORK_ID,
  target: {
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation,
    activityId: activity.id,
    user: activity.from,
    agent: activity.recipient,
    locale: activity.locale,
  },
  part,
});
