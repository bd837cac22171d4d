import type { Clock, Pauses } from '../../bot/ports.js';
import type { Desk } from '../host/desk.js';
import type { FetchFunction } from '../host/io.js';
import { within } from '../host/within.js';
import { deskSignature } from './signature.js';

export interface WebhookParts {
  readonly url: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly pauses: Pauses;
  /** Default: the global one. */
  readonly fetch?: FetchFunction;
}

/**
 * A desk behind a URL. It gets `{kind: 'open', id, conversation, channel, language, transcript}` when somebody asks for a person and
 * `{kind: 'message', id, conversation, text}` for what he says from then on, and takes each with a 2xx; anything else is sent again.
 */
export function webhookDesk({ url, secret, clock, pauses, fetch: fetchFrom = fetch }: WebhookParts): Desk {
  async function post(message: object): Promise<void> {
    const body = JSON.stringify(message);
    const timestamp = `${Math.floor(clock.now().getTime() / 1000)}`;
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-zhida-timestamp': timestamp,
      'x-zhida-signature': deskSignature(secret, timestamp, body),
    };
    const { status } = await within(pauses, (signal) => fetchFrom(url, { method: 'POST', headers, body, redirect: 'error', signal }));
    if (status < 200 || status > 299) throw new Error(`the desk answered with status ${status}`);
  }
  return {
    open: (transfer, id) => post({ kind: 'open', id, ...transfer }),
    hear: (conversation, text, id) => post({ kind: 'message', id, conversation, text }),
  };
}
