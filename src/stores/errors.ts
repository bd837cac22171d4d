export type StoreErrorCode =
  /** The URL names no store this program knows. */
  | 'store-url'
  /** Another process has the file open. */
  | 'store-locked'
  /** The file was written by a newer program. */
  | 'store-newer'
  /** The file is a database of something else, or none at all. */
  | 'store-foreign'
  /** Too many operations wait; try again in a second. Nothing of this one was kept. */
  | 'store-full'
  /** The disk has no room. Nothing of the operation was kept. */
  | 'store-disk'
  /** The database was away or overloaded for too long; try again. Whether the operation was done is not known, and it may be done again. */
  | 'store-busy'
  | 'store-closed'
  /** The disk or the worker failed; the cause is in the message. */
  | 'store-failed';

/** A store that cannot do its work. `message` says what happened and what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

const TEMPORARY: ReadonlySet<StoreErrorCode> = new Set(['store-full', 'store-disk', 'store-busy']);

/** True for an error that goes away: the same message may be sent again later. */
export const isTemporary = (error: unknown): boolean => error instanceof StoreError && TEMPORARY.has(error.code);
