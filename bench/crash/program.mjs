// `zhida serve` as a process that can be killed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const SECRET = 'a-secret-for-the-crashes';

const running = new Set();
process.once('SIGTERM', () => process.exit(1));
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Milliseconds in which a process was ready to run and had no processor: what else the machine does is no part of a start (Linux). */
function waitedForProcessor(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Starts it over a store and resolves when it answers that it is ready. `start`: milliseconds from its birth to then. */
export async function startProgram(root, store) {
  const began = performance.now();
  const limits = { ZHIDA_LIMIT_ADDRESS: '0', ZHIDA_LIMIT_TOKEN: '0', ZHIDA_LIMIT_CONVERSATION: '0' };
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', '--pack', root], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', ZHIDA_STORE: store, DIRECTLINE_SECRET: SECRET, ...limits },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  const errors = [];
  const url = await new Promise((resolve, reject) => {
    void ended.then((how) => reject(new Error(`the server ended with ${how} before it was ready`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { url: found, level, msg } = JSON.parse(line);
      if (found) resolve(found);
      if (level >= 50) errors.push(msg);
    });
  });
  const { status } = await fetch(`${url}/readyz`);
  if (status !== 200) throw new Error(`ready, and /readyz says ${status}`);
  const start = performance.now() - began - waitedForProcessor(child.pid);
  return {
    url,
    start,
    errors,
    /** Resolves to how it ended. */
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
