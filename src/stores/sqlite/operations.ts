import { assertNever } from '../../base/assert-never.js';
import type { OutgoingRow, TurnRow, UndeliveredRow } from '../rows.js';
import { type Connection, pragma } from './connection.js';
import type { Answers, Request } from './protocol.js';

/** Runs requests on one connection; the caller has opened the transaction. */
export function createOperations(db: Connection): (request: Request) => Answers[keyof Answers] {
  const conversations = conversationsIn(db);
  const outbox = outboxIn(db);
  const values = valuesIn(db);

  return (request) => {
    switch (request.kind) {
      case 'create':
        return conversations.create(request);
      case 'load':
        return conversations.load(request);
      case 'append': {
        const outcome = conversations.append(request);
        if (outcome.kind === 'stored') outbox.add(request);
        return outcome;
      }
      case 'history':
        return conversations.history(request);
      case 'enqueue':
        return outbox.enqueue(request);
      case 'lease':
        return outbox.lease(request);
      case 'settle':
        return outbox.settle(request);
      case 'undelivered':
        return outbox.undelivered(request);
      case 'recall':
        return values.recall(request);
      case 'remember':
        return values.remember(request);
      case 'claim':
        return values.claim(request);
      case 'forget':
        return values.forget(request);
      case 'sweep':
        return values.sweep(request);
      case 'erase':
        return conversations.erase(request);
      case 'old':
        return conversations.old(request);
      case 'probe':
        db.exec(`PRAGMA user_version = ${pragma(db, 'user_version')}`);
        return undefined;
      default:
        return assertNever(request);
    }
  };
}

/** The operations of some kinds of requests, each by its kind. */
type Of<Kind extends Request['kind']> = Extract<Request, { kind: Kind }>;

function conversationsIn(db: Connection) {
  const insert = db.prepare(
    'INSERT INTO conversation (name, created, touched, version, state) VALUES (?1, ?2, ?2, 0, ?3) ON CONFLICT (name) DO NOTHING',
  );
  const select = db.prepare('SELECT id, version, state FROM conversation WHERE name = ?');
  const advance = db.prepare(
    'UPDATE conversation SET version = version + 1, state = ?, touched = ? WHERE name = ? AND version = ? RETURNING id',
  );
  const insertTurn = db.prepare('INSERT INTO turn (conversation, sequence, key, body) VALUES (?, ?, ?, ?)');
  const selectByKey = db.prepare(
    'SELECT t.sequence, t.key, t.body FROM turn t JOIN conversation c ON c.id = t.conversation WHERE c.name = ? AND t.key = ?',
  );
  const selectHistory = db.prepare(
    `SELECT t.sequence, t.key, t.body FROM turn t JOIN conversation c ON c.id = t.conversation
     WHERE c.name = ? AND t.sequence > ? ORDER BY t.sequence LIMIT ?`,
  );
  const selectErased = db.prepare('SELECT id FROM conversation WHERE name = ?1 AND (?2 IS NULL OR touched < ?2)');
  const selectOld = db.prepare('SELECT name FROM conversation WHERE created < ?1 AND touched < ?1 ORDER BY created LIMIT ?2');
  const deletions = [
    'DELETE FROM outgoing WHERE conversation = ?',
    'DELETE FROM turn WHERE conversation = ?',
    'DELETE FROM conversation WHERE id = ?',
  ].map((statement) => db.prepare(statement));

  const find = (name: string) => select.get(name) as { id: number; version: number; state: string } | undefined;
  return {
    create({ conversation, at, state }: Of<'create'>): undefined {
      insert.run(conversation, at, state);
    },
    load({ conversation }: Of<'load'>): Answers['load'] {
      const row = find(conversation);
      return row && { state: row.state, version: row.version };
    },
    append({ conversation, key, state, at, expectedVersion, body }: Of<'append'>): Answers['append'] {
      const row = selectByKey.get(conversation, key) as TurnRow | undefined;
      if (row) return { kind: 'duplicate', row };
      const advanced = advance.get(state, at, conversation, expectedVersion) as { id: number } | undefined;
      if (!advanced) return { kind: 'conflict' };
      insertTurn.run(advanced.id, expectedVersion + 1, key, body);
      return { kind: 'stored' };
    },
    history: ({ conversation, after, limit }: Of<'history'>) => selectHistory.all(conversation, after, limit) as TurnRow[],
    erase({ conversation, ifBefore }: Of<'erase'>): boolean {
      const row = selectErased.get(conversation, ifBefore) as { id: number } | undefined;
      if (row) for (const deletion of deletions) deletion.run(row.id);
      return row !== undefined;
    },
    old: ({ at, limit }: Of<'old'>) => (selectOld.all(at, limit) as { name: string }[]).map(({ name }) => name),
  };
}

