import type { Channel, ChannelIo, RawRequest, Received, SendOutcome } from '../channel.js';
import { defineChannel } from '../kind.js';
import { call, outcomeOf, type TencentApi } from '../tencent/api.js';
import { createCipher } from '../tencent/cipher.js';
import { text } from '../tencent/envelope.js';
import { openCallback, type WecomCallback, wecomHandshake } from '../tencent/wecom-callback.js';
import { KF_CAPABILITIES, type KfPart, kfParts } from './parts.js';
import { type KfTarget, pullKf } from './pull.js';
import { WECOM_KF_VARIABLES, type WecomKfSettings } from './settings.js';

/** WeCom's customer service: the callback only says that messages wait; they are pulled by cursor and answered by the API. */
function createWecomKf(settings: WecomKfSettings): Channel<KfTarget, KfPart> {
  const { WECOM_KF_CORP_ID: corpid, WECOM_KF_TOKEN: token, WECOM_KF_AES_KEY, WECOM_KF_SECRET, WECOM_KF_SERVICER: servicer } = settings;
  const base = settings.WECOM_KF_API;
  const callback: WecomCallback = { token, cipher: createCipher(WECOM_KF_AES_KEY, corpid) };
  const api: TencentApi = {
    base,
    tokenName: `wecom-kf:${corpid}`,
    fetchToken: (io) => io.fetch(`${base}/cgi-bin/gettoken?${new URLSearchParams({ corpid, corpsecret: WECOM_KF_SECRET })}`),
  };
  return {
    id: 'wecom-kf',
    capabilities: KF_CAPABILITIES,
    receive: (request, now) => receive(request, now, callback, corpid),
    render: kfParts,
    send: ({ account, user, code }, part, delivery, io) => {
      const path = code === undefined ? '/cgi-bin/kf/send_msg' : '/cgi-bin/kf/send_msg_on_event';
      const whom = code === undefined ? { touser: user, open_kfid: account } : { code };
      return post(api, path, { ...whom, msgid: delivery, ...part }, io);
    },
    pull: (account, hint, cursor, io) => pullKf(api, account, hint, cursor, io),
    handOff: ({ account, user }, _delivery, io) => {
      const state = servicer === undefined ? { service_state: QUEUED } : { service_state: SERVED, servicer_userid: servicer };
      return post(api, '/cgi-bin/kf/service_state/trans', { open_kfid: account, external_userid: user, ...state }, io);
    },
    handshake: (now) => wecomHandshake(callback, now),
  };
}

/** The states of a session that a person waits in or talks in. */
const QUEUED = 2;
const SERVED = 3;

const post = async (api: TencentApi, path: string, body: object, io: ChannelIo): Promise<SendOutcome> =>
  outcomeOf(await call(api, path, body, io));

const TAKEN = text('success');

function receive(request: RawRequest, now: Date, callback: WecomCallback, corpid: string): Received<KfTarget> {
  const called = openCallback(request, now, callback);
  if (!called.ok) return { kind: 'reject', ...called.error };
  if (called.value.kind === 'echo') return { kind: 'respond', response: called.value.response };
  const { Event: event, Token: hint, OpenKfId: queue, ToUserName: corporation } = called.value.opened.fields;
  if (corporation !== corpid) return { kind: 'reject', status: 403, reason: 'the message is for another corporation' };
  if (event !== 'kf_msg_or_event') return { kind: 'respond', response: TAKEN };
  if (!queue || hint === undefined) return { kind: 'reject', status: 400, reason: 'an event without Token or OpenKfId' };
  return { kind: 'events', events: [{ kind: 'pull', queue, hint }], acknowledge: TAKEN };
}

export const wecomKf = defineChannel({
  id: 'wecom-kf',
  name: 'WeCom customer service',
  variables: WECOM_KF_VARIABLES,
  secrets: { WECOM_KF_TOKEN: true, WECOM_KF_AES_KEY: true, WECOM_KF_SECRET: true },
  create: createWecomKf,
});
