import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts what comes under a key. */
export interface Counter {
  /** Counts one more. Resolves to 0 when it may pass, else to the seconds after which the next one may. */
  take(key: string): Promise<number>;
}

/** Seconds over which counters count. */
export const WINDOW = 60;

/** Any limiter of the library as a counter. */
export function counterOf(limiter: Pick<RateLimiterMemory, 'consume'>): Counter {
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw refused;
      }
    },
  };
}

/**
 * The same counter, which is only given digests of the keys. Without the secret nobody can tell whose they are, not even by trying names:
 * what is counted leaves nothing of a conversation or a person, and erasing one is no way to be counted anew.
 */
export const nameless = ({ take }: Counter, secret: Buffer): Counter => ({
  take: (key) => take(createHmac('sha256', secret).update(key).digest('base64url')),
});

const OF_THIS_PROCESS = randomBytes(32);

/** Counts in this process: so many a minute for each key. */
export const memoryCounter = (perMinute: number): Counter =>
  nameless(counterOf(new RateLimiterMemory({ points: perMinute, duration: WINDOW })), OF_THIS_PROCESS);
