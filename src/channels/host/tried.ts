import type { SendOutcome } from '../channel.js';

/** What an attempt came to: one that throws may go well later. */
export const tried = (attempt: () => Promise<SendOutcome>): Promise<SendOutcome> =>
  attempt().catch((error: unknown) => ({ kind: 'retry', reason: error instanceof Error ? error.message : String(error) }));
