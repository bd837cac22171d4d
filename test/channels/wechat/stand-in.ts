import { z } from 'zod';
import { createCipher } from '../../../src/channels/tencent/cipher.js';
import type { Seen, StandIn } from '../stand-in.js';
import { answer, createTokenDesk, fault, readReply, signedPost, textOf } from '../tencent/stand-in.js';

const APPID = 'wx1234567890abcdef';
const TOKEN = 'StandInToken';
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const SECRET = 'stand-in-app-secret';
const ACCOUNT = 'gh_standin';

const Send = z.object({ touser: z.string(), msgtype: z.literal('text') });
const StableToken = z.object({ grant_type: z.literal('client_credential'), appid: z.literal(APPID), secret: z.literal(SECRET) });

/** WeChat's side of an Official Account. */
export function wechatStandIn(): StandIn {
  const cipher = createCipher(KEY, APPID);
  const tokens = createTokenDesk();
  const seen: Seen[] = [];
  return {
    variables: (api) => ({
      WECHAT_APPID: APPID,
      WECHAT_TOKEN: TOKEN,
      WECHAT_AES_KEY: KEY,
      WECHAT_SECRET: SECRET,
      WECHAT_API: api,
    }),
    says: ({ id, from, text }, now) =>
      signedPost(
        {
          ToUserName: ACCOUNT,
          FromUserName: from,
          CreateTime: Math.floor(now.getTime() / 1000),
          MsgType: 'text',
          Content: text,
          MsgId: Number(id),
        },
        TOKEN,
        cipher,
        now,
      ),
    reads: (response) => readReply(response, TOKEN, cipher),
    seen,
    get tokens() {
      return tokens.count;
    },
    endTokens: tokens.end,
    async api(request) {
      const { pathname } = new URL(request.url);
      const body: unknown = await request.json();
      if (pathname.endsWith('/cgi-bin/stable_token'))
        return StableToken.safeParse(body).success ? tokens.give() : fault(40125, 'invalid appsecret');
      if (!pathname.endsWith('/cgi-bin/message/custom/send')) return new Response('', { status: 404 });
      const refusal = tokens.refusal(request);
      if (refusal) return refusal;
      const { touser } = Send.parse(body);
      const text = textOf(body);
      if ('refused' in text) return text.refused;
      seen.push({ to: touser, text: text.text });
      return answer({});
    },
  };
}
