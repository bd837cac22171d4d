import { createHash } from 'node:crypto';
import type { ChannelIo, SendOutcome } from '../channel.js';
import { bearer, postJson } from '../outbound/call.js';
import { outcomeOf } from '../outcome.js';
import type { LineTarget } from './events.js';
import type { LinePart } from './render.js';

/**
 * The first part by the reply token, which costs nothing, while it is good; all else by a push. A token that LINE no longer takes is
 * followed by a push at once.
 */
export async function sendLine(
  { base, token }: { readonly base: string; readonly token: string },
  { to, reply }: LineTarget,
  { messages, isFirst }: LinePart,
  delivery: string,
  io: ChannelIo,
): Promise<SendOutcome> {
  if (isFirst && reply && io.now().getTime() < Date.parse(reply.until)) {
    const answer = await postJson(io, `${base}/v2/bot/message/reply`, { replyToken: reply.token, messages }, bearer(token));
    if (!/reply token/i.test(String(answer.body['message']))) return outcomeOf(answer, detail(answer.body));
  }
  const headers = { ...bearer(token), 'x-line-retry-key': retryKey(delivery) };
  const answer = await postJson(io, `${base}/v2/bot/message/push`, { to, messages }, headers);
  // 409: a request with this key was taken before.
  return answer.status === 409 ? { kind: 'sent' } : outcomeOf(answer, detail(answer.body));
}

const detail = ({ message }: Readonly<Record<string, unknown>>): string => (typeof message === 'string' ? message : '');

/** LINE wants a UUID: one that follows from the delivery. */
export function retryKey(delivery: string): string {
  const hex = createHash('sha256').update(delivery).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
