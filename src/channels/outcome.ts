import type { SendOutcome } from './channel.js';

/** What the status of a platform's answer means for a sending: 2xx sent, 429 and 5xx later, any other never. */
export function outcomeOfStatus(response: Pick<Response, 'status' | 'headers'>): SendOutcome {
  const { status } = response;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const reason = `status ${status}`;
  if (status !== 408 && status !== 429 && status < 500) return { kind: 'refused', reason };
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { kind: 'retry', reason, ...(after > 0 && { afterSeconds: after }) };
}
