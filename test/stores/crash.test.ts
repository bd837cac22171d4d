import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram } from '../cli/program.js';
import { startPostgres } from './postgres-server.js';

const server = await startPostgres();
beforeAll(() => void builtProgram(), 120_000);
afterAll(() => server?.stop());

const crash = fileURLToPath(new URL('../../bench/crash.mjs', import.meta.url));

/** Milliseconds, on a machine that does much else. */
const LONGEST = 150_000;

/** What the program says of five kills; rejects with its output when it found a fault. */
async function fiveKills(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [crash, '--rounds', '5', '--program', builtProgram(), ...args], {
    timeout: LONGEST,
  }).catch((error) => {
    throw new Error(`${error.stdout}${error.stderr}`);
  });
  return stdout;
}

test(
  'kill -9 of a server in mid-load loses nothing from a SQLite store, and the next one is ready soon',
  async () => {
    expect(await fiveKills()).toContain('5 kills: ');
  },
  LONGEST,
);

test.skipIf(!server)(
  'kill -9 of a server in mid-load loses nothing from a PostgreSQL store, and the next one is ready soon',
  async () => {
    expect(await fiveKills('--store', (await server?.database()) ?? '')).toContain('5 kills: ');
  },
  LONGEST,
);
