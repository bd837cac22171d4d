import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTemporary, StoreError, type StoreErrorCode } from '../../src/stores/errors.js';
import { openSqliteStore } from '../../src/stores/sqlite/store.js';
import { conversation, turn } from '../contract/turns.js';
import { ensureBuilt } from './built.js';

const folder = mkdtempSync(join(tmpdir(), 'zhida-full-'));
beforeAll(ensureBuilt);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')('a disk that takes no more refuses turns, and spoils nothing', async () => {
  const file = join(folder, 'a.db');
  const driver = fileURLToPath(new URL('./full-disk-driver.mjs', import.meta.url));
  const limited = 'ulimit -f 2000; exec "$0" "$@"';
  const { stdout } = await promisify(execFile)('sh', ['-c', limited, process.execPath, driver, file]);
  const lines = stdout.trim().split('\n');
  const taken = lines.filter((line) => line.startsWith('took')).length;
  expect(taken).toBeGreaterThan(10);
  expect(lines.slice(taken)).toEqual([`refused ${taken + 1}: store-disk`, 'again: store-disk', `read: ${taken}`]);

  const db = new Database(file);
  expect(db.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  db.close();
  const store = await openSqliteStore(file);
  expect(await store.load(conversation('a'))).toEqual({ state: `{"n":${taken}}`, version: taken });
  expect(await store.history(conversation('a'), 0, 1e6)).toHaveLength(taken);
  expect(await store.append(turn('a', taken + 1, 'k'), '"room"', taken)).toEqual({ kind: 'stored' });
  await store.close();
});

test.each<[StoreErrorCode, boolean]>([
  ['store-full', true],
  ['store-disk', true],
  ['store-busy', true],
  ['store-failed', false],
  ['store-closed', false],
  ['store-newer', false],
])('%s may go away: %s', (code, expected) => {
  expect(isTemporary(new StoreError(code, 'x'))).toBe(expected);
  expect(isTemporary(new Error(code))).toBe(false);
});
