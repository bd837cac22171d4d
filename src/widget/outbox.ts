import { alone, type Keep } from './keep.js';
import { Refused } from './request.js';

/** A message of the user on its way; it stays until the conversation shows it. */
export interface Waiting {
  /** The client's id: sent twice, it is answered once. */
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  /** `late`: it could not be sent yet; `refused`: it is not sent again by itself; `sent`: the server has it. */
  readonly state?: 'late' | 'refused' | 'sent' | undefined;
}

export interface Outbox {
  list(): readonly Waiting[];
  add(message: Waiting): void;
  retry(id: string): void;
  discard(id: string | undefined): void;
  clear(): void;
  /** Sends what waits, in order, from one tab at a time. */
  flush(): void;
}

const NAME = 'outbox';
const AGAIN = 2000;

/** What a later try may mend: no connection, too many requests, a server that is busy or down. */
const isPassing = (error: unknown): boolean => !(error instanceof Refused) || [429, 500, 503, 504].includes(error.status);

export function createOutbox(keep: Keep, deliver: (message: Waiting) => Promise<void>, changed: () => void): Outbox {
  let failures = 0;
  let isFlushing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const list = (): readonly Waiting[] => (keep.read(NAME) ?? []) as Waiting[];
  const first = (): Waiting | undefined => list().find(({ state }) => !state || state === 'late');

  function write(next: readonly Waiting[]): void {
    keep.write(NAME, next);
    changed();
  }

  const change = (id: string, state?: Waiting['state']): void =>
    write(list().map((message) => (message.id === id ? { ...message, state } : message)));

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (isFlushing || !first()) return;
    isFlushing = true;
    try {
      await alone(NAME, async () => {
        for (let next = first(); next; next = first()) {
          try {
            await deliver(next);
            change(next.id, 'sent');
          } catch (error) {
            const isLate = isPassing(error);
            change(next.id, isLate ? 'late' : 'refused');
            if (isLate) throw error;
          }
        }
      });
      failures = 0;
    } catch {
      timer = setTimeout(flush, AGAIN * 2 ** Math.min(failures++, 3));
    }
    isFlushing = false;
  }

  return {
    list,
    flush: () => void flush(),
    add(message) {
      // What stands behind one that is late is late too.
      write([...list(), { ...message, state: first()?.state }]);
      void flush();
    },
    retry(id) {
      change(id);
      void flush();
    },
    discard(id) {
      if (list().some((message) => message.id === id)) write(list().filter((message) => message.id !== id));
    },
    clear: () => write([]),
  };
}
