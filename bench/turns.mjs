// Turns a second and latency of one turn, beside nlp.js trained on the same examples, in one run.
//   npm run build && npm --prefix bench ci && node bench/turns.mjs
// Both train on four fifths of the pack's examples and answer the last fifth, one message at a time, on one thread.
// nlp.js is trained once per language; Zhida's figures are for whole turns, nlp.js's for its intent and entity pass alone.
import { performance } from 'node:perf_hooks';
import { examplesOf, learn, lexiconOf, understanderOf } from '../dist/bot/learn.js';
import { respond } from '../dist/bot/respond.js';
import { initialState } from '../dist/dialog/state.js';
import { understand } from '../dist/understanding/understand.js';
import { readPackFiles } from '../dist/workspace/read-pack.js';

const ROUNDS = 3;
const { pack } = readPackFiles(new URL('..', import.meta.url).pathname).files;
const examples = examplesOf(pack);
const test = examples.filter((_, i) => i % 5 === 0);
const train = examples.filter((_, i) => i % 5 !== 0);
const nameOf = ({ scope, id }) => (scope === 'in' ? id : `near/${id}`);

/** @param {readonly number[]} times */
const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

async function measure(name, answer, trainSeconds) {
  for (const { text, language } of test.slice(0, 300)) await answer(text, language);
  const times = [];
  let right = 0;
  let inScope = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const example of test) {
      const started = performance.now();
      const intent = await answer(example.text, example.language);
      times.push(performance.now() - started);
      if (example.label.scope === 'in') {
        inScope++;
        if (intent === nameOf(example.label)) right++;
      }
    }
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    name,
    trainSeconds,
    perSecond: (times.length / total) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    accuracy: right / inScope,
  };
}

let started = performance.now();
const understander = understanderOf(pack, learn(train, lexiconOf(pack)));
const zhidaTrain = (performance.now() - started) / 1000;
const brain = { pack, understander };
const zhida = await measure(
  'zhida, whole turn',
  (text, language) => {
    const { understanding } = respond(brain, initialState(language), text, 'bench');
    return understanding.readings[0].ranking[0]?.id;
  },
  zhidaTrain,
);

const understanding = await measure(
  'zhida, understanding',
  (text) => understand(understander, text).readings[0].ranking[0]?.id,
  zhidaTrain,
);

let peer;
try {
  const { NlpManager } = await import('node-nlp');
  const managers = {};
  started = performance.now();
  for (const language of ['zh', 'en']) {
    const manager = new NlpManager({
      languages: [language],
      nlu: { log: false },
      autoSave: false,
      autoLoad: false,
      modelFileName: '',
      forceNER: false,
    });
    // In file order its training fails on many classes; shuffled it is at its best.
    const rows = train.filter((row) => row.language === language).sort((a, b) => (hash(a.text) < hash(b.text) ? -1 : 1));
    for (const { text, label } of rows) manager.addDocument(language, text, nameOf(label));
    await manager.train();
    managers[language] = manager;
  }
  const seconds = (performance.now() - started) / 1000;
  peer = await measure(
    'nlp.js 4.27, intent only',
    async (text, language) => (await managers[language].process(language, text)).intent,
    seconds,
  );
} catch (error) {
  console.log(`nlp.js was not measured: ${error.message}\ninstall it with: npm --prefix bench ci`);
}

function hash(text) {
  let value = 7;
  for (const character of text) value = (Math.imul(value, 31) + character.codePointAt(0)) | 0;
  return value;
}

console.log(`${train.length} examples to train on, ${test.length} to answer, ${ROUNDS} rounds, Node ${process.versions.node}\n`);
console.log('                            train s   turns/s    p50 ms    p99 ms   first intent right');
for (const row of [zhida, understanding, peer].filter(Boolean)) {
  const { name, trainSeconds, perSecond, p50, p99, accuracy } = row;
  console.log(
    `${name.padEnd(26)} ${trainSeconds.toFixed(1).padStart(8)} ${perSecond.toFixed(0).padStart(9)} ${p50.toFixed(3).padStart(9)} ${p99.toFixed(3).padStart(9)} ${(accuracy * 100).toFixed(1).padStart(15)}%`,
  );
}
if (peer) {
  const ratio = (row) => (row.perSecond / peer.perSecond).toFixed(2);
  console.log(`\nturns a second over nlp.js: understanding ${ratio(understanding)}, whole turn ${ratio(zhida)}`);
}
