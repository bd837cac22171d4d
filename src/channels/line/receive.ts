import { createHmac } from 'node:crypto';
import { header, type RawRequest, type Received } from '../channel.js';
import { equalSecrets } from '../constant-time.js';
import { events, forged, malformed } from '../inbound/answers.js';
import { readJsonObject } from '../inbound/json-object.js';
import { eventOf, type LineTarget, Webhook } from './events.js';

/** The base64 HMAC-SHA256 over the raw body. */
export const lineSignature = (secret: string, body: Uint8Array): string => createHmac('sha256', secret).update(body).digest('base64');

/** A webhook without events is how LINE tries the address. */
export function receiveLine(secret: string, request: RawRequest): Received<LineTarget> {
  if (request.method !== 'POST') return malformed('not a POST');
  if (secret === '') return forged('no channel secret is set');
  if (!equalSecrets(header(request, 'x-line-signature') ?? '', lineSignature(secret, request.body))) return forged('wrong signature');
  const parsed = Webhook.safeParse(readJsonObject(request.body));
  return parsed.success ? events(parsed.data.events.flatMap((event) => eventOf(event) ?? [])) : malformed('not a webhook of LINE');
}
