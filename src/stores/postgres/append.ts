import type { rowOfOutgoing } from '../rows.js';
import type { Database } from './database.js';
import * as statements from './statements.js';

type Turn = readonly [conversation: string, expectedVersion: number, state: string, at: string, key: string, body: string];
type Row = ReturnType<typeof rowOfOutgoing>;

/** Stores a turn with what it has to send; `false`, and nothing of it, where another one was first. */
type Append = (turn: Turn, outgoing: readonly Row[]) => Promise<boolean>;

/**
 * One statement, one round trip. Where Citus spreads the tables over nodes, statement by statement: it sends each to the conversation's node,
 * while of a statement that writes several tables it would carry every part's rows through the coordinator.
 */
export async function appender(db: Database): Promise<Append> {
  const isThere = async (text: string): Promise<boolean> => (await db.query({ text })).length > 0;
  return (await isThere(statements.hasCatalogue)) && (await isThere(statements.isSpread)) ? inSteps(db) : atOnce(db);
}

const atOnce =
  (db: Database): Append =>
  async (turn, outgoing) => {
    const [deliveries, bodies] = [outgoing.map(({ delivery }) => delivery), outgoing.map(({ body }) => body)];
    const stored = await db.query(statements.append(...turn, deliveries, bodies));
    return stored !== 'taken' && stored.length > 0;
  };

const inSteps =
  (db: Database): Append =>
  async ([conversation, expectedVersion, state, at, key, body], outgoing) => {
    const sequence = expectedVersion + 1;
    const stored = await db.transaction(async (client) => {
      // It holds the conversation's row from here on: nobody else can be first any more.
      const { rowCount } = await client.query(statements.advance(conversation, expectedVersion, state, at));
      if (rowCount === 0) return false;
      await client.query(statements.keepTurn(conversation, sequence, key, body));
      for (const [index, row] of outgoing.entries())
        await client.query(statements.keepOutgoing(conversation, sequence, index + 1, row.delivery, row.body, at));
      return true;
    });
    return stored === true;
  };
