import { closeSync, openSync } from 'node:fs';
import Database from 'libsql';
import { StoreError } from '../errors.js';
import { APPLICATION_ID, MIGRATIONS } from './migrations.js';
import type { WorkerInput } from './protocol.js';

export type Connection = InstanceType<typeof Database>;

/** The file, and the lock that keeps other servers from it while it is open. */
interface Opened {
  readonly db: Connection;
  close(): void;
}

/** Opens the file for this server alone and brings its schema up to date. Others may still read it, as a backup does. Throws `StoreError`. */
export function connect({ path, lockTimeout }: WorkerInput): Opened {
  const db = openPrivate(path, lockTimeout);
  let lock: Connection | undefined;
  const close = (): void => {
    db.close();
    lock?.close();
  };
  try {
    inspect(db, path);
    lock = lockBeside(path, lockTimeout);
    db.prepare('PRAGMA journal_mode = WAL').get();
    // Never left to the build's default: NORMAL loses acknowledged turns when the power fails.
    db.exec('PRAGMA synchronous = FULL');
    db.prepare('PRAGMA wal_autocheckpoint = 4000').get();
    // What is erased is overwritten, too.
    db.prepare('PRAGMA secure_delete = ON').get();
    migrate(db, path);
    return { db, close };
  } catch (error) {
    close();
    throw refusal(error, path);
  }
}

/** Opens a file that its owner alone may read, where it is new; what stands beside it gets its mode from SQLite. Another mode that it has is left. */
function openPrivate(path: string, timeout: number): Connection {
  try {
    makePrivate(path);
    return new Database(path, { timeout });
  } catch (error) {
    throw refusal(error, path);
  }
}

/** Makes an empty file that its owner alone may read, or does nothing where there is one. */
export const makePrivate = (path: string): void => closeSync(openSync(path, 'a', 0o600));

/** A file beside the database that is held as long as the server lives. The lock is the system's: it goes with the process, however that ends. */
function lockBeside(path: string, timeout: number): Connection {
  const lock = openPrivate(`${path}-lock`, timeout);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** One integer setting of the file. */
export function pragma(db: Connection, name: string): number {
  const row = db.prepare(`PRAGMA ${name}`).get() as { [name: string]: unknown } | undefined;
  return Number(row?.[name]);
}

/** Refuses a file that is not ours to change, before anything of it is changed. */
export function inspect(db: Connection, path: string): void {
  const version = pragma(db, 'user_version');
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'").get() as { n: number };
  if (tables.n > 0 && pragma(db, 'application_id') !== APPLICATION_ID) throw foreign(path);
  if (version > MIGRATIONS.length) {
    throw new StoreError(
      'store-newer',
      `${path} was written by a newer Zhida (schema ${version}; this program knows up to ${MIGRATIONS.length}). Start that version, or name another file.`,
    );
  }
}

function migrate(db: Connection, path: string): void {
  db.exec('BEGIN EXCLUSIVE');
  // Again, now that nobody else can change it.
  inspect(db, path);
  for (const step of MIGRATIONS.slice(pragma(db, 'user_version'))) db.exec(step);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  db.exec('COMMIT');
}

const foreign = (path: string): StoreError =>
  new StoreError('store-foreign', `${path} is not a database of Zhida. Name another file; this one was left as it is.`);

export function refusal(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code, message } = error as { code?: string; message: string };
  if (code?.startsWith('SQLITE_BUSY') || code?.startsWith('SQLITE_LOCKED')) {
    return new StoreError('store-locked', `${path} is in use by another process. Stop that one first, or name another file.`);
  }
  if (code === 'SQLITE_NOTADB') return foreign(path);
  return new StoreError('store-failed', `${path} cannot be opened: ${message}`, { cause: error });
}
