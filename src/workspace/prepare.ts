import { err, ok, type Result } from '../base/result.js';
import { examplesOf, learn, lexiconOf } from '../bot/learn.js';
import { type Pack, withoutExamples } from '../knowledge/pack.js';
import type { IntentModel } from '../understanding/intents/model.js';
import { DEFAULT_TRAINING, QUICK_TRAINING, type TrainingOptions } from '../understanding/intents/train.js';
import { learnTogether } from './learning/learn.js';
import { startLearningThread } from './learning/thread.js';
import { lintFiles, lintPack } from './lint/index.js';
import { type Prepared, readPrepared, type Stage, writePrepared } from './model-cache.js';
import type { Problem } from './problem.js';
import { packHash, readPackFiles } from './read-pack.js';

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
  return ok(keep(files.pack, learn(examplesOf(files.pack), lexiconOf(files.pack), optionsFor(files.pack, stage)), cacheFolder, stage));
}

/** The same pack and model, trained in two threads. */
export async function preparePackTogether(
  root: string,
  cacheFolder: string,
  stage: Stage,
): Promise<Result<Preparation, readonly Problem[]>> {
  const known = readPrepared(cacheFolder, packHash(root), stage);
  if (known) return ok({ ...known, from: 'cache' });
  // Begins while the pack is read here.
  const thread = startLearningThread();
  if (!thread) return preparePack(root, cacheFolder, stage);
  try {
    const read = readPackFiles(root);
    const { pack } = read.files;
    let problems = read.problems;
    const lint = () => {
      problems = lintFiles(read).problems;
      return problems.length === 0;
    };
    const model = problems.length === 0 || lint() ? await learnTogether(pack, optionsFor(pack, stage), thread, lint) : undefined;
    return model ? ok(keep(pack, model, cacheFolder, stage)) : err(problems);
  } finally {
    await thread.stop();
  }
}

const optionsFor = ({ acceptedWrong }: Pack, stage: Stage): TrainingOptions => ({
  ...(stage === 'quick' ? QUICK_TRAINING : DEFAULT_TRAINING),
  goals: { wrong: acceptedWrong },
});

function keep(pack: Pack, model: IntentModel, cacheFolder: string, stage: Stage): Preparation {
  const prepared = { pack: withoutExamples(pack), model };
  const cacheProblem = writePrepared(cacheFolder, prepared, stage);
  return { ...prepared, from: 'training', ...(cacheProblem !== undefined && { cacheProblem }) };
}
