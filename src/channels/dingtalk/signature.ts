import { createHmac } from 'node:crypto';
import { header, type RawRequest } from '../channel.js';
import { equalSecrets } from '../constant-time.js';

const WINDOW_MILLISECONDS = 3_600_000;

/** The base64 HMAC-SHA256 over the timestamp in milliseconds, a line break and the secret. The body is not covered. */
export const dingtalkSignature = (secret: string, timestamp: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** Why a request is not DingTalk's, now; `undefined` when it is. */
export function dingtalkFault(secret: string, request: RawRequest, now: Date): string | undefined {
  const timestamp = header(request, 'timestamp') ?? '';
  if (secret === '') return 'no app secret is set';
  if (!/^\d{1,15}$/.test(timestamp)) return 'no timestamp';
  if (Math.abs(now.getTime() - Number(timestamp)) > WINDOW_MILLISECONDS) return 'the timestamp is not of this hour';
  return equalSecrets(header(request, 'sign') ?? '', dingtalkSignature(secret, timestamp)) ? undefined : 'wrong signature';
}
