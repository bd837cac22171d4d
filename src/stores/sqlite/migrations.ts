/**
 * The schema, one step a version: step n brings a file from `user_version` n to n + 1.
 * A step that was released is never edited; a change is a new step at the end.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE conversation (
     id INTEGER PRIMARY KEY,
     name TEXT NOT NULL UNIQUE,
     created TEXT NOT NULL,
     version INTEGER NOT NULL,
     state TEXT NOT NULL
   ) STRICT;
   CREATE TABLE turn (
     conversation INTEGER NOT NULL REFERENCES conversation (id),
     sequence INTEGER NOT NULL,
     key TEXT NOT NULL,
     body TEXT NOT NULL,
     PRIMARY KEY (conversation, sequence),
     UNIQUE (conversation, key)
   ) STRICT;`,
  `ALTER TABLE conversation ADD COLUMN touched TEXT NOT NULL DEFAULT '';
   UPDATE conversation SET touched = coalesce(
     (SELECT body ->> '$.at' FROM turn WHERE turn.conversation = conversation.id AND turn.sequence = conversation.version), created);
   CREATE INDEX conversation_created ON conversation (created);
   CREATE TABLE outgoing (
     conversation INTEGER NOT NULL REFERENCES conversation (id),
     sequence INTEGER NOT NULL,
     position INTEGER NOT NULL,
     delivery TEXT NOT NULL,
     body TEXT NOT NULL,
     due TEXT NOT NULL,
     attempts INTEGER NOT NULL DEFAULT 0,
     dead INTEGER NOT NULL DEFAULT 0,
     error TEXT,
     PRIMARY KEY (conversation, sequence, position),
     UNIQUE (conversation, delivery)
   ) STRICT;
   CREATE INDEX outgoing_due ON outgoing (due) WHERE dead = 0;
   CREATE TABLE value (
     name TEXT PRIMARY KEY,
     value TEXT NOT NULL,
     expires TEXT
   ) STRICT;`,
];

/** `ZHID`, in the header of the file: tells our databases from others. */
export const APPLICATION_ID = 0x5a484944;
