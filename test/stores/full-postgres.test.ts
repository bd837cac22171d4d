import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from './built.js';
import { freePort } from './postgres-server.js';

const folder = mkdtempSync(join(tmpdir(), 'zhida-full-postgres-'));
beforeAll(ensureBuilt);
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command with a small file system of its own on a folder, which nobody else sees. */
const onSmallDisk = (at: string): readonly string[] => [
  ...['unshare', '-m', '--propagation', 'private', 'sh', '-c'],
  ...['mount -t tmpfs -o size=128m,mode=777 tmpfs "$0" && exec "$@"', at],
];

/** Why no small disk is to be had, if none is. */
function missing(): string | undefined {
  try {
    const [command = '', ...args] = [...onSmallDisk(folder), 'true'];
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    return undefined;
  } catch (error) {
    return String(error).trim();
  }
}

const reason = missing();
if (reason !== undefined)
  console.warn(`\n*** SKIPPED, a PostgreSQL on a disk that is really full: no small file system can be mounted here: ${reason}\n`);

test.skipIf(reason !== undefined).each([
  ['that of its tables', 'tables', /^ready: store-disk$/],
  // PostgreSQL breaks off and is away for a while.
  ['that of its log of writes', 'log', /^ready: store-(?:disk|busy)$/],
])(
  'a PostgreSQL whose disk is really full, %s: turns are refused as temporary, all that were acknowledged are there, and it goes on with room',
  async (_, isSmall, ready) => {
    const [tables, log] = [join(folder, `${isSmall}-tables`), join(folder, `${isSmall}-log`)];
    const small = isSmall === 'log' ? log : tables;
    for (const path of [tables, log]) {
      mkdirSync(path);
      chmodSync(path, 0o777);
    }
    chmodSync(folder, 0o755);
    const driver = fileURLToPath(new URL('./full-postgres-driver.mjs', import.meta.url));
    const [command = '', ...args] = onSmallDisk(small);
    const child = spawn(command, [...args, process.execPath, driver, tables, log, small, `${await freePort()}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    const [said, failed] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(`${said}${failed}`.trim().split('\n')).toEqual([
      'took many',
      'refused: store-disk',
      expect.stringMatching(ready),
      expect.stringMatching(/^with room: (?:stored|duplicate), ready: done$/),
      'whole: true',
    ]);
  },
  90_000,
);
