import type { QueryConfig } from 'pg';
import type { Settlement } from '../../bot/ports.js';

// By hand, one round trip each and prepared once a connection. All but `due`, `old` and the values name one conversation, so that a
// distributed database has one node to ask. Each may run twice: the first time may have been done when the connection was lost.

/** A statement with the name that it is prepared under; called with its values. */
const prepared =
  <Values extends readonly unknown[]>(name: string, text: string) =>
  (...values: Values): QueryConfig => ({ name: `zhida-${name}`, text, values: [...values] });

export const create = prepared<[id: string, at: string, state: string]>(
  'create',
  'INSERT INTO zhida_conversation (id, created, touched, version, state) VALUES ($1, $2, $2, 0, $3) ON CONFLICT (id) DO NOTHING',
);

export const load = prepared<[id: string]>('load', 'SELECT version, state FROM zhida_conversation WHERE id = $1');

export const sequences = prepared<[ids: readonly string[]]>(
  'sequences',
  'SELECT id, version FROM zhida_conversation WHERE id = ANY ($1::text[])',
);

type Turn = [conversation: string, expectedVersion: number, state: string, at: string, key: string, body: string];

/** A whole turn. Gives one row when it was stored. */
export const append = prepared<[...Turn, deliveries: readonly string[], bodies: readonly string[]]>(
  'append',
  `WITH advanced AS (
     UPDATE zhida_conversation SET version = version + 1, state = $3, touched = $4
     WHERE id = $1 AND version = $2 AND NOT EXISTS (SELECT 1 FROM zhida_turn WHERE conversation = $1 AND key = $5)
     RETURNING id, version
   ), kept AS (
     INSERT INTO zhida_turn (conversation, sequence, key, body) SELECT id, version, $5, $6 FROM advanced
   ), waiting AS (
     INSERT INTO zhida_outgoing (conversation, sequence, position, delivery, body, due)
     SELECT id, version, position, delivery, outgoing.body, $4
     FROM advanced, unnest($7::text[], $8::text[]) WITH ORDINALITY AS outgoing (delivery, body, position)
   )
   SELECT version FROM advanced`,
);

// The same one after the other, in a transaction: each names its conversation by itself, so that its node does all of it.
export const advance = prepared<[conversation: string, expectedVersion: number, state: string, at: string]>(
  'advance',
  'UPDATE zhida_conversation SET version = version + 1, state = $3, touched = $4 WHERE id = $1 AND version = $2',
);
export const keepTurn = prepared<[conversation: string, sequence: number, key: string, body: string]>(
  'keep-turn',
  'INSERT INTO zhida_turn (conversation, sequence, key, body) VALUES ($1, $2, $3, $4)',
);
export const keepOutgoing = prepared<
  [conversation: string, sequence: number, position: number, delivery: string, body: string, due: string]
>('keep-outgoing', 'INSERT INTO zhida_outgoing (conversation, sequence, position, delivery, body, due) VALUES ($1, $2, $3, $4, $5, $6)');

/** One row, where Citus spreads the turns over nodes; its catalogue is there only with the extension. */
export const hasCatalogue = "SELECT 1 AS found WHERE to_regclass('pg_dist_partition') IS NOT NULL";
export const isSpread = "SELECT 1 AS found FROM pg_dist_partition WHERE logicalrelid = 'zhida_turn'::regclass";

/** Why a turn was not stored: the turn under its key, and what stands in the conversation now. */
export const refused = prepared<[conversation: string, key: string]>(
  'refused',
  `SELECT c.version, c.state, t.sequence, t.key, t.body
   FROM zhida_conversation c LEFT JOIN zhida_turn t ON t.conversation = c.id AND t.key = $2 WHERE c.id = $1`,
);

export const history = prepared<[conversation: string, after: number, limit: number]>(
  'history',
  'SELECT sequence, key, body FROM zhida_turn WHERE conversation = $1 AND sequence > $2 ORDER BY sequence LIMIT $3',
);

/** Behind all that waits. Two at once may choose one position: the later one comes again. */
export const enqueue = prepared<[conversation: string, delivery: string, body: string, at: string]>(
  'enqueue',
  `INSERT INTO zhida_outgoing (conversation, sequence, position, delivery, body, due)
   SELECT c.id, c.version, 1 + coalesce(
     (SELECT max(position) FROM zhida_outgoing o WHERE o.conversation = $1 AND o.sequence = c.version), 0), $2, $3, $4
   FROM zhida_conversation c WHERE c.id = $1 ON CONFLICT (conversation, delivery) DO NOTHING`,
);

