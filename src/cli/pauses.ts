import { setTimeout } from 'node:timers/promises';
import type { Pauses } from '../bot/ports.js';

/** Real time. A pause keeps no process from ending. */
export const pauses: Pauses = {
  wait: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, { ref: false, ...(signal && { signal }) }).catch((error: Error) => {
      if (error.name !== 'AbortError') throw error;
    }),
  random: Math.random,
};
