import { z } from 'zod';
import type { StandIn } from '../stand-in.js';
import { accountStandIn } from '../tencent/stand-in.js';

const APPID = 'wx1234567890abcdef';
const TOKEN = 'StandInToken';
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const SECRET = 'stand-in-app-secret';

const StableToken = z.object({ grant_type: z.literal('client_credential'), appid: z.literal(APPID), secret: z.literal(SECRET) });

/** WeChat's side of an Official Account in safe mode. */
export const wechatStandIn = (): StandIn => inMode({ WECHAT_AES_KEY: KEY }, KEY);

/** And of one that does without encryption. */
export const plainWechatStandIn = (): StandIn => inMode({ WECHAT_MODE: 'plain' });

const inMode = (mode: { readonly [variable: string]: string }, key?: string): StandIn =>
  accountStandIn({
    token: TOKEN,
    ...(key !== undefined && { key }),
    receiver: APPID,
    variables: (api) => ({ WECHAT_APPID: APPID, WECHAT_TOKEN: TOKEN, ...mode, WECHAT_SECRET: SECRET, WECHAT_API: api }),
    fields: { ToUserName: 'gh_standin' },
    tokens: { path: '/cgi-bin/stable_token', asks: async (request) => StableToken.safeParse(await request.json()).success },
    sends: {
      path: '/cgi-bin/message/custom/send',
      message: z.strictObject({ touser: z.string(), msgtype: z.literal('text'), text: z.strictObject({ content: z.string() }) }),
    },
  });
