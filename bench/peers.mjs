// Peers that learn from the same table and are judged on the same lines: natural's naive Bayes and nlp.js.
//   npm --prefix bench ci
import { performance } from 'node:perf_hooks';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** Rows are `{ text, label: { id, scope } }`; resolves to one report a peer. */
export async function comparePeers(train, test) {
  const reports = [await judge('natural, naive Bayes', await naturalBayes(train), test)];
  const nlp = await nlpJs(train);
  if (nlp) reports.push(await judge('nlp.js', nlp, test));
  return reports;
}

const cpu = (from) => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
};

/** Stop words are kept: without them it understands less. */
async function naturalBayes(train) {
  const started = process.cpuUsage();
  const classifier = new BayesClassifier(PorterStemmer);
  for (const { text, label } of train) classifier.addDocument(PorterStemmer.tokenizeAndStem(text, true), label.id);
  classifier.train();
  const trainCpu = cpu(started);
  return {
    trainCpu,
    answer: (text) => {
      const [first] = classifier.getClassifications(PorterStemmer.tokenizeAndStem(text, true));
      return { id: first.label, score: first.value };
    },
  };
}

/** Rows are shuffled: in the order of a file it learns much less. */
async function nlpJs(train) {
  let NlpManager;
  try {
    ({ NlpManager } = await import('node-nlp'));
  } catch {
    return undefined;
  }
  const started = process.cpuUsage();
  const settings = { nlu: { log: false }, autoSave: false, autoLoad: false, modelFileName: '', forceNER: false };
  const manager = new NlpManager({ languages: ['en'], ...settings });
  for (const { text, label } of shuffled(train)) manager.addDocument('en', text, label.id);
  await manager.train();
  return {
    trainCpu: cpu(started),
    answer: async (text) => {
      const { intent, score } = await manager.process('en', text);
      return { id: intent, score: intent === 'None' ? 0 : score };
    },
  };
}

function shuffled(rows) {
  let state = 7;
  const keyed = rows.map((row) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { row, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
}

async function judge(name, { trainCpu, answer }, test) {
  const times = [];
  const inside = [];
  const outside = [];
  let right = 0;
  for (const { text, label } of test) {
    const started = performance.now();
    const { id, score } = await answer(text);
    times.push(performance.now() - started);
    if (label.scope === 'in') {
      inside.push(score);
      if (id === label.id) right++;
    } else outside.push(score);
  }
  times.sort((a, b) => a - b);
  return {
    name,
    accuracy: right / inside.length,
    ...(outside.length > 0 && { auroc: auroc(inside, outside) }),
    trainCpu,
    p50: times[Math.floor(times.length / 2)],
  };
}

function auroc(inside, outside) {
  const all = [...inside.map((score) => ({ score, isInside: true })), ...outside.map((score) => ({ score, isInside: false }))];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end].score === all[start].score) end++;
    for (let k = start; k < end; k++) if (all[k].isInside) ranks += (start + 1 + end) / 2;
    start = end;
  }
  return (ranks - (inside.length * (inside.length + 1)) / 2) / (inside.length * outside.length);
}
