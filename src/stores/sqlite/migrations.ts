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
];

/** `ZHID`, in the header of the file: tells our databases from others. */
export const APPLICATION_ID = 0x5a484944;
