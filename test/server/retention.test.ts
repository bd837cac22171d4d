import { expect, test } from 'vitest';
import type { ConversationId } from '../../src/bot/ports.js';
import { eraseOld } from '../../src/server/retention.js';
import { createMemoryStore } from '../../src/stores/memory.js';

const DAY = 24 * 3600 * 1000;
const START = Date.parse('2026-03-01T12:00:00.000Z');

test('erases what is older than so many days, all of it, and tells the bot of each', async () => {
  const store = createMemoryStore();
  const id = (n: number) => `c${n}` as ConversationId;
  for (let n = 0; n < 250; n++) await store.create(id(n), new Date(START + n * 1000).toISOString());
  let now = START + 30 * DAY;
  const told: string[] = [];
  const bot = { erase: async (each: ConversationId) => told.push(each) > 0 };
  const run = (signal?: AbortSignal) => eraseOld({ store, bot, days: 30, clock: { now: () => new Date(now) } }, signal);

  expect(await run()).toBe(0);
  now += 239_500;
  expect(await run()).toBe(240);
  expect(told).toEqual(Array.from({ length: 240 }, (_, n) => id(n)));
  expect(await store.load(id(239))).toBeUndefined();
  expect(await store.load(id(240))).toBeDefined();
});

test('stops between two batches when it is told to', async () => {
  const store = createMemoryStore();
  for (let n = 0; n < 150; n++) await store.create(`c${n}` as ConversationId, new Date(START).toISOString());
  const bot = { erase: async () => true };
  const clock = { now: () => new Date(START + 2 * DAY) };
  expect(await eraseOld({ store, bot, days: 1, clock }, AbortSignal.abort())).toBe(100);
  expect(await eraseOld({ store, bot, days: 1, clock })).toBe(50);
});

test('goes on when another instance has erased a part of the batch', async () => {
  const batches = [['a', 'b'], ['c'], []] as readonly (readonly string[])[];
  let asked = 0;
  const store = { eraseBefore: async () => (batches[asked++] ?? []) as readonly ConversationId[] };
  const bot = { erase: async () => true };
  expect(await eraseOld({ store, bot, days: 1, clock: { now: () => new Date(START) } })).toBe(3);
});
