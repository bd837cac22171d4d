import { z } from 'zod';
import type { Channel } from '../channel.js';
import { defineChannel } from '../kind.js';
import { isSafeUrl } from '../outbound/api-base.js';
import type { DingTalkTarget } from './events.js';
import { receiveDingTalk } from './receive.js';
import { DINGTALK, type DingTalkPart, renderDingTalk } from './render.js';
import { sendDingTalk } from './send.js';
import { dingtalkSignature } from './signature.js';

const HOSTS = 'https://oapi.dingtalk.com,https://api.dingtalk.com';

const variables = {
  DINGTALK_APP_SECRET: z.string(),
  /** Where answers may be posted: each message names an address, and one of another origin is refused. */
  DINGTALK_API_BASE: z
    .string()
    .default(HOSTS)
    .transform((list) => list.split(',').flatMap((url) => url.trim() || []))
    .refine((urls) => urls.length > 0 && urls.every(isSafeUrl), { error: `must be https URLs with commas between, such as ${HOSTS}` })
    .transform((urls) => urls.map((url) => new URL(url).origin)),
};

type DingTalkSettings = z.infer<z.ZodObject<typeof variables>>;

export function createDingTalk(settings: DingTalkSettings): Channel<DingTalkTarget, DingTalkPart> {
  const { DINGTALK_APP_SECRET: secret, DINGTALK_API_BASE: origins } = settings;
  return {
    id: 'dingtalk',
    capabilities: DINGTALK,
    receive: (request, now) => receiveDingTalk(secret, origins, request, now),
    render: renderDingTalk,
    send: (target, part, _delivery, io) => sendDingTalk(origins, target, part, io),
    // DingTalk has no handshake: a message of the robot's own has to be taken, and nothing follows.
    handshake: (now) => {
      const timestamp = `${now.getTime()}`;
      const message = {
        msgId: 'zhida-tries-the-callback',
        msgtype: 'text',
        text: { content: '' },
        conversationType: '1',
        conversationId: 'zhida',
        senderId: 'zhida',
        chatbotUserId: 'zhida',
        sessionWebhook: `${origins[0]}/robot/sendBySession`,
        sessionWebhookExpiredTime: now.getTime(),
      };
      const headers = { 'content-type': 'application/json', timestamp, sign: dingtalkSignature(secret, timestamp) };
      return { request: { method: 'POST', headers, query: new URLSearchParams(), body: Buffer.from(JSON.stringify(message)) } };
    },
  };
}

export const dingtalk = defineChannel({
  id: 'dingtalk',
  name: 'DingTalk',
  variables,
  secrets: { DINGTALK_APP_SECRET: true },
  create: createDingTalk,
});
