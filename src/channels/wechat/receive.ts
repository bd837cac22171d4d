import { query, type RawRequest, type Received } from '../channel.js';
import { type Envelope, type Opened, openMessage, text, verifyQuery } from '../tencent/envelope.js';

/** Whom to answer, and as whom. */
export interface WechatTarget {
  readonly openid: string;
  readonly account: string;
}

/** Stops the platform's attempts. */
const TAKEN = text('success');

/** Both the handshake and messages of an Official Account. */
export function receiveWechat(request: RawRequest, now: Date, envelope: Envelope): Received<WechatTarget> {
  if (request.method === 'GET') {
    const verified = verifyQuery(request, now, envelope, 'signature');
    if (!verified.ok) return { kind: 'reject', ...verified.error };
    const echo = query(request, 'echostr') ?? '';
    return /^[\w+/=-]{1,256}$/.test(echo)
      ? { kind: 'respond', response: text(echo) }
      : { kind: 'reject', status: 400, reason: 'no echostr' };
  }
  if (envelope.cipher && query(request, 'encrypt_type') !== 'aes')
    return { kind: 'reject', status: 401, reason: 'the message is not encrypted' };
  const opened = openMessage(request, now, envelope);
  return opened.ok ? events(opened.value) : { kind: 'reject', ...opened.error };
}

function events({ fields, digest }: Opened): Received<WechatTarget> {
  const { FromUserName: openid, ToUserName: account, MsgType: type } = fields;
  if (!openid || !account || !type) return { kind: 'reject', status: 400, reason: 'a message without FromUserName, ToUserName or MsgType' };
  const seconds = Number(fields['CreateTime']);
  const of = {
    conversation: openid,
    target: { openid, account },
    ...(seconds > 0 && { at: new Date(seconds * 1000) }),
  };
  const event = fields['Event']?.toUpperCase();
  if (type === 'event' && event === 'SUBSCRIBE')
    return { kind: 'events', events: [{ kind: 'greet', id: digest(), ...of }], acknowledge: TAKEN };
  // The key of a menu's button is the question that it asks.
  const said = type === 'text' ? fields['Content'] : event === 'CLICK' ? fields['EventKey'] : undefined;
  if (type === 'event' && said === undefined) return { kind: 'respond', response: TAKEN };
  const message = { kind: 'message' as const, id: fields['MsgId'] || digest(), ...of, text: said, addressed: true, from: openid };
  return { kind: 'events', events: [message], acknowledge: TAKEN };
}
