import { z } from 'zod';
import { header, type RawRequest, type Received } from '../channel.js';
import { events, forged, ignored, malformed, respond, textResponse } from '../inbound/answers.js';
import { readJsonObject } from '../inbound/json-object.js';
import { Callback, messageOf, type SlackTarget, Tap, tapOf } from './events.js';
import { slackFault } from './signature.js';

const Challenge = z.object({ challenge: z.string().min(1).max(500) });

/** Events come as JSON, taps as JSON in a form; both are signed over the raw bytes. */
export function receiveSlack(secret: string, request: RawRequest, now: Date): Received<SlackTarget> {
  if (request.method !== 'POST') return malformed('not a POST');
  const fault = slackFault(secret, request, now);
  if (fault !== undefined) return forged(fault);
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(header(request, 'content-type') ?? '');
  return isForm ? receiveTap(request.body) : receiveEvent(request.body);
}

function receiveEvent(bytes: Buffer): Received<SlackTarget> {
  const body = readJsonObject(bytes);
  if (body?.['type'] === 'url_verification') {
    const parsed = Challenge.safeParse(body);
    return parsed.success ? respond(textResponse(parsed.data.challenge)) : malformed('no challenge');
  }
  if (body?.['type'] !== 'event_callback') return body && typeof body['type'] === 'string' ? ignored : malformed('no event');
  const callback = Callback.safeParse(body);
  const message = callback.success ? messageOf(callback.data) : 'malformed';
  if (message === 'malformed') return malformed('not an event of Slack');
  return message ? events([message]) : ignored;
}

function receiveTap(bytes: Buffer): Received<SlackTarget> {
  const payloads = new URLSearchParams(bytes.toString('utf8')).getAll('payload');
  const body = payloads.length === 1 ? readJsonObject(payloads[0] ?? '') : undefined;
  if (typeof body?.['type'] !== 'string') return malformed('not one payload');
  if (body['type'] !== 'block_actions') return ignored;
  const parsed = Tap.safeParse(body);
  if (!parsed.success) return malformed('not an action of Slack');
  const tap = tapOf(parsed.data);
  return tap ? events([tap]) : ignored;
}
