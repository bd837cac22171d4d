// Start to ready without and with the cached model, and memory after ten thousand turns over HTTP.
//   npm run build && node bench/start.mjs
// "Ready" is the first 200 of /readyz. Memory is the server's resident set as the operating system counts it (Linux).
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { examplesOf } from '../dist/bot/learn.js';
import { readPackFiles } from '../dist/workspace/read-pack.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STARTS = 5;
// As `npm start` has them.
const FLAGS = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .filter((word) => word.startsWith('--'));
const TURNS = 10_000;
const CONVERSATIONS = 8;
const PORT = 3979;
const SECRET = 'a-secret-for-the-benchmark';
const url = `http://127.0.0.1:${PORT}`;

const work = mkdtempSync(join(tmpdir(), 'zhida-bench-'));
for (const folder of ['intents', 'knowledge']) cpSync(join(ROOT, folder), join(work, folder), { recursive: true });

/** Starts the server and resolves when it is ready, with the milliseconds that took. */
async function start() {
  const started = performance.now();
  const server = spawn(process.execPath, [...FLAGS, join(ROOT, 'dist/cli/main.js'), 'serve', '--pack', work], {
    env: { ...process.env, PORT: String(PORT), DIRECTLINE_SECRET: SECRET, ZHIDA_STORE: `sqlite:${join(work, 'bench.db')}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) return { server, milliseconds: performance.now() - started };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const stop = (server) =>
  new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const resident = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

try {
  const cold = [];
  const warm = [];
  for (let i = 0; i < STARTS; i++) {
    rmSync(join(work, 'data'), { recursive: true, force: true });
    for (const times of [cold, warm]) {
      const { server, milliseconds } = await start();
      times.push(milliseconds);
      await stop(server);
    }
  }
  console.log(
    `start to ready, median of ${STARTS}: ${median(cold).toFixed(0)} ms training, ${median(warm).toFixed(0)} ms with the cached model`,
  );

  const { server } = await start();
  const texts = examplesOf(readPackFiles(ROOT).files.pack).map(({ text }) => text);
  const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };
  const before = resident(server.pid);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONVERSATIONS }, async (_, conversation) => {
      const { conversationId } = await (await fetch(`${url}/v3/directline/conversations`, { method: 'POST', headers, body: '{}' })).json();
      for (let i = conversation; i < TURNS; i += CONVERSATIONS) {
        const body = JSON.stringify({
          type: 'message',
          from: { id: 'bench' },
          text: texts[i % texts.length],
          channelData: { clientActivityID: String(i) },
        });
        const response = await fetch(`${url}/v3/directline/conversations/${conversationId}/activities`, { method: 'POST', headers, body });
        if (!response.ok) throw new Error(`turn ${i}: ${response.status} ${await response.text()}`);
        await response.arrayBuffer();
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${TURNS} durable turns over HTTP by ${CONVERSATIONS} conversations: ${(TURNS / seconds).toFixed(0)} a second, client on the same machine`,
  );
  console.log(`resident memory: ${before.toFixed(0)} MB when ready, ${resident(server.pid).toFixed(0)} MB after ${TURNS} turns`);
  await stop(server);
} finally {
  rmSync(work, { recursive: true, force: true });
}
