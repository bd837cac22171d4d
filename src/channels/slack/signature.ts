import { createHmac } from 'node:crypto';
import { header, type RawRequest } from '../channel.js';
import { equalSecrets } from '../constant-time.js';

const WINDOW_SECONDS = 300;

/** `v0=` and the hex HMAC-SHA256 over `v0:TIMESTAMP:BODY`; the time is in seconds. */
export const slackSignature = (secret: string, timestamp: string, body: Uint8Array): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;

/** Why a request is not Slack's, now; `undefined` when it is. */
export function slackFault(secret: string, request: RawRequest, now: Date): string | undefined {
  const timestamp = header(request, 'x-slack-request-timestamp') ?? '';
  if (secret === '') return 'no signing secret is set';
  if (!/^\d{1,12}$/.test(timestamp)) return 'no timestamp';
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS) return 'the timestamp is not of these minutes';
  return equalSecrets(header(request, 'x-slack-signature') ?? '', slackSignature(secret, timestamp, request.body))
    ? undefined
    : 'wrong signature';
}
