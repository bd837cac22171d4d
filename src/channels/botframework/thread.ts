import type { ConversationId } from '../../bot/ports.js';
import type { Activity } from './activity.js';
import { saidBy } from './replies.js';

/** Whether others read along. */
export const isGroup = ({ conversation: { isGroup: group, conversationType } }: Activity): boolean =>
  group === true || conversationType === 'channel' || conversationType === 'groupChat';

/** The conversation of everyone in it. */
export const conversationOf = ({ channelId, conversation }: Activity): ConversationId => named(channelId, conversation.id);

/** A person's own thread: in a group nobody goes on with what another one asked. */
export const threadOf = (activity: Activity): ConversationId =>
  isGroup(activity) ? named(activity.channelId, activity.conversation.id, activity.from?.id ?? '') : conversationOf(activity);

/** Who speaks, in all conversations of a channel. */
export const personOf = ({ channelId, from }: Activity): string => named(channelId, from?.id ?? '');

/** Whether the channel knows its users by their telephone numbers. */
export const isNumberOfAzure = (conversation: string): boolean => /^botframework:(?:sms|telephony):/.test(conversation);

/** Parts are escaped, so that no id reads as two. */
const named = (...parts: readonly string[]): ConversationId =>
  ['botframework', ...parts.map(encodeURIComponent)].join(':') as ConversationId;

/** The text without the words that call the bot; `undefined` where it stands in a group and the bot is not called. */
export function textFor(activity: Activity): string | undefined {
  const { entities = [], recipient } = activity;
  const calls = entities.filter(
    ({ type, mentioned }) => type === 'mention' && mentioned?.id !== undefined && mentioned.id === recipient.id,
  );
  // A button belongs to a card of the bot's.
  const isButton = activity.text === undefined && saidBy(activity) !== '';
  if (isGroup(activity) && calls.length === 0 && !isButton) return undefined;
  const bare = calls.reduce((rest, call) => (call.text ? rest.replaceAll(call.text, ' ') : rest), saidBy(activity));
  // Teams marks up who is mentioned, and what stands between.
  return bare
    .replaceAll(/<\/?at(?: [^<>]*)?>/g, '')
    .replaceAll('&nbsp;', ' ')
    .trim();
}
