import { z } from 'zod';
import type { AccessToken, ChannelIo, SendOutcome } from '../channel.js';
import { bearer, postJson } from '../outbound/call.js';
import { outcomeOf, retry } from '../outcome.js';
import type { FeishuTarget } from './events.js';
import type { FeishuPart } from './render.js';

export interface FeishuApi {
  readonly base: string;
  readonly app: string;
  readonly secret: string;
}

const Token = z.object({ code: z.literal(0), tenant_access_token: z.string().min(1), expire: z.int().positive() });

/** The token is of no use any more. */
const ENDED: ReadonlySet<unknown> = new Set([99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677]);
/** Too fast, or busy. */
const PASSING: ReadonlySet<unknown> = new Set([99991400, 230020, 230049, 1000004, 1000005, 2200, 11232, 11233, 11247]);

/** Replies to the message; the platform takes one reply per `uuid`, however often it is sent. */
export async function sendFeishu(
  api: FeishuApi,
  { message }: FeishuTarget,
  card: FeishuPart,
  delivery: string,
  io: ChannelIo,
): Promise<SendOutcome> {
  const name = `feishu:${api.app}`;
  const token = await io.token(name, () => fetchToken(api, io));
  const reply = { msg_type: 'interactive', content: JSON.stringify(card), uuid: delivery };
  const answer = await postJson(io, `${api.base}/open-apis/im/v1/messages/${message}/reply`, reply, bearer(token));
  const { code, msg } = answer.body;
  if (answer.status === 200 && code === 0) return { kind: 'sent' };
  const reason = `error ${String(code)}: ${String(msg)}`;
  if (answer.status === 401 || ENDED.has(code)) {
    await io.dropToken(name, token);
    return retry(reason, 0);
  }
  if (PASSING.has(code)) return retry(reason, answer.retryAfter);
  return answer.status === 200 ? { kind: 'refused', reason } : outcomeOf(answer, reason);
}

async function fetchToken({ base, app, secret }: FeishuApi, io: ChannelIo): Promise<AccessToken> {
  const url = `${base}/open-apis/auth/v3/tenant_access_token/internal`;
  const { body } = await postJson(io, url, { app_id: app, app_secret: secret });
  const parsed = Token.safeParse(body);
  if (!parsed.success) throw new Error(`Feishu gave no access token: error ${String(body['code'])}: ${String(body['msg'])}`);
  return { value: parsed.data.tenant_access_token, lifetimeSeconds: parsed.data.expire };
}
