import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../errors.js';
import { cutLog, isErasing, runBatch } from './batch.js';
import { connect } from './connection.js';
import { createOperations } from './operations.js';
import type { FromWorker, ToWorker, WorkerInput } from './protocol.js';

/** Milliseconds between looks whether the log can be cut that somebody reads. */
const LOOK = 250;

/** The one thread that touches the file. */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('stores/sqlite/sqlite-worker runs in a worker thread only');
  const send = (message: FromWorker): void => port.postMessage(message);
  try {
    const { db, close } = connect(workerData as WorkerInput);
    const run = createOperations(db);
    let cutting: NodeJS.Timeout | undefined;
    const cut = (): void => {
      clearTimeout(cutting);
      if (!cutLog(db)) cutting = setTimeout(cut, LOOK);
    };
    port.on('message', (message: ToWorker) => {
      if (message.kind === 'batch') {
        const responses = runBatch(db, run, message.requests);
        if (isErasing(message.requests)) cut();
        send({ kind: 'batch', responses });
      } else {
        clearTimeout(cutting);
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
