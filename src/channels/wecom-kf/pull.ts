import { z } from 'zod';
import type { ChannelEvent, ChannelIo, Pulled } from '../channel.js';
import { call, type TencentApi, TencentApiError } from '../tencent/api.js';

/** Whom to answer; `code`: by the code of an entering, which needs no message before it. */
export interface KfTarget {
  readonly account: string;
  readonly user: string;
  readonly code?: string;
}

/** Without a cursor the platform gives the messages of three days; what is older than this was never for the bot. */
const FIRST_PULL_SECONDS = 600;

const Page = z.object({
  next_cursor: z.string().default(''),
  has_more: z.number().default(0),
  msg_list: z.array(z.unknown()).default([]),
});

const Message = z.object({
  msgid: z.string().min(1),
  external_userid: z.string().optional(),
  send_time: z.number(),
  /** 3: the customer's; 4: an event; 5: a person's of the team. */
  origin: z.number(),
  msgtype: z.string(),
  text: z.object({ content: z.string(), menu_id: z.string().optional() }).optional(),
  event: z
    .object({
      event_type: z.string(),
      external_userid: z.string().optional(),
      welcome_code: z.string().optional(),
      /** 1 and 2: a person has taken over; 3: the session ended; 4: it was opened again by a person. */
      change_type: z.number().optional(),
    })
    .optional(),
});
type Message = z.infer<typeof Message>;

const CUSTOMER = 3;
const ENDED = 3;

/** One page of messages after the cursor. */
export async function pullKf(api: TencentApi, account: string, hint: string, cursor: string, io: ChannelIo): Promise<Pulled<KfTarget>> {
  const body = { open_kfid: account, limit: 1000, ...(cursor !== '' && { cursor }), ...(hint !== '' && { token: hint }) };
  const answer = await call(api, '/cgi-bin/kf/sync_msg', body, io);
  if (answer instanceof Response) throw new TencentApiError(`sync_msg: status ${answer.status}`);
  if (answer.errcode !== 0) throw new TencentApiError(`sync_msg: ${answer.errcode} ${answer.errmsg}`);
  const page = Page.parse(answer);
  const oldest = cursor === '' ? io.now().getTime() / 1000 - FIRST_PULL_SECONDS : 0;
  const events = page.msg_list.flatMap((each) => {
    const message = Message.safeParse(each);
    return message.success && message.data.send_time >= oldest ? eventsOf(message.data, account) : [];
  });
  // A page that goes nowhere would be fetched for ever.
  return {
    events,
    cursor: page.next_cursor || cursor,
    more: page.has_more === 1 && page.next_cursor !== '' && page.next_cursor !== cursor,
  };
}

function eventsOf(message: Message, account: string): readonly ChannelEvent<KfTarget>[] {
  const { msgid: id, event, text, origin } = message;
  const user = message.external_userid ?? event?.external_userid;
  if (user === undefined) return [];
  const of = { conversation: `${account}:${user}`, target: { account, user } };
  const at = new Date(message.send_time * 1000);
  if (origin === CUSTOMER) return [{ kind: 'message', id, ...of, text: text?.menu_id ?? text?.content, addressed: true, from: user, at }];
  if (event?.event_type === 'enter_session' && event.welcome_code !== undefined)
    return [{ kind: 'greet', id, ...of, target: { ...of.target, code: event.welcome_code }, at }];
  if (event?.event_type === 'session_status_change' && event.change_type !== undefined)
    return [{ kind: 'person', id, ...of, talks: event.change_type !== ENDED }];
  return [];
}
