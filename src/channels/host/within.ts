import type { Pauses } from '../../bot/ports.js';

/** A call of a platform's API takes milliseconds; what takes longer than this has failed. As long as the outbox waits. */
const SLOWEST_CALL = 15_000;

/** Does work that must end in time: after that its signal is aborted, and it has failed. */
export async function within<T>(pauses: Pauses, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const [ended, late] = [new AbortController(), new AbortController()];
  const timeOut = pauses.wait(SLOWEST_CALL, ended.signal).then((): never => {
    late.abort();
    throw new Error(`no answer within ${SLOWEST_CALL} ms`);
  });
  // Once the work is done nobody listens to what ends the wait.
  timeOut.catch(() => undefined);
  try {
    return await Promise.race([work(late.signal), timeOut]);
  } finally {
    // A reason of its own: making the usual error costs more than the rest.
    ended.abort('over');
  }
}
