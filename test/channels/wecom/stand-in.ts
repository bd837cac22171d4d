import { z } from 'zod';
import type { StandIn } from '../stand-in.js';
import { accountStandIn } from '../tencent/stand-in.js';

const CORPORATION = 'ww1234567890abcdef';
const AGENT = 1000002;
const TOKEN = 'StandInToken';
const KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const SECRET = 'stand-in-app-secret';

/** WeCom's side of a corporation's app. */
export const wecomStandIn = (): StandIn =>
  accountStandIn({
    token: TOKEN,
    key: KEY,
    receiver: CORPORATION,
    variables: (api) => ({
      WECOM_CORP_ID: CORPORATION,
      WECOM_AGENT_ID: `${AGENT}`,
      WECOM_TOKEN: TOKEN,
      WECOM_AES_KEY: KEY,
      WECOM_SECRET: SECRET,
      WECOM_API: api,
    }),
    fields: { ToUserName: CORPORATION, AgentID: AGENT },
    tokens: {
      path: '/cgi-bin/gettoken',
      asks: async ({ url }) => {
        const { searchParams } = new URL(url);
        return searchParams.get('corpid') === CORPORATION && searchParams.get('corpsecret') === SECRET;
      },
    },
    sends: {
      path: '/cgi-bin/message/send',
      message: z.strictObject({
        touser: z.string(),
        msgtype: z.literal('text'),
        agentid: z.literal(AGENT),
        text: z.strictObject({ content: z.string() }),
      }),
    },
  });
