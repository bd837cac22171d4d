import type { AppendOutcome, ConversationId, OutboxEntry, Store } from '../../bot/ports.js';
import { StoreError } from '../errors.js';
import { INITIAL_STATE } from '../initial-state.js';
import { bodyOfTurn, entryOf, type OutgoingRow, rowOfOutgoing, type TurnRow, turnOf, type UndeliveredRow, undeliveredOf } from '../rows.js';
import { fromColumn, toColumn } from '../text-column.js';
import { appender } from './append.js';
import { openDatabase, type PostgresOptions } from './database.js';
import * as statements from './statements.js';

interface ConversationRow {
  readonly version: number;
  readonly state: string;
}

/** A `Store` in a PostgreSQL database that several instances share. Throws `StoreError`; no message holds the URL's password. */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store & { probe(): Promise<void> }> {
  const db = await openDatabase(url, options);

  async function rowsOf<Row extends object>(statement: ReturnType<typeof statements.load>): Promise<readonly Row[]> {
    const rows = await db.query<Row>(statement);
    if (rows === 'taken') throw new StoreError('store-failed', `${statement.name} met a key that is taken.`);
    return rows;
  }

  const append = await appender(db);

  const erase = async (id: string, touchedBefore: string): Promise<boolean> => {
    // A second try finds nothing where the first one's commit went through and only its answer was lost.
    let wasThere = false;
    const erased = await db.transaction(async (client) => {
      const { rowCount } = await client.query(statements.forget(id, touchedBefore));
      if (rowCount === 0) return wasThere;
      wasThere = true;
      await client.query(statements.forgetTurns(id));
      await client.query(statements.forgetOutgoing(id));
      return true;
    });
    return erased === true;
  };

  return {
    async create(id, at) {
      await rowsOf(statements.create(toColumn(id), at, INITIAL_STATE));
    },

    async load(id) {
      const [row] = await rowsOf<ConversationRow>(statements.load(toColumn(id)));
      return row;
    },

    async append(turn, state, expectedVersion, outgoing = []): Promise<AppendOutcome> {
      const [id, key] = [toColumn(turn.conversation), toColumn(turn.key)];
      // A misnumbered turn must not be stored under another number than it says; a known key is still a duplicate.
      if (turn.sequence === expectedVersion + 1) {
        const stored = await append([id, expectedVersion, state, turn.at, key, bodyOfTurn(turn)], outgoing.map(rowOfOutgoing));
        if (stored) return { kind: 'stored' };
      }
      const [found] = await rowsOf<ConversationRow & (TurnRow | { readonly key: null })>(statements.refused(id, key));
      if (!found) return { kind: 'conflict' };
      if (found.key !== null) return { kind: 'duplicate', turn: turnOf(turn.conversation, found) };
      return { kind: 'conflict', now: { state: found.state, version: found.version } };
    },

    async history(id, after, limit) {
      const rows = await rowsOf<TurnRow>(statements.history(toColumn(id), after, Math.max(0, limit)));
      return rows.map((row) => turnOf(id, row));
    },

    async sequences(ids) {
      const rows = await rowsOf<{ id: string; version: number }>(statements.sequences(ids.map(toColumn)));
      return new Map(rows.map(({ id, version }) => [fromColumn(id) as ConversationId, version]));
    },

    async lease(now, until, limit) {
      const seen = await rowsOf<OutgoingRow>(statements.due(now, Math.max(0, limit)));
      const taken = await Promise.all(
        seen.map(async ({ conversation, delivery, attempts }): Promise<OutboxEntry | undefined> => {
          const [row] = await rowsOf<OutgoingRow>(statements.take(conversation, delivery, attempts, until));
          return row && entryOf(row);
        }),
      );
      return taken.flatMap((entry) => entry ?? []);
    },

    async enqueue(id, outgoing, at) {
      const { delivery, body } = rowOfOutgoing(outgoing);
      const statement = statements.enqueue(toColumn(id), delivery, body, at);
      while ((await db.query(statement)) === 'taken');
    },

    async settle({ conversation, delivery, attempts }, outcome) {
      const told = outcome.kind === 'sent' ? outcome : { ...outcome, error: toColumn(outcome.error) };
      await rowsOf(statements.settle(told, toColumn(conversation), toColumn(delivery), attempts));
    },

    undelivered: async (id) => (await rowsOf<UndeliveredRow>(statements.undelivered(toColumn(id)))).map(undeliveredOf),

    async recall(name, now) {
      const [row] = await rowsOf<{ value: string }>(statements.recall(toColumn(name), now));
      return row && fromColumn(row.value);
    },
    async remember(name, value, expiresAt) {
      await rowsOf(statements.remember(toColumn(name), toColumn(value), expiresAt));
    },
    async claim(name, value, now, expiresAt) {
      return (await rowsOf(statements.claim(toColumn(name), toColumn(value), now, expiresAt))).length > 0;
    },
    async forget(names) {
      await rowsOf(statements.forgetValues(names.map(toColumn)));
    },
    async sweep(now) {
      await rowsOf(statements.sweep(now));
    },

    erase: (id, ifBefore = 'infinity') => erase(toColumn(id), ifBefore),
    old: async (at, limit) =>
      (await rowsOf<{ id: string }>(statements.old(at, Math.max(0, limit)))).map(({ id }) => fromColumn(id) as ConversationId),

    probe: () => db.probe(),
    close: () => db.close(),
  };
}
