import { createHmac } from 'node:crypto';
import { equalSecrets } from '../constant-time.js';

/** How far a desk's clock may be from ours, either way. */
const FRESH_SECONDS = 300;

/** Hex HMAC-SHA256 over the time (seconds), a point and the body: what both sides put into `x-zhida-signature`. */
export const deskSignature = (secret: string, timestamp: string, body: string | Buffer): string =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');

export function isFromDesk(secret: string, now: Date, timestamp: string | undefined, signature: string | undefined, body: Buffer): boolean {
  if (timestamp === undefined || signature === undefined || !/^\d{10}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > FRESH_SECONDS) return false;
  return equalSecrets(signature, deskSignature(secret, timestamp, body));
}
