import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSharedCounters } from '../../../src/server/limits/shared-counters.js';
import { type PostgresServer, startPostgres } from '../../stores/postgres-server.js';
import { SECRET } from '../serving.js';

let server: PostgresServer | undefined;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

test('instances on one database count together, under names that say nothing', async ({ skip }) => {
  if (!server) return skip('no PostgreSQL');
  const url = await server.database();
  const errors: unknown[] = [];
  const instances = [
    createSharedCounters(url, SECRET, (error) => errors.push(error)),
    createSharedCounters(url, SECRET, (error) => errors.push(error)),
  ];
  const counters = instances.map((each) => each.counter('conversation', 5));
  const rows = () => server?.run(url, 'SELECT key FROM zhida_limit') ?? [];
  const take = (i: number) => counters[i % 2]?.take('some conversation');
  const waits: (number | undefined)[] = [];
  for (let i = 0; i < 7; i++) waits.push(await take(i));
  expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  for (const wait of waits.slice(5)) expect(wait).toBeGreaterThan(0);
  expect(await counters[1]?.take('another')).toBe(0);
  expect(await rows()).toHaveLength(2);
  // Not even a digest that whoever guesses the name could compute.
  const digests = ['base64url', 'hex'].map((form) =>
    createHash('sha256')
      .update('some conversation')
      .digest(form as 'hex'),
  );
  for (const trace of ['some conversation', ...digests]) expect(JSON.stringify(await rows())).not.toContain(trace);
  expect(errors).toEqual([]);
  for (const each of instances) await each.close();
});

test('without its database an instance counts for itself', async () => {
  const errors: unknown[] = [];
  const shared = createSharedCounters('postgres://nobody@127.0.0.1:1/none', SECRET, (error) => errors.push(error));
  const counter = shared.counter('token', 2);
  expect([await counter.take('t'), await counter.take('t')]).toEqual([0, 0]);
  expect(await counter.take('t')).toBeGreaterThan(0);
  await expect.poll(() => errors.length).toBe(1);
  await shared.close();
});

test('a table that could not be made at first is made later, and counted in from then on', async ({ skip }) => {
  if (!server) return skip('no PostgreSQL');
  const url = await server.database();
  const name = new URL(url).pathname.slice(1);
  const errors: unknown[] = [];
  await server.run(url, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  const instances = [0, 1].map(() => createSharedCounters(url, SECRET, (error) => errors.push(error), 20));
  const counters = instances.map((each) => each.counter('token', 3));
  // Each for itself.
  for (const counter of counters) for (let i = 0; i < 3; i++) expect(await counter.take('t')).toBe(0);
  expect(errors).toHaveLength(2);

  await server.run(new URL('/postgres', url).href, `ALTER DATABASE ${name} SET default_transaction_read_only = off`);
  const others = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`;
  await server.run(url, others);
  const shared = () => server?.run(url, "SELECT points FROM zhida_limit WHERE key LIKE 'token:%'").catch(() => []) ?? [];
  await expect
    .poll(async () => {
      for (const counter of counters) await counter.take('later');
      return (await shared())[0]?.['points'];
    })
    .toBeGreaterThan(2);
  expect(errors).toHaveLength(2);
  for (const each of instances) await each.close();
});
