// How well questions are understood, beside natural and nlp.js in one run: public intent sets, and the pack with its blind set.
//   npm run build && npm --prefix bench ci && ZHIDA_DATA=FOLDER node bench/understanding.mjs [--seeds 3] [--only banking77,shots,slips,clinc150,hint3,pack,curve] [--no-peers]
// FOLDER holds banking77/, clinc150/ and hint3-sofmattress/ with train.tsv and test.tsv of text and intent. Zhida's figures are means over
// the seeds from 1; the test tables are read once, after everything has been chosen on training tables and validation parts of them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { examplesOf, learn, lexiconOf, understanderOf } from '../dist/bot/learn.js';
import { judgeMessages, judgeQuestions } from '../dist/evaluation/judge.js';
import { measure } from '../dist/evaluation/metrics.js';
import { readTable } from '../dist/evaluation/tables.js';
import { mulberry32 } from '../dist/understanding/intents/random.js';
import { openScoring } from '../dist/understanding/intents/scores.js';
import { DEFAULT_TRAINING, QUICK_TRAINING } from '../dist/understanding/intents/train.js';
import { NO_LEXICON, withWords } from '../dist/understanding/lexicon.js';
import { readQuestion } from '../dist/understanding/understand.js';
import { readBlindSet } from '../dist/workspace/blind-set.js';
import { readPackFiles } from '../dist/workspace/read-pack.js';
import { comparePeers } from './peers.mjs';

const started = performance.now();
const { values: asked } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    only: { type: 'string', default: 'banking77,shots,slips,clinc150,hint3,pack,curve' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const SEEDS = Array.from({ length: Number(asked.seeds) }, (_, k) => k + 1);
const only = new Set(asked.only.split(','));
const SHOTS = 10;
const root = fileURLToPath(new URL('..', import.meta.url));
const data = process.env.ZHIDA_DATA;
const withPeers = !asked['no-peers'];

const percent = (share) => (share === undefined ? '' : `${(share * 100).toFixed(1)}`);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const cpuSince = (from) => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
};

function print(title, columns, rows) {
  console.log(`\n### ${title}\n\n| | ${columns.join(' | ')} |\n| --- |${columns.map(() => ' ---: |').join('')}`);
  for (const [name, ...cells] of rows) console.log(`| ${name} | ${cells.join(' | ')} |`);
}

const load = (folder, part) => {
  const file = join(data, folder, `${part}.tsv`);
  const table = readTable(file, readFileSync(file, 'utf8'), 'OOS');
  if (!table.ok) throw new Error(table.error);
  return table.value;
};

/** Trains once and judges; milliseconds are the median of one question's understanding. */
function run(train, test, options) {
  const started = process.cpuUsage();
  const model = learn(train, NO_LEXICON, options);
  const cpu = cpuSince(started);
  const understander = { ...openScoring(model), lexicon: withWords(NO_LEXICON, model.words), refinements: [] };
  const metrics = measure(judgeQuestions(understander, test));
  const times = test.slice(0, 1000).map(({ text }) => {
    const from = performance.now();
    readQuestion(understander, text, 0);
    return performance.now() - from;
  });
  return { metrics, cpu, p50: median(times) };
}

const COLUMNS = [
  'in scope right',
  'AUROC',
  'caught',
  'right at threshold',
  'answered',
  'wrong of answered',
  'sets 95: held, size',
  'sets 99: held, size',
  'train CPU s',
  'p50 ms',
];

function row(name, runs) {
  const of = (pick) => mean(runs.map(({ metrics }) => pick(metrics)));
  const hasOutside = runs[0].metrics.outOfScope > 0;
  const set = (at) => `${percent(of(({ sets }) => sets[at].coverage))}, ${of(({ sets }) => sets[at].size).toFixed(2)}`;
  return [
    name,
    percent(of(({ accuracy }) => accuracy)),
    hasOutside ? percent(of(({ auroc }) => auroc)) : '',
    hasOutside ? percent(of(({ outOfScopeCaught }) => outOfScopeCaught)) : '',
    hasOutside ? percent(of(({ accuracyAtThreshold }) => accuracyAtThreshold)) : '',
    percent(of(({ answered }) => answered)),
    percent(of(({ wrongOfAnswered }) => wrongOfAnswered)),
    set(0),
    set(1),
    mean(runs.map(({ cpu }) => cpu)).toFixed(1),
    mean(runs.map(({ p50 }) => p50)).toFixed(3),
  ];
}

async function table(title, sample, wrong = DEFAULT_TRAINING.goals.wrong) {
  const options = (base, seed) => ({ ...base, goals: { wrong }, seed });
  const samples = SEEDS.map((seed) => ({ seed, ...sample(seed) }));
  const rows = [
    row(
      'Zhida, SVM',
      samples.map(({ seed, train, test }) => run(train, test, options(QUICK_TRAINING, seed))),
    ),
    row(
      'Zhida, blend',
      samples.map(({ seed, train, test }) => run(train, test, options(DEFAULT_TRAINING, seed))),
    ),
  ];
  if (withPeers) {
    const [first] = samples;
    for (const { name, accuracy, auroc, trainCpu, p50 } of await comparePeers(first.train, first.test))
      rows.push([name, percent(accuracy), percent(auroc), '', '', '', '', '', '', trainCpu.toFixed(1), p50.toFixed(3)]);
  }
  print(title, COLUMNS, rows);
}

