// node bench/crash.mjs [--rounds 50] [--store sqlite:PATH | --store postgres://…] [--program DIR]: kills a real `zhida serve` that clients talk
// to, with SIGKILL, again and again, starts it anew over the same store, and looks for what was lost. Needs a build. Without --store a file in a
// folder of its own. Exit code 0 when all held: every turn that was acknowledged is there, once and in order, however often it was said; each
// conversation has its turns, its state and its messages to send as one, and as an undisturbed bot would have made them; what was to be sent is
// sent at least once and in order; the next process is ready within five seconds, without the time it waits for a processor.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { botFramework, directLine, startService, textOf } from './crash/clients.mjs';
import { startProgram } from './crash/program.mjs';

const LONGEST_START = 5000;
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    store: { type: 'string' },
    program: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
  },
});
const part = (path) => import(pathToFileURL(join(values.program, 'dist', path)).href);
const { createBot } = await part('bot/bot.js');
const { loadBrain } = await part('cli/workspace.js');
const { startOutbox } = await part('bot/outbox.js');
const { pauses } = await part('cli/pauses.js');
const { createMemoryStore } = await part('stores/memory.js');
const { openStore } = await part('stores/open.js');

const rounds = Number(values.rounds);
const folder = values.store === undefined ? mkdtempSync(join(tmpdir(), 'zhida-crash-')) : undefined;
const url = values.store ?? `sqlite:${join(folder, 'crash.db')}`;
const clock = { now: () => new Date() };

const faults = [];
let refusals = 0;
const starts = [];
/** By talk: the replies that arrived, in order. */
const sent = new Map();
const service = await startService((talk, n, text) => sent.set(talk, [...(sent.get(talk) ?? []), { n, text }]));
const clients = Array.from({ length: 16 }, (_, i) => ({
  ...(i % 4 === 3 ? botFramework(i, service.url) : directLine(i)),
  talk: `talk-${process.pid}-${i}`,
  isSent: i % 4 === 3,
  acknowledged: 0,
}));

/** Everybody talks until so many turns are acknowledged in all; then the program is killed. Resolves when the last connection is gone. */
async function killedUnderLoad(enough) {
  const program = await startProgram(values.program, url);
  starts.push(program.start);
  let taken = 0;
  let isKilled = false;
  await Promise.all(
    clients.map(async (client) => {
      try {
        await client.begin(program.url);
        for (;;) {
          const { status, text } = await client.say(program.url, client.acknowledged + 1);
          // Nothing was promised: the same message may be sent again.
          if (status === 503) {
            refusals++;
            await pauses.wait(200);
            continue;
          }
          if (status !== 200) {
            faults.push(`${client.talk}: ${status} ${text}`);
            return;
          }
          client.acknowledged++;
          if (++taken !== enough) continue;
          isKilled = true;
          await program.end('SIGKILL');
        }
      } catch (error) {
        if (!isKilled) faults.push(`${client.talk}: ${error}`);
      }
    }),
  );
  faults.push(...program.errors);
}

/** What an undisturbed bot answers and remembers, turn by turn. */
async function undisturbed() {
  const store = createMemoryStore();
  const brain = loadBrain(values.program);
  const bot = createBot({ brain: () => brain, store, clock });
  await bot.start('c');
  const turns = [];
  return async (n) => {
    while (turns.length < n) {
      const { value } = await bot.turn({ conversation: 'c', key: `${turns.length}`, text: textOf(turns.length + 1), locale: 'zh-CN' });
      turns.push({ reply: { ...value.reply, conversation: undefined }, state: (await store.load('c')).state });
    }
    return turns[n - 1];
  };
}

