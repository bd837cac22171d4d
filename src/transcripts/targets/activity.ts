import { ok } from '../../base/result.js';
import type { MakeBot } from '../replay.js';
import { readActivities, replyOf } from './activities.js';
import { requestJson } from './http.js';

/** A bot that takes Bot Framework activities and answers in the response (`deliveryMode: expectReplies`), such as `/api/messages`. */
export const activityTarget =
  (url: string, credential: string | undefined): MakeBot =>
  () => ({
    start: () => Promise.resolve(),
    async turn({ conversation, key, text, locale, from }) {
      const activity = {
        type: 'message',
        id: `${conversation}|${key}`,
        deliveryMode: 'expectReplies',
        channelId: 'transcript',
        // Nobody listens there: with expectReplies the bot has nothing to send to it.
        serviceUrl: 'urn:zhida:transcript',
        conversation: { id: conversation },
        from: { id: 'user', name: from ?? 'user', role: 'user' },
        recipient: { id: 'bot', role: 'bot' },
        text,
        ...(locale !== undefined && { locale }),
      };
      const { activities } = readActivities(url, await requestJson({ method: 'POST', url, credential, body: activity }));
      return ok({ reply: replyOf(conversation, activities) });
    },
  });
