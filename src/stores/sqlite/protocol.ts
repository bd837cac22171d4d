import type { Settlement } from '../../bot/ports.js';
import type { OutgoingRow, TurnRow, UndeliveredRow } from '../rows.js';

/** What crosses the border between the store and its worker thread: plain, cloneable records. */
export type Request =
  | { readonly kind: 'create'; readonly conversation: string; readonly at: string; readonly state: string }
  | { readonly kind: 'load'; readonly conversation: string }
  | {
      readonly kind: 'append';
      readonly conversation: string;
      readonly key: string;
      readonly expectedVersion: number;
      readonly at: string;
      readonly body: string;
      readonly state: string;
      readonly outgoing: readonly { readonly delivery: string; readonly body: string }[];
    }
  | { readonly kind: 'history'; readonly conversation: string; readonly after: number; readonly limit: number }
  | {
      readonly kind: 'enqueue';
      readonly conversation: string;
      readonly at: string;
      readonly delivery: string;
      readonly body: string;
    }
  | { readonly kind: 'lease'; readonly now: string; readonly until: string; readonly limit: number }
  | {
      readonly kind: 'settle';
      readonly conversation: string;
      readonly delivery: string;
      readonly attempts: number;
      readonly outcome: Settlement;
    }
  | { readonly kind: 'undelivered'; readonly conversation: string }
  | { readonly kind: 'recall'; readonly name: string; readonly now: string }
  | { readonly kind: 'remember'; readonly name: string; readonly value: string; readonly expiresAt: string | null }
  | { readonly kind: 'claim'; readonly name: string; readonly value: string; readonly now: string; readonly expiresAt: string }
  | { readonly kind: 'forget'; readonly names: readonly string[] }
  | { readonly kind: 'sweep'; readonly now: string }
  | { readonly kind: 'erase'; readonly conversation: string; readonly ifBefore: string | null }
  | { readonly kind: 'old'; readonly at: string; readonly limit: number }
  /** Proves that the file can be written. */
  | { readonly kind: 'probe' };

/** What a request of each kind is answered with. */
export interface Answers {
  readonly create: undefined;
  readonly load: { readonly state: string; readonly version: number } | undefined;
  readonly append: { readonly kind: 'stored' } | { readonly kind: 'conflict' } | { readonly kind: 'duplicate'; readonly row: TurnRow };
  readonly history: readonly TurnRow[];
  readonly enqueue: undefined;
  readonly lease: readonly OutgoingRow[];
  readonly settle: undefined;
  readonly undelivered: readonly UndeliveredRow[];
  readonly recall: string | undefined;
  readonly remember: undefined;
  readonly claim: boolean;
  readonly forget: undefined;
  readonly sweep: undefined;
  readonly erase: boolean;
  /** Names. */
  readonly old: readonly string[];
  readonly probe: undefined;
}

export type AnswerTo<R extends Request> = Answers[R['kind']];

export type Response =
  | { readonly kind: 'answer'; readonly value: Answers[keyof Answers] }
  /** Nothing of the request was kept. `isFull`: the disk has no room. */
  | { readonly kind: 'failed'; readonly message: string; readonly isFull: boolean };

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
