import { z } from 'zod';
import type { Channel } from '../channel.js';
import { defineChannel } from '../kind.js';
import { apiBase } from '../outbound/api-base.js';
import { encrypt, feishuSignature } from './crypto.js';
import type { FeishuTarget } from './events.js';
import { receiveFeishu } from './receive.js';
import { FEISHU, type FeishuPart, renderFeishu } from './render.js';
import { sendFeishu } from './send.js';

const variables = {
  FEISHU_APP_ID: z.string().regex(/^[\w-]{3,64}$/, 'must be an id such as cli_…'),
  FEISHU_APP_SECRET: z.string(),
  FEISHU_VERIFICATION_TOKEN: z.string(),
  FEISHU_ENCRYPT_KEY: z.string(),
  /** The bot's open id, for mentions in groups. */
  FEISHU_BOT_OPEN_ID: z
    .string()
    .regex(/^ou_\w{1,80}$/, 'must be an open id such as ou_…')
    .optional(),
  /** For Lark: https://open.larksuite.com */
  FEISHU_API_BASE: apiBase('https://open.feishu.cn'),
};

type FeishuSettings = z.infer<z.ZodObject<typeof variables>>;

export function createFeishu(settings: FeishuSettings): Channel<FeishuTarget, FeishuPart> {
  const { FEISHU_APP_ID: app, FEISHU_VERIFICATION_TOKEN: verificationToken, FEISHU_ENCRYPT_KEY: encryptKey } = settings;
  const secrets = { app, verificationToken, encryptKey, bot: settings.FEISHU_BOT_OPEN_ID };
  const api = { base: settings.FEISHU_API_BASE, app, secret: settings.FEISHU_APP_SECRET };
  return {
    id: 'feishu',
    capabilities: FEISHU,
    receive: (request, now) => receiveFeishu(secrets, request, now),
    render: renderFeishu,
    send: (target, part, delivery, io) => sendFeishu(api, target, part, delivery, io),
    handshake: (now) => {
      const verification = JSON.stringify({ type: 'url_verification', token: verificationToken, challenge: CHALLENGE });
      const body = Buffer.from(JSON.stringify({ encrypt: encrypt(encryptKey, verification, Buffer.alloc(16)) }));
      const timestamp = `${Math.floor(now.getTime() / 1000)}`;
      const headers = {
        'content-type': 'application/json',
        'x-lark-request-timestamp': timestamp,
        'x-lark-request-nonce': CHALLENGE,
        'x-lark-signature': feishuSignature(encryptKey, timestamp, CHALLENGE, body),
      };
      return {
        request: { method: 'POST', headers, query: new URLSearchParams(), body },
        answer: JSON.stringify({ challenge: CHALLENGE }),
      };
    },
  };
}

const CHALLENGE = 'zhida-tries-the-callback';

export const feishu = defineChannel({
  id: 'feishu',
  name: 'Feishu / Lark',
  variables,
  secrets: { FEISHU_APP_SECRET: true, FEISHU_VERIFICATION_TOKEN: true, FEISHU_ENCRYPT_KEY: true },
  create: createFeishu,
});
