import { randomBytes } from 'node:crypto';
import type { Clock } from '../../bot/ports.js';
import type { ChannelIo } from '../channel.js';

export type FetchFunction = ChannelIo['fetch'];

/** The world as adapters reach it, until `signal` ends it. */
export const createIo = (
  clock: Clock,
  tokens: Pick<ChannelIo, 'token' | 'dropToken'>,
  fetchFrom: FetchFunction,
  signal: AbortSignal,
): ChannelIo => ({
  now: () => clock.now(),
  random: randomBytes,
  // A redirect would carry the token elsewhere.
  fetch: (url, init) => fetchFrom(url, { ...init, redirect: 'error', signal }),
  ...tokens,
});
