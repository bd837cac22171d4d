import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../errors.js';
import { type Connection, connect } from './connection.js';
import { createOperations } from './operations.js';
import type { Answers, FromWorker, Request, Response, ToWorker, WorkerInput } from './protocol.js';

type Run = (request: Request) => Answers[keyof Answers];

/** The one thread that touches the file. A batch is one transaction, a request one savepoint; answers leave after COMMIT. */
function runBatch(db: Connection, run: Run, requests: readonly Request[]): readonly Response[] {
  try {
    db.exec('BEGIN IMMEDIATE');
    const responses = requests.map((request) => runOne(db, run, request));
    db.exec('COMMIT');
    if (requests.some(({ kind }) => kind === 'erase' || kind === 'erase-before')) cutLog(db);
    return responses;
  } catch (error) {
    // A full disk, for example: nothing of the batch is kept, and every caller is told so.
    if (db.inTransaction) db.exec('ROLLBACK');
    return requests.map(() => failed(error));
  }
}

/** The log beside the file still holds what was erased, until it is written back and cut off. */
function cutLog(db: Connection): void {
  try {
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  } catch {
    // What is stored is stored: the next erasure, or the end of the log, comes back to it.
  }
}

function runOne(db: Connection, run: Run, request: Request): Response {
  db.exec('SAVEPOINT turn');
  try {
    return { kind: 'answer', value: run(request) };
  } catch (error) {
    db.exec('ROLLBACK TO turn');
    return failed(error);
  } finally {
    db.exec('RELEASE turn');
  }
}

const failed = (error: unknown): Response => ({
  kind: 'failed',
  message: (error as Error).message,
  isFull: NO_ROOM.has((error as { code?: string }).code ?? ''),
});

/** No space, and what the system says of a quota or a limit. */
const NO_ROOM: ReadonlySet<string> = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE']);

function main(): void {
  const port = parentPort;
  if (!port) throw new Error('stores/sqlite/worker runs in a worker thread only');
  const send = (message: FromWorker): void => port.postMessage(message);
  try {
    const { db, close } = connect(workerData as WorkerInput);
    const run = createOperations(db);
    port.on('message', (message: ToWorker) => {
      if (message.kind === 'batch') {
        send({ kind: 'batch', responses: runBatch(db, run, message.requests) });
      } else {
        close();
        port.close();
      }
    });
    send({ kind: 'ready' });
  } catch (error) {
    const code = error instanceof StoreError ? error.code : 'store-failed';
    const refused = code === 'store-locked' || code === 'store-newer' || code === 'store-foreign' ? code : 'store-failed';
    send({ kind: 'refused', code: refused, message: (error as Error).message });
    port.close();
  }
}

main();
