import type { Store } from '../bot/ports.js';
import { StoreError } from './errors.js';
import { createMemoryStore } from './memory.js';
import { NO_STORE, shownStore } from './settings.js';
import { openSqliteStore, type SqliteOptions } from './sqlite/store.js';

/** A store that can say whether it takes writes now: `probe` resolves, or rejects with a `StoreError`. */
export type OpenedStore = Store & { probe(): Promise<void> };

const POSTGRES = /^postgres(?:ql)?:\/\/./;

/** Opens `postgres://…`, `sqlite:PATH` (relative to the working directory) or `memory:`. Throws `StoreError`, `store-url` for any other URL. */
export async function openStore(url: string, options: SqliteOptions = {}): Promise<OpenedStore> {
  const [scheme = '', rest = ''] = split(url);
  if (scheme === 'memory' && rest === '') return { ...createMemoryStore(), probe: async () => {} };
  if (scheme === 'sqlite' && rest !== '') return openSqliteStore(rest, options);
  if (POSTGRES.test(url)) return (await import('./postgres/store.js')).openPostgresStore(url);
  throw new StoreError('store-url', `"${shownStore(url)}" ${NO_STORE}.`);
}

function split(url: string): readonly string[] {
  const colon = url.indexOf(':');
  return colon < 0 ? [] : [url.slice(0, colon), url.slice(colon + 1)];
}
