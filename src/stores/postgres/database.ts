import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type ClientBase, Pool, type QueryConfig, type QueryResultRow } from 'pg';
import { StoreError } from '../errors.js';
import { shownStore } from '../settings.js';
import { type Failure, failureOf, refusal } from './failures.js';
import { migrate } from './migrations.js';
import { probe, probeRoom } from './statements.js';

export interface PostgresOptions {
  /** Connections at most. Default 24. */
  readonly connections?: number;
  /** Operations that may wait, for a connection or for the database to come back; one more is refused with `store-full`. Default 1,000. */
  readonly queueLimit?: number;
  /** Milliseconds in which a lost connection, a restart, a fail-over, a deadlock is tried again before `store-busy`. Default 5,000. */
  readonly patience?: number;
  /** The same at the start, where the database may be starting too. Default 15,000. */
  readonly startPatience?: number;
}

/** Connections to one database, and patience with them. Rejects with `StoreError` alone. */
export interface Database {
  /** Runs one statement; `taken`, where another turn was first. */
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<readonly Row[] | 'taken'>;
  /** Runs statements as one transaction on one connection; `taken`, and nothing of it, where another turn was first. */
  transaction<T>(work: (client: ClientBase) => Promise<T>): Promise<T | 'taken'>;
  /** Writes; one try, no patience. */
  probe(): Promise<void>;
  /** Finishes what was begun. */
  close(): Promise<void>;
}

const FIRST_PAUSE = 25;
const LONGEST_PAUSE = 1000;
/** Milliseconds for one connection, and for one statement. */
const CONNECT_TIME = 5000;
const STATEMENT_TIME = 10_000;
/** Bytes: more than any turn takes. */
const ROOM = 256 * 1024;

/** Connects and brings the schema up to date. */
export async function openDatabase(url: string, options: PostgresOptions): Promise<Database> {
  const { connections = 24, queueLimit = 1000, patience = 5000, startPatience = 15_000 } = options;
  const shown = shownStore(url);
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIME,
    query_timeout: STATEMENT_TIME,
    keepAlive: true,
    application_name: 'zhida',
  });
  // A connection that was lost while idle is made anew when it is needed.
  pool.on('error', () => {});
  const running = new Set<Promise<unknown>>();
  let closed = false;
  /** Since a disk had no room, until it has again: a small write may still find some in a page. */
  let isFull = false;

  async function patiently<T>(work: () => Promise<T>, time = patience, passing: readonly Failure[] = ['passing']): Promise<T> {
    const deadline = performance.now() + time;
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (failureOf(error) === 'disk') isFull = true;
        const pause = Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
        if (!passing.includes(failureOf(error)) || performance.now() + pause > deadline) throw refusal(error, shown);
        await setTimeout(pause);
      }
    }
  }

  /** Counts the work in, so that closing waits for it. */
  async function tracked<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new StoreError('store-closed', 'The store is closed.');
    if (running.size >= connections + queueLimit) {
      throw new StoreError('store-full', `The store has ${queueLimit} operations waiting; try again in a second.`);
    }
    const run = work();
    running.add(run);
    try {
      return await run;
    } finally {
      running.delete(run);
    }
  }

  async function onOneConnection<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    // Lost in the middle: the statement that runs rejects, and the connection is thrown away.
    const ignored = (): void => {};
    client.on('error', ignored);
    try {
      const result = await work(client);
      client.off('error', ignored);
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  try {
    // Two instances that make the first table at the same time collide, whatever the statement says: the later one comes again.
    await patiently(() => onOneConnection((client) => migrate(client, shown)), startPatience, ['passing', 'taken']);
  } catch (error) {
    await pool.end();
    throw error;
  }

  /** Ends as the work does, or as `taken`. */
  async function unlessTaken<T>(work: () => Promise<T>): Promise<T | 'taken'> {
    try {
      return await work();
    } catch (error) {
      if (failureOf(error) === 'taken') return 'taken';
      throw error;
    }
  }

  /** Begins and ends it; what is thrown is left to whoever throws the connection away. */
  async function inTransaction<T>(client: ClientBase, work: (client: ClientBase) => Promise<T>): Promise<T | 'taken'> {
    await client.query('BEGIN');
    // An instance that is frozen here must not hold its rows for ever.
    await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${STATEMENT_TIME}`);
    const result = await unlessTaken(() => work(client));
    await client.query(result === 'taken' ? 'ROLLBACK' : 'COMMIT');
    return result;
  }

  return {
    // Not by the pool's own `query`: a connection holds the values of the first one that it was made for.
    query: <Row extends QueryResultRow>(statement: QueryConfig) =>
      tracked(() => patiently(() => unlessTaken(() => onOneConnection(async (client) => (await client.query<Row>(statement)).rows)))),

    transaction: (work) => tracked(() => patiently(() => onOneConnection((client) => inTransaction(client, work)))),

    probe: () =>
      tracked(() =>
        patiently(async () => {
          await pool.query(probe);
          if (!isFull) return;
          await onOneConnection(async (client) => {
            await client.query('BEGIN');
            await client.query(probeRoom(randomBytes(ROOM).toString('base64')));
            await client.query('ROLLBACK');
          });
          isFull = false;
        }, 0),
      ),

    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled(running);
      await pool.end();
    },
  };
}
