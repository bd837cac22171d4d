import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What the store's thread and the programs that tests kill are made of. */
const ROOMS = ['base', 'bot', 'dialog', 'settings', 'stores'];
const LOCK = join(ROOT, 'dist', '.building');
/** Milliseconds after which a lock is one of a build that was killed. */
const LONGEST_BUILD = 90_000;

/** Makes sure that dist/ holds what src/ says: the store's thread runs compiled code only. `npm test` has built it already. */
export function ensureBuilt(): void {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  while (isLocked() || !isFresh()) {
    if (!takeLock()) continue;
    try {
      if (isFresh()) return;
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
      execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--incremental', 'false'], { cwd: ROOT });
    } catch (error) {
      // Another room may not compile right now; tsc writes its files all the same.
      if (!isFresh()) throw error;
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
  }
}

/** Test files run side by side, and one of them builds; `false` after a while when another has the lock. */
function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    if (Date.now() - timeOf(LOCK) > LONGEST_BUILD) rmSync(LOCK, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    return false;
  }
}

const isLocked = (): boolean => timeOf(LOCK) > 0;

const isFresh = (): boolean =>
  ROOMS.every((room) =>
    readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .every((name) => timeOf(join(ROOT, 'src', room, name)) <= timeOf(join(ROOT, 'dist', room, name.replace(/ts$/, 'js')))),
  );

/** 0 for what is not there. */
const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
