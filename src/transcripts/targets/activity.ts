import { randomUUID } from 'node:crypto';
import { ok } from '../../base/result.js';
import type { MakeBot } from '../replay.js';
import { readActivities, replyOf } from './activities.js';
import { requestJson } from './http.js';

/** A bot that takes Bot Framework activities and answers in the response (`deliveryMode: expectReplies`), such as `/api/messages`. */
export const activityTarget =
  (url: string, credential: string | undefined): MakeBot =>
  () => {
    // A replay is a conversation of its own: the bot may remember those of earlier ones.
    const id = randomUUID();
    return {
      start: () => Promise.resolve(),
      async turn({ conversation, key, text, locale, from }) {
        const activity = {
          type: 'message',
          id: `${id}|${key}`,
          deliveryMode: 'expectReplies',
          channelId: 'transcript',
          // Some frameworks want an address although they send nothing there: one that is sure to be on the bot's own machine.
          serviceUrl: 'http://127.0.0.1:9',
          conversation: { id },
          from: { id: 'user', name: from ?? 'user', role: 'user' },
          recipient: { id: 'bot', role: 'bot' },
          text,
          ...(locale !== undefined && { locale }),
        };
        const { activities } = readActivities(url, await requestJson({ method: 'POST', url, credential, body: activity }));
        return ok({ reply: replyOf(conversation, activities) });
      },
    };
  };
