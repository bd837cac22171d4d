import type { Readable, Writable } from 'node:stream';

/** What a command may use of the process. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One command of `zhida`. `run` resolves to the exit code: 0 done, 1 found something wrong, 2 called wrongly. */
export interface Command {
  readonly name: string;
  /** Arguments as the help shows them. */
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}

/** A mistake of the caller's, told in one line. */
export class UsageError extends Error {}
