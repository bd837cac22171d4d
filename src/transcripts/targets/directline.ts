import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ok } from '../../base/result.js';
import type { MakeBot } from '../replay.js';
import { isTyped, type ReceivedActivity, readActivities, replyOf } from './activities.js';
import { requestJson, TargetError } from './http.js';

const Started = z.looseObject({ conversationId: z.string(), token: z.string().nullish() });
const Posted = z.looseObject({ id: z.string() });

/** Milliseconds: the first pause between two looks for a reply, the longest, and when nobody waits any more. */
const SHORTEST_PAUSE = 10;
const LONGEST_PAUSE = 400;
const PATIENCE = 20_000;
/** A bot that does not say that its turn has ended may go on speaking for so long. */
const SILENCE = 400;

const USER = 'transcript';

/** A bot behind Direct Line 3.0 (`https://…/v3/directline`); each replay is a conversation of its own. */
export const directLineTarget = (base: string, credential: string | undefined): MakeBot => {
  const root = base.replace(/\/+$/, '');
  return () => {
    let path = '';
    let token = credential;
    let watermark: string | undefined;

    async function look(): Promise<readonly ReceivedActivity[]> {
      const url = `${path}${watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`}`;
      const set = readActivities(url, await requestJson({ method: 'GET', url, credential: token }));
      watermark = set.watermark ?? watermark;
      return set.activities.filter(({ type, from }) => type === 'message' && from?.id !== USER);
    }

    /** All that the bot says: until its typed reply is there, or it has been silent for a while. */
    async function hear(): Promise<readonly ReceivedActivity[]> {
      const heard: ReceivedActivity[] = [];
      const began = performance.now();
      let last = began;
      for (let pause = SHORTEST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
        const more = await look();
        heard.push(...more);
        if (heard.some(isTyped)) return heard;
        if (more.length > 0) last = performance.now();
        if (heard.length > 0 && performance.now() - last >= SILENCE) return heard;
        if (heard.length === 0 && performance.now() - began >= PATIENCE)
          throw new TargetError(`${path}: no reply within ${PATIENCE / 1000} s`);
        await wait(pause);
      }
    }

    return {
      async start() {
        const url = `${root}/conversations`;
        const read = Started.safeParse(await requestJson({ method: 'POST', url, credential, body: { user: { id: USER } } }));
        if (!read.success) throw new TargetError(`${url}: the answer names no conversation`);
        path = `${root}/conversations/${encodeURIComponent(read.data.conversationId)}/activities`;
        token = read.data.token ?? credential;
      },
      async turn({ conversation, key, text, locale, from }) {
        const activity = {
          type: 'message',
          from: { id: USER, ...(from !== undefined && { name: from }) },
          text,
          ...(locale !== undefined && { locale }),
          channelData: { clientActivityID: key },
        };
        const posted = Posted.safeParse(await requestJson({ method: 'POST', url: path, credential: token, body: activity }));
        if (!posted.success) throw new TargetError(`${path}: the answer names no activity`);
        return ok({ reply: replyOf(conversation, await hear()) });
      },
    };
  };
};
