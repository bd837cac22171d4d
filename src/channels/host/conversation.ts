import type { ConversationId } from '../../bot/ports.js';
import type { Channel } from '../channel.js';

/** The conversation's name in the store: what a platform calls it is unique on that platform only. */
export const conversationOf = (channel: Pick<Channel, 'id'>, conversation: string): ConversationId =>
  `${channel.id}:${conversation}` as ConversationId;

/** What the platform calls it. */
export const placeOf = (channel: Pick<Channel, 'id'>, conversation: ConversationId): string => conversation.slice(channel.id.length + 1);
