import { StoreError } from './errors.js';
import { sqlitePath } from './open.js';
import { shownStore } from './settings.js';
import { backUpSqlite } from './sqlite/backup.js';

/** Copies the store at `url` into a new file, while a server uses it. Throws `StoreError`, also where the store is none of ours to copy. */
export async function backUp(url: string, target: string): Promise<void> {
  const path = sqlitePath(url);
  if (path === undefined) {
    throw new StoreError('store-url', `${shownStore(url)} is no SQLite file. A PostgreSQL database is copied by its own tools: pg_dump.`);
  }
  await backUpSqlite(path, target);
}
