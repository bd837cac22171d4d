import { z } from 'zod';
import { createCipher } from '../../../src/channels/tencent/cipher.js';
import type { Seen, StandIn } from '../stand-in.js';
import { answer, createTokenDesk, fault, readReply, signedPost, textOf } from '../tencent/stand-in.js';

const CORPORATION = 'ww1234567890abcdef';
const AGENT = 1000002;
const TOKEN = 'StandInToken';
const KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const SECRET = 'stand-in-app-secret';

const Send = z.object({ touser: z.string(), msgtype: z.literal('text'), agentid: z.literal(AGENT) });

/** WeCom's side of a corporation's app. */
export function wecomStandIn(): StandIn {
  const cipher = createCipher(KEY, CORPORATION);
  const tokens = createTokenDesk();
  const seen: Seen[] = [];
  return {
    variables: (api) => ({
      WECOM_CORP_ID: CORPORATION,
      WECOM_AGENT_ID: `${AGENT}`,
      WECOM_TOKEN: TOKEN,
      WECOM_AES_KEY: KEY,
      WECOM_SECRET: SECRET,
      WECOM_API: api,
    }),
    says: ({ id, from, text }, now) =>
      signedPost(
        {
          ToUserName: CORPORATION,
          FromUserName: from,
          CreateTime: Math.floor(now.getTime() / 1000),
          MsgType: 'text',
          Content: text,
          MsgId: Number(id),
          AgentID: AGENT,
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
      const { pathname, searchParams } = new URL(request.url);
      if (pathname.endsWith('/cgi-bin/gettoken'))
        return searchParams.get('corpsecret') === SECRET ? tokens.give() : fault(40001, 'invalid credential');
      if (!pathname.endsWith('/cgi-bin/message/send')) return new Response('', { status: 404 });
      const refusal = tokens.refusal(request);
      if (refusal) return refusal;
      const body: unknown = await request.json();
      const { touser } = Send.parse(body);
      const text = textOf(body);
      if ('refused' in text) return text.refused;
      seen.push({ to: touser, text: text.text });
      return answer({});
    },
  };
}
