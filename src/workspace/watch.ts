import { packHash } from './read-pack.js';

const INTERVAL = 2_000;

/**
 * Calls `onChange` when the pack's content differs from what it was at the last call, and waits for it before looking again.
 * Looks every two seconds: file events get lost on network drives and in containers. Returns how to stop.
 */
export function watchPack(root: string, hash: string, onChange: (hash: string) => Promise<void>): () => void {
  let known = hash;
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      const now = hashNow(root);
      if (now !== undefined && now !== known) {
        known = now;
        await onChange(now);
      }
    } finally {
      isBusy = false;
    }
  }, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}

/** `undefined` while a file goes away under the reader, as editors replace them: the next look sees the new one. */
function hashNow(root: string): string | undefined {
  try {
    return packHash(root);
  } catch {
    return undefined;
  }
}
