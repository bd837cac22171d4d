const SHARDS = [0, 1, 2, 3];

/**
 * Turns the tables of a new database into four shards each, by hash of what README.md distributes them by: by PostgreSQL's own partitions, whose
 * rules for keys are those of Citus, with a stand-in for the catalogue in which Citus notes it.
 */
export const SHARD_BY_CONVERSATION: readonly string[] = [
  ...[
    ['zhida_conversation', 'id'],
    ['zhida_turn', 'conversation'],
    ['zhida_outgoing', 'conversation'],
    ['zhida_value', 'name'],
  ].flatMap(([table, column]) => [
    `ALTER TABLE ${table} RENAME TO ${table}_whole`,
    `CREATE TABLE ${table} (LIKE ${table}_whole INCLUDING ALL) PARTITION BY HASH (${column})`,
    `DROP TABLE ${table}_whole`,
    ...SHARDS.map(
      (n) => `CREATE TABLE ${table}_shard${n} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${SHARDS.length}, REMAINDER ${n})`,
    ),
  ]),
  'CREATE TABLE pg_dist_partition (logicalrelid regclass)',
  "INSERT INTO pg_dist_partition VALUES ('zhida_turn')",
];
