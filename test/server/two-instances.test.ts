import { afterAll, expect, test } from 'vitest';
import { createRateLimits } from '../../src/server/limits/rate-limits.js';
import { createSharedCounters } from '../../src/server/limits/shared-counters.js';
import { openStore } from '../../src/stores/open.js';
import { call, listen, messages, read, say, start } from '../channels/directline/client.js';
import { createFakeBot } from '../channels/fake-bot.js';
import { startPostgres } from '../stores/postgres-server.js';
import { SECRET, type Serving, serve } from './serving.js';

const KEY = 'the-key-of-the-operator';
const clock = { now: () => new Date() };
const database = await startPostgres();
afterAll(() => database?.stop());

test.skipIf(!database)(
  'two servers on one PostgreSQL: each hears what the other took, and an erasure at one leaves nothing at either',
  async () => {
    if (!database) return;
    const url = await database.database();
    const stores = [await openStore(url), await openStore(url)];
    const counters = stores.map(() => createSharedCounters(url, SECRET, (error) => expect.fail(String(error))));
    const perMinute = { address: 1000, token: 1000, conversation: 1000 };
    const [one, other] = (await Promise.all(
      stores.map((store, i) => {
        const limits = createRateLimits(perMinute, (name, most) => counters[i]?.counter(name, most) ?? expect.fail());
        return serve({ bot: createFakeBot(clock, store), operatorKey: KEY, limits });
      }),
    )) as [Serving, Serving];
    const [mine, bystander] = [await start(one), await start(one)];
    const id = mine.conversationId;
    const operate = (server: Serving, method: string) =>
      fetch(`${server.url}/v1/conversations/${id}`, { method, headers: { authorization: `Bearer ${KEY}` } });
    const traces = async (): Promise<readonly string[]> => {
      const tables = await database.run(url, "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relname LIKE 'zhida%'");
      expect(tables.length).toBeGreaterThanOrEqual(5);
      const found = await Promise.all(
        tables.map(async ({ name }) => [name, await database.run(url, `SELECT 1 FROM ${name} t WHERE t::text LIKE '%${id}%'`)] as const),
      );
      return found.flatMap(([name, rows]) => (rows.length > 0 ? [String(name)] : [])).sort();
    };

    const sockets = [await listen(mine.streamUrl), await listen(mine.streamUrl)];
    await say(other, mine, 'said at the other');
    for (const socket of sockets) await socket.until((frames) => messages(frames).length === 2);
    await say(one, bystander, 'stays');
    expect(await (await operate(one, 'GET')).json()).toEqual(await (await operate(other, 'GET')).json());
    expect(await traces()).toEqual(['zhida_conversation', 'zhida_turn']);

    expect((await operate(other, 'DELETE')).status).toBe(204);
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([1000, 1000]);
    expect(await traces()).toEqual([]);
    for (const server of [one, other]) {
      for (const method of ['GET', 'DELETE']) expect((await operate(server, method)).status).toBe(404);
      expect((await read(server, mine)).status).toBe(404);
      expect((await say(server, mine, 'still there?')).status).toBe(404);
      expect((await call(server, 'POST', '/conversations', mine.token)).status).toBe(404);
      expect((await read(server, bystander)).body.activities).toHaveLength(2);
    }
    for (const server of [one, other]) await server.close();
    for (const each of [...stores, ...counters]) await each.close();
  },
);
