import { assertNever } from '../../base/assert-never.js';
import { type Connection, pragma } from './connection.js';
import type { Request, Response, TurnRow } from './protocol.js';

/** Runs requests on one connection; the caller has opened the transaction. */
export function createOperations(db: Connection): (request: Request) => Response {
  const insertConversation = db.prepare(
    'INSERT INTO conversation (name, created, version, state) VALUES (?, ?, 0, ?) ON CONFLICT (name) DO NOTHING',
  );
  const selectConversation = db.prepare('SELECT id, version, state FROM conversation WHERE name = ?');
  const updateConversation = db.prepare(
    'UPDATE conversation SET version = version + 1, state = ? WHERE name = ? AND version = ? RETURNING id',
  );
  const insertTurn = db.prepare('INSERT INTO turn (conversation, sequence, key, body) VALUES (?, ?, ?, ?)');
  const selectByKey = db.prepare(
    `SELECT t.sequence, t.key, t.body FROM turn t JOIN conversation c ON c.id = t.conversation WHERE c.name = ? AND t.key = ?`,
  );
  const selectHistory = db.prepare(
    `SELECT t.sequence, t.key, t.body FROM turn t JOIN conversation c ON c.id = t.conversation
     WHERE c.name = ? AND t.sequence > ? ORDER BY t.sequence LIMIT ?`,
  );

  const byKey = (conversation: string, key: string): TurnRow | undefined => selectByKey.get(conversation, key) as TurnRow | undefined;

  return (request) => {
    switch (request.kind) {
      case 'create':
        insertConversation.run(request.conversation, request.at, request.state);
        return { kind: 'done' };
      case 'load': {
        const row = selectConversation.get(request.conversation) as { version: number; state: string } | undefined;
        return { kind: 'conversation', found: row && { state: row.state, version: row.version } };
      }
      case 'turn-by-key': {
        const row = byKey(request.conversation, request.key);
        return { kind: 'turns', rows: row ? [row] : [] };
      }
      case 'append': {
        const earlier = byKey(request.conversation, request.key);
        if (earlier) return { kind: 'duplicate', row: earlier };
        const updated = updateConversation.get(request.state, request.conversation, request.expectedVersion) as { id: number } | undefined;
        if (!updated) return { kind: 'conflict' };
        insertTurn.run(updated.id, request.expectedVersion + 1, request.key, request.body);
        return { kind: 'done' };
      }
      case 'history':
        return { kind: 'turns', rows: selectHistory.all(request.conversation, request.after, request.limit) as TurnRow[] };
      case 'probe':
        db.exec(`PRAGMA user_version = ${pragma(db, 'user_version')}`);
        return { kind: 'done' };
      default:
        return assertNever(request);
    }
  };
}
