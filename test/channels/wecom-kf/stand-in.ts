import { z } from 'zod';
import type { Seen, StandIn } from '../stand-in.js';
import { answer, createTokenDesk, fault, signedPost } from '../tencent/stand-in.js';

const CORPORATION = 'ww1234567890abcdef';
const TOKEN = 'StandInToken';
const KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const SECRET = 'stand-in-kf-secret';
const ACCOUNT = 'wkStandIn';
/** Small, so that a conversation goes over several pages. */
const PAGE = 2;

const Send = z.object({ touser: z.string(), open_kfid: z.literal(ACCOUNT), msgid: z.string().regex(/^[0-9a-zA-Z_-]{1,32}$/) });
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= most, `more than ${most} bytes`);
const Content = z.discriminatedUnion('msgtype', [
  z.looseObject({ msgtype: z.literal('text'), text: z.strictObject({ content: bytes(2048) }) }),
  z.looseObject({
    msgtype: z.literal('msgmenu'),
    msgmenu: z.strictObject({
      head_content: bytes(1024),
      list: z
        .array(z.strictObject({ type: z.literal('click'), click: z.strictObject({ id: bytes(128), content: bytes(128) }) }))
        .min(1)
        .max(10),
    }),
  }),
]);
const Sync = z.object({ cursor: z.string().optional(), open_kfid: z.literal(ACCOUNT) });
const Transfer = z.object({ open_kfid: z.literal(ACCOUNT), external_userid: z.string(), service_state: z.number() });

/** The side of WeCom's customer service: what its users say waits until it is fetched. */
export function wecomKfStandIn(): StandIn {
  const tokens = createTokenDesk();
  const seen: Seen[] = [];
  const waiting: object[] = [];
  const delivered = new Set<string>();
  const handedOver = new Set<string>();

  function sync(body: unknown): Response {
    const { cursor } = Sync.parse(body);
    const from = cursor === undefined ? 0 : Number(cursor);
    const page = waiting.slice(from, from + PAGE);
    const next = from + page.length;
    return answer({ next_cursor: `${next}`, has_more: next < waiting.length ? 1 : 0, msg_list: page });
  }

  function send(body: unknown): Response {
    const { touser, msgid } = Send.parse(body);
    if (handedOver.has(touser)) return fault(95018, 'session status invalid');
    const content = Content.safeParse(body);
    if (!content.success) return fault(45002, 'content size out of limit');
    // The platform drops what it has seen by its id.
    if (!delivered.has(msgid)) seen.push({ to: touser, text: readContent(content.data) });
    delivered.add(msgid);
    return answer({ msgid });
  }

  return {
    variables: (api) => ({
      WECOM_KF_CORP_ID: CORPORATION,
      WECOM_KF_TOKEN: TOKEN,
      WECOM_KF_AES_KEY: KEY,
      WECOM_KF_SECRET: SECRET,
      WECOM_KF_API: api,
    }),
    says({ id, from, text }, now) {
      const seconds = Math.floor(now.getTime() / 1000);
      waiting.push({
        msgid: id,
        open_kfid: ACCOUNT,
        external_userid: from,
        send_time: seconds,
        origin: 3,
        msgtype: 'text',
        text: { content: text },
      });
      const event = { MsgType: 'event', Event: 'kf_msg_or_event', Token: 'pull-token', OpenKfId: ACCOUNT };
      return signedPost({ ToUserName: CORPORATION, CreateTime: seconds, ...event }, { token: TOKEN, key: KEY, receiver: CORPORATION }, now);
    },
    reads: () => undefined,
    seen,
    get tokens() {
      return tokens.count;
    },
    endTokens: tokens.end,
    async api(request) {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname.endsWith('/cgi-bin/gettoken'))
        return searchParams.get('corpsecret') === SECRET ? tokens.give() : fault(40001, 'invalid credential');
      const refusal = tokens.refusal(request);
      if (refusal) return refusal;
      const body: unknown = await request.json();
      if (pathname.endsWith('/cgi-bin/kf/sync_msg')) return sync(body);
      if (pathname.endsWith('/cgi-bin/kf/send_msg')) return send(body);
      if (pathname.endsWith('/cgi-bin/kf/service_state/trans')) {
        handedOver.add(Transfer.parse(body).external_userid);
        return answer({});
      }
      return new Response('', { status: 404 });
    },
  };
}

/** What is read of a message, a menu as its head and its buttons. */
const readContent = (content: z.infer<typeof Content>): string =>
  content.msgtype === 'text'
    ? content.text.content
    : [content.msgmenu.head_content, ...content.msgmenu.list.map(({ click }) => `[${click.content}]`)].join('\n');
