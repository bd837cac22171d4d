// How long the SVM that answers at start takes to train and calibrate, each time in a fresh process: by one thread from examples that have
// been read, of a smaller pack and of all of it; and as a start does it, from the files on disk: read, checked and trained by two threads,
// and kept in a cache.
//   npm run build && node bench/training.mjs
// "smaller" is 60 Chinese and 40 English examples an intent and 24 and 13 a kind of near miss, as far as the pack has them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { examplesOf, learn, lexiconOf } from '../dist/bot/learn.js';
import { QUICK_TRAINING } from '../dist/understanding/intents/train.js';
import { preparePackTogether } from '../dist/workspace/prepare.js';
import { readPackFiles } from '../dist/workspace/read-pack.js';

const RUNS = 5;
const MOST = { in: { zh: 60, en: 40 }, near: { zh: 24, en: 13 } };
const [, file, size] = process.argv;

/** The first examples of each class and language. */
function smaller(examples) {
  const taken = new Map();
  return examples.filter(({ label, language }) => {
    const key = `${label.scope} ${label.id} ${language}`;
    taken.set(key, (taken.get(key) ?? 0) + 1);
    return taken.get(key) <= MOST[label.scope][language];
  });
}

if (size === undefined) {
  for (const name of ['smaller', 'all', 'files']) {
    const runs = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, [file, name], { encoding: 'utf8' })));
    const median = (of) => runs.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
    const wall = runs.map(({ seconds }) => seconds.toFixed(2)).join(', ');
    console.log(
      `${runs[0].count} examples${name === 'files' ? ' from files, two threads' : ''}, median of ${RUNS}: ${median(({ seconds }) => seconds).toFixed(2)} s (${wall}), processor ${median(({ cpu }) => cpu).toFixed(2)} s`,
    );
  }
} else {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { pack } = size === 'files' ? {} : readPackFiles(root).files;
  const examples = pack && (size === 'smaller' ? smaller(examplesOf(pack)) : examplesOf(pack));
  const lexicon = pack && lexiconOf(pack);
  const cache = mkdtempSync(join(tmpdir(), 'zhida-bench-'));
  const [started, from] = [performance.now(), process.cpuUsage()];
  if (pack) learn(examples, lexicon, QUICK_TRAINING);
  else await preparePackTogether(root, cache, 'quick');
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(from);
  rmSync(cache, { recursive: true });
  const count = examples?.length ?? examplesOf(readPackFiles(root).files.pack).length;
  console.log(JSON.stringify({ count, seconds, cpu: (user + system) / 1e6 }));
}
