import { describe, expect, test } from 'vitest';
import type { OutboxEntry, Store } from '../../src/bot/ports.js';
import type { Fresh } from './store.js';
import { conversation, outgoing, turn } from './turns.js';

/** Seconds after the turns, which are all said at 0. */
const at = (seconds: number): string => new Date(Date.parse(turn('a', 1, 'k').at) + seconds * 1000).toISOString();

const append = (store: Store, id: string, sequence: number, ...deliveries: readonly string[]) =>
  store.append(turn(id, sequence, `k${sequence}`), `${sequence}`, sequence - 1, deliveries.map(outgoing));

const taken = (entries: readonly OutboxEntry[]): readonly string[] => entries.map(({ delivery }) => delivery).sort();

/** What every `Store` promises of what is to be sent. */
export function describeOutbox(fresh: Fresh): void {
  describe('outbox', () => {
    test('what a turn has to send comes back as it was', async () => {
      const store = await fresh('a');
      await append(store, 'a', 1, 'd1', 'd2');
      expect(await store.lease(at(0), at(60), 10)).toEqual([{ ...outgoing('d1'), conversation: 'a', sequence: 1, attempts: 1 }]);
      expect(await store.undelivered(conversation('a'))).toEqual([
        { ...outgoing('d1'), conversation: 'a', sequence: 1, attempts: 1, state: 'waiting' },
        { ...outgoing('d2'), conversation: 'a', sequence: 1, attempts: 0, state: 'waiting' },
      ]);
    });

    test.each(['微信:用户', 'a\u0000b', '\ud800', `'; DROP TABLE outgoing; --`])('strings come back unchanged: %j', async (text) => {
      const store = await fresh(text);
      const message = { ...outgoing('d'), target: { text }, part: [text] };
      await store.append(turn(text, 1, 'k'), '1', 0, [message]);
      const [entry] = await store.lease(at(0), at(1), 1);
      expect(entry).toEqual({ ...message, conversation: text, sequence: 1, attempts: 1 });
      if (entry) await store.settle(entry, { kind: 'retry', at: at(2), error: text });
      expect(await store.undelivered(conversation(text))).toMatchObject([{ error: text }]);
    });

    test('a turn that is not stored sends nothing', async () => {
      const store = await fresh('a');
      await append(store, 'a', 1, 'd1');
      expect(await store.append(turn('a', 1, 'k1'), '1', 0, [outgoing('again')])).toMatchObject({ kind: 'duplicate' });
      expect(await store.append(turn('a', 5, 'k5'), '5', 4, [outgoing('ahead')])).toMatchObject({ kind: 'conflict' });
      expect((await store.undelivered(conversation('a'))).map(({ delivery }) => delivery)).toEqual(['d1']);
    });

    test('a turn whose delivery id is taken fails, and nothing of it is kept; a sent one is free again', async () => {
      const store = await fresh('a', 'b');
      await append(store, 'a', 1, 'd1');
      for (const deliveries of [['d1'], ['d2', 'd1'], ['d2', 'd2']])
        await expect(append(store, 'a', 2, ...deliveries)).rejects.toMatchObject({ code: 'store-failed' });
      expect(await store.load(conversation('a'))).toEqual({ state: '1', version: 1 });
      expect(await store.history(conversation('a'), 0, 10)).toHaveLength(1);
      expect((await store.undelivered(conversation('a'))).map(({ delivery }) => delivery)).toEqual(['d1']);
      expect(await append(store, 'b', 1, 'd1')).toEqual({ kind: 'stored' });
      for (const entry of await store.lease(at(0), at(60), 10)) await store.settle(entry, { kind: 'sent' });
      expect(await append(store, 'a', 2, 'd1')).toEqual({ kind: 'stored' });
    });

    test('of each conversation the oldest only, and the next once it is sent', async () => {
      const store = await fresh('a', 'b');
      await append(store, 'a', 1, 'a1', 'a2');
      await append(store, 'a', 2, 'a3');
      await append(store, 'b', 1, 'b1');
      const order: string[] = [];
      for (let round = 0; round < 4; round++) {
        const entries = await store.lease(at(round), at(60), 10);
        order.push(taken(entries).join('+'));
        for (const entry of entries) await store.settle(entry, { kind: 'sent' });
      }
      expect(order).toEqual(['a1+b1', 'a2', 'a3', '']);
      expect(await store.undelivered(conversation('a'))).toEqual([]);
    });

    test('what belongs to no turn goes after what waits, and before what comes later', async () => {
      const store = await fresh('a', 'b');
      await append(store, 'a', 1, 'd1', 'd2');
      for (const delivery of ['d3', 'd4']) await store.enqueue(conversation('a'), outgoing(delivery), at(0));
      await append(store, 'a', 2, 'd5');
      await store.enqueue(conversation('b'), outgoing('b1'), at(0));
      expect(await store.undelivered(conversation('b'))).toMatchObject([{ ...outgoing('b1'), sequence: 0, state: 'waiting' }]);
      const order: string[] = [];
      for (let round = 0; round < 5; round++)
        for (const entry of await store.lease(at(1), at(60), 10)) {
          if (entry.conversation === 'a') order.push(entry.delivery);
          await store.settle(entry, { kind: 'sent' });
        }
      expect(order).toEqual(['d1', 'd2', 'd3', 'd4', 'd5']);
    });

    test('what belongs to no turn is added once while it is there, also by many at once, and to a known conversation alone', async () => {
      const store = await fresh('a');
      const ids = Array.from({ length: 12 }, (_, i) => `d${i % 6}`);
      await Promise.all(ids.map((delivery) => store.enqueue(conversation('a'), outgoing(delivery), at(0))));
      expect((await store.undelivered(conversation('a'))).map(({ delivery }) => delivery).sort()).toEqual(ids.slice(0, 6));
      const [first] = await store.lease(at(1), at(60), 1);
      if (first) await store.settle(first, { kind: 'dead', error: 'unknown user' });
      await store.enqueue(conversation('a'), outgoing(first?.delivery ?? ''), at(2));
      expect(await store.undelivered(conversation('a'))).toHaveLength(6);
      await store.enqueue(conversation('nobody'), outgoing('d1'), at(0));
      expect(await store.undelivered(conversation('nobody'))).toEqual([]);
    });

    test('a taken entry is nobody else’s until its time is over', async () => {
      const store = await fresh('a');
      await append(store, 'a', 1, 'd1', 'd2');
      expect(await store.lease(at(0), at(30), 10)).toHaveLength(1);
      expect(await store.lease(at(29), at(60), 10)).toEqual([]);
      expect(await store.lease(at(30), at(60), 10)).toMatchObject([{ delivery: 'd1', attempts: 2 }]);
    });

    test('who lost his entry to another settles nothing', async () => {
      const store = await fresh('a');
      await append(store, 'a', 1, 'd1');
      const [frozen] = await store.lease(at(0), at(30), 1);
      const [current] = await store.lease(at(30), at(60), 1);
      if (!frozen || !current) throw new Error('nothing was taken');
      for (const kind of ['sent', 'dead'] as const) await store.settle(frozen, { kind, error: 'late' });
      await store.settle(frozen, { kind: 'retry', at: at(0), error: 'late' });
      expect(await store.lease(at(59), at(90), 1)).toEqual([]);
      expect(await store.undelivered(conversation('a'))).toMatchObject([{ state: 'waiting', attempts: 2 }]);
      await store.settle(current, { kind: 'sent' });
      expect(await store.undelivered(conversation('a'))).toEqual([]);
      await store.settle(current, { kind: 'dead', error: 'again' });
      expect(await store.undelivered(conversation('a'))).toEqual([]);
    });

    test('a retry comes at its time and holds back what follows it', async () => {
      const store = await fresh('a');
      await append(store, 'a', 1, 'd1', 'd2');
      const [first] = await store.lease(at(0), at(30), 1);
      if (first) await store.settle(first, { kind: 'retry', at: at(5), error: 'HTTP 503' });
      expect(await store.lease(at(4), at(30), 10)).toEqual([]);
      expect(await store.undelivered(conversation('a'))).toMatchObject([{ delivery: 'd1', error: 'HTTP 503' }, { delivery: 'd2' }]);
      expect(await store.lease(at(5), at(30), 10)).toMatchObject([{ delivery: 'd1', attempts: 2 }]);
    });

    test('an entry that is put off comes at its time, as if it had never been taken, and holds back what follows it', async () => {
      const store = await fresh('a');
      await append(store, 'a', 1, 'd1', 'd2');
      for (let round = 0; round < 3; round++) {
        const [first] = await store.lease(at(10 * round), at(10 * round + 9), 10);
        expect(first).toMatchObject({ delivery: 'd1', attempts: 1 });
        if (first) await store.settle(first, { kind: 'postponed', at: at(10 * round + 10), error: 'nobody here' });
        expect(await store.lease(at(10 * round + 9), at(90), 10)).toEqual([]);
      }
      expect(await store.undelivered(conversation('a'))).toMatchObject([
        { delivery: 'd1', state: 'waiting', attempts: 0, error: 'nobody here' },
        { delivery: 'd2', attempts: 0 },
      ]);
    });

    test('a dead entry is kept to be looked at, and lets the next one go', async () => {
      const store = await fresh('a');
      await append(store, 'a', 1, 'd1', 'd2');
      const [first] = await store.lease(at(0), at(30), 1);
      if (first) await store.settle(first, { kind: 'dead', error: 'unknown user' });
      expect(await store.lease(at(1), at(30), 10)).toMatchObject([{ delivery: 'd2', attempts: 1 }]);
      expect(await store.undelivered(conversation('a'))).toMatchObject([
        { delivery: 'd1', state: 'dead', error: 'unknown user' },
        { delivery: 'd2', state: 'waiting' },
      ]);
    });

    test('what was due first is taken first, and no more than asked for', async () => {
      const ids = Array.from({ length: 9 }, (_, i) => `c${i}`);
      const store = await fresh(...ids);
      for (const id of ids) await append(store, id, 1, id);
      for (const entry of await store.lease(at(0), at(30), 9))
        await store.settle(entry, { kind: 'retry', at: at(10 - Number(entry.delivery.slice(1))), error: 'later' });
      expect(await store.lease(at(20), at(60), 0)).toEqual([]);
      expect(taken(await store.lease(at(20), at(60), 4))).toEqual(['c5', 'c6', 'c7', 'c8']);
      expect(taken(await store.lease(at(20), at(60), 99))).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
    });

    test('taken by eight at once, each entry goes to one', async () => {
      const ids = Array.from({ length: 20 }, (_, i) => `c${i}`);
      const store = await fresh(...ids);
      for (const id of ids) await append(store, id, 1, id);
      const shares = await Promise.all(Array.from({ length: 8 }, () => store.lease(at(0), at(30), 5)));
      const all = taken(shares.flat());
      expect(new Set(all).size).toBe(all.length);
      // Some may have been kept from all by a race; they are still there.
      const rest = await store.lease(at(0), at(30), 99);
      expect(taken([...shares.flat(), ...rest])).toEqual([...ids].sort());
    });
  });
}
