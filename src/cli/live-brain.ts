import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { understanderOf } from '../bot/learn.js';
import type { Brain } from '../bot/respond.js';
import { readPrepared } from '../workspace/model-cache.js';
import { packHash } from '../workspace/read-pack.js';
import { watchPack } from '../workspace/watch.js';
import { cacheFolder, loadBrain } from './workspace.js';

/** A brain that follows its pack: a changed pack is taken over, a broken one reported while the old one goes on. */
export interface LiveBrain {
  readonly current: () => Brain;
  readonly stop: () => void;
}

export interface BrainEvents {
  readonly onReload: (hash: string) => void;
  /** `problems` as the lint prints them. */
  readonly onRefused: (problems: string) => void;
}

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));
const run = promisify(execFile);

/** Loads the pack below `root` and watches it. A new one is linted and trained in a process of its own, so that no turn waits for it. */
export function followPack(root: string, { onReload, onRefused }: BrainEvents): LiveBrain {
  let brain: Brain = loadBrain(root);
  const stop = watchPack(root, brain.pack.hash, async (hash) => {
    try {
      await run(process.execPath, [MAIN, 'train', '--pack', root]);
    } catch (error) {
      onRefused(error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error));
      return;
    }
    const prepared = readPrepared(cacheFolder(root), hash);
    // Edited again meanwhile: the next look takes what is there then.
    if (!prepared && packHash(root) !== hash) return;
    if (!prepared) return onRefused(`the model of pack ${hash} is not in ${cacheFolder(root)}; is the folder writable?`);
    brain = { pack: prepared.pack, understander: understanderOf(prepared.pack, prepared.model) };
    onReload(hash);
  });
  return { current: () => brain, stop };
}
