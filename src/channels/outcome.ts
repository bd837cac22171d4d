import type { SendOutcome } from './channel.js';

/** An HTTP answer as far as its status tells what became of a sending. */
export interface Answered {
  readonly status: number;
  /** Seconds after which the platform wants to be asked again. */
  readonly retryAfter?: number;
}

export function answered({ status, headers }: Pick<Response, 'status' | 'headers'>): Answered {
  const seconds = /^\d{1,5}$/.exec(headers.get('retry-after') ?? '')?.[0];
  return { status, ...(seconds !== undefined && { retryAfter: Number(seconds) }) };
}

/** The same request may be taken later: the platform is busy or down, or the token is not (yet) right. */
const isPassing = (status: number): boolean => status === 401 || status === 408 || status === 425 || status === 429 || status >= 500;

/** What became of a sending by the status alone; `detail` is what the platform named as the reason. */
export function outcomeOf({ status, retryAfter }: Answered, detail = ''): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const reason = `status ${status}${detail === '' ? '' : `: ${detail}`}`;
  return isPassing(status) ? retry(reason, retryAfter) : { kind: 'refused', reason };
}

export const retry = (reason: string, afterSeconds?: number): SendOutcome => ({
  kind: 'retry',
  reason,
  ...(afterSeconds !== undefined && { afterSeconds }),
});
