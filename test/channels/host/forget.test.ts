import { expect, test } from 'vitest';
import type { ConversationId } from '../../../src/bot/ports.js';
import { keepBeside } from '../../../src/channels/host/beside.js';
import { createChannelHost } from '../../../src/channels/host/host.js';
import { createMarks } from '../../../src/channels/host/marks.js';
import { createPersons } from '../../../src/channels/host/persons.js';
import { createMemoryStore } from '../../../src/stores/memory.js';
import { createFakeBot } from '../fake-bot.js';

const KINDS = ['exchange', 'api', 'heard', 'said', 'told', 'greeted'] as const;

test('nothing of a conversation is left when the host forgets it, and all of others is', async () => {
  const clock = { now: () => new Date('2026-01-02T03:04:05.000Z') };
  const store = createMemoryStore();
  const host = createChannelHost({
    channels: [],
    bot: createFakeBot(clock, store),
    store,
    clock,
    pauses: { wait: async () => {}, random: () => 0 },
    log: { info: () => {}, error: () => {} },
    welcome: () => ({ text: '', blocks: [], suggestions: [] }) as never,
  });
  const [persons, marks] = [createPersons(store, keepBeside(store), clock, 60), createMarks(store, keepBeside(store), clock)];
  const [mine, other] = ['whatsapp:+8613800138000', 'other'] as ConversationId[] as [ConversationId, ConversationId];
  for (const each of [mine, other]) {
    await store.create(each, clock.now().toISOString());
    await persons.keep(each, { channel: 'whatsapp', target: { to: 'x' }, language: 'zh', talks: true });
    for (const kind of KINDS) await marks.set(kind, each, 'm1');
  }
  const known = async (each: ConversationId) => [
    (await persons.find(each)) !== undefined,
    ...(await Promise.all(KINDS.map((kind) => marks.isLast(kind, each, 'm1')))),
  ];
  expect(await host.kept(mine)).toEqual({
    handedOver: { channel: 'whatsapp', target: { to: 'x' }, language: 'zh', talks: true },
    last: Object.fromEntries(KINDS.map((kind) => [kind, 'm1'])),
  });
  await host.forget(mine);
  expect(await host.kept(mine)).toBeUndefined();
  expect(await known(mine)).toEqual(Array(7).fill(false));
  expect(await known(other)).toEqual(Array(7).fill(true));
});

test('what is kept beside a conversation while another instance erases it is gone as well, whoever comes first', async () => {
  const store = createMemoryStore();
  const kept: string[] = [];
  const mine = 'whatsapp:+8613800138000' as ConversationId;
  const keep = keepBeside({
    ...store,
    async remember(name, value, expiresAt) {
      await store.remember(name, value, expiresAt);
      kept.push(name);
      // All of an erasure falls between.
      await store.erase(mine);
    },
  });
  const clock = { now: () => new Date('2026-01-02T03:04:05.000Z') };
  await store.create(mine, clock.now().toISOString());
  await createPersons(store, keep, clock, 60).keep(mine, { channel: 'whatsapp', target: {}, language: 'zh', talks: true });
  await createMarks(store, keep, clock).set('heard', mine, 'm1');
  expect(kept).toHaveLength(2);
  for (const name of kept) expect(await store.recall(name, clock.now().toISOString())).toBeUndefined();
});
