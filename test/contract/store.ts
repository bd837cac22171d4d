import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/bot/ports.js';
import { describeErasing } from './store-erasing.js';
import { describeOutbox } from './store-outbox.js';
import { describeValues } from './store-values.js';
import { conversation, outgoing, turn } from './turns.js';

const AT = '2026-01-02T03:04:05.000Z';

/** Gives a fresh store with the named conversations, closed after the test. */
export type Fresh = (...ids: readonly string[]) => Promise<Store>;

/** What every `Store` promises. `open` gives a fresh, empty one. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    const opened: Store[] = [];
    const fresh: Fresh = async (...ids) => {
      const store = await open();
      opened.push(store);
      for (const id of ids) await store.create(conversation(id), AT);
      return store;
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    test('a created conversation is at version 0, with a state that is JSON', async () => {
      const store = await fresh('a');
      const found = await store.load(conversation('a'));
      expect(found?.version).toBe(0);
      expect(() => JSON.parse(found?.state ?? '')).not.toThrow();
    });

    test('an unknown conversation has nothing, and takes no turn', async () => {
      const store = await fresh('a');
      const nobody = conversation('nobody');
      expect(await store.load(nobody)).toBeUndefined();
      expect(await store.history(nobody, 0, 10)).toEqual([]);
      expect(await store.append(turn('nobody', 1, 'k'), '{}', 0, [outgoing('d')])).toEqual({ kind: 'conflict' });
      expect(await store.load(nobody)).toBeUndefined();
      expect(await store.undelivered(nobody)).toEqual([]);
    });

    test('a turn and its state are stored together', async () => {
      const store = await fresh('a');
      expect(await store.append(turn('a', 1, 'k1'), '{"n":1}', 0)).toEqual({ kind: 'stored' });
      expect(await store.load(conversation('a'))).toEqual({ state: '{"n":1}', version: 1 });
      expect(await store.history(conversation('a'), 0, 10)).toEqual([turn('a', 1, 'k1')]);
    });

    test('creating again keeps everything', async () => {
      const store = await fresh('a');
      await store.append(turn('a', 1, 'k1'), '{"n":1}', 0);
      await store.create(conversation('a'), AT);
      expect(await store.load(conversation('a'))).toEqual({ state: '{"n":1}', version: 1 });
      expect(await store.history(conversation('a'), 0, 10)).toHaveLength(1);
    });

    test.each([
      ['behind', 0, 1],
      ['ahead', 2, 3],
      ['negative', -1, 0],
      ['misnumbered', 1, 7],
    ])('a version that is %s is a conflict and changes nothing', async (_, expected, sequence) => {
      const store = await fresh('a');
      await store.append(turn('a', 1, 'k1'), '{"n":1}', 0);
      expect(await store.append(turn('a', sequence, 'k2'), '{"n":2}', expected)).toMatchObject({ kind: 'conflict' });
      expect(await store.load(conversation('a'))).toEqual({ state: '{"n":1}', version: 1 });
      expect(await store.history(conversation('a'), 0, 10)).toEqual([turn('a', 1, 'k1')]);
    });

    test.each([0, 1, 5])('a key that is known is a duplicate, whatever version is expected (%i)', async (expected) => {
      const store = await fresh('a');
      await store.append(turn('a', 1, 'k1', 'first'), '{"n":1}', 0);
      const again = await store.append(turn('a', expected + 1, 'k1', 'second'), '{"n":2}', expected);
      expect(again).toEqual({ kind: 'duplicate', turn: turn('a', 1, 'k1', 'first') });
      expect(await store.load(conversation('a'))).toEqual({ state: '{"n":1}', version: 1 });
    });

    test('one key may be used in two conversations', async () => {
      const store = await fresh('a', 'b');
      expect(await store.append(turn('a', 1, 'k'), '1', 0)).toEqual({ kind: 'stored' });
      expect(await store.append(turn('b', 1, 'k'), '2', 0)).toEqual({ kind: 'stored' });
      expect(await store.history(conversation('b'), 0, 10)).toEqual([turn('b', 1, 'k')]);
    });

    test('of 32 parallel appends on one version exactly one is stored', async () => {
      const store = await fresh('a');
      for (let version = 0; version < 3; version++) {
        const tries = Array.from({ length: 32 }, (_, i) => store.append(turn('a', version + 1, `k${version}-${i}`), `${i}`, version));
        const outcomes = await Promise.all(tries);
        expect(outcomes.filter((outcome) => outcome.kind === 'stored')).toHaveLength(1);
        expect(outcomes.filter((outcome) => outcome.kind === 'conflict')).toHaveLength(31);
      }
      const winner = await store.load(conversation('a'));
      const last = (await store.history(conversation('a'), 2, 1))[0];
      expect(winner).toEqual({ state: last?.key.split('-')[1], version: 3 });
    });

    test('of 32 parallel appends under one key one is stored and 31 get its turn', async () => {
      const store = await fresh('a');
      const outcomes = await Promise.all(Array.from({ length: 32 }, () => store.append(turn('a', 1, 'same'), '1', 0)));
      expect(outcomes.filter((outcome) => outcome.kind === 'stored')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome.kind === 'duplicate' && outcome.turn.sequence === 1)).toHaveLength(31);
    });

    test('conversations do not wait for each other', async () => {
      const ids = Array.from({ length: 40 }, (_, i) => `c${i}`);
      const store = await fresh(...ids);
      const outcomes = await Promise.all(ids.map((id) => store.append(turn(id, 1, 'k'), id, 0)));
      expect(outcomes.every((outcome) => outcome.kind === 'stored')).toBe(true);
      expect(await store.load(conversation('c17'))).toEqual({ state: 'c17', version: 1 });
    });

    test.each([
      [0, 10, [1, 2, 3, 4, 5]],
      [0, 2, [1, 2]],
      [2, 2, [3, 4]],
      [4, 10, [5]],
      [5, 10, []],
      [99, 10, []],
      [-3, 2, [1, 2]],
      [0, 0, []],
    ])('history after %i, at most %i', async (after, limit, sequences) => {
      const store = await fresh('a', 'b');
      for (let n = 1; n <= 5; n++) {
        await store.append(turn('a', n, `k${n}`), `${n}`, n - 1);
        await store.append(turn('b', n, `k${n}`), `${n}`, n - 1);
      }
      const found = await store.history(conversation('a'), after, limit);
      expect(found.map((one) => one.sequence)).toEqual(sequences);
      expect(found.every((one) => one.conversation === 'a')).toBe(true);
    });

    test.each([
      ['Chinese', '花呗提现到银行卡，手续费多少？'],
      ['beyond the basic plane', '𠮷野家 👩‍👩‍👧 🇨🇳'],
      ['right to left and combining', 'שלום é é'],
      ['controls', 'a\u0000b\u0007c\r\n\u2028d'],
      ['lone surrogates', 'x\ud800y\udc00z'],
      ['quotes and backslashes', `'; DROP TABLE turn; -- "\\" \\u0000`],
      ['100 KB', '知'.repeat(33_000)],
    ])('text, key, state and conversation come back unchanged: %s', async (_, text) => {
      const id = text.slice(0, 100);
      const store = await fresh(id);
      const state = JSON.stringify({ text });
      const record = turn(id, 1, id, text);
      expect(await store.append(record, state, 0)).toEqual({ kind: 'stored' });
      expect(await store.load(conversation(id))).toEqual({ state, version: 1 });
      expect(await store.append({ ...record, sequence: 2 }, state, 1)).toEqual({ kind: 'duplicate', turn: record });
      expect(await store.history(conversation(id), 0, 1)).toEqual([record]);
      expect(await store.load(conversation(`${id}\u0000`))).toBeUndefined();
    });

    test('later changes to what was handed over do not reach the store', async () => {
      const store = await fresh('a');
      const items = ['before'];
      const record = { ...turn('a', 1, 'k'), incoming: { text: 't', channelData: { items } } };
      await store.append(record, '1', 0);
      items.push('after');
      const [kept] = await store.history(conversation('a'), 0, 1);
      expect(kept?.incoming.channelData).toEqual({ items: ['before'] });
    });

    test('close finishes what was begun; afterwards every call is refused', async () => {
      const store = await fresh('a');
      const pending = store.append(turn('a', 1, 'k'), '1', 0);
      await store.close();
      expect(await pending).toEqual({ kind: 'stored' });
      await expect(store.load(conversation('a'))).rejects.toMatchObject({ code: 'store-closed' });
      await store.close();
    });

    describeOutbox(fresh);
    describeValues(fresh);
    describeErasing(fresh);
  });
}
