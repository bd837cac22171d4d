import type { Store } from '../bot/ports.js';
import { StoreError } from './errors.js';
import { joined } from './joined.js';
import { createMemoryStore } from './memory.js';
import { NO_STORE, shownStore } from './settings.js';
import { openSqliteStore, type SqliteOptions } from './sqlite/store.js';

/** A store that can say whether it takes writes now: `probe` resolves, or rejects with a `StoreError`. */
export type OpenedStore = Store & { probe(): Promise<void> };

/** Opens `postgres://…`, `sqlite:PATH` (relative to the working directory) or `memory:`. Throws `StoreError`, `store-url` for any other URL. */
export async function openStore(url: string, options: SqliteOptions = {}): Promise<OpenedStore> {
  const store = await open(url, options);
  // Anybody may ask whether the server is ready, as often as he likes.
  return { ...store, probe: joined(store.probe) };
}

async function open(url: string, options: SqliteOptions): Promise<OpenedStore> {
  if (url === 'memory:') return { ...createMemoryStore(), probe: async () => {} };
  const path = sqlitePath(url);
  if (path !== undefined) return openSqliteStore(path, options);
  // Loaded where it is used: a server on a file needs no driver.
  if (/^postgres(?:ql)?:\/\/./.test(url) && URL.canParse(url)) return (await import('./postgres/store.js')).openPostgresStore(url);
  throw new StoreError('store-url', `"${shownStore(url)}" ${NO_STORE}.`);
}

/** The path in `sqlite:PATH`; `undefined` in any other URL. */
export const sqlitePath = (url: string): string | undefined => /^sqlite:(.+)$/s.exec(url)?.[1];
