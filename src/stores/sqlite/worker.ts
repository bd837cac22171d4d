import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../errors.js';
import { type Connection, connect } from './connection.js';
import { createOperations } from './operations.js';
import type { FromWorker, Request, Response, ToWorker, WorkerInput } from './protocol.js';

/** The one thread that touches the file. A batch is one transaction, a request one savepoint; answers leave after COMMIT. */
function runBatch(db: Connection, run: (request: Request) => Response, requests: readonly Request[]): readonly Response[] {
  try {
    db.exec('BEGIN IMMEDIATE');
    const responses = requests.map((request) => runOne(db, run, request));
    db.exec('COMMIT');
    return responses;
  } catch (error) {
    // A full disk, for example: nothing of the batch is kept, and every caller is told so.
    if (db.inTransaction) db.exec('ROLLBACK');
    const failed: Response = { kind: 'failed', message: (error as Error).message };
    return requests.map(() => failed);
  }
}

function runOne(db: Connection, run: (request: Request) => Response, request: Request): Response {
  db.exec('SAVEPOINT turn');
  try {
    return run(request);
  } catch (error) {
    db.exec('ROLLBACK TO turn');
    return { kind: 'failed', message: (error as Error).message };
  } finally {
    db.exec('RELEASE turn');
  }
}

function main(): void {
  const port = parentPort;
  if (!port) throw new Error('stores/sqlite/worker runs in a worker thread only');
  const send = (message: FromWorker): void => port.postMessage(message);
  try {
    const db = connect(workerData as WorkerInput);
    const run = createOperations(db);
    port.on('message', (message: ToWorker) => {
      if (message.kind === 'batch') {
        send({ kind: 'batch', responses: runBatch(db, run, message.requests) });
      } else {
        db.close();
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
