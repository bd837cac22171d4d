import { randomBytes } from 'node:crypto';
import type { Clock } from '../../bot/ports.js';
import type { ChannelIo } from '../channel.js';

/** A platform's API answers within milliseconds; what takes longer than this has failed. */
const SLOWEST_ANSWER = 10_000;

export type FetchFunction = ChannelIo['fetch'];

/** The world as adapters reach it. `signal` ends a call before its time is over. */
export const createIo = (
  clock: Clock,
  tokens: Pick<ChannelIo, 'token' | 'dropToken'>,
  fetchFrom: FetchFunction = fetch,
  signal?: AbortSignal,
): ChannelIo => ({
  now: () => clock.now(),
  random: randomBytes,
  fetch: (url, init) => {
    const late = AbortSignal.timeout(SLOWEST_ANSWER);
    // A redirect would carry the token elsewhere.
    return fetchFrom(url, { ...init, redirect: 'error', signal: signal ? AbortSignal.any([signal, late]) : late });
  },
  ...tokens,
});
