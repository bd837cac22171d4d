import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/stores/open.js';
import * as statements from '../../src/stores/postgres/statements.js';
import { openPostgresStore } from '../../src/stores/postgres/store.js';
import { describeStore } from '../contract/store.js';
import { conversation, outgoing, turn } from '../contract/turns.js';
import { startPostgres } from './postgres-server.js';
import { SHARD_BY_CONVERSATION } from './sharded.js';

const AT = '2026-01-02T03:04:05.000Z';
const server = await startPostgres();
afterAll(() => server?.stop());

describe.skipIf(!server)('on a real PostgreSQL', () => {
  if (!server) return;
  let url = '';
  beforeAll(async () => {
    url = await server.database();
    await (await openPostgresStore(url)).close();
  });

  describeStore('postgres', async () => {
    await server.run(url, 'TRUNCATE zhida_conversation, zhida_turn, zhida_outgoing, zhida_value');
    return openPostgresStore(url, { connections: 16 });
  });

  // Where a key or a statement would not name its conversation, PostgreSQL's own partitions refuse the tables, and rows would not be found.
  describe('sharded by conversation', () => {
    let sharded = '';
    beforeAll(async () => {
      sharded = await server.database();
      await (await openPostgresStore(sharded)).close();
      for (const statement of SHARD_BY_CONVERSATION) await server.run(sharded, statement);
    });

    describeStore('postgres, sharded', async () => {
      await server.run(sharded, 'TRUNCATE zhida_conversation, zhida_turn, zhida_outgoing, zhida_value');
      return openPostgresStore(sharded, { connections: 16 });
    });

    test.each(ofOneConversation())('%s asks one shard', async (_, { text, values = [] }) => {
      const literal = (value: unknown): string =>
        Array.isArray(value) ? `'{${value.join()}}'` : value === undefined ? 'NULL' : `'${String(value)}'`;
      const filled = text.replaceAll(/\$(\d+)/g, (_place, n) => literal(values[Number(n) - 1]));
      const [plan] = await server.run(sharded, `EXPLAIN (FORMAT JSON) ${filled}`);
      const scanned = [...JSON.stringify(plan).matchAll(/"Relation Name":"(zhida_\w+?)_shard(\d)"/g)];
      expect(new Set(scanned.map(([, , shard]) => shard)).size).toBeLessThanOrEqual(1);
    });
  });

  describe('postgres database', () => {
    test('is prepared once by eight instances that start at the same time', async () => {
      const fresh = await server.database();
      const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore(fresh, { connections: 2 })));
      await stores[0]?.create(conversation('a'), AT);
      for (const store of stores) expect((await store.load(conversation('a')))?.version).toBe(0);
      await Promise.all(stores.map((store) => store.close()));
      expect(await server.run(fresh, 'SELECT version FROM zhida_schema')).toEqual([{ version: 1 }]);
    });

    test('of a newer program is refused and left alone', async () => {
      const fresh = await server.database();
      await (await openPostgresStore(fresh)).close();
      await server.run(fresh, 'UPDATE zhida_schema SET version = 99');
      await expect(openPostgresStore(fresh)).rejects.toMatchObject({ code: 'store-newer', message: expect.stringContaining('schema 99') });
      expect(await server.run(fresh, 'SELECT version FROM zhida_schema')).toEqual([{ version: 99 }]);
    });

    test('opened again has everything, also what waits to be sent', async () => {
      const fresh = await server.database();
      const first = await openStore(fresh);
      await first.create(conversation('a'), AT);
      await first.append(turn('a', 1, 'k'), '1', 0, [outgoing('d')]);
      await first.close();
      const second = await openStore(fresh);
      await second.probe();
      expect(await second.history(conversation('a'), 0, 10)).toEqual([turn('a', 1, 'k')]);
      expect(await second.undelivered(conversation('a'))).toMatchObject([{ delivery: 'd' }]);
      await second.close();
    });

    test('every key of what belongs to a conversation begins with it', async () => {
      const keys = await server.run(
        url,
        `SELECT i.indrelid::regclass::text AS table, a.attname::text AS first
         FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
         WHERE i.indisunique AND i.indrelid::regclass::text LIKE 'zhida_%' ORDER BY 1`,
      );
      expect(keys).toEqual([
        { table: 'zhida_conversation', first: 'id' },
        { table: 'zhida_outgoing', first: 'conversation' },
        { table: 'zhida_outgoing', first: 'conversation' },
        { table: 'zhida_schema', first: 'single' },
        { table: 'zhida_turn', first: 'conversation' },
        { table: 'zhida_turn', first: 'conversation' },
        { table: 'zhida_value', first: 'name' },
      ]);
    });

    test('a full queue refuses, and what it took is stored', async () => {
      const store = await openPostgresStore(url, { connections: 1, queueLimit: 4 });
      const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => store.create(conversation(`q${n}`), AT)));
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
      expect(refused).toEqual(Array.from({ length: 15 }, () => 'store-full'));
      for (const [n, { status }] of results.entries())
        expect((await store.load(conversation(`q${n}`))) !== undefined).toBe(status === 'fulfilled');
      await store.close();
    });

    test('an erasure and a turn of another instance leave nothing or all, never a part', async () => {
      const [one, other] = [await openPostgresStore(url), await openPostgresStore(url)];
      for (let round = 0; round < 20; round++) {
        const id = `race ${round}`;
        await one.create(conversation(id), AT);
        const [outcome] = await Promise.all([one.append(turn(id, 1, 'k'), '1', 0, [outgoing('d')]), other.erase(conversation(id))]);
        expect(['stored', 'conflict']).toContain(outcome.kind);
        expect(await one.load(conversation(id))).toBeUndefined();
        expect(await one.history(conversation(id), 0, 10)).toEqual([]);
        expect(await one.undelivered(conversation(id))).toEqual([]);
      }
      await Promise.all([one.close(), other.close()]);
    });

    test('the sequences of many conversations are told at once', async () => {
      const store = await openPostgresStore(url);
      const [a, b] = [conversation('sequences\u0000a'), conversation('sequences b')];
      await store.create(a, AT);
      await store.create(b, AT);
      await store.append(turn(b, 1, 'k'), '1', 0);
      expect(await store.sequences?.([a, b, conversation('nobody')])).toEqual(
        new Map([
          [a, 0],
          [b, 1],
        ]),
      );
      await store.close();
    });

    test('no message tells the password', async () => {
      const wrong = new URL(url);
      wrong.password = 'a-very-secret-word';
      const messages: string[] = [];
      for (const bad of [wrong.href, `${wrong.href}nowhere`, wrong.href.replace(wrong.port, '1')]) {
        await openPostgresStore(bad, { patience: 100, startPatience: 100 }).catch((error: Error) =>
          messages.push(`${error.stack} ${error.message}`),
        );
      }
      expect(messages).toHaveLength(3);
      expect(messages.join()).not.toContain('a-very-secret-word');
    });
  });
});

