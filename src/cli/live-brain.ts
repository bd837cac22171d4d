import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { understanderOf } from '../bot/learn.js';
import type { Brain } from '../bot/respond.js';
import { type Prepared, readPrepared } from '../workspace/model-cache.js';
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

const brainOf = ({ pack, model }: Prepared): Brain => ({ pack, understander: understanderOf(pack, model) });

/** Trains in a process of its own where the cache has no model: a server's heap is not shaped by one training at its start. */
function prepareApart(root: string): Brain {
  const known = readPrepared(cacheFolder(root), packHash(root));
  if (known) return brainOf(known);
  try {
    execFileSync(process.execPath, [MAIN, 'train', '--pack', root], { stdio: 'ignore' });
  } catch {
    // What is wrong with the pack is told by the loading below.
  }
  return loadBrain(root);
}

/** Loads the pack below `root` and watches it. A new one is linted and trained in a process of its own, so that no turn waits for it. */
export function followPack(root: string, { onReload, onRefused }: BrainEvents): LiveBrain {
  let brain: Brain = prepareApart(root);
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
    brain = brainOf(prepared);
    onReload(hash);
  });
  return { current: () => brain, stop };
}
