import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runBatch } from '../../src/stores/sqlite/batch.js';
import { connect, pragma } from '../../src/stores/sqlite/connection.js';
import { createOperations } from '../../src/stores/sqlite/operations.js';
import type { Request } from '../../src/stores/sqlite/protocol.js';

const folder = mkdtempSync(join(tmpdir(), 'zhida-batch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AT = '2026-01-02T03:04:05.000Z';
const create = (conversation: string): Request => ({ kind: 'create', conversation, at: AT, state: 'null' });
const value = (name: string, size: number): Request => ({ kind: 'remember', name, value: 'x'.repeat(size), expiresAt: null });
const recall: Request = { kind: 'recall', name: 'small', now: AT };

test('a file that is full in the middle of a batch is told as full to all of it, and the next batch is taken', () => {
  const { db, close } = connect({ path: join(folder, 'a.db'), lockTimeout: 0 });
  const run = createOperations(db);
  db.prepare(`PRAGMA max_page_count = ${pragma(db, 'page_count') + 10}`).get();
  expect(runBatch(db, run, [create('a'), value('large', 1_000_000), create('b')])).toEqual(
    Array(3).fill({ kind: 'failed', message: expect.stringContaining('full'), isFull: true }),
  );
  expect(runBatch(db, run, [value('small', 1), recall])).toMatchObject([{ kind: 'answer' }, { kind: 'answer', value: 'x' }]);
  expect(runBatch(db, run, [{ kind: 'load', conversation: 'a' }])).toEqual([{ kind: 'answer', value: undefined }]);
  close();
});

test('a request that fails by itself takes nothing else of its batch with it', () => {
  const { db, close } = connect({ path: join(folder, 'b.db'), lockTimeout: 0 });
  const run = createOperations(db);
  const twice = [1, 2].map(() => ({ delivery: 'same', body: '{}' }));
  const append: Request = {
    kind: 'append',
    conversation: 'a',
    key: 'k',
    expectedVersion: 0,
    at: AT,
    body: '{}',
    state: '1',
    outgoing: twice,
  };
  expect(runBatch(db, run, [create('a'), append, value('small', 1)])).toMatchObject([
    { kind: 'answer' },
    { kind: 'failed', isFull: false },
    { kind: 'answer' },
  ]);
  expect(runBatch(db, run, [{ kind: 'load', conversation: 'a' }, recall])).toMatchObject([
    { kind: 'answer', value: { version: 0 } },
    { kind: 'answer', value: 'x' },
  ]);
  close();
});