/** The statements that a turn, its reading and its erasing are made of, each of the conversation `c`. */
function ofOneConversation(): readonly (readonly [string, { readonly text: string; readonly values?: unknown[] }])[] {
  const made = [
    statements.create('c', AT, '1'),
    statements.load('c'),
    statements.append('c', 0, '1', AT, 'k', 'body', ['d'], ['body']),
    statements.advance('c', 0, '1', AT),
    statements.keepTurn('c', 1, 'k', 'body'),
    statements.keepOutgoing('c', 1, 1, 'd', 'body', AT),
    statements.refused('c', 'k'),
    statements.history('c', 0, 10),
    statements.enqueue('c', 'd', 'body', AT),
    statements.take('c', 'd', 0, AT),
    statements.settle({ kind: 'sent' }, 'c', 'd', 1),
    statements.settle({ kind: 'retry', at: AT, error: 'why' }, 'c', 'd', 1),
    statements.settle({ kind: 'dead', error: 'why' }, 'c', 'd', 1),
    statements.undelivered('c'),
    statements.forget('c', AT),
    statements.forgetTurns('c'),
    statements.forgetOutgoing('c'),
    statements.recall('n', AT),
    statements.remember('n', 'v', AT),
    statements.claim('n', 'v', AT, AT),
  ];
  return made.map(({ name = '', text, values }) => [name, { text, ...(values && { values }) }]);
}

test('what distributed databases and poolers do without is not used', () => {
  const folder = new URL('../../src/stores/postgres/', import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  // Comments apart, which say so.
  const code = sources.join('\n').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(code).toContain('zhida_conversation');
  expect(code).not.toMatch(/advisory|\b(?:LISTEN|NOTIFY|REFERENCES|nextval|serial|LOCK TABLE|SKIP LOCKED|TRIGGER)\b/i);
});
