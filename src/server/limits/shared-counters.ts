import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { type Counter, counterOf, WINDOW } from './counter.js';

/** Counters in a PostgreSQL that all instances count in together. */
export interface SharedCounters {
  counter(name: string, perMinute: number): Counter;
  close(): Promise<void>;
}

/** Milliseconds: a request waits for its count no longer, and is counted in this process instead. */
const PATIENCE = 500;

/** Connects when the first count is taken. `onError` hears why the table could not be made; then each instance counts for itself. */
export function createSharedCounters(url: string, onError: (error: unknown) => void): SharedCounters {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    application_name: 'zhida limits',
  });
  // A connection that was lost is made anew when it is needed.
  pool.on('error', () => {});
  return {
    counter(name, perMinute) {
      const limit = { points: perMinute, duration: WINDOW, keyPrefix: name };
      const limiter = new RateLimiterPostgres(
        {
          ...limit,
          storeClient: pool,
          tableName: 'zhida_limit',
          insuranceLimiter: new RateLimiterMemory(limit),
          // Who is refused costs the database nothing more.
          inMemoryBlockOnConsumed: perMinute + 1,
        },
        (error) => (error === undefined ? undefined : onError(error)),
      );
      const { take } = counterOf(limiter);
      // Its digest alone is written: an erased conversation leaves no name here either.
      return { take: (key) => take(createHash('sha256').update(key).digest('base64url')) };
    },
    close: () => pool.end(),
  };
}
