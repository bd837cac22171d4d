import { expect, test } from 'vitest';
import type { ConversationId } from '../../../src/bot/ports.js';
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
  const [persons, marks] = [createPersons(store, clock, 60), createMarks(store, clock)];
  const [mine, other] = ['whatsapp:+8613800138000', 'other'] as ConversationId[] as [ConversationId, ConversationId];
  for (const each of [mine, other]) {
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
