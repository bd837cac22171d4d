import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AppendOutcome, ConversationId, Store, StoredConversation, TurnRecord } from '../../bot/ports.js';
import { StoreError } from '../errors.js';
import { INITIAL_STATE } from '../initial-state.js';
import type { Response, TurnRow } from './protocol.js';
import { startThread } from './thread.js';

export interface SqliteOptions {
  /** Operations that may wait, the running ones included; one more is refused with `store-full`. Default 10,000. */
  readonly queueLimit?: number;
  /** Milliseconds to wait for a file that another process still holds. Default 1,000. */
  readonly lockTimeout?: number;
}

/** A `Store` in one SQLite file, made when missing. Throws `StoreError` (`store-locked`, `store-newer`, `store-foreign`, `store-failed`). */
export async function openSqliteStore(path: string, options: SqliteOptions = {}): Promise<Store & { probe(): Promise<void> }> {
  const file = resolve(path);
  await mkdir(dirname(file), { recursive: true });
  const thread = await startThread({ path: file, lockTimeout: options.lockTimeout ?? 1000 }, options.queueLimit ?? 10_000);

  return {
    async create(id, at): Promise<void> {
      await thread.run({ kind: 'create', conversation: column(id), at, state: INITIAL_STATE });
    },

    async load(id): Promise<StoredConversation | undefined> {
      const response = await thread.run({ kind: 'load', conversation: column(id) });
      return response.kind === 'conversation' ? response.found : unexpected(response);
    },

    async turnByKey(id, key): Promise<TurnRecord | undefined> {
      const response = await thread.run({ kind: 'turn-by-key', conversation: column(id), key: column(key) });
      return turns(id, response)[0];
    },

    async append(turn, state, expectedVersion): Promise<AppendOutcome> {
      const { conversation, sequence, key, ...rest } = turn;
      // A misnumbered turn must not be stored under another number than it says; a known key is still a duplicate.
      const version = sequence === expectedVersion + 1 ? expectedVersion : NO_VERSION;
      const response = await thread.run({
        kind: 'append',
        conversation: column(conversation),
        key: column(key),
        expectedVersion: version,
        body: JSON.stringify(rest),
        state,
      });
      if (response.kind === 'done') return { kind: 'stored' };
      if (response.kind === 'duplicate') return { kind: 'duplicate', turn: turnOf(conversation, response.row) };
      return response.kind === 'conflict' ? response : unexpected(response);
    },

    async history(id, after, limit): Promise<readonly TurnRecord[]> {
      return turns(id, await thread.run({ kind: 'history', conversation: column(id), after, limit: Math.max(0, limit) }));
    },

    async probe(): Promise<void> {
      await thread.run({ kind: 'probe' });
    },

    close: () => thread.close(),
  };
}

const NO_VERSION = -1;

/**
 * Any string as a text that SQLite gives back unchanged: NUL, which ends a text there, and lone surrogates are escaped
 * as in JSON. Ordinary ids stay as they are.
 */
const column = (text: string): string => JSON.stringify(text).slice(1, -1);
const fromColumn = (text: string): string => JSON.parse(`"${text}"`) as string;

const turns = (id: ConversationId, response: Response): readonly TurnRecord[] =>
  response.kind === 'turns' ? response.rows.map((row) => turnOf(id, row)) : unexpected(response);

const turnOf = (conversation: ConversationId, row: TurnRow): TurnRecord => ({
  conversation,
  sequence: row.sequence,
  key: fromColumn(row.key),
  ...(JSON.parse(row.body) as Omit<TurnRecord, 'conversation' | 'sequence' | 'key'>),
});

function unexpected(response: Response): never {
  throw new StoreError('store-failed', `The store answered out of turn: ${response.kind}`);
}
