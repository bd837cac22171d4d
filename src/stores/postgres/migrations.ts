import type { ClientBase } from 'pg';
import { StoreError } from '../errors.js';

/**
 * The schema, one step a version: step n brings a database from version n to n + 1. A step that was released is never edited; a change is
 * a new step at the end, and one that the version before can live with, since instances are replaced one after the other.
 *
 * Every key begins with the conversation, so that tables can be distributed by it. Ids are compared byte by byte: an order by language may
 * change with the system's libraries, under the indexes. A turn writes no index of its conversation, so the row is updated in its page.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE zhida_conversation (
     id text COLLATE "C" PRIMARY KEY,
     created timestamptz NOT NULL,
     touched timestamptz NOT NULL,
     version integer NOT NULL,
     state text NOT NULL
   ) WITH (fillfactor = 70);
   CREATE INDEX zhida_conversation_created ON zhida_conversation (created);
   CREATE TABLE zhida_turn (
     conversation text COLLATE "C" NOT NULL,
     sequence integer NOT NULL,
     key text COLLATE "C" NOT NULL,
     body text NOT NULL,
     PRIMARY KEY (conversation, sequence),
     UNIQUE (conversation, key)
   );
   CREATE TABLE zhida_outgoing (
     conversation text COLLATE "C" NOT NULL,
     sequence integer NOT NULL,
     position integer NOT NULL,
     delivery text COLLATE "C" NOT NULL,
     body text NOT NULL,
     due timestamptz NOT NULL,
     attempts integer NOT NULL DEFAULT 0,
     dead boolean NOT NULL DEFAULT false,
     error text,
     PRIMARY KEY (conversation, sequence, position),
     UNIQUE (conversation, delivery)
   );
   CREATE INDEX zhida_outgoing_due ON zhida_outgoing (due) WHERE NOT dead;
   CREATE TABLE zhida_value (
     name text COLLATE "C" PRIMARY KEY,
     value text NOT NULL,
     expires timestamptz
   );`,
];

/** Brings the schema up to date, once, however many instances start at the same time. Throws `store-newer`. */
export async function migrate(client: ClientBase, shown: string): Promise<void> {
  if ((await versionOf(client, shown)) === MIGRATIONS.length) return;
  await client.query('BEGIN');
  await client.query('CREATE TABLE IF NOT EXISTS zhida_schema (single boolean PRIMARY KEY CHECK (single), version integer NOT NULL)');
  await client.query('INSERT INTO zhida_schema VALUES (true, 0) ON CONFLICT DO NOTHING');
  // Others wait for this row, and find the work done.
  await client.query('SELECT FROM zhida_schema FOR UPDATE');
  for (const step of MIGRATIONS.slice(await versionOf(client, shown))) await client.query(step);
  await client.query('UPDATE zhida_schema SET version = $1', [MIGRATIONS.length]);
  await client.query('COMMIT');
}

async function versionOf(client: ClientBase, shown: string): Promise<number> {
  const exists = await client.query("SELECT to_regclass('zhida_schema') IS NOT NULL AS exists");
  if (!exists.rows[0]?.exists) return 0;
  const { rows } = await client.query('SELECT version FROM zhida_schema');
  const version: number = rows[0]?.version ?? 0;
  if (version <= MIGRATIONS.length) return version;
  throw new StoreError(
    'store-newer',
    `${shown} was written by a newer Zhida (schema ${version}; this program knows up to ${MIGRATIONS.length}). Start that version, or name another database.`,
  );
}
