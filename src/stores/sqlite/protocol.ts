/** What crosses the border between the store and its worker thread: plain, cloneable records. */
export type Request =
  | { readonly kind: 'create'; readonly conversation: string; readonly at: string; readonly state: string }
  | { readonly kind: 'load'; readonly conversation: string }
  | { readonly kind: 'turn-by-key'; readonly conversation: string; readonly key: string }
  | {
      readonly kind: 'append';
      readonly conversation: string;
      readonly key: string;
      readonly expectedVersion: number;
      readonly body: string;
      readonly state: string;
    }
  | { readonly kind: 'history'; readonly conversation: string; readonly after: number; readonly limit: number }
  /** Proves that the file can be written. */
  | { readonly kind: 'probe' };

/** A turn as it lies in its row; `body` is JSON of the rest of the record. */
export interface TurnRow {
  readonly sequence: number;
  readonly key: string;
  readonly body: string;
}

export type Response =
  | { readonly kind: 'done' }
  | { readonly kind: 'conversation'; readonly found: { readonly state: string; readonly version: number } | undefined }
  | { readonly kind: 'turns'; readonly rows: readonly TurnRow[] }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate'; readonly row: TurnRow }
  | { readonly kind: 'failed'; readonly message: string };

export type ToWorker = { readonly kind: 'batch'; readonly requests: readonly Request[] } | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly code: 'store-locked' | 'store-newer' | 'store-foreign' | 'store-failed'; readonly message: string }
  /** One response a request, in the same order; sent after COMMIT. */
  | { readonly kind: 'batch'; readonly responses: readonly Response[] };

export interface WorkerInput {
  readonly path: string;
  /** How long to wait for a file that another process holds: a predecessor may still be closing. Milliseconds. */
  readonly lockTimeout: number;
}
