import type { FileResult } from '../transcripts/run.js';
import type { Terminal } from './command.js';

const CLEAR_LINE = '\r\u001b[K';

/** One line that counts up on a terminal and is gone at the end; nothing in a pipe, nor beside JSON. */
export function progressOn({ stdout }: Terminal, quiet: boolean) {
  const shown = stdout.isTTY === true && !quiet;
  let done = 0;
  return {
    step: ({ id }: FileResult, total: number): void => {
      done++;
      if (shown) stdout.write(`${CLEAR_LINE}${done} of ${total}  ${id}`);
    },
    end: (): void => {
      if (shown) stdout.write(CLEAR_LINE);
    },
  };
}