/** Sends what still waits, at a time when nothing is a killed process's any more. */
async function drain(store) {
  const outbox = startOutbox({
    store,
    clock: { now: () => new Date(Date.now() + 3600_000) },
    pauses,
    sender: () => async (entry) => {
      const { talk } = clients.find(({ conversation }) => conversation() === entry.conversation);
      sent.set(talk, [...(sent.get(talk) ?? []), { n: entry.sequence, text: entry.part.text }]);
      return { kind: 'sent' };
    },
    log: {
      dead: (_, reason) => faults.push(reason),
      absent: (channel) => faults.push(channel),
      failed: (error) => faults.push(`${error}`),
    },
  });
  for (const { conversation } of clients) while ((await store.undelivered(conversation())).length > 0) await pauses.wait(20);
  await outbox.stop();
}

/** Everything that is known of a conversation must be there, and fit. Gives how many turns it has. */
async function check(store, expected, { conversation, talk, acknowledged, isSent }) {
  const id = conversation();
  if (id === undefined) return 0;
  let kept;
  let turns;
  do {
    kept = await store.load(id);
    turns = await store.history(id, 0, 1e6);
    // PostgreSQL may finish a statement of a process that is gone while this looks.
  } while ((await store.load(id))?.version !== kept?.version);
  const fault = (what) => faults.push(`${talk}: ${what}`);
  if (turns.length !== acknowledged && turns.length !== acknowledged + 1) fault(`${acknowledged} acknowledged, ${turns.length} kept`);
  if ((kept?.version ?? 0) !== turns.length) fault('a turn is half there');
  if (turns.length > 0 && kept.state !== (await expected(turns.length)).state) fault('the state is another turn’s');
  for (const [index, { sequence, key, incoming, reply }] of turns.entries()) {
    const n = index + 1;
    if (sequence !== n || key !== `key ${n}` || incoming.text !== textOf(n)) fault(`turn ${n} is ${key}`);
    if (!isDeepStrictEqual({ ...reply, conversation: undefined }, (await expected(n)).reply)) fault(`turn ${n} has another answer`);
  }
  if (!isSent) return turns.length;
  const arrived = sent.get(talk) ?? [];
  const waiting = (await store.undelivered(id)).map(({ sequence }) => sequence);
  const known = new Set([...waiting, ...arrived.map(({ n }) => n)]);
  for (const [index, { reply }] of turns.entries()) {
    if (!known.has(index + 1)) fault(`reply ${index + 1} is neither sent nor waiting`);
    if (arrived.some(({ n, text }) => n === index + 1 && text !== reply.text)) fault(`reply ${index + 1} was another`);
  }
  if (arrived.some(({ n }, index) => n < (arrived[index - 1]?.n ?? 1) || n > (arrived[index - 1]?.n ?? 0) + 1)) fault('sent out of order');
  return turns.length;
}

const expected = await undisturbed();
let kept = 0;
/** Stored when the program was killed, and not acknowledged yet. */
let caught = 0;
for (let round = 1; round <= rounds; round++) {
  await killedUnderLoad(40 + ((round * 61) % 300));
  const store = await openStore(url);
  kept = 0;
  for (const client of clients) kept += await check(store, expected, client);
  caught += kept - clients.reduce((sum, client) => sum + client.acknowledged, 0);
  if (round === rounds) {
    await drain(store);
    for (const client of clients) await check(store, expected, client);
  }
  await store.close();
}
service.stop();
if (folder !== undefined) rmSync(folder, { recursive: true });

const acknowledged = clients.reduce((sum, client) => sum + client.acknowledged, 0);
const arrivals = [...sent.values()].flat().length;
const slowest = Math.max(...starts);
if (!(slowest < LONGEST_START)) faults.push(`a start took ${slowest.toFixed(0)} ms`);
console.log(
  `${rounds} kills: ${acknowledged} turns acknowledged, ${kept} kept, ${caught} stored when killed before they were acknowledged, ${arrivals} replies delivered; ${refusals} told to come again; slowest start ${slowest.toFixed(0)} ms; ${faults.length} faults`,
);
for (const fault of faults.slice(0, 20)) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
