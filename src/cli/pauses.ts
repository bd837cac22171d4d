import type { Pauses } from '../bot/ports.js';

/** Real time. A pause keeps no process from ending. Most are ended early and by the thousand, so that no error is made of it. */
export const pauses: Pauses = {
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      timer.unref();
      if (signal?.aborted) end();
      else signal?.addEventListener('abort', end);
    }),
  random: Math.random,
};
