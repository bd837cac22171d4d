import { createHmac } from 'node:crypto';
import { header, query, type RawRequest, type Received } from '../channel.js';
import { equalSecrets } from '../constant-time.js';
import { events, forged, malformed, respond, textResponse } from '../inbound/answers.js';
import { readJsonObject } from '../inbound/json-object.js';
import { Batch, messagesOf, type WhatsAppTarget } from './events.js';

/** `sha256=` and the hex HMAC-SHA256 over the raw body. */
export const metaSignature = (appSecret: string, body: Uint8Array): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

interface WhatsAppSecrets {
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly phoneNumber: string;
}

export function receiveWhatsApp({ appSecret, verifyToken, phoneNumber }: WhatsAppSecrets, request: RawRequest): Received<WhatsAppTarget> {
  if (request.method === 'GET') return subscribe(verifyToken, request);
  if (appSecret === '') return forged('no app secret is set');
  if (!equalSecrets(header(request, 'x-hub-signature-256') ?? '', metaSignature(appSecret, request.body))) return forged('wrong signature');
  const batch = Batch.safeParse(readJsonObject(request.body));
  const found = batch.success ? messagesOf(batch.data, phoneNumber) : undefined;
  return found ? events(found) : malformed('not a notification of WhatsApp');
}

/** The handshake of a new webhook. */
function subscribe(verifyToken: string, request: RawRequest): Received<never> {
  const challenge = query(request, 'hub.challenge');
  if (verifyToken === '') return forged('no verify token is set');
  if (!equalSecrets(query(request, 'hub.verify_token') ?? '', verifyToken)) return forged('wrong verify token');
  if (query(request, 'hub.mode') !== 'subscribe' || !challenge || challenge.length > 200) return malformed('no subscription');
  return respond(textResponse(challenge));
}
