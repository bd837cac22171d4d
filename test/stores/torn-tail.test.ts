import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../src/stores/sqlite/connection.js';
import { openSqliteStore } from '../../src/stores/sqlite/store.js';
import { conversation, outgoing, turn } from '../contract/turns.js';
import { ensureBuilt } from './built.js';

const folder = mkdtempSync(join(tmpdir(), 'zhida-torn-'));
const AT = '2026-01-02T03:04:05.000Z';
const TURNS = 6;

beforeAll(ensureBuilt);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A power failure cannot be had here. What it may leave can: of the log all that was synced when the last turn was acknowledged, and of what
// was written after that any part, torn or as noise. That each commit syncs is SQLite's promise at this setting.

test('each commit is synced', () => {
  const { db, close } = connect({ path: join(folder, 'setting.db'), lockTimeout: 0 });
  expect([db.prepare('PRAGMA journal_mode').get(), db.prepare('PRAGMA synchronous').get()]).toMatchObject([
    { journal_mode: 'wal' },
    // 2: FULL.
    { synchronous: 2 },
  ]);
  close();
});

test('whatever is left of the log after the last acknowledged turn, that turn is there and the next is whole or not at all', async () => {
  const file = join(folder, 'live.db');
  const store = await openSqliteStore(file);
  const a = conversation('a');
  await store.create(a, AT);
  const log = `${file}-wal`;
  /** Length of the log when turn n was acknowledged. */
  const synced = [statSync(log).size];
  for (let n = 1; n <= TURNS; n++) {
    await store.append(turn('a', n, `k${n}`), `{"n":${n}}`, n - 1, [outgoing(`d${n}`)]);
    synced.push(statSync(log).size);
  }
  const whole = readFileSync(log);
  const image = join(folder, 'image.db');
  copyFileSync(file, image);
  await store.close();

  for (let n = 0; n < TURNS; n++) {
    const [from, to] = [synced[n] ?? 0, synced[n + 1] ?? 0];
    expect(to).toBeGreaterThan(from);
    for (const share of [0, 0.01, 0.5, 0.99]) {
      const kept = from + Math.floor((to - from) * share);
      for (const noise of [0, 5000]) {
        const [disk, torn] = [join(folder, 'disk.db'), Buffer.concat([whole.subarray(0, kept), Buffer.alloc(noise, 'power failure ')])];
        for (const end of ['', '-wal', '-shm']) rmSync(`${disk}${end}`, { force: true });
        copyFileSync(image, disk);
        writeFileSync(`${disk}-wal`, torn);
        const { db, close } = connect({ path: disk, lockTimeout: 0 });
        const found = [
          db.prepare("SELECT version, state FROM conversation WHERE name = 'a'").get(),
          db.prepare('SELECT count(*) AS turns FROM turn').get(),
          db.prepare('SELECT count(*) AS waiting FROM outgoing').get(),
          db.prepare('PRAGMA integrity_check').get(),
        ];
        close();
        expect(found).toMatchObject([
          { version: n, state: n === 0 ? 'null' : `{"n":${n}}` },
          { turns: n },
          { waiting: n },
          { integrity_check: 'ok' },
        ]);
      }
    }
  }
});
