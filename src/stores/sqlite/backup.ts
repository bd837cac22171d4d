import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { StoreError } from '../errors.js';
import { type Connection, inspect, makePrivate, refusal } from './connection.js';

/**
 * Copies the database at one moment into a file of its own, also while a server writes to it: every turn that was acknowledged before is in
 * the copy, whole. The copy is on disk when this resolves. Throws `StoreError`; then there is no copy.
 */
export async function backUpSqlite(path: string, target: string): Promise<void> {
  const [from, to] = [resolve(path), resolve(target)];
  if (!existsSync(from)) throw new StoreError('store-failed', `${from} is not there; ZHIDA_STORE names the store to copy.`);
  if (existsSync(to)) throw new StoreError('store-failed', `${to} is there already; name a new file.`);
  const part = `${to}.part`;
  await rm(part, { force: true });
  try {
    // Nobody else reads it, from its first byte on.
    makePrivate(part);
    copy(from, part);
    await sync(part);
    await rename(part, to);
    await sync(dirname(to));
  } catch (error) {
    await rm(part, { force: true });
    throw refusal(error, from);
  }
}

function copy(from: string, to: string): void {
  const db = new Database(from, { timeout: 5000 });
  try {
    inspect(db, from);
    // Reads one snapshot and holds nobody up.
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
  const copied: Connection = new Database(to);
  try {
    const { quick_check: found } = copied.prepare('PRAGMA quick_check').get() as { quick_check: string };
    if (found !== 'ok') throw new StoreError('store-failed', `The copy of ${from} is damaged: ${found}. Check the disk.`);
  } finally {
    copied.close();
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
