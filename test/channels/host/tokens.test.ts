import { expect, test } from 'vitest';
import { createTokens } from '../../../src/channels/host/tokens.js';
import { createMemoryStore } from '../../../src/stores/memory.js';
import { virtualTime } from '../../bot/virtual-time.js';

/** Instances over one store, and a platform whose answers are given by hand. */
function instances(count: number) {
  const time = virtualTime(Date.parse('2026-03-04T05:06:07Z'));
  const store = createMemoryStore();
  const asked: { readonly give: (value: string) => void; readonly fail: () => void }[] = [];
  const fetchToken = () =>
    new Promise<{ value: string; lifetimeSeconds: number }>((resolve, reject) => {
      asked.push({ give: (value) => resolve({ value, lifetimeSeconds: 7200 }), fail: () => reject(new Error('no token')) });
    });
  const all = Array.from({ length: count }, () => createTokens(store, time.clock, time.pauses));
  return { time, asked, all, ask: () => all.map((tokens) => tokens.token('a', fetchToken)) };
}

test('ten callers of three instances get what one fetched', async () => {
  const { time, asked, ask } = instances(3);
  const callers = [...ask(), ...ask(), ...ask(), ...ask().slice(0, 1)];
  await time.advance(5_000);
  expect(asked).toHaveLength(1);
  asked[0]?.give('one');
  await time.advance(1_000);
  expect(new Set(await Promise.all(callers))).toEqual(new Set(['one']));
  expect(asked).toHaveLength(1);
});

test('a token that has ended is fetched by one instance, however late another one hears of it', async () => {
  const { time, asked, all, ask } = instances(2);
  const first = ask();
  await time.settle();
  asked[0]?.give('one');
  await time.advance(1_000);
  await Promise.all(first);
  for (const tokens of all) await tokens.dropToken('a', 'one');
  const second = ask();
  await time.advance(1_000);
  expect(asked).toHaveLength(2);
  asked[1]?.give('two');
  await time.advance(1_000);
  expect(await Promise.all(second)).toEqual(['two', 'two']);
  // It is told of the old one once more.
  await all[0]?.dropToken('a', 'one');
  expect(await Promise.all(ask())).toEqual(['two', 'two']);
  expect(asked).toHaveLength(2);
});

test('who got no token lets another one try', async () => {
  const { time, asked, ask } = instances(2);
  const [one, two] = ask();
  const failed = expect(one).rejects.toThrow('no token');
  await time.settle();
  asked[0]?.fail();
  await failed;
  await time.advance(1_000);
  asked[1]?.give('one');
  await time.advance(1_000);
  expect(await two).toBe('one');
});

test('an instance that ended while it fetched holds nobody up for long', async () => {
  const { time, asked, ask } = instances(2);
  const [, two] = ask();
  await time.advance(21_000);
  expect(asked).toHaveLength(2);
  asked[1]?.give('one');
  await time.advance(1_000);
  expect(await two).toBe('one');
});

test('a token that came between the look and the claim is taken', async () => {
  const time = virtualTime(Date.parse('2026-03-04T05:06:07Z'));
  const store = createMemoryStore();
  let count = 0;
  const fetchToken = async () => ({ value: `token ${++count}`, lifetimeSeconds: 7200 });
  const one = createTokens(store, time.clock, time.pauses);
  const late = createTokens(
    {
      ...store,
      recall: async (name, now) => {
        const found = await store.recall(name, now);
        // While this answer is on its way, another instance is done.
        await one.token('a', fetchToken);
        return found;
      },
    },
    time.clock,
    time.pauses,
  );
  expect(await late.token('a', fetchToken)).toBe('token 1');
  expect(count).toBe(1);
});
