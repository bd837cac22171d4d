import type { Bot } from '../bot/bot.js';
import type { Clock, Store } from '../bot/ports.js';

const DAY = 24 * 3600 * 1000;
const HOUR = 3600 * 1000;
const BATCH = 100;

interface RetentionParts {
  readonly store: Pick<Store, 'eraseBefore'>;
  readonly bot: Pick<Bot, 'erase'>;
  readonly days: number;
  readonly clock: Clock;
}

/**
 * Erases every conversation whose last turn is older than so many days, and gives how many there were. The bot is told of
 * each, since it may keep more than the store does (a recording).
 */
export async function eraseOld({ store, bot, days, clock }: RetentionParts, signal?: AbortSignal): Promise<number> {
  const limit = new Date(clock.now().getTime() - days * DAY).toISOString();
  for (let erased = 0; ; ) {
    const ids = await store.eraseBefore(limit, BATCH);
    for (const id of ids) await bot.erase(id);
    erased += ids.length;
    // A part of a batch is no end: the rest of it may have been erased by another instance just now.
    if (ids.length === 0 || signal?.aborted) return erased;
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
