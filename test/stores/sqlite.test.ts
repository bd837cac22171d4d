import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/stores/open.js';
import { APPLICATION_ID, MIGRATIONS } from '../../src/stores/sqlite/migrations.js';
import { openSqliteStore } from '../../src/stores/sqlite/store.js';
import { describeStore } from '../contract/store.js';
import { conversation, outgoing, turn } from '../contract/turns.js';
import { ensureBuilt } from './built.js';

const folder = mkdtempSync(join(tmpdir(), 'zhida-store-'));
let files = 0;
const freshFile = (): string => join(folder, `${++files}.db`);
const AT = '2026-01-02T03:04:05.000Z';

beforeAll(ensureBuilt);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStore('sqlite', () => openSqliteStore(freshFile()));

describe('sqlite file', () => {
  test('opened again it has everything', async () => {
    const file = freshFile();
    const first = await openSqliteStore(file);
    await first.create(conversation('a'), AT);
    for (let n = 1; n <= 20; n++) await first.append(turn('a', n, `k${n}`), `{"n":${n}}`, n - 1);
    await first.close();
    const second = await openSqliteStore(file);
    expect(await second.load(conversation('a'))).toEqual({ state: '{"n":20}', version: 20 });
    expect(await second.history(conversation('a'), 18, 10)).toEqual([turn('a', 19, 'k19'), turn('a', 20, 'k20')]);
    await second.close();
  });

  test('a missing folder is made', async () => {
    const store = await openSqliteStore(join(folder, 'new', 'deep', 'a.db'));
    await store.probe();
    await store.close();
  });

  test.skipIf(process.platform === 'win32')('nobody else reads what is kept, and a mode that was given stays', async () => {
    const file = freshFile();
    const before = process.umask(0);
    const modes = () =>
      readdirSync(folder)
        .filter((name) => name.startsWith(basename(file)))
        .sort()
        .map((name) => [name.slice(basename(file).length), statSync(join(folder, name)).mode & 0o777]);
    try {
      const store = await openSqliteStore(file);
      await store.create(conversation('a'), AT);
      expect(modes()).toEqual(['', '-lock', '-lock-journal', '-shm', '-wal'].map((end) => [end, 0o600]));
      await store.close();
      chmodSync(file, 0o640);
      const again = await openSqliteStore(file);
      await again.create(conversation('b'), AT);
      expect(modes()).toContainEqual(['-wal', 0o640]);
      await again.close();
    } finally {
      process.umask(before);
    }
  });

  test('a file that is open already is refused, and free after close', async () => {
    const file = freshFile();
    const first = await openSqliteStore(file);
    await expect(openSqliteStore(file, { lockTimeout: 50 })).rejects.toMatchObject({
      code: 'store-locked',
      message: `${file} is in use by another process. Stop that one first, or name another file.`,
    });
    await first.close();
    await (await openSqliteStore(file)).close();
  });

  test('a file that another process has open is refused, and free when that one is gone', async () => {
    const file = freshFile();
    const driver = fileURLToPath(new URL('./second-driver.mjs', import.meta.url));
    const start = () => spawn(process.execPath, [driver, `sqlite:${file}`], { stdio: ['ignore', 'pipe', 'inherit'] });
    const says = async ({ stdout }: ReturnType<typeof start>) => String((await once(stdout, 'data'))[0]).trim();
    const mine = await openSqliteStore(file);
    expect(await says(start())).toBe('store-locked');
    await mine.close();
    const other = start();
    expect(await says(other)).toBe('opened');
    await expect(openSqliteStore(file, { lockTimeout: 50 })).rejects.toMatchObject({ code: 'store-locked' });
    // However it ends.
    const gone = once(other, 'exit');
    other.kill('SIGKILL');
    await gone;
    await (await openSqliteStore(file)).close();
  });

  test('what is erased while somebody reads the file is gone from the log once he is done, and nobody waits for him', async () => {
    const file = freshFile();
    const store = await openSqliteStore(file, { lockTimeout: 60_000 });
    await store.create(conversation('quetzalcoatlus'), AT);
    const holds = () => ['', '-wal'].filter((end) => readFileSync(file + end).includes('quetzalcoatlus'));
    const reader = new Database(file);
    reader.exec('BEGIN');
    expect(reader.prepare('SELECT count(*) AS n FROM conversation').get()).toMatchObject({ n: 1 });
    // Neither is held up for a minute.
    expect(await store.erase(conversation('quetzalcoatlus'))).toBe(true);
    await store.create(conversation('b'), AT);
    expect(holds()).not.toEqual([]);
    reader.exec('COMMIT');
    reader.close();
    await expect.poll(holds).toEqual([]);
    await store.close();
  });

  test('a file of the first version is brought up to date with all it has', async () => {
    const file = freshFile();
    const { conversation: _, sequence, key, ...rest } = turn('talked', 1, 'k');
    withFile(file, (db) => {
      db.exec(MIGRATIONS[0] ?? '');
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`);
      const insert = db.prepare('INSERT INTO conversation (name, created, version, state) VALUES (?, ?, ?, ?)');
      insert.run('silent', '2020-01-01T00:00:00.000Z', 0, 'null');
      insert.run('talked', '2020-01-01T00:00:00.000Z', 1, '"state"');
      db.prepare('INSERT INTO turn (conversation, sequence, key, body) VALUES (2, ?, ?, ?)').run(sequence, key, JSON.stringify(rest));
    });
    const store = await openSqliteStore(file);
    // Aged by its last turn, which the first version did not note.
    expect(await store.old('2025-01-01T00:00:00.000Z', 10)).toEqual(['silent']);
    expect(await store.load(conversation('talked'))).toEqual({ state: '"state"', version: 1 });
    expect(await store.history(conversation('talked'), 0, 10)).toEqual([turn('talked', 1, 'k')]);
    expect(await store.append(turn('talked', 2, 'k2'), '2', 1, [outgoing('d')])).toEqual({ kind: 'stored' });
    await store.close();
  });

  test('a file of a newer program is refused and left alone', async () => {
    const file = freshFile();
    await (await openSqliteStore(file)).close();
    withFile(file, (db) => db.exec('PRAGMA user_version = 99'));
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'store-newer', message: expect.stringContaining('schema 99') });
    withFile(file, (db) => expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 99 }));
  });

  test('a database of something else is refused and left alone', async () => {
    const file = freshFile();
    withFile(file, (db) => db.exec('CREATE TABLE invoices (id)'));
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'store-foreign' });
    withFile(file, (db) => expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'delete' }));
  });

  test('a file that is no database is refused', async () => {
    const file = freshFile();
    writeFileSync(file, 'shopping list: milk, bread\n'.repeat(100));
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'store-foreign' });
  });

  test('a folder in place of the file is refused with its path', async () => {
    await expect(openSqliteStore(folder)).rejects.toMatchObject({ code: 'store-failed', message: expect.stringContaining(folder) });
  });

  test('a full queue refuses, and what it took is stored', async () => {
    const store = await openSqliteStore(freshFile(), { queueLimit: 8 });
    await store.create(conversation('a'), AT);
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => store.append(turn('a', 1, `k${n}`), '1', 0)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(12);
    expect(refused.every((result) => result.reason.code === 'store-full')).toBe(true);
    expect((await store.load(conversation('a')))?.version).toBe(1);
    await store.close();
  });
});

describe('openStore', () => {
  test.each(['', 'sqlite', 'sqlite:', 'memory', 'memory:x', 'mysql://u:secret@localhost/zhida', 'postgres:', '/tmp/x.db'])(
    'refuses "%s"',
    async (url) => {
      await expect(openStore(url)).rejects.toMatchObject({ code: 'store-url', message: expect.stringContaining('sqlite:PATH') });
    },
  );

  test.each([() => 'memory:', () => `sqlite:${freshFile()}`])('opens %#', async (url) => {
    const store = await openStore(url());
    await store.create(conversation('a'), AT);
    await store.probe();
    expect((await store.load(conversation('a')))?.version).toBe(0);
    await store.close();
  });
});

function withFile(file: string, work: (db: InstanceType<typeof Database>) => void): void {
  const db = new Database(file);
  try {
    work(db);
  } finally {
    db.close();
  }
}
