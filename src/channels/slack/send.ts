import type { ChannelIo, SendOutcome } from '../channel.js';
import { bearer, postJson } from '../outbound/call.js';
import { outcomeOf, retry } from '../outcome.js';
import type { SlackTarget } from './events.js';
import type { SlackPart } from './render.js';

/** Errors that pass, or that the operator can mend; every other one stays. */
const PASSING: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/** Slack takes no idempotency key; a failure is in the body, under status 200. */
export async function sendSlack(
  { base, token }: { readonly base: string; readonly token: string },
  { channel, thread }: SlackTarget,
  part: SlackPart,
  io: ChannelIo,
): Promise<SendOutcome> {
  const message = { channel, ...(thread !== undefined && { thread_ts: thread }), ...part, unfurl_links: false, unfurl_media: false };
  const answer = await postJson(io, `${base}/chat.postMessage`, message, bearer(token));
  if (answer.status !== 200) return outcomeOf(answer);
  if (answer.body['ok'] === true) return { kind: 'sent' };
  const error = typeof answer.body['error'] === 'string' ? answer.body['error'] : 'no answer of Slack';
  return PASSING.has(error) ? retry(error, answer.retryAfter) : { kind: 'refused', reason: error };
}
