import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Bot, createBot } from '../../src/bot/bot.js';
import type { ConversationId, Incoming, Store } from '../../src/bot/ports.js';
import { createFollower } from '../../src/channels/directline/follow.js';
import { pauses } from '../../src/cli/pauses.js';
import { isTemporary } from '../../src/stores/errors.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import type { PostgresOptions } from '../../src/stores/postgres/database.js';
import { openPostgresStore } from '../../src/stores/postgres/store.js';
import { realBrain } from '../brain.js';
import { conversation, turn } from '../contract/turns.js';
import { ensureBuilt } from './built.js';
import { startPostgres } from './postgres-server.js';

const C = 'c' as ConversationId;
const clock = { now: () => new Date() };
const server = await startPostgres();
const opened: Store[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
afterAll(() => server?.stop());

interface Instance {
  readonly bot: Bot;
  readonly store: Store;
}

/** A bot with connections of its own, as another process has them. */
async function instance(url: string, options?: PostgresOptions): Promise<Instance> {
  const store = await openPostgresStore(url, options);
  opened.push(store);
  return { store, bot: createBot({ brain: realBrain, store, clock, pauses }) };
}

const letter = (key: string, text: string): Incoming => ({
  conversation: C,
  key,
  text,
  outgoing: (reply, { sequence }) => [{ delivery: `d${sequence}`, channel: 'letter', target: {}, part: reply.text }],
});

/** Says it until it is taken, as a client does that is told to come again. Counts the refusals. */
async function insist(bot: Bot, incoming: Incoming): Promise<number> {
  for (let refusals = 0; ; refusals++) {
    const outcome = await bot.turn(incoming).catch((error: unknown) => {
      if (isTemporary(error)) return undefined;
      throw error;
    });
    if (outcome?.ok) return refusals;
    if (outcome && outcome.error.kind !== 'busy') throw new Error(outcome.error.kind);
    await pauses.wait(20);
  }
}

/** Each message has one turn, the turns count without a gap, and each was answered from the state that the one before it left. */
async function expectWhole(store: Store, keys: readonly string[]): Promise<void> {
  const turns = await store.history(C, 0, 1e6);
  expect(turns.map(({ sequence }) => sequence)).toEqual(keys.map((_, index) => index + 1));
  expect(turns.map(({ key }) => key).sort()).toEqual([...keys].sort());
  expect((await store.undelivered(C)).map(({ delivery }) => delivery)).toEqual(keys.map((_, index) => `d${index + 1}`));

  const alone = createMemoryStore();
  const replay = createBot({ brain: realBrain, store: alone, clock });
  await replay.start(C);
  for (const { key, incoming, reply } of turns) {
    const outcome = await replay.turn({ conversation: C, key, ...incoming });
    expect(outcome.ok && outcome.value.reply).toEqual(reply);
  }
  expect(await store.load(C)).toEqual(await alone.load(C));
}

describe.skipIf(!server)('two instances over one PostgreSQL', () => {
  if (!server) return;
  beforeAll(() => {
    ensureBuilt();
    realBrain();
  });

  test('answer the same message, sent a hundred times at once, with one turn', async () => {
    const url = await server.database();
    const [one, other] = [await instance(url), await instance(url)];
    await one.bot.start(C);
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, n) => (n % 2 ? one : other).bot.turn(letter('same', '5000'))));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ ok: true, value: { sequence: 1 } });
    expect(await other.bot.turn(letter('same', '6000'))).toEqual({ ok: false, error: { kind: 'key-reused' } });
    await expectWhole(one.store, ['same']);
  });

  test('lose nothing of what 32 writers say in one conversation', async () => {
    const url = await server.database();
    const instances = [await instance(url), await instance(url)];
    await instances[0]?.bot.start(C);
    const keys: string[] = [];
    const writers = Array.from({ length: 32 }, async (_, writer) => {
      const { bot } = instances[writer % 2] as Instance;
      for (let n = 0; n < 3; n++) {
        const key = `${writer}-${n}`;
        keys.push(key);
        await insist(bot, letter(key, `${1000 + writer * 10 + n}`));
      }
    });
    await Promise.all(writers);
    await expectWhole(instances[0]?.store as Store, keys);
  });

  test('lose nothing when the database is restarted under load', async () => {
    const url = await server.database();
    // One waits for the database, the other soon tells its clients to come again.
    const [patient, hasty] = [await instance(url, { patience: 20_000 }), await instance(url, { patience: 20 })];
    await patient.bot.start(C);
    const keys: string[] = [];
    let said = 0;
    let isBack = false;
    const chat = async (bot: Bot, name: string): Promise<number> => {
      let refusals = 0;
      for (let after = 0; after < 5; isBack && after++) {
        const key = `${name}-${said++}`;
        keys.push(key);
        refusals += await insist(bot, letter(key, `${1000 + said}`));
      }
      return refusals;
    };
    const chats = [chat(patient.bot, 'patient'), chat(hasty.bot, 'hasty')];
    while (keys.length < 10) await pauses.wait(5);
    await server.halt();
    await server.resume();
    isBack = true;
    const [waited, refused] = await Promise.all(chats);
    expect(waited).toBe(0);
    expect(refused).toBeGreaterThan(0);
    await expectWhole(patient.store, keys);
  });

  test('hear of each other’s turns, and of an erasure', async () => {
    const url = await server.database();
    const [one, other] = [await instance(url), await instance(url)];
    await one.bot.start(C);
    const heard: string[] = [];
    if (!one.bot.sequences) throw new Error('nobody could tell');
    const follower = createFollower(
      one.bot.sequences,
      () => heard.push('changed'),
      () => heard.push('gone'),
    );
    follower.follow(C);
    await follower.look(0);
    await follower.look(1000);
    expect(heard).toEqual(['changed']);
    await other.bot.turn(letter('k', '5000'));
    await follower.look(2000);
    await other.bot.erase(C);
    await follower.look(3000);
    expect(heard).toEqual(['changed', 'changed', 'gone']);
  });

  test.each(['the other went on', 'the other erased it'])('refuse the turn of one that was frozen while %s', async (meanwhile) => {
    const isErased = meanwhile === 'the other erased it';
    const url = await server.database();
    const { store } = await instance(url);
    await store.create(conversation('f'), clock.now().toISOString());
    const driver = fileURLToPath(new URL('./frozen-driver.mjs', import.meta.url));
    const frozen = spawn(process.execPath, [driver, url], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: frozen.stdout })[Symbol.asyncIterator]();
    expect(await lines.next()).toMatchObject({ value: 'loaded version 0' });
    frozen.kill('SIGSTOP');
    if (isErased) expect(await store.erase(conversation('f'))).toBe(true);
    else expect(await store.append(turn('f', 1, 'mine'), '"mine"', 0)).toEqual({ kind: 'stored' });
    frozen.stdin.write('go on\n');
    frozen.kill('SIGCONT');
    expect(await lines.next()).toMatchObject({ value: 'conflict' });
    frozen.stdin.end();
    await new Promise((resolve) => frozen.once('exit', resolve));
    expect(await store.load(conversation('f'))).toEqual(isErased ? undefined : { state: '"mine"', version: 1 });
    expect((await store.history(conversation('f'), 0, 10)).map(({ key }) => key)).toEqual(isErased ? [] : ['mine']);
  });
});
