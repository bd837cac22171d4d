import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { AnswerTo, Request } from './protocol.js';

/** A second thread that takes a part of the learning. */
export interface LearningThread {
  /** One question at a time. Rejects when the thread fails. */
  readonly ask: <R extends Request>(request: R) => Promise<AnswerTo<R>>;
  readonly stop: () => Promise<void>;
}

/** Where the program runs as it was written, only a build knows the thread's file. */
const FILE = new URL(
  import.meta.url.endsWith('.js') ? './learning-worker.js' : '../../../dist/workspace/learning/learning-worker.js',
  import.meta.url,
);

/** Starts the thread, which loads what it needs meanwhile; `undefined` where its file is missing. */
export function startLearningThread(): LearningThread | undefined {
  if (!existsSync(FILE)) return undefined;
  const worker = new Worker(FILE);
  const failed = once(worker, 'exit').then(([code]) => {
    throw new Error(`the learning thread ended with code ${code}`);
  });
  failed.catch(() => undefined);
  return {
    ask: <R extends Request>(request: R): Promise<AnswerTo<R>> => {
      // An error of the thread rejects this, too.
      const answered = once(worker, 'message');
      worker.postMessage(request);
      const answer = Promise.race([answered, failed]).then(([given]) => given as AnswerTo<R>);
      // Whoever awaits it hears of it; nobody does where the pack turned out to be broken.
      answer.catch(() => undefined);
      return answer;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
