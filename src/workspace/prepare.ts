import { err, ok, type Result } from '../base/result.js';
import { examplesOf, learn, lexiconOf } from '../bot/learn.js';
import { withoutExamples } from '../knowledge/pack.js';
import { DEFAULT_TRAINING, QUICK_TRAINING } from '../understanding/intents/train.js';
import { lintPack } from './lint/index.js';
import { type Prepared, readPrepared, type Stage, writePrepared } from './model-cache.js';
import type { Problem } from './problem.js';
import { packHash } from './read-pack.js';

export interface Preparation extends Prepared {
  /** Whether the model was trained just now or found in the cache. */
  readonly from: 'cache' | 'training';
  /** Why the cache could not be written. */
  readonly cacheProblem?: string;
}

/**
 * The pack below `root` with its model: from the cache when the content is known, else linted and trained.
 * A pack with problems is not served: they are the error.
 */
export function preparePack(root: string, cacheFolder: string, stage: Stage): Result<Preparation, readonly Problem[]> {
  const known = readPrepared(cacheFolder, packHash(root), stage);
  if (known) return ok({ ...known, from: 'cache' });
  const { files, problems } = lintPack(root);
  if (problems.length > 0) return err(problems);
  const options = { ...(stage === 'quick' ? QUICK_TRAINING : DEFAULT_TRAINING), goals: { wrong: files.pack.acceptedWrong } };
  const prepared = { pack: withoutExamples(files.pack), model: learn(examplesOf(files.pack), lexiconOf(files.pack), options) };
  const cacheProblem = writePrepared(cacheFolder, prepared, stage);
  return ok({ ...prepared, from: 'training', ...(cacheProblem !== undefined && { cacheProblem }) });
}
