import type { Channel, RawRequest, Received } from '../channel.js';
import { defineChannel } from '../kind.js';
import { call, outcomeOf, type TencentApi } from '../tencent/api.js';
import { createCipher } from '../tencent/cipher.js';
import { type Opened, replyIn, text } from '../tencent/envelope.js';
import { passiveTextCapabilities, type TextPart, textParts } from '../tencent/parts.js';
import { openCallback, type WecomCallback, wecomHandshake } from '../tencent/wecom-callback.js';
import { WECOM_VARIABLES, type WecomSettings } from './settings.js';

interface WecomTarget {
  readonly user: string;
  readonly corporation: string;
}

/** An app of a corporation in WeCom: its members' messages, answered in the exchange or by the app's API. */
function createWecom(settings: WecomSettings): Channel<WecomTarget, TextPart> {
  const { WECOM_CORP_ID, WECOM_TOKEN, WECOM_AES_KEY, WECOM_SECRET } = settings;
  const callback: WecomCallback = { token: WECOM_TOKEN, cipher: createCipher(WECOM_AES_KEY, WECOM_CORP_ID) };
  const capabilities = passiveTextCapabilities(WECOM_SECRET !== undefined);
  const channel: Channel<WecomTarget, TextPart> = {
    id: 'wecom',
    capabilities,
    receive: (request, now) => receive(request, now, callback, settings),
    render: (shown) => textParts(shown, capabilities),
    passive: ({ user, corporation }, part, io) =>
      replyIn(
        {
          ToUserName: user,
          FromUserName: corporation,
          CreateTime: Math.floor(io.now().getTime() / 1000),
          MsgType: 'text',
          Content: part.text,
        },
        callback,
        io,
      ),
    handshake: (now) => wecomHandshake(callback, now),
  };
  return WECOM_SECRET === undefined ? channel : { ...channel, send: sender(settings, WECOM_SECRET) };
}

function receive(request: RawRequest, now: Date, callback: WecomCallback, settings: WecomSettings): Received<WecomTarget> {
  const called = openCallback(request, now, callback);
  if (!called.ok) return { kind: 'reject', ...called.error };
  return called.value.kind === 'echo' ? { kind: 'respond', response: called.value.response } : events(called.value.opened, settings);
}

const TAKEN = text('success');

function events({ fields, digest }: Opened, { WECOM_CORP_ID, WECOM_AGENT_ID }: WecomSettings): Received<WecomTarget> {
  const { FromUserName: user, ToUserName: corporation, MsgType: type, AgentID: agent } = fields;
  if (!user || !type) return { kind: 'reject', status: 400, reason: 'a message without FromUserName or MsgType' };
  if (corporation !== WECOM_CORP_ID || (agent !== undefined && Number(agent) !== WECOM_AGENT_ID))
    return { kind: 'reject', status: 403, reason: 'the message is for another app' };
  const seconds = Number(fields['CreateTime']);
  const of = { conversation: user, target: { user, corporation }, ...(seconds > 0 && { at: new Date(seconds * 1000) }) };
  const event = fields['Event'];
  if (type === 'event' && event === 'subscribe')
    return { kind: 'events', events: [{ kind: 'greet', id: digest(), ...of }], acknowledge: TAKEN };
  const said = type === 'text' ? fields['Content'] : event === 'click' ? fields['EventKey'] : undefined;
  if (type === 'event' && said === undefined) return { kind: 'respond', response: TAKEN };
  const message = { kind: 'message' as const, id: fields['MsgId'] || digest(), ...of, text: said, addressed: true, from: user };
  return { kind: 'events', events: [message], acknowledge: TAKEN };
}

// The API's own check for duplicates goes by the text, and would swallow the same answer to the same question asked twice.
function sender(settings: WecomSettings, secret: string): NonNullable<Channel<WecomTarget, TextPart>['send']> {
  const { WECOM_API: base, WECOM_CORP_ID: corpid, WECOM_AGENT_ID: agentid } = settings;
  const api: TencentApi = {
    base,
    tokenName: `wecom:${corpid}:${agentid}`,
    fetchToken: (io) => io.fetch(`${base}/cgi-bin/gettoken?${new URLSearchParams({ corpid, corpsecret: secret })}`),
  };
  return async ({ user }, part, _delivery, io) =>
    outcomeOf(await call(api, '/cgi-bin/message/send', { touser: user, msgtype: 'text', agentid, text: { content: part.text } }, io));
}

export const wecom = defineChannel({
  id: 'wecom',
  name: 'WeCom app',
  variables: WECOM_VARIABLES,
  secrets: { WECOM_TOKEN: true, WECOM_AES_KEY: true, WECOM_SECRET: true },
  create: createWecom,
});
