// A synthetic pack that grows: how long it takes to build, what memory it needs, and how long a turn takes.
//   npm run build && node bench/scale.mjs [--sizes 1000,10000,100000]
// A pack of n question-answer pairs has up to 1,000 intents, an answer each, and n questions, half of them Chinese; each size is built in a
// fresh process by the quick training that a server answers with at its start. The questions that are timed are others of the same intents. What else
// the machine does shows in p99 first: the processor time is the figure to compare.
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { examplesOf, learn, lexiconOf, understanderOf } from '../dist/bot/learn.js';
import { respond } from '../dist/bot/respond.js';
import { initialState } from '../dist/dialog/state.js';
import { QUICK_TRAINING } from '../dist/understanding/intents/train.js';
import { readPackFiles } from '../dist/workspace/read-pack.js';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,100000' }, size: { type: 'string' } } });
const MOST_INTENTS = 1000;
const ASKED = 2000;

/** Numbers that look random and are the same in every run (mulberry32). */
function dice(seed) {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * most;
  };
}

const SYLLABLES =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su'.split(' ');
const CHARACTERS = [
  ...'账单额度还款分期利息逾期冻结解绑验证密码转账收款退款订单物流发票会员积分优惠券活动地址手机身份实名客服投诉通知短信设置注销',
];
const FRAMES = {
  zh: [
    (a, b) => `请问${a}怎么${b}`,
    (a, b) => `${a}的${b}是什么`,
    (a, b) => `我想${b}${a}`,
    (a, b) => `为什么${a}不能${b}啊`,
    (a, b) => `${b}${a}要多久`,
  ],
  en: [
    (a, b) => `how do I ${b} my ${a}`,
    (a, b) => `what is the ${a} for ${b}`,
    (a, b) => `why can't I ${b} the ${a}`,
    (a, b) => `please help me ${b} ${a}`,
  ],
};

/** Each intent has a few words of its own; a question is a frame around two of them. */
function questions(intent, language, count, seed) {
  const own = dice(intent + 1);
  const word = () =>
    language === 'zh'
      ? Array.from({ length: 3 }, () => CHARACTERS[Math.floor(own(CHARACTERS.length))]).join('')
      : Array.from({ length: 3 }, () => SYLLABLES[Math.floor(own(SYLLABLES.length))]).join('');
  const [things, deeds] = [Array.from({ length: 6 }, word), Array.from({ length: 6 }, word)];
  const draw = dice(seed);
  const pick = (from) => from[Math.floor(draw(from.length))];
  return Array.from({ length: count }, () => pick(FRAMES[language])(pick(things), pick(deeds)));
}

function syntheticPack(size) {
  const { pack } = readPackFiles(fileURLToPath(new URL('..', import.meta.url))).files;
  const model = pack.intents.find(({ answer }) => answer.kind === 'text');
  const count = Math.min(MOST_INTENTS, size / 10);
  const each = size / count / 2;
  const intents = Array.from({ length: count }, (_, n) => ({
    ...model,
    id: `synthetic-${n}`,
    title: { zh: `第 ${n} 类`, en: `kind ${n}` },
    takesOver: [],
    examples: { zh: questions(n, 'zh', each, n * 7 + 1), en: questions(n, 'en', each, n * 7 + 2) },
  }));
  return { ...pack, intents, nearMisses: [], guards: [] };
}

function measure(size) {
  const pack = syntheticPack(size);
  const started = performance.now();
  const understander = understanderOf(pack, learn(examplesOf(pack), lexiconOf(pack), QUICK_TRAINING));
  const build = (performance.now() - started) / 1000;
  const brain = { pack, understander };
  const times = [];
  let right = 0;
  const built = process.cpuUsage();
  const count = pack.intents.length;
  for (let i = 0; i < ASKED + 200; i++) {
    const [intent, language] = [(i * 37) % count, i % 2 === 0 ? 'zh' : 'en'];
    const [text] = questions(intent, language, 1, i * 13 + 5_000_000);
    const from = performance.now();
    const { understanding } = respond(brain, initialState(language), text, 'bench');
    if (i < 200) continue;
    times.push(performance.now() - from);
    if (understanding.readings[0].ranking[0]?.id === `synthetic-${intent}`) right++;
  }
  times.sort((a, b) => a - b);
  const turns = process.cpuUsage(built);
  return {
    size,
    intents: count,
    build,
    processor: (built.user + built.system) / 1e6,
    turn: (turns.user + turns.system) / 1000 / times.length,
    peak: process.resourceUsage().maxRSS / 1024,
    p50: times[Math.floor(ASKED * 0.5)],
    p99: times[Math.floor(ASKED * 0.99)],
    right: right / ASKED,
  };
}

if (values.size !== undefined) {
  console.log(JSON.stringify(measure(Number(values.size))));
} else {
  console.log(`load ${loadavg()[0].toFixed(1)} before, Node ${process.versions.node}\n`);
  console.log('   pairs  intents   build s  processor s   peak MB    p50 ms    p99 ms  processor ms a turn   first intent right');
  let first;
  for (const size of values.sizes.split(',')) {
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--size', size], { encoding: 'utf8' });
    const row = JSON.parse(output);
    const { intents, build, processor, turn, peak, p50, p99, right } = row;
    console.log(
      `${String(size).padStart(8)}${String(intents).padStart(9)}${build.toFixed(1).padStart(10)}${processor.toFixed(1).padStart(13)}${peak.toFixed(0).padStart(10)}${p50.toFixed(2).padStart(10)}${p99.toFixed(2).padStart(10)}${turn.toFixed(2).padStart(21)}${(right * 100).toFixed(1).padStart(18)}%`,
    );
    first ??= row;
    if (row !== first)
      console.log(
        `          over ${first.size} pairs: build ${(build / first.build).toFixed(1)}, peak ${(peak / first.peak).toFixed(1)}, processor time a turn ${(turn / first.turn).toFixed(1)}`,
      );
  }
}
