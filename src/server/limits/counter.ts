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

/** Counts in this process: so many a minute for each key. */
export const memoryCounter = (perMinute: number): Counter => counterOf(new RateLimiterMemory({ points: perMinute, duration: WINDOW }));