/** Of a conversation only what has nothing before it that is still to be sent. */
export const due = prepared<[now: string, limit: number]>(
  'due',
  `SELECT conversation, delivery, attempts FROM zhida_outgoing o
   WHERE NOT dead AND due <= $1 AND NOT EXISTS (
     SELECT FROM zhida_outgoing e
     WHERE e.conversation = o.conversation AND NOT e.dead AND (e.sequence, e.position) < (o.sequence, o.position))
   ORDER BY due LIMIT $2`,
);

/** Takes an entry, unless somebody has since. */
export const take = prepared<[conversation: string, delivery: string, attempts: number, until: string]>(
  'take',
  `UPDATE zhida_outgoing SET due = $4, attempts = attempts + 1
   WHERE conversation = $1 AND delivery = $2 AND attempts = $3 AND NOT dead
   RETURNING conversation, sequence, delivery, body, attempts`,
);

const MINE = 'WHERE conversation = $1 AND delivery = $2 AND attempts = $3 AND NOT dead';
type Mine = [conversation: string, delivery: string, attempts: number];
const sent = prepared<Mine>('sent', `DELETE FROM zhida_outgoing ${MINE}`);
const later = prepared<[...Mine, error: string, at: string, uncounted: number]>(
  'later',
  `UPDATE zhida_outgoing SET error = $4, due = $5, attempts = attempts - $6 ${MINE}`,
);
const dead = prepared<[...Mine, error: string]>('dead', `UPDATE zhida_outgoing SET error = $4, dead = true ${MINE}`);

export function settle(outcome: Settlement, ...mine: Mine): QueryConfig {
  if (outcome.kind === 'sent') return sent(...mine);
  if (outcome.kind === 'dead') return dead(...mine, outcome.error);
  return later(...mine, outcome.error, outcome.at, outcome.kind === 'postponed' ? 1 : 0);
}

export const undelivered = prepared<[conversation: string]>(
  'undelivered',
  `SELECT conversation, sequence, delivery, body, attempts, dead, error FROM zhida_outgoing
   WHERE conversation = $1 ORDER BY sequence, position`,
);

export const recall = prepared<[name: string, now: string]>(
  'recall',
  'SELECT value FROM zhida_value WHERE name = $1 AND (expires IS NULL OR expires > $2)',
);

export const remember = prepared<[name: string, value: string, expiresAt: string | undefined]>(
  'remember',
  `INSERT INTO zhida_value (name, value, expires) VALUES ($1, $2, $3)
   ON CONFLICT (name) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
);

export const claim = prepared<[name: string, value: string, now: string, expiresAt: string]>(
  'claim',
  `INSERT INTO zhida_value (name, value, expires) VALUES ($1, $2, $4)
   ON CONFLICT (name) DO UPDATE SET value = excluded.value, expires = excluded.expires
   WHERE zhida_value.expires <= $3 OR zhida_value.value = excluded.value
   RETURNING name`,
);

export const forgetValues = prepared<[names: readonly string[]]>('forget-values', 'DELETE FROM zhida_value WHERE name = ANY ($1::text[])');
export const sweep = prepared<[now: string]>('sweep', 'DELETE FROM zhida_value WHERE expires <= $1');

export const old = prepared<[at: string, limit: number]>(
  'old',
  'SELECT id FROM zhida_conversation WHERE created < $1 AND touched < $1 ORDER BY created LIMIT $2',
);

/** The conversation first: its row is what a turn that runs just now waits for or is refused by. */
export const forget = prepared<[conversation: string, touchedBefore: string]>(
  'forget',
  'DELETE FROM zhida_conversation WHERE id = $1 AND touched < $2',
);
export const forgetTurns = prepared<[conversation: string]>('forget-turns', 'DELETE FROM zhida_turn WHERE conversation = $1');
export const forgetOutgoing = prepared<[conversation: string]>('forget-outgoing', 'DELETE FROM zhida_outgoing WHERE conversation = $1');

/** A write, so that neither a standby nor a disk without room for the log passes. */
export const probe: QueryConfig = {
  name: 'zhida-probe',
  text: `INSERT INTO zhida_value (name, value) VALUES ('probe', '') ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
};

/** Takes a page for every 8 KB of `value` that does not compress; to be rolled back. */
export const probeRoom = prepared<[value: string]>('probe-room', "INSERT INTO zhida_value (name, value) VALUES ('room', $1)");
