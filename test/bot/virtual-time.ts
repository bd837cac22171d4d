import type { Clock, Pauses } from '../../src/bot/ports.js';

/** A clock that goes on when it is told to, and pauses that end by it. */
export interface VirtualTime {
  readonly clock: Clock;
  readonly pauses: Pauses;
  /** Lets so many milliseconds pass, pause by pause, with all that follows from each. */
  advance(milliseconds: number): Promise<void>;
  /** Lets everything happen that waits for no time. */
  settle(): Promise<void>;
}

export function virtualTime(start = 0): VirtualTime {
  let now = start;
  let waiting: { readonly at: number; readonly resolve: () => void }[] = [];

  // Whatever hangs on promises alone is done by the next turn of the event loop.
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  return {
    clock: { now: () => new Date(now) },
    pauses: {
      random: () => 1,
      wait: (milliseconds, signal) =>
        new Promise((resolve) => {
          const one = { at: now + milliseconds, resolve };
          waiting.push(one);
          signal?.addEventListener('abort', () => {
            waiting = waiting.filter((other) => other !== one);
            resolve();
          });
        }),
    },
    settle,
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        waiting = waiting.filter((one) => one !== next);
        next.resolve();
        await settle();
      }
      now = end;
    },
  };
}
