import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { understanderOf } from '../bot/learn.js';
import type { Brain } from '../bot/respond.js';
import { type Prepared, readPrepared, type Stage } from '../workspace/model-cache.js';
import { packHash } from '../workspace/read-pack.js';
import { watchPack } from '../workspace/watch.js';
import { cacheFolder, loadBrain } from './workspace.js';

/** A brain that follows its pack: a changed pack is taken over, a broken one reported while the old one goes on. */
export interface LiveBrain {
  readonly current: () => Brain;
  /** Which model answers. */
  readonly stage: () => Stage;
  readonly stop: () => void;
}

export interface BrainEvents {
  /** A changed pack answers from now on, or a known one with its full model. */
  readonly onReload: (hash: string, stage: Stage) => void;
  /** `problems` as the lint prints them. */
  readonly onRefused: (problems: string) => void;
}

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));
const run = promisify(execFile);

const brainOf = ({ pack, model }: Prepared): Brain => ({ pack, understander: understanderOf(pack, model) });

const trainingOf = (root: string, stage: Stage): readonly string[] => [
  MAIN,
  'train',
  '--pack',
  root,
  ...(stage === 'quick' ? ['--quick'] : []),
];

const errorText = (error: unknown): string => (error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error));

/** A pack that can be served, and how good its model is. */
interface PreparedBrain {
  readonly brain: Brain;
  readonly stage: Stage;
}

/** A brain that is being loaded. */
export interface PreparingBrain {
  /** Resolves to it, once: what goes on to hold it would keep the quick model for as long as the server runs. Rejects with `BrokenPack`. */
  readonly take: () => Promise<PreparedBrain>;
  readonly stop: () => void;
}

/**
 * Loads the pack below `root`. Where the cache has no model, it is trained in a process of its own: a server's heap is not shaped by one
 * training at its start, and its modules load meanwhile.
 */
export function prepareApart(root: string): PreparingBrain {
  const stopping = new AbortController();
  let brain: Promise<PreparedBrain> | undefined = prepare(root, stopping.signal);
  // Whoever awaits it later hears of it; until then it is no unhandled rejection.
  brain.catch(() => undefined);
  return {
    take: () => {
      const taken = brain;
      brain = undefined;
      return taken ?? Promise.reject(new Error('this brain was taken before'));
    },
    stop: () => stopping.abort(),
  };
}

async function prepare(root: string, signal: AbortSignal): Promise<PreparedBrain> {
  const hash = packHash(root);
  const full = readPrepared(cacheFolder(root), hash, 'full');
  if (full) return { brain: brainOf(full), stage: 'full' };
  const quick = readPrepared(cacheFolder(root), hash, 'quick');
  if (quick) return { brain: brainOf(quick), stage: 'quick' };
  try {
    await run(process.execPath, trainingOf(root, 'quick'), { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    // What is wrong with the pack is told by the loading below.
  }
  return { brain: loadBrain(root, 'quick'), stage: 'quick' };
}

/**
 * Answers with a prepared pack and watches it. A new one is linted and trained in a process of its own, so that no turn waits for it;
 * the quick model answers until the full one is there.
 */
export async function followPack(root: string, preparing: PreparingBrain, { onReload, onRefused }: BrainEvents): Promise<LiveBrain> {
  const stopping = new AbortController();
  let { brain, stage: answering } = await preparing.take();

  /** Takes over what is trained for the pack of this hash; the pack may have been edited again meanwhile. */
  async function takeOver(hash: string, stage: Stage): Promise<void> {
    try {
      await run(process.execPath, trainingOf(root, stage), { signal: stopping.signal });
    } catch (error) {
      if (!stopping.signal.aborted) onRefused(errorText(error));
      return;
    }
    const trained = readPrepared(cacheFolder(root), hash, stage);
    if (trained) {
      brain = brainOf(trained);
      answering = stage;
      onReload(hash, stage);
    } else if (packHash(root) === hash) onRefused(`the model of pack ${hash} is not in ${cacheFolder(root)}; is the folder writable?`);
  }

  async function improve(hash: string): Promise<void> {
    if (brain.pack.hash === hash && packHash(root) === hash) await takeOver(hash, 'full');
  }

  const stopWatching = watchPack(root, brain.pack.hash, async (hash) => {
    await takeOver(hash, 'quick');
    void improve(hash);
  });
  if (answering === 'quick') void improve(brain.pack.hash);
  return {
    current: () => brain,
    stage: () => answering,
    stop: () => {
      stopWatching();
      stopping.abort();
    },
  };
}