/** Two slips of the keyboard in every question: letters changed over, left out, doubled, or hit beside. */
function withSlips(rows, seed) {
  const random = mulberry32(seed);
  const pick = (length) => Math.floor(random() * length);
  const slip = (text) => {
    const places = [...text].flatMap((character, i) => (/[a-z]/i.test(character) ? [i] : []));
    const at = places[pick(places.length)];
    if (at === undefined) return text;
    const letter = text[at];
    const near = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? letter;
    const beside = near[Math.min(near.length - 1, near.indexOf(letter.toLowerCase()) + 1)] ?? letter;
    const kinds = [text[at + 1] + letter, '', letter + letter, beside];
    const kind = pick(kinds.length);
    if (kind === 0 && at + 1 >= text.length) return text;
    return text.slice(0, at) + kinds[kind] + text.slice(at + (kind === 0 ? 2 : 1));
  };
  return rows.map((each) => ({ ...each, text: slip(slip(each.text)) }));
}
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** A few examples a class, drawn by the seed. */
function fewShots(rows, seed) {
  const random = mulberry32(seed);
  const shuffled = rows.map((each) => ({ each, key: random() })).sort((a, b) => a.key - b.key);
  const taken = new Map();
  return shuffled.flatMap(({ each }) => {
    const count = (taken.get(each.label.id) ?? 0) + 1;
    taken.set(each.label.id, count);
    return count <= SHOTS ? [each] : [];
  });
}

if (data === undefined || !existsSync(data)) console.log('SKIPPED: the public intent sets. Set ZHIDA_DATA to the folder that holds them.');
else {
  const parts = (folder) => ({ train: load(folder, 'train'), test: load(folder, 'test') });
  const banking = parts('banking77');
  if (only.has('banking77')) await table('BANKING77', () => banking);
  if (only.has('shots'))
    await table(`BANKING77, ${SHOTS} examples a class`, (seed) => ({ train: fewShots(banking.train, seed), test: banking.test }));
  if (only.has('slips'))
    await table('BANKING77, two typing slips a question', (seed) => ({ train: banking.train, test: withSlips(banking.test, seed) }));
  const clinc = parts('clinc150');
  if (only.has('clinc150')) await table('CLINC150, no out-of-scope examples in training', () => clinc);
  const hint = parts('hint3-sofmattress');
  if (only.has('hint3')) await table('HINT3 sofmattress, 10% wrong accepted', () => hint, 0.1);
}

const { pack } = readPackFiles(root).files;
const examples = examplesOf(pack);
const blind = readBlindSet(root);
const lexicon = lexiconOf(pack);

function runPack(options, share = 1) {
  const random = mulberry32(17);
  const some = examples.filter(() => random() < share);
  const started = process.cpuUsage();
  const model = learn(some, lexicon, options);
  const cpu = cpuSince(started);
  const understander = understanderOf(pack, model);
  const judged = judgeMessages(understander, blind);
  const times = blind.map(({ text }) => {
    const from = performance.now();
    readQuestion(understander, text, 0);
    return performance.now() - from;
  });
  return { count: some.length, judged, cpu, p50: median(times) };
}

const PACK_COLUMNS = [
  'examples',
  'language',
  'first intent right',
  'right at once',
  'with options',
  'wrong of answered',
  'near misses answered',
  'train CPU s',
  'p50 ms',
];
const packRows = (name, { count, judged, cpu, p50 }) =>
  ['zh', 'en'].map((language) => {
    const m = measure(judged.filter((each) => each.language === language));
    return [
      name,
      count,
      language,
      percent(m.accuracy),
      percent(m.rightAtOnce),
      percent(m.rightWithOptions),
      percent(m.wrongOfAnswered),
      percent(m.outOfScopeAnswered),
      cpu.toFixed(1),
      p50.toFixed(3),
    ];
  });

if (only.has('pack')) {
  runPack(QUICK_TRAINING, 0.2);
  print('The pack, on its blind set', PACK_COLUMNS, [
    ...packRows('SVM', runPack(QUICK_TRAINING)),
    ...packRows('blend', runPack(DEFAULT_TRAINING)),
  ]);
}
if (only.has('curve'))
  print(
    'The learning curve, blend',
    PACK_COLUMNS,
    [0.1, 0.25, 0.5, 0.75, 1].flatMap((share) => packRows(`${share * 100}%`, runPack(DEFAULT_TRAINING, share))),
  );
console.log(`\n${Math.round((performance.now() - started) / 1000)} s, seeds ${SEEDS.join(', ')}`);
