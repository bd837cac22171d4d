import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/bot/ports.js';
import { failureOf, refusal } from '../../src/stores/postgres/failures.js';
import { openPostgresStore } from '../../src/stores/postgres/store.js';
import { conversation, outgoing, turn } from '../contract/turns.js';
import { startPostgres } from './postgres-server.js';

const AT = '2026-01-02T03:04:05.000Z';
const server = await startPostgres();
afterAll(() => server?.stop());

describe('an error of the database', () => {
  const error = (code: string | undefined, message = ''): Error => Object.assign(new Error(message), { code });

  test.each([
    ['40001', 'passing'],
    ['40P01', 'passing'],
    ['57P01', 'passing'],
    ['08006', 'passing'],
    ['25006', 'passing'],
    ['53300', 'passing'],
    ['ECONNREFUSED', 'passing'],
    ['ECONNRESET', 'passing'],
    ['53100', 'disk'],
    ['23505', 'taken'],
    ['42P07', 'taken'],
    ['42710', 'taken'],
    ['28P01', 'broken'],
    ['3D000', 'broken'],
    ['42P01', 'broken'],
    ['ERR_INVALID_URL', 'broken'],
  ])('%s is %s', (code, failure) => {
    expect(failureOf(error(code))).toBe(failure);
  });

  test.each([
    ['Connection terminated unexpectedly', 'passing'],
    ['Query read timeout', 'passing'],
    ['timeout exceeded when trying to connect', 'overload'],
    ['relation does not exist', 'broken'],
  ])('"%s" is %s', (message, failure) => {
    expect(failureOf(error(undefined, message))).toBe(failure);
  });

  test.each([
    ['40001', 'store-busy'],
    ['53100', 'store-disk'],
    ['42P01', 'store-failed'],
  ])('%s ends as %s, with the address and without a password', (code, ends) => {
    expect(refusal(error(code, 'why'), 'postgres://u@h/d')).toMatchObject({
      code: ends,
      message: expect.stringContaining('postgres://u@h/d'),
    });
  });
});

describe.skipIf(!server)('a PostgreSQL that fails', () => {
  if (!server) return;
  let url = '';
  let store: Store & { probe(): Promise<void> };
  const a = conversation('a');

  beforeEach(async () => {
    url = await server.database();
    store = await openPostgresStore(url, { connections: 2, patience: 300 });
    await store.create(a, AT);
  });
  afterEach(() => store.close());

  /** Makes the first turns that are written fail; a sequence counts on when its transaction is rolled back. */
  const failWrites = async (times: number, failure: string): Promise<void> => {
    await server.run(url, 'CREATE SEQUENCE writes');
    await server.run(
      url,
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF nextval('writes') <= ${times} THEN ${failure}; END IF; RETURN NEW; END $$`,
    );
    await server.run(url, 'CREATE TRIGGER fail BEFORE INSERT ON zhida_turn FOR EACH ROW EXECUTE FUNCTION fail()');
  };
  const raise = (state: string): string => `RAISE EXCEPTION 'made up' USING ERRCODE = '${state}'`;
  const append = () => store.append(turn('a', 1, 'k'), '1', 0, [outgoing('d')]);

  const expectStoredOnce = async (): Promise<void> => {
    expect(await store.load(a)).toEqual({ state: '1', version: 1 });
    expect(await store.history(a, 0, 10)).toEqual([turn('a', 1, 'k')]);
    expect(await store.undelivered(a)).toHaveLength(1);
  };

  test.each([
    ['a serialization failure', raise('40001')],
    ['a deadlock', raise('40P01')],
    ['a lost connection', 'PERFORM pg_terminate_backend(pg_backend_pid())'],
  ])('%s is tried again', async (_, failure) => {
    await failWrites(2, failure);
    expect(await append()).toEqual({ kind: 'stored' });
    await expectStoredOnce();
  });

  test('what goes on failing ends as busy, and nothing is half there', async () => {
    await failWrites(1e6, raise('40001'));
    await expect(append()).rejects.toMatchObject({ code: 'store-busy' });
    expect(await store.load(a)).toMatchObject({ version: 0 });
    expect(await store.undelivered(a)).toEqual([]);
    await server.run(url, 'DROP TRIGGER fail ON zhida_turn');
    expect(await append()).toEqual({ kind: 'stored' });
    await expectStoredOnce();
  });

  test('a full disk is told as one', async () => {
    await failWrites(1, raise('53100'));
    await expect(append()).rejects.toMatchObject({ code: 'store-disk' });
    expect(await append()).toEqual({ kind: 'stored' });
    await expectStoredOnce();
  });

  test('is not ready while its disk has no room, and ready when it has', async () => {
    await store.probe();
    await failWrites(1, raise('53100'));
    // A small row still finds a place, a large one does not.
    await server.run(url, `CREATE FUNCTION room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${raise('53100')}; END $$`);
    await server.run(
      url,
      'CREATE TRIGGER room BEFORE INSERT ON zhida_value FOR EACH ROW WHEN (length(NEW.value) > 50000) EXECUTE FUNCTION room()',
    );
    await expect(append()).rejects.toMatchObject({ code: 'store-disk' });
    for (let n = 0; n < 2; n++) await expect(store.probe()).rejects.toMatchObject({ code: 'store-disk' });
    await server.run(url, 'DROP TRIGGER room ON zhida_value');
    await store.probe();
    expect(await server.run(url, "SELECT name FROM zhida_value WHERE name = 'room'")).toEqual([]);
  });

  test('a standby takes no turn, and is not ready; its connections are made anew when it is the primary', async () => {
    const name = new URL(url).pathname.slice(1);
    const others = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`;
    await server.run(url, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await server.run(url, others);
    await expect(append()).rejects.toMatchObject({ code: 'store-busy' });
    await expect(store.probe()).rejects.toMatchObject({ code: 'store-busy' });
    expect(await store.load(a)).toMatchObject({ version: 0 });
    const elsewhere = url.replace(name, 'postgres');
    await server.run(elsewhere, `ALTER DATABASE ${name} SET default_transaction_read_only = off`);
    expect(await append()).toEqual({ kind: 'stored' });
    await expectStoredOnce();
  });
});
