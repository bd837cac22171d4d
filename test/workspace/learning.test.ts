import { afterAll, expect, test } from 'vitest';
import { examplesOf, learn, lexiconOf } from '../../src/bot/learn.js';
import { QUICK_TRAINING } from '../../src/understanding/intents/train.js';
import { learnTogether } from '../../src/workspace/learning/learn.js';
import { type LearningThread, startLearningThread } from '../../src/workspace/learning/thread.js';
import { readPackFiles } from '../../src/workspace/read-pack.js';
import { copyPack } from './pack-folder.js';

const folder = copyPack();
const threads: LearningThread[] = [];
afterAll(async () => {
  folder.delete();
  await Promise.all(threads.map((thread) => thread.stop()));
});

const { pack } = readPackFiles(folder.root).files;

function started(): LearningThread {
  const thread = startLearningThread();
  if (!thread) throw new Error('run "npm run build" first');
  threads.push(thread);
  return thread;
}

test('two threads train what one trains, to the last number', async () => {
  expect(await learnTogether(pack, QUICK_TRAINING, started(), () => true)).toEqual(
    learn(examplesOf(pack), lexiconOf(pack), QUICK_TRAINING),
  );
});

test('a pack that is not sound gets no model', async () => {
  const thread = started();
  expect(await learnTogether(pack, QUICK_TRAINING, thread, () => false)).toBeUndefined();
  await thread.stop();
});

test('a thread that ended is told to who asks it', async () => {
  const thread = started();
  const asked = thread.ask({ kind: 'read', words: new Map() });
  await thread.stop();
  await expect(asked).rejects.toThrow('the learning thread ended');
});
