import type { ChannelEvent, RawResponse, Received } from '../channel.js';

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

export const textResponse = (body: string): RawResponse => ({ status: 200, type: TEXT, body });
export const jsonResponse = (body: object): RawResponse => ({ status: 200, type: JSON_TYPE, body: JSON.stringify(body) });

/** Taken, and nothing follows: what a platform wants to hear of anything that is not for the bot. */
const taken: RawResponse = { status: 200, body: '' };

export const respond = (response: RawResponse): Received<never> => ({ kind: 'respond', response });
export const ignored: Received<never> = respond(taken);
/** Not who it says it is. */
export const forged = (reason: string): Received<never> => ({ kind: 'reject', status: 401, reason });
/** Genuine or not, this is none of the platform's forms. */
export const malformed = (reason: string): Received<never> => ({ kind: 'reject', status: 400, reason });

export const events = <Target>(found: readonly ChannelEvent<Target>[], acknowledge = taken): Received<Target> =>
  found.length === 0 ? respond(acknowledge) : { kind: 'events', events: found, acknowledge };
