import { expect, test } from 'vitest';
import type { ConversationId, Store } from '../../src/bot/ports.js';
import { eraseOld } from '../../src/server/retention.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { createFakeBot } from '../channels/fake-bot.js';

const DAY = 24 * 3600 * 1000;
const START = Date.parse('2026-03-01T12:00:00.000Z');

const id = (n: number) => `c${n}` as ConversationId;
const at = (time: number) => new Date(time).toISOString();

test('erases by the bot what is older than so many days, all of it', async () => {
  const store = createMemoryStore();
  for (let n = 0; n < 250; n++) await store.create(id(n), at(START + n * 1000));
  let now = START + 30 * DAY;
  const told: string[] = [];
  const erase: Store['erase'] = (each, ifBefore) => {
    told.push(each);
    return store.erase(each, ifBefore);
  };
  const run = () => eraseOld({ store, bot: { erase }, days: 30, clock: { now: () => new Date(now) } });

  expect(await run()).toBe(0);
  now += 239_500;
  expect(await run()).toBe(240);
  expect(told).toEqual(Array.from({ length: 240 }, (_, n) => id(n)));
  expect(await store.load(id(239))).toBeUndefined();
  expect(await store.load(id(240))).toBeDefined();
});

test('stops between two conversations when it is told to', async () => {
  const store = createMemoryStore();
  for (let n = 0; n < 150; n++) await store.create(id(n), at(START));
  const stopping = new AbortController();
  let erased = 0;
  const erase: Store['erase'] = (each, ifBefore) => {
    if (++erased === 7) stopping.abort();
    return store.erase(each, ifBefore);
  };
  const clock = { now: () => new Date(START + 2 * DAY) };
  expect(await eraseOld({ store, bot: { erase }, days: 1, clock }, stopping.signal)).toBe(7);
  expect(await eraseOld({ store, bot: store, days: 1, clock })).toBe(143);
});

test.each(['a turn comes', 'it was erased, and begun anew with a turn'])(
  'what is taken up again stays: %s while it is looked at',
  async (how) => {
    const store = createMemoryStore();
    for (const n of [1, 2]) await store.create(id(n), at(START));
    const now = START + 2 * DAY;
    const bot = createFakeBot({ now: () => new Date(now) }, store);
    const erase: Store['erase'] = async (each, ifBefore) => {
      if (each === id(2)) {
        if (how !== 'a turn comes') {
          await store.erase(each);
          await bot.start(each);
        }
        expect((await bot.turn({ conversation: each, key: 'k', text: 'here again' })).ok).toBe(true);
      }
      return bot.erase(each, ifBefore);
    };
    expect(await eraseOld({ store, bot: { erase }, days: 1, clock: { now: () => new Date(now) } })).toBe(1);
    expect(await store.load(id(1))).toBeUndefined();
    expect((await store.history(id(2), 0, 10)).map(({ incoming }) => incoming.text)).toEqual(['here again']);
  },
);

test('goes on when another instance has erased a part of the batch', async () => {
  const store = createMemoryStore();
  for (let n = 0; n < 150; n++) await store.create(id(n), at(START));
  const erase: Store['erase'] = async (each, ifBefore) => {
    // The other one comes first for all but one of the first hundred.
    if (each === id(1)) for (let n = 2; n < 100; n++) await store.erase(id(n));
    return store.erase(each, ifBefore);
  };
  expect(await eraseOld({ store, bot: { erase }, days: 1, clock: { now: () => new Date(START + 2 * DAY) } })).toBe(52);
  expect(await store.old(at(START + DAY), 10)).toEqual([]);
});
