import { describe, expect, test } from 'vitest';
import type { Fresh } from './store.js';
import { conversation, outgoing, turn } from './turns.js';

const day = (n: number): string => `2026-02-${`${n}`.padStart(2, '0')}T00:00:00.000Z`;

/** What every `Store` promises of forgetting. */
export function describeErasing(fresh: Fresh): void {
  describe('erasing', () => {
    test('leaves nothing of a conversation, and all of the others', async () => {
      const store = await fresh('a', 'b');
      for (const id of ['a', 'b']) await store.append(turn(id, 1, 'k'), '1', 0, [outgoing('d')]);
      expect(await store.erase(conversation('a'))).toBe(true);
      expect(await store.load(conversation('a'))).toBeUndefined();
      expect(await store.history(conversation('a'), 0, 10)).toEqual([]);
      expect(await store.undelivered(conversation('a'))).toEqual([]);
      expect(await store.load(conversation('b'))).toEqual({ state: '1', version: 1 });
      expect((await store.lease(day(1), day(2), 10)).map((entry) => entry.conversation)).toEqual(['b']);
    });

    test('right behind a turn has the last word', async () => {
      const store = await fresh('a');
      // The first keeps the store at work, so that the others come to it together.
      const first = store.append(turn('a', 1, 'k1'), '1', 0);
      const second = store.append(turn('a', 2, 'k2'), '2', 1, [outgoing('d')]);
      await Promise.all([first, second, store.erase(conversation('a'))]);
      expect(await store.load(conversation('a'))).toBeUndefined();
      expect(await store.history(conversation('a'), 0, 10)).toEqual([]);
      expect(await store.undelivered(conversation('a'))).toEqual([]);
    });

    test('says when there was nothing', async () => {
      const store = await fresh('a');
      expect(await store.erase(conversation('nobody'))).toBe(false);
      await store.erase(conversation('a'));
      expect(await store.erase(conversation('a'))).toBe(false);
    });

    test('frees the keys: the conversation may begin anew', async () => {
      const store = await fresh('a');
      await store.append(turn('a', 1, 'k', 'old'), '1', 0, [outgoing('d')]);
      await store.erase(conversation('a'));
      expect(await store.append(turn('a', 2, 'k'), '2', 1)).toEqual({ kind: 'conflict' });
      await store.create(conversation('a'), day(1));
      expect(await store.append(turn('a', 1, 'k', 'new'), '1', 0, [outgoing('d')])).toEqual({ kind: 'stored' });
      expect(await store.history(conversation('a'), 0, 10)).toEqual([turn('a', 1, 'k', 'new')]);
    });

    test('by age goes by the last turn, or the start where there is none', async () => {
      const store = await fresh();
      for (const [index, id] of ['empty', 'quiet', 'alive', 'new'].entries()) await store.create(conversation(id), day(index + 1));
      await store.append({ ...turn('quiet', 1, 'k'), at: day(5) }, '1', 0, [outgoing('d')]);
      await store.append({ ...turn('alive', 1, 'k'), at: day(9) }, '1', 0);
      expect(await store.old(day(1), 10)).toEqual([]);
      expect((await store.old(day(9), 10)).toSorted()).toEqual(['empty', 'new', 'quiet']);
      expect(await store.old(day(9), 2)).toHaveLength(2);
      const ids = ['empty', 'quiet', 'alive', 'new', 'nobody'].map(conversation);
      expect(await Promise.all(ids.map((id) => store.erase(id, day(9))))).toEqual([true, true, false, true, false]);
      expect(await store.old(day(9), 10)).toEqual([]);
      expect(await store.load(conversation('alive'))).toEqual({ state: '1', version: 1 });
      expect(await store.history(conversation('quiet'), 0, 10)).toEqual([]);
      expect(await store.lease(day(20), day(21), 10)).toEqual([]);
    });

    test('by age takes none when none is asked for', async () => {
      const store = await fresh('a');
      expect(await store.old(day(20), 0)).toEqual([]);
    });
  });
}
