import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ConversationId, Store } from '../../bot/ports.js';
import { INITIAL_STATE } from '../initial-state.js';
import { bodyOfTurn, entryOf, rowOfOutgoing, turnOf, undeliveredOf } from '../rows.js';
import { fromColumn, toColumn } from '../text-column.js';
import { createRecent } from './recent.js';
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

  // Nobody else writes the file, and answers come in the order of the requests: what is known here is what stands there.
  const recent = createRecent(MOST_RECENT);

  return {
    create: (id, at) => thread.run({ kind: 'create', conversation: toColumn(id), at, state: INITIAL_STATE }),
    async load(id) {
      const known = thread.isOpen() ? recent.get(id) : undefined;
      if (known) return known;
      const found = await thread.run({ kind: 'load', conversation: toColumn(id) });
      recent.set(id, found);
      return found;
    },

    async append(turn, state, expectedVersion, outgoing = []) {
      const { conversation } = turn;
      const outcome = await thread
        .run({
          kind: 'append',
          conversation: toColumn(conversation),
          key: toColumn(turn.key),
          // A misnumbered turn must not be stored under another number than it says; a known key is still a duplicate.
          expectedVersion: turn.sequence === expectedVersion + 1 ? expectedVersion : NO_VERSION,
          at: turn.at,
          body: bodyOfTurn(turn),
          state,
          outgoing: outgoing.map(rowOfOutgoing),
        })
        // Noted as the answers come, so that an erasure right behind has the last word.
        .then(
          (answer) => {
            if (answer.kind === 'stored') recent.set(conversation, { state, version: turn.sequence });
            if (answer.kind === 'conflict') recent.set(conversation, undefined);
            return answer;
          },
          (error: unknown) => {
            // A failure says nothing of what stands there now.
            recent.set(conversation, undefined);
            throw error;
          },
        );
      return outcome.kind === 'duplicate' ? { kind: 'duplicate', turn: turnOf(conversation, outcome.row) } : outcome;
    },

    async history(id, after, limit) {
      const rows = await thread.run({ kind: 'history', conversation: toColumn(id), after, limit: Math.max(0, limit) });
      return rows.map((row) => turnOf(id, row));
    },

    async lease(now, until, limit) {
      return (await thread.run({ kind: 'lease', now, until, limit: Math.max(0, limit) })).map(entryOf);
    },

    enqueue: (id, outgoing, at) => thread.run({ kind: 'enqueue', conversation: toColumn(id), at, ...rowOfOutgoing(outgoing) }),

    settle: ({ conversation, delivery, attempts }, outcome) =>
      thread.run({
        kind: 'settle',
        conversation: toColumn(conversation),
        delivery: toColumn(delivery),
        attempts,
        outcome: outcome.kind === 'sent' ? outcome : { ...outcome, error: toColumn(outcome.error) },
      }),

    undelivered: async (id) => (await thread.run({ kind: 'undelivered', conversation: toColumn(id) })).map(undeliveredOf),

    async recall(name, now) {
      const value = await thread.run({ kind: 'recall', name: toColumn(name), now });
      return value === undefined ? undefined : fromColumn(value);
    },
    remember: (name, value, expiresAt) =>
      thread.run({ kind: 'remember', name: toColumn(name), value: toColumn(value), expiresAt: expiresAt ?? null }),
    claim: (name, value, now, expiresAt) => thread.run({ kind: 'claim', name: toColumn(name), value: toColumn(value), now, expiresAt }),
    forget: (names) => thread.run({ kind: 'forget', names: names.map(toColumn) }),
    sweep: (now) => thread.run({ kind: 'sweep', now }),

    async erase(id, ifBefore) {
      try {
        return await thread.run({ kind: 'erase', conversation: toColumn(id), ifBefore: ifBefore ?? null });
      } finally {
        recent.set(id, undefined);
      }
    },
    old: async (at, limit) =>
      (await thread.run({ kind: 'old', at, limit: Math.max(0, limit) })).map((name) => fromColumn(name) as ConversationId),

    async probe() {
      await thread.run({ kind: 'probe' });
    },
    close: () => thread.close(),
  };
}

const NO_VERSION = -1;
const MOST_RECENT = 2000;
