import { describe, expect, test } from 'vitest';
import type { Fresh } from './store.js';

const T0 = '2026-01-02T03:00:00.000Z';
const T1 = '2026-01-02T03:00:01.000Z';
const T2 = '2026-01-02T03:00:02.000Z';

/** What every `Store` promises of the values that instances share. */
export function describeValues(fresh: Fresh): void {
  describe('shared values', () => {
    test('are there until their time is over', async () => {
      const store = await fresh();
      expect(await store.recall('token', T0)).toBeUndefined();
      await store.remember('token', 'secret', T1);
      expect(await store.recall('token', T0)).toBe('secret');
      expect(await store.recall('token', T1)).toBeUndefined();
      expect(await store.recall('token', T2)).toBeUndefined();
      expect(await store.recall('other', T0)).toBeUndefined();
    });

    test('are replaced, their time too', async () => {
      const store = await fresh();
      await store.remember('cursor', 'a', T1);
      await store.remember('cursor', 'b');
      expect(await store.recall('cursor', T2)).toBe('b');
      await store.remember('cursor', 'c', T1);
      expect(await store.recall('cursor', T2)).toBeUndefined();
    });

    test('are claimed by one, until the time of the claim is over', async () => {
      const store = await fresh();
      expect(await store.claim('turn', 'mine', T0, T1)).toBe(true);
      expect(await store.claim('turn', 'yours', T0, T2)).toBe(false);
      // An answer that was lost on its way is asked for again.
      expect(await store.claim('turn', 'mine', T0, T1)).toBe(true);
      expect(await store.recall('turn', T0)).toBe('mine');
      expect(await store.claim('turn', 'yours', T1, T2)).toBe(true);
      expect(await store.recall('turn', T1)).toBe('yours');
      await store.forget(['turn']);
      expect(await store.claim('turn', 'mine', T0, T1)).toBe(true);
      await store.remember('kept', 'for good');
      expect(await store.claim('kept', 'mine', T2, T2)).toBe(false);
    });

    test('that many claim at once are one’s', async () => {
      const store = await fresh();
      const claims = await Promise.all(Array.from({ length: 10 }, (_, i) => store.claim('turn', `${i}`, T0, T1)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.recall('turn', T0)).toBe(`${claims.indexOf(true)}`);
    });

    test('leave nothing when they are forgotten, or swept after their time', async () => {
      const store = await fresh();
      const there = async () => {
        // No time is before this one, so what is found here is still kept.
        const found = await Promise.all(['a', 'b', 'c', 'd'].map((name) => store.recall(name, '2000-01-01T00:00:00.000Z')));
        return found.map((value) => value ?? '').join('');
      };
      await store.remember('a', 'a', T0);
      await store.remember('b', 'b', T1);
      await store.remember('c', 'c', T2);
      await store.remember('d', 'd');
      await store.sweep(T1);
      expect(await there()).toBe('cd');
      await store.forget(['c', 'nobody']);
      await store.forget([]);
      expect(await there()).toBe('d');
    });

    test.each(['', '微信 🇨🇳', 'a\u0000b', '\ud800', `'; DROP TABLE value; --`, 'x'.repeat(10_000)])(
      'come back unchanged: %j',
      async (text) => {
        const store = await fresh();
        const name = `name ${text.slice(0, 100)}`;
        await store.remember(name, text);
        expect(await store.recall(name, T0)).toBe(text);
      },
    );
  });
}
