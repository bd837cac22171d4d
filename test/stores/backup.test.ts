import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp } from '../../src/stores/backup.js';
import { openSqliteStore } from '../../src/stores/sqlite/store.js';
import { conversation, outgoing, turn } from '../contract/turns.js';
import { ensureBuilt } from './built.js';

const folder = mkdtempSync(join(tmpdir(), 'zhida-backup-'));
let files = 0;
const fresh = (): string => join(folder, `${++files}.db`);
const AT = '2026-01-02T03:04:05.000Z';

beforeAll(ensureBuilt);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a copy made in mid-load has every turn that was acknowledged before, whole, and nothing half', async () => {
  const [file, copy] = [fresh(), fresh()];
  const store = await openSqliteStore(file);
  const acknowledged = new Map<string, number>();
  let stop = false;
  const chats = Array.from({ length: 8 }, async (_, index) => {
    const id = `c${index}`;
    await store.create(conversation(id), AT);
    for (let n = 1; !stop; n++) {
      await store.append(turn(id, n, `k${n}`), `{"n":${n}}`, n - 1, [outgoing(`d${n}`)]);
      acknowledged.set(id, n);
    }
  });
  while (acknowledged.size < 8 || [...acknowledged.values()].some((n) => n < 5)) await store.probe();
  const before = new Map(acknowledged);
  await backUp(`sqlite:${file}`, copy);
  stop = true;
  await Promise.all(chats);
  await store.close();

  const copied = await openSqliteStore(copy);
  for (const [id, sequence] of before) {
    const loaded = await copied.load(conversation(id));
    expect(loaded?.version).toBeGreaterThanOrEqual(sequence);
    expect(loaded?.state).toBe(`{"n":${loaded?.version}}`);
    const turns = await copied.history(conversation(id), 0, 1e6);
    expect(turns).toEqual(turns.map((_, index) => turn(id, index + 1, `k${index + 1}`)));
    expect(turns).toHaveLength(loaded?.version ?? 0);
    expect(await copied.undelivered(conversation(id))).toHaveLength(turns.length);
  }
  await copied.close();
  expect(statSync(copy).mode & 0o077).toBe(0);
});

test('a copy can be made without a server, too', async () => {
  const [file, copy] = [fresh(), fresh()];
  const store = await openSqliteStore(file);
  await store.create(conversation('a'), AT);
  await store.close();
  await backUp(`sqlite:${file}`, copy);
  const copied = await openSqliteStore(copy);
  expect(await copied.load(conversation('a'))).toMatchObject({ version: 0 });
  await copied.close();
});

test.each([
  ['a file that is there', () => ({ target: fileURLToPath(import.meta.url) }), 'is there already'],
  ['no store', () => ({ source: `sqlite:${join(folder, 'nowhere.db')}` }), 'is not there'],
  ['a database of something else', () => ({ source: `sqlite:${notOurs()}` }), 'is not a database of Zhida'],
  ['a folder that is not there', () => ({ target: join(folder, 'no', 'folder', 'x.db') }), 'cannot be opened'],
  ['PostgreSQL', () => ({ source: 'postgres://u:secret@localhost/zhida' }), 'pg_dump'],
  ['memory', () => ({ source: 'memory:' }), 'is no SQLite file'],
])('%s is refused, and nothing is left', async (_, parts, message) => {
  const file = fresh();
  await (await openSqliteStore(file)).close();
  const { source = `sqlite:${file}`, target = fresh() } = parts() as { source?: string; target?: string };
  const existed = existsSync(target);
  const refused = await backUp(source, target).catch((error: Error) => error);
  expect(refused).toMatchObject({ name: 'StoreError', message: expect.stringContaining(message) });
  expect(String(refused)).not.toContain('secret');
  expect(existsSync(target)).toBe(existed);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

function notOurs(): string {
  const file = fresh();
  writeFileSync(file, 'shopping list: milk, bread\n'.repeat(100));
  return file;
}
