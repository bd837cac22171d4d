import { hkdfSync } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { type Counter, counterOf, nameless, WINDOW } from './counter.js';

/** Counters in a PostgreSQL that all instances count in together. */
export interface SharedCounters {
  counter(name: string, perMinute: number): Counter;
  close(): Promise<void>;
}

/** Milliseconds: a request waits for its count no longer, and is counted in this process instead. */
const PATIENCE = 500;
/** Milliseconds after which the table is tried again that could not be made. */
const PAUSE = 5000;
// As the library writes it. Made here, since the library tries once and never again.
const TABLE = 'CREATE TABLE IF NOT EXISTS zhida_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)';

const TIDY = 'DELETE FROM zhida_limit WHERE expire < $1';

/**
 * Connects when the first count is taken. Instances with one `secret` count together. `onError` hears why the table could not be made, once;
 * as long as the database does not count, each instance counts for itself.
 */
export function createSharedCounters(url: string, secret: string, onError: (error: unknown) => void, pause = PAUSE): SharedCounters {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'zhida limits 1', 32));
  const pool = new Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    application_name: 'zhida limits',
  });
  // A connection that was lost is made anew when it is needed.
  pool.on('error', () => {});
  let table: Promise<void> | undefined;
  let isToldOf = false;

  async function makeTable(): Promise<void> {
    try {
      await pool.query(TABLE);
    } catch (error) {
      setTimeout(() => {
        table = undefined;
      }, pause).unref();
      if (!isToldOf) onError(error);
      isToldOf = true;
    }
  }

  // The library leaves counts for hours whose time is over.
  const tidying = setInterval(() => {
    if (table) void pool.query(TIDY, [Date.now()]).catch(() => {});
  }, WINDOW * 1000);
  tidying.unref();

  return {
    counter(name, perMinute) {
      const limit = { points: perMinute, duration: WINDOW, keyPrefix: name };
      const limiter = new RateLimiterPostgres({
        ...limit,
        storeClient: pool,
        tableName: 'zhida_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        insuranceLimiter: new RateLimiterMemory(limit),
        // Who is refused costs the database nothing more.
        inMemoryBlockOnConsumed: perMinute + 1,
      });
      const { take } = counterOf(limiter);
      return nameless(
        {
          async take(digest) {
            table ??= makeTable();
            await table;
            return take(digest);
          },
        },
        key,
      );
    },
    close: () => {
      clearInterval(tidying);
      return pool.end();
    },
  };
}
