import { type Connection, pragma } from './connection.js';
import type { Answers, Request, Response } from './protocol.js';

type Run = (request: Request) => Answers[keyof Answers];

/** A batch is one transaction, a request one savepoint; answers leave after COMMIT. */
export function runBatch(db: Connection, run: Run, requests: readonly Request[]): readonly Response[] {
  try {
    db.exec('BEGIN IMMEDIATE');
    const responses = requests.map((request) => runOne(db, run, request));
    db.exec('COMMIT');
    return responses;
  } catch (error) {
    // A full disk, for example: nothing of the batch is kept, and every caller is told so.
    if (db.inTransaction) db.exec('ROLLBACK');
    return requests.map(() => failed(error));
  }
}

const ERASING: ReadonlySet<Request['kind']> = new Set(['erase', 'forget', 'sweep']);

/** Whether the log beside the file may hold, after this, what is not in the file any more. */
export const isErasing = (requests: readonly Request[]): boolean => requests.some(({ kind }) => ERASING.has(kind));

/** Writes the log back and cuts it off, with what was erased. `false` while somebody reads it, as a backup does: nobody is waited for. */
export function cutLog(db: Connection): boolean {
  const patience = pragma(db, 'busy_timeout');
  db.exec('PRAGMA busy_timeout = 0');
  try {
    const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    return busy === 0;
  } catch {
    return false;
  } finally {
    db.exec(`PRAGMA busy_timeout = ${patience}`);
  }
}

function runOne(db: Connection, run: Run, request: Request): Response {
  db.exec('SAVEPOINT turn');
  try {
    const value = run(request);
    db.exec('RELEASE turn');
    return { kind: 'answer', value };
  } catch (error) {
    // A full disk or a failed write has ended the whole transaction: the batch fails, by this error and not by what comes of it.
    if (!db.inTransaction) throw error;
    db.exec('ROLLBACK TO turn');
    db.exec('RELEASE turn');
    return failed(error);
  }
}

const failed = (error: unknown): Response => ({
  kind: 'failed',
  message: (error as Error).message,
  isFull: NO_ROOM.has((error as { code?: string }).code ?? ''),
});

/** No space, and what the system says of a quota or a limit. */
const NO_ROOM: ReadonlySet<string> = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE']);
