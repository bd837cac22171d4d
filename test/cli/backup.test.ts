import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConversationId } from '../../src/bot/ports.js';
import { UsageError } from '../../src/cli/command.js';
import { backup } from '../../src/cli/commands/backup.js';
import { openSqliteStore } from '../../src/stores/sqlite/store.js';
import { ensureBuilt } from '../stores/built.js';

const folder = mkdtempSync(join(tmpdir(), 'zhida-backup-command-'));
const file = join(folder, 'zhida.db');
const id = 'a' as ConversationId;

beforeAll(async () => {
  ensureBuilt();
  const store = await openSqliteStore(file);
  await store.create(id, '2026-01-02T03:04:05.000Z');
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await backup.run(args, { stdin, stdout, stderr, env });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

test.each([
  ['the environment names', 'one.db', [], { ZHIDA_STORE: `sqlite:${file}` }],
  ['the option names', 'two.db', ['--store', `sqlite:${file}`], { ZHIDA_STORE: 'memory:' }],
])('copies the store that %s, and says how to start from the copy', async (_, name, options, env) => {
  const copy = join(folder, name);
  const { code, out } = await run([copy, ...options], env);
  expect([code, out]).toEqual([0, expect.stringContaining(`ZHIDA_STORE=sqlite:${copy}`)]);
  const copied = await openSqliteStore(copy);
  expect(await copied.load(id)).toBeDefined();
  await copied.close();
});

test('settings that are broken are told', async () => {
  expect(await run([join(folder, 'x.db')], { ZHIDA_STORE: 'nonsense' })).toMatchObject({
    code: 1,
    err: expect.stringContaining('ZHIDA_STORE'),
  });
});

test.each([[[]], [['a', 'b']]])('one file is to be named, not %j', async (args) => {
  await expect(run(args, {})).rejects.toThrow(UsageError);
});
