import { z } from 'zod';
import { header, type RawRequest, type Received } from '../channel.js';
import { equalSecrets } from '../constant-time.js';
import { events, forged, ignored, jsonResponse, malformed, respond } from '../inbound/answers.js';
import { readJsonObject } from '../inbound/json-object.js';
import { decrypt, feishuSignature } from './crypto.js';
import { Envelope, eventOf, type FeishuTarget } from './events.js';

export interface FeishuSecrets {
  readonly verificationToken: string;
  readonly encryptKey: string;
  readonly app: string;
  /** The bot's open id: without it no group message is known to be meant for it. */
  readonly bot: string | undefined;
}

/** Events are repeated for about six hours; older signatures are of no event that is still on its way. */
const OLDEST_SECONDS = 8 * 3600;
const AHEAD_SECONDS = 300;

const Encrypted = z.object({ encrypt: z.string().min(1) });
const Verification = z.object({ type: z.literal('url_verification'), token: z.string(), challenge: z.string().min(1).max(500) });

/** Signature over the raw bytes, decryption, token: each has to be right. A verification of the address comes unsigned, but encrypted. */
export function receiveFeishu(secrets: FeishuSecrets, request: RawRequest, now: Date): Received<FeishuTarget> {
  const { verificationToken, encryptKey } = secrets;
  if (request.method !== 'POST') return malformed('not a POST');
  if (encryptKey === '' || verificationToken === '') return forged('no encrypt key or no verification token is set');
  const envelope = Encrypted.safeParse(readJsonObject(request.body));
  if (!envelope.success) return malformed('not encrypted');
  const isSigned = request.headers['x-lark-signature'] !== undefined;
  const fault = isSigned ? signatureFault(encryptKey, request, now) : undefined;
  if (fault !== undefined) return forged(fault);
  const plain = decrypt(encryptKey, envelope.data.encrypt);
  if (!plain) return forged('not encrypted with this key');
  const body = readJsonObject(plain);
  const verification = Verification.safeParse(body);
  if (verification.success) {
    const { token, challenge } = verification.data;
    return equalSecrets(token, verificationToken) ? respond(jsonResponse({ challenge })) : forged('wrong verification token');
  }
  if (!isSigned) return forged('not signed');
  return receiveEvent(secrets, body);
}

function receiveEvent({ verificationToken, app, bot }: FeishuSecrets, body: unknown): Received<FeishuTarget> {
  const parsed = Envelope.safeParse(body);
  if (!parsed.success) return malformed('not an event of Feishu');
  if (!equalSecrets(parsed.data.header.token, verificationToken)) return forged('wrong verification token');
  if (parsed.data.header.app_id !== undefined && parsed.data.header.app_id !== app) return forged('an event of another app');
  const event = eventOf(parsed.data, bot);
  if (event === 'malformed') return malformed('not an event of Feishu');
  // A tapped card waits for a JSON object.
  return event ? events([event], jsonResponse({})) : ignored;
}

function signatureFault(encryptKey: string, request: RawRequest, now: Date): string | undefined {
  const timestamp = header(request, 'x-lark-request-timestamp') ?? '';
  const age = now.getTime() / 1000 - Number(timestamp);
  if (!/^\d{1,12}$/.test(timestamp)) return 'no timestamp';
  if (age > OLDEST_SECONDS || age < -AHEAD_SECONDS) return 'the timestamp is not of these hours';
  const nonce = header(request, 'x-lark-request-nonce') ?? '';
  const signature = feishuSignature(encryptKey, timestamp, nonce, request.body);
  return equalSecrets(header(request, 'x-lark-signature') ?? '', signature) ? undefined : 'wrong signature';
}
