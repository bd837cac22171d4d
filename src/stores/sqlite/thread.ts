import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { StoreError } from '../errors.js';
import type { Answers, AnswerTo, FromWorker, Request, ToWorker, WorkerInput } from './protocol.js';

interface Waiting {
  readonly request: Request;
  readonly resolve: (answer: Answers[keyof Answers]) => void;
  readonly reject: (error: StoreError) => void;
}

/** A worker thread and the queue before it. */
export interface Thread {
  /** Rejects with `store-full`, `store-closed`, `store-disk` or `store-failed`. */
  run<R extends Request>(request: R): Promise<AnswerTo<R>>;
  /** Until it is closed or fails. */
  isOpen(): boolean;
  /** Finishes what waits, closes the file, ends the thread. */
  close(): Promise<void>;
}

/**
 * Starts the worker. Natural group commit: while the worker writes one batch, requests gather; when it answers, all of
 * them go as the next batch. An idle store commits at once, a busy one many turns with one sync.
 */
export async function startThread(input: WorkerInput, queueLimit: number): Promise<Thread> {
  // It passes rows on and keeps none, so a small heap does.
  const worker = new Worker(workerFile(), {
    workerData: input,
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 },
  });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await opened(worker);

  let queue: Waiting[] = [];
  let inFlight: readonly Waiting[] = [];
  let ended: StoreError | undefined;
  let drained: (() => void) | undefined;

  const send = (message: ToWorker): void => worker.postMessage(message);
  const sendQueue = (): void => {
    if (inFlight.length > 0) return;
    if (queue.length === 0) {
      drained?.();
      return;
    }
    inFlight = queue;
    queue = [];
    send({ kind: 'batch', requests: inFlight.map((one) => one.request) });
  };
  const fail = (error: StoreError): void => {
    ended ??= error;
    for (const one of [...inFlight, ...queue]) one.reject(error);
    inFlight = [];
    queue = [];
    drained?.();
  };

  worker.on('message', (message: FromWorker) => {
    if (message.kind !== 'batch') return;
    const answered = inFlight;
    inFlight = [];
    // The next batch starts before the answers of this one are worked on.
    sendQueue();
    answered.forEach((one, i) => {
      const response = message.responses[i];
      if (response?.kind === 'answer') one.resolve(response.value);
      else if (response?.isFull)
        one.reject(new StoreError('store-disk', `The disk of the store takes no more (${response.message}); make room there.`));
      else one.reject(new StoreError('store-failed', `The store failed: ${response?.message ?? 'no answer'}`));
    });
  });
  worker.on('error', (error) => fail(new StoreError('store-failed', `The store's thread failed: ${error.message}`, { cause: error })));
  worker.on('exit', () => fail(new StoreError('store-failed', "The store's thread ended.")));

  return {
    run<R extends Request>(request: R): Promise<AnswerTo<R>> {
      if (ended) return Promise.reject(ended);
      if (queue.length + inFlight.length >= queueLimit) {
        return Promise.reject(new StoreError('store-full', `The store has ${queueLimit} operations waiting; try again in a second.`));
      }
      return new Promise((resolve, reject) => {
        // The worker answers each request by its kind.
        queue.push({ request, resolve: resolve as Waiting['resolve'], reject });
        sendQueue();
      });
    },
    isOpen: () => ended === undefined,
    async close() {
      if (!ended) {
        ended = new StoreError('store-closed', 'The store is closed.');
        await new Promise<void>((resolve) => {
          drained = resolve;
          sendQueue();
        });
        send({ kind: 'close' });
      }
      await exited;
    },
  };
}

/** The worker is compiled JavaScript always: a thread cannot run TypeScript on Node 20. From src it is the one in dist. */
function workerFile(): URL {
  const compiled = import.meta.url.endsWith('.js');
  const url = new URL(compiled ? './sqlite-worker.js' : '../../../dist/stores/sqlite/sqlite-worker.js', import.meta.url);
  if (existsSync(url)) return url;
  throw new StoreError('store-failed', `${fileURLToPath(url)} is missing; run "npm run build" first.`);
}

function opened(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: FromWorker) => {
      // Refused only after the thread has ended: until then it may still hold the file.
      if (message.kind === 'refused') worker.once('exit', () => reject(new StoreError(message.code, message.message)));
      else resolve();
    });
    worker.once('error', (error) =>
      reject(new StoreError('store-failed', `The store's thread failed: ${error.message}`, { cause: error })),
    );
  });
}
