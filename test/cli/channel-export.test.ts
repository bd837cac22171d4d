import { expect, test } from 'vitest';
import type { ConversationId } from '../../src/bot/ports.js';
import { keepBeside } from '../../src/channels/host/beside.js';
import { createMarks } from '../../src/channels/host/marks.js';
import { createPersons } from '../../src/channels/host/persons.js';
import { hostChannels } from '../../src/cli/channel-host.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { createFakeBot } from '../channels/fake-bot.js';
import { conversation, turn } from '../contract/turns.js';

const clock = { now: () => new Date('2026-01-02T03:04:05.000Z') };

test('export and erase take in what channels keep of a conversation', async () => {
  const store = createMemoryStore();
  const kept = async (id: ConversationId) => ({ conversation: id, turns: await store.history(id, 0, 10), state: null, undelivered: [] });
  const bot = {
    ...createFakeBot(clock, store),
    export: async (id: ConversationId) => ((await store.load(id)) ? kept(id) : undefined),
  };
  const welcome = () => ({ text: '', blocks: [], suggestions: [] });
  const hosted = hostChannels(
    { channels: [], desk: undefined },
    {
      bot,
      note: bot.turn,
      store,
      clock,
      log: { info: () => {}, error: () => {} },
      pace: async () => 0,
      onOutgoing: () => {},
      welcome: welcome as never,
    },
  );
  const [a, b] = [conversation('a'), conversation('b')];
  for (const id of [a, b]) {
    await store.create(id, clock.now().toISOString());
    await store.append(turn(id, 1, 'k'), '{}', 0);
  }
  const handed = { channel: 'pigeon', target: { to: 'somebody' }, language: 'zh', talks: true } as const;
  await createPersons(store, keepBeside(store), clock, 60).keep(a, handed);
  await createMarks(store, keepBeside(store), clock).set('said', a, 'm1');
  expect(await hosted.bot.export(a)).toEqual({ ...(await kept(a)), channel: { handedOver: handed, last: { said: 'm1' } } });
  expect(await hosted.bot.export(b)).toEqual(await kept(b));
  expect(await hosted.bot.erase(a)).toBe(true);
  expect(await hosted.bot.export(a)).toBeUndefined();
  await store.create(a, clock.now().toISOString());
  expect(await hosted.bot.export(a)).not.toHaveProperty('channel');
  await hosted.close();
});