function outboxIn(db: Connection) {
  const insert = db.prepare(
    `INSERT INTO outgoing (conversation, sequence, position, delivery, body, due)
     SELECT id, ?, ?, ?, ?, ? FROM conversation WHERE name = ?`,
  );
  const insertLast = db.prepare(
    `INSERT INTO outgoing (conversation, sequence, position, delivery, body, due)
     SELECT c.id, c.version, 1 + coalesce(
       (SELECT max(position) FROM outgoing o WHERE o.conversation = c.id AND o.sequence = c.version), 0), ?, ?, ?
     FROM conversation c WHERE c.name = ? ON CONFLICT (conversation, delivery) DO NOTHING`,
  );
  // Of a conversation only what has nothing before it that is still to be sent.
  const take = db.prepare(
    `UPDATE outgoing SET due = ?, attempts = attempts + 1 WHERE rowid IN (
       SELECT o.rowid FROM outgoing o
       WHERE o.dead = 0 AND o.due <= ? AND NOT EXISTS (
         SELECT 1 FROM outgoing e
         WHERE e.conversation = o.conversation AND e.dead = 0 AND (e.sequence, e.position) < (o.sequence, o.position))
       ORDER BY o.due LIMIT ?)
     RETURNING (SELECT name FROM conversation c WHERE c.id = outgoing.conversation) AS conversation, sequence, delivery, body, attempts`,
  );
  const mine = 'WHERE conversation = (SELECT id FROM conversation WHERE name = ?) AND delivery = ? AND attempts = ? AND dead = 0';
  const remove = db.prepare(`DELETE FROM outgoing ${mine}`);
  const postpone = db.prepare(`UPDATE outgoing SET due = ?, error = ?, attempts = attempts - ? ${mine}`);
  const bury = db.prepare(`UPDATE outgoing SET dead = 1, error = ? ${mine}`);
  const select = db.prepare(
    `SELECT c.name AS conversation, o.sequence, o.delivery, o.body, o.attempts, o.dead, o.error
     FROM outgoing o JOIN conversation c ON c.id = o.conversation WHERE c.name = ? ORDER BY o.sequence, o.position`,
  );

  return {
    add({ conversation, expectedVersion, at, outgoing }: Of<'append'>): void {
      for (const [position, { delivery, body }] of outgoing.entries())
        insert.run(expectedVersion + 1, position, delivery, body, at, conversation);
    },
    enqueue({ conversation, delivery, body, at }: Of<'enqueue'>): undefined {
      insertLast.run(delivery, body, at, conversation);
    },
    lease: ({ now, until, limit }: Of<'lease'>) => take.all(until, now, limit) as OutgoingRow[],
    settle({ conversation, delivery, attempts, outcome }: Of<'settle'>): undefined {
      const which = [conversation, delivery, attempts];
      if (outcome.kind === 'sent') remove.run(...which);
      else if (outcome.kind === 'dead') bury.run(outcome.error, ...which);
      else postpone.run(outcome.at, outcome.error, outcome.kind === 'postponed' ? 1 : 0, ...which);
    },
    undelivered: ({ conversation }: Of<'undelivered'>) => select.all(conversation) as UndeliveredRow[],
  };
}

function valuesIn(db: Connection) {
  const select = db.prepare('SELECT value FROM value WHERE name = ? AND (expires IS NULL OR expires > ?)');
  const upsert = db.prepare(
    `INSERT INTO value (name, value, expires) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
  );
  const take = db.prepare(
    `INSERT INTO value (name, value, expires) VALUES (?1, ?2, ?3)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, expires = excluded.expires
     WHERE value.expires <= ?4 OR value.value = excluded.value`,
  );
  const remove = db.prepare('DELETE FROM value WHERE name = ?');
  const removeOver = db.prepare('DELETE FROM value WHERE expires <= ?');
  return {
    recall: ({ name, now }: Of<'recall'>) => (select.get(name, now) as { value: string } | undefined)?.value,
    remember({ name, value, expiresAt }: Of<'remember'>): undefined {
      upsert.run(name, value, expiresAt);
    },
    claim: ({ name, value, expiresAt, now }: Of<'claim'>): boolean => take.run(name, value, expiresAt, now).changes > 0,
    forget({ names }: Of<'forget'>): undefined {
      for (const name of names) remove.run(name);
    },
    sweep({ now }: Of<'sweep'>): undefined {
      removeOver.run(now);
    },
  };
}
