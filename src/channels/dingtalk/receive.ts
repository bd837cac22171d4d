import type { RawRequest, Received } from '../channel.js';
import { events, forged, ignored, malformed } from '../inbound/answers.js';
import { readJsonObject } from '../inbound/json-object.js';
import { type DingTalkTarget, Message, messageOf } from './events.js';
import { dingtalkFault } from './signature.js';

/** Whether answers may be posted to an address that a body named: an origin of the configuration, and nothing hidden in the address. */
export function mayPost(webhook: string, origins: readonly string[]): boolean {
  if (!URL.canParse(webhook)) return false;
  const { origin, username, password } = new URL(webhook);
  return origins.includes(origin) && username === '' && password === '';
}

export function receiveDingTalk(secret: string, origins: readonly string[], request: RawRequest, now: Date): Received<DingTalkTarget> {
  if (request.method !== 'POST') return malformed('not a POST');
  const fault = dingtalkFault(secret, request, now);
  if (fault !== undefined) return forged(fault);
  const parsed = Message.safeParse(readJsonObject(request.body));
  if (!parsed.success) return malformed('not a message of DingTalk');
  if (!mayPost(parsed.data.sessionWebhook, origins))
    return { kind: 'reject', status: 403, reason: 'the session webhook is not of a known host' };
  const message = messageOf(parsed.data);
  return message ? events([message]) : ignored;
}
