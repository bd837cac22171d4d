import type { Bot } from '../bot/bot.js';
import type { Clock, Store } from '../bot/ports.js';

const DAY = 24 * 3600 * 1000;
const HOUR = 3600 * 1000;
const BATCH = 100;

interface RetentionParts {
  readonly store: Pick<Store, 'old'>;
  readonly bot: Pick<Bot, 'erase'>;
  readonly days: number;
  readonly clock: Clock;
}

/**
 * Erases every conversation whose last turn is older than so many days, by the bot, which may keep more than the store does (a recording), and
 * gives how many there were. One that is taken up again meanwhile, or begun anew under its name, stays.
 */
export async function eraseOld({ store, bot, days, clock }: RetentionParts, signal?: AbortSignal): Promise<number> {
  const limit = new Date(clock.now().getTime() - days * DAY).toISOString();
  for (let erased = 0; ; ) {
    const before = erased;
    for (const id of await store.old(limit, BATCH)) {
      if (signal?.aborted) return erased;
      if (await bot.erase(id, limit)) erased++;
    }
    // A part of a batch is no end: the rest of it may have been erased by another instance just now. With all of it, that one goes on.
    if (erased === before) return erased;
  }
}

interface RetentionEvents {
  readonly onErased: (conversations: number) => void;
  readonly onError: (error: unknown) => void;
}

/** Erases what is too old now and every hour. The end waits for what is being erased. */
export function startRetention(parts: RetentionParts, { onErased, onError }: RetentionEvents): () => Promise<void> {
  return hourly((signal) => eraseOld(parts, signal).then((erased) => (erased > 0 ? onErased(erased) : undefined), onError));
}

/** Erases shared values whose time is over, now and every hour. */
export function startSweeping(
  { store, clock }: { readonly store: Pick<Store, 'sweep'>; readonly clock: Clock },
  onError: (error: unknown) => void,
): () => Promise<void> {
  return hourly(() => store.sweep(clock.now().toISOString()).catch(onError));
}

function hourly(work: (signal: AbortSignal) => Promise<void>): () => Promise<void> {
  const stopping = new AbortController();
  const run = () => work(stopping.signal);
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, HOUR);
  return () => {
    clearInterval(timer);
    stopping.abort();
    return running;
  };
}
