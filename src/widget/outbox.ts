import { alone, type Keep } from './keep.js';
import { Refused } from './request.js';

/** A message of the user that the server has not taken yet. */
export interface Waiting {
  /** The client's id: sent twice, it is answered once. */
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  /** Why the server refused it; it is not sent again by itself. */
  readonly failed?: string;
}

export interface Outbox {
  list(): readonly Waiting[];
  add(message: Waiting): void;
  retry(id: string): void;
  discard(id: string): void;
  clear(): void;
  /** Sends what waits, in order, from one tab at a time. */
  flush(): Promise<void>;
}

const NAME = 'outbox';
const AGAIN = [1500, 4000, 10_000, 20_000];

/** What a later try may mend: no connection, too many requests, a server that is busy or down. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof Refused) || error.status === 429 || [500, 503, 504].includes(error.status);

export function createOutbox(keep: Keep, lock: string, deliver: (message: Waiting) => Promise<void>, changed: () => void): Outbox {
  let failures = 0;
  let flushing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const list = (): readonly Waiting[] => {
    const kept = keep.read(NAME);
    return Array.isArray(kept) ? kept.filter((one): one is Waiting => typeof one?.id === 'string' && typeof one.text === 'string') : [];
  };
  function write(next: readonly Waiting[]): void {
    keep.write(NAME, next.length > 0 ? next : undefined);
    changed();
  }
  const change = (id: string, to: (message: Waiting) => readonly Waiting[]): void =>
    write(list().flatMap((message) => (message.id === id ? to(message) : [message])));

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (flushing) return;
    flushing = true;
    try {
      await alone(lock, async () => {
        for (let next = first(); next; next = first()) {
          const { id } = next;
          try {
            await deliver(next);
            change(id, () => []);
          } catch (error) {
            if (isPassing(error)) throw error;
            change(id, (message) => [{ ...message, failed: error instanceof Error ? error.message : '' }]);
          }
        }
      });
      failures = 0;
    } catch {
      timer = setTimeout(flush, AGAIN[Math.min(failures++, AGAIN.length - 1)]);
    } finally {
      flushing = false;
    }
    changed();
  }
  const first = (): Waiting | undefined => list().find(({ failed }) => failed === undefined);

  return {
    list,
    flush,
    add(message) {
      write([...list(), message]);
      void flush();
    },
    retry(id) {
      change(id, ({ failed: _, ...message }) => [message]);
      void flush();
    },
    discard: (id) => change(id, () => []),
    clear: () => write([]),
  };
}
