import type { Store } from '../bot/ports.js';
import { StoreError } from './errors.js';
import { createMemoryStore } from './memory.js';
import { openSqliteStore, type SqliteOptions } from './sqlite/store.js';

/** A store that can say whether it takes writes now: `probe` resolves, or rejects with a `StoreError`. */
export type OpenedStore = Store & { probe(): Promise<void> };

/** Opens `sqlite:PATH` (relative to the working directory) or `memory:`. Throws `StoreError`, `store-url` for any other URL. */
export async function openStore(url: string, options: SqliteOptions = {}): Promise<OpenedStore> {
  const [scheme = '', rest = ''] = split(url);
  if (scheme === 'memory' && rest === '') return { ...createMemoryStore(), probe: async () => {} };
  if (scheme === 'sqlite' && rest !== '') return openSqliteStore(rest, options);
  throw new StoreError('store-url', `"${url}" names no store. Write sqlite:PATH, for example sqlite:data/zhida.db, or memory:.`);
}

function split(url: string): readonly string[] {
  const colon = url.indexOf(':');
  return colon < 0 ? [] : [url.slice(0, colon), url.slice(colon + 1)];
}
