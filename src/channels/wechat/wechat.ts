import type { Channel } from '../channel.js';
import { defineChannel } from '../kind.js';
import { call, outcomeOf, type TencentApi } from '../tencent/api.js';
import { createCipher } from '../tencent/cipher.js';
import { type Envelope, replyIn, signedGet } from '../tencent/envelope.js';
import { passiveTextCapabilities, type TextPart, textParts } from '../tencent/parts.js';
import { receiveWechat, type WechatTarget } from './receive.js';
import { WECHAT_VARIABLES, type WechatSettings, wechatFaults } from './settings.js';

/** A WeChat Official Account: passive replies, and the customer service API where the account has it. */
function createWechat(settings: WechatSettings): Channel<WechatTarget, TextPart> {
  const { WECHAT_APPID: appid, WECHAT_TOKEN: token, WECHAT_AES_KEY: key, WECHAT_MODE, WECHAT_SECRET: secret } = settings;
  const envelope: Envelope = { token, cipher: WECHAT_MODE === 'safe' && key !== undefined ? createCipher(key, appid) : undefined };
  const capabilities = passiveTextCapabilities(secret !== undefined);
  const channel: Channel<WechatTarget, TextPart> = {
    id: 'wechat',
    capabilities,
    receive: (request, now) => receiveWechat(request, now, envelope),
    render: (shown) => textParts(shown, capabilities),
    passive: ({ openid, account }, { text }, io) =>
      replyIn(
        {
          ToUserName: openid,
          FromUserName: account,
          CreateTime: Math.floor(io.now().getTime() / 1000),
          MsgType: 'text',
          Content: text,
        },
        envelope,
        io,
      ),
    handshake: (now) => ({ request: signedGet(token, now, '4375120948345356249', false), answer: '4375120948345356249' }),
  };
  return secret === undefined ? channel : { ...channel, send: sender(apiOf(settings, secret)) };
}

/** The stable token: asking for it again, as another instance may, does not end the one that is in use. */
const apiOf = ({ WECHAT_APPID: appid, WECHAT_API: base }: WechatSettings, secret: string): TencentApi => ({
  base,
  tokenName: `wechat:${appid}`,
  fetchToken: (io) =>
    io.fetch(`${base}/cgi-bin/stable_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credential', appid, secret }),
    }),
});

// The API knows no idempotency key: an answer whose arrival is unknown is sent again rather than lost.
const sender =
  (api: TencentApi): NonNullable<Channel<WechatTarget, TextPart>['send']> =>
  async ({ openid }, { text }, _delivery, io) =>
    outcomeOf(await call(api, '/cgi-bin/message/custom/send', { touser: openid, msgtype: 'text', text: { content: text } }, io));

export const wechat = defineChannel({
  id: 'wechat',
  name: 'WeChat Official Account',
  variables: WECHAT_VARIABLES,
  secrets: { WECHAT_TOKEN: true, WECHAT_AES_KEY: true, WECHAT_SECRET: true },
  check: wechatFaults,
  create: createWechat,
});
