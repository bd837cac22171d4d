// Operations a second of the fee calculator, over the pack's own tariffs and amounts that differ from call to call.
//   npm run build && node bench/fees.mjs
import { performance } from 'node:perf_hooks';
import { budget } from '../dist/fees/budget.js';
import { compare } from '../dist/fees/compare.js';
import { grossUp } from '../dist/fees/gross-up.js';
import { amountForFee } from '../dist/fees/inverse.js';
import { plan } from '../dist/fees/plan.js';
import { quote } from '../dist/fees/quote.js';
import { repeat } from '../dist/fees/repeat.js';
import { readPackFiles } from '../dist/workspace/read-pack.js';

const SECONDS = 1;
const WARM_UP = 3_000;
const ROUND = 100;

const { tariffs } = readPackFiles(new URL('..', import.meta.url).pathname).files.pack;
const tariff = (id) => tariffs.find((each) => each.id === id);
const [single, twoLegs, range, limited] = ['huabei-official', 'mybank', 'third-party', 'wechat-balance'].map(tariff);

/** Amounts in fen from `first` on, none of them round. */
const from = (first) => (turn) => BigInt(first) + ((BigInt(turn) * 12_347n) % 1_000_000n);

/** @type {readonly (readonly [string, (turn: number) => unknown])[]} */
const OPERATIONS = [
  ['quote, one leg with a minimum', (turn) => quote(single, from(50_000)(turn))],
  ['quote, two legs', (turn) => quote(twoLegs, from(50_000)(turn))],
  ['quote, open rate', (turn) => quote(range, from(50_000)(turn))],
  ['grossUp, one leg', (turn) => grossUp(single, from(50_000)(turn))],
  ['grossUp, two legs', (turn) => grossUp(twoLegs, from(50_000)(turn))],
  ['inverse, one leg', (turn) => amountForFee(single, from(500)(turn))],
  ['budget, one leg', (turn) => budget(single, from(500)(turn))],
  ['plan, 2 transactions', (turn) => plan(limited, 510_000n + BigInt(turn % 400_000))],
  ['plan, about 10 transactions', (turn) => plan(limited, from(4_500_000)(turn))],
  ['plan, about 200 transactions', (turn) => plan(limited, from(100_000_000)(turn))],
  ['repeat, 30 days', (turn) => repeat(twoLegs, from(50_000)(turn), 30)],
  ['compare, six ways', (turn) => compare(tariffs, 100_000n + BigInt(turn % 300_000))],
  ['compare, one of them split', (turn) => compare(tariffs, from(1_500_000)(turn))],
];

console.log(`${tariffs.length} tariffs, ${SECONDS} s each after ${WARM_UP} calls to warm up, Node ${process.versions.node}\n`);
console.log(`${''.padEnd(32)}${'ops/s'.padStart(10)}${'µs each'.padStart(10)}`);
for (const [name, run] of OPERATIONS) {
  for (let turn = 0; turn < WARM_UP; turn++) run(turn);
  const started = performance.now();
  let turns = 0;
  let spent = 0;
  while (spent < SECONDS * 1000) {
    for (let i = 0; i < ROUND; i++) run(turns + i);
    turns += ROUND;
    spent = performance.now() - started;
  }
  console.log(`${name.padEnd(32)}${((turns / spent) * 1000).toFixed(0).padStart(10)}${((spent / turns) * 1000).toFixed(1).padStart(10)}`);
}
