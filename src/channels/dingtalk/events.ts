import { z } from 'zod';
import type { MessageEvent } from '../channel.js';

/** The address that takes answers of this conversation for a time; in a group also whom to name. */
export interface DingTalkTarget {
  readonly webhook: string;
  /** ISO 8601 */
  readonly until: string;
  readonly person?: string;
}

const Id = z.string().min(1).max(150);
const Milliseconds = z
  .union([
    z.int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .pipe(z.number().max(8.64e15));

export const Message = z.object({
  msgId: z.string().min(1).max(200),
  msgtype: z.string(),
  text: z.object({ content: z.string() }).optional(),
  createAt: Milliseconds.optional(),
  conversationType: z.enum(['1', '2']),
  conversationId: Id,
  senderId: Id,
  senderStaffId: Id.optional(),
  chatbotUserId: z.string().optional(),
  isInAtList: z.boolean().optional(),
  atUsers: z.array(z.object({ dingtalkId: z.string().optional() })).optional(),
  sessionWebhook: z.string().max(1000),
  sessionWebhookExpiredTime: Milliseconds,
});

/** The message, or `undefined` for the robot's own. In a group the mention of the robot is no part of the content. */
export function messageOf(message: z.infer<typeof Message>): MessageEvent<DingTalkTarget> | undefined {
  const { conversationId, senderId, senderStaffId, chatbotUserId, atUsers = [] } = message;
  if (senderId === chatbotUserId) return undefined;
  const isDirect = message.conversationType === '1';
  const isNamed = chatbotUserId !== undefined && atUsers.some(({ dingtalkId }) => dingtalkId === chatbotUserId);
  return {
    kind: 'message',
    id: message.msgId,
    conversation: isDirect ? senderId : `${conversationId}:${senderId}`,
    text: message.text?.content.trim() || undefined,
    addressed: isDirect || message.isInAtList === true || isNamed,
    target: {
      webhook: message.sessionWebhook,
      until: new Date(message.sessionWebhookExpiredTime).toISOString(),
      ...(!isDirect && senderStaffId !== undefined && { person: senderStaffId }),
    },
    from: senderId,
    ...(message.createAt !== undefined && { at: new Date(message.createAt) }),
  };
}
