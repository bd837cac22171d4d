// node bench/crash.mjs [--rounds 50] [--store sqlite:PATH | --store postgres://…]: kills a process that writes and sends, with SIGKILL, again
// and again, and looks for what was lost. Needs a build. Without --store a file in a folder of its own. Exit code 0 when all held:
// every acknowledged turn is there; each conversation has its turns, state, and messages to send as one; what was to be sent is sent at
// least once and in order; the next process takes a turn within five seconds of its start.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { startOutbox } from '../dist/bot/outbox.js';
import { pauses } from '../dist/cli/pauses.js';
import { openStore } from '../dist/stores/open.js';
import { limits, turnOf } from './crash-turns.mjs';

const LONGEST_START = 5000;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, store: { type: 'string' } } });
const folder = values.store === undefined ? mkdtempSync(join(tmpdir(), 'zhida-crash-')) : undefined;
const url = values.store ?? `sqlite:${join(folder, 'crash.db')}`;

const faults = [];
/** By conversation: the last turn that was acknowledged, and what was sent in order. */
const took = new Map();
const sent = new Map();
const starts = [];

const noteSent = (id, n) => sent.set(id, [...(sent.get(id) ?? []), Number(n)]);

/** Kills the writer once it has acknowledged so many turns. */
async function killedUnderLoad(prefix, enough) {
  const started = performance.now();
  const driver = fileURLToPath(new URL('./crash-load.mjs', import.meta.url));
  const child = spawn(process.execPath, [driver, url, prefix], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, id, n] = line.split(' ');
    if (word === 'ready') starts.push(performance.now() - started);
    else if (word === 'sent') noteSent(id, n);
    else if (word === 'took') {
      took.set(id, Number(n));
      if (++acknowledged === enough) child.kill('SIGKILL');
    } else faults.push(line);
  }
  await exited;
  if (acknowledged < enough) faults.push(`${prefix} ended by itself after ${acknowledged} turns`);
}

/** Everything that is known of a conversation must be there, and fit. */
async function check(store, id) {
  let kept;
  let turns;
  do {
    kept = await store.load(id);
    turns = await store.history(id, 0, 1e6);
    // PostgreSQL may finish a statement of a process that is gone while this looks.
  } while ((await store.load(id))?.version !== kept?.version);
  const waiting = (await store.undelivered(id)).map(({ sequence }) => sequence);
  if ((took.get(id) ?? 0) > turns.length) faults.push(`${id}: ${took.get(id)} turns acknowledged, ${turns.length} kept`);
  if (kept?.version !== turns.length || (turns.length > 0 && kept.state !== `{"n":${turns.length}}`))
    faults.push(`${id}: a turn is half there`);
  if (!turns.every((turn, index) => isDeepStrictEqual(turn, turnOf(id, index + 1))))
    faults.push(`${id}: a turn is another than was written`);
  const known = new Set([...waiting, ...(sent.get(id) ?? [])]);
  if (!turns.every(({ sequence }) => known.has(sequence))) faults.push(`${id}: a message is neither sent nor waiting`);
  return turns.length;
}

/** Sends what waits until nothing does. */
async function drain(store) {
  const outbox = startOutbox({
    store,
    clock: { now: () => new Date() },
    pauses,
    sender: () => async (entry) => {
      noteSent(entry.conversation, entry.sequence);
      return { kind: 'sent' };
    },
    log: {
      absent: (channel) => faults.push(`absent: ${channel}`),
      dead: (_, reason) => faults.push(`dead: ${reason}`),
      failed: (error) => faults.push(String(error)),
    },
    limits,
  });
  for (const id of took.keys()) while ((await store.undelivered(id)).length > 0) await pauses.wait(20);
  await outbox.stop();
}

const alive = setInterval(() => {}, 1000);
let turns = 0;
for (let round = 1; round <= Number(values.rounds); round++) {
  await killedUnderLoad(`r${process.pid}-${round}`, 40 + ((round * 61) % 300));
  const store = await openStore(url);
  for (let i = 0; i < 16; i++) turns += await check(store, `r${process.pid}-${round}-${i}`);
  await store.close();
}
const store = await openStore(url);
await drain(store);
for (const id of took.keys()) await check(store, id);
await store.close();
clearInterval(alive);
if (folder !== undefined) rmSync(folder, { recursive: true });

let repeated = 0;
for (const [id, order] of sent) {
  if (order.some((n, index) => n < (order[index - 1] ?? 1) || n > (order[index - 1] ?? 0) + 1)) faults.push(`${id}: sent out of order`);
  repeated += order.length - new Set(order).size;
}
const slowest = Math.max(...starts);
if (!(slowest < LONGEST_START)) faults.push(`a start took ${slowest.toFixed(0)} ms`);
const acknowledged = [...took.values()].reduce((sum, n) => sum + n, 0);
const deliveries = [...sent.values()].reduce((sum, order) => sum + order.length, 0);
console.log(
  `${values.rounds} kills: ${acknowledged} turns acknowledged, ${turns} kept, ${deliveries} messages sent, ${repeated} of them again; slowest start to first turn ${slowest.toFixed(0)} ms; ${faults.length} faults`,
);
for (const fault of faults.slice(0, 20)) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
