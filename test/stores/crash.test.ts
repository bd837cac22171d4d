import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from './built.js';
import { startPostgres } from './postgres-server.js';

const server = await startPostgres();
beforeAll(ensureBuilt);
afterAll(() => server?.stop());

const crash = fileURLToPath(new URL('../../bench/crash.mjs', import.meta.url));

/** What the program says of five kills; rejects with its output when it found a fault. */
async function fiveKills(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [crash, '--rounds', '5', ...args]).catch((error) => {
    throw new Error(`${error.stdout}${error.stderr}`);
  });
  return stdout;
}

test('kill -9 in mid-load loses nothing from a SQLite store', async () => {
  expect(await fiveKills()).toContain('5 kills: ');
});

test.skipIf(!server)('kill -9 in mid-load loses nothing from a PostgreSQL store', async () => {
  expect(await fiveKills('--store', (await server?.database()) ?? '')).toContain('5 kills: ');
});
