import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import type { ConversationId, Incoming, Store } from '../../src/bot/ports.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { realBrain } from '../brain.js';

const C = 'c' as ConversationId;
const clock = { now: () => new Date(0) };

async function talk(store: Store = createMemoryStore(), onOutgoing?: () => void) {
  const bot = createBot({ brain: realBrain, store, clock, ...(onOutgoing && { onOutgoing }) });
  await bot.start(C);
  return bot;
}

const letter = (text: string, key = text): Incoming => ({
  conversation: C,
  key,
  text,
  outgoing: (reply, { sequence }) => [{ delivery: `d${sequence}`, channel: 'letter', target: { to: 'u' }, part: { text: reply.text } }],
});

describe('what a turn sends', () => {
  it('is made from its reply and stored with it', async () => {
    const store = createMemoryStore();
    let told = 0;
    const bot = await talk(store, () => told++);
    const first = await bot.turn(letter('提现限额是多少'));
    if (!first.ok) throw new Error(first.error.kind);
    expect(first.value.incoming).toEqual({ text: '提现限额是多少' });
    expect(await store.undelivered(C)).toEqual([
      {
        conversation: C,
        sequence: 1,
        delivery: 'd1',
        channel: 'letter',
        target: { to: 'u' },
        part: { text: first.value.reply.text },
        attempts: 0,
        state: 'waiting',
      },
    ]);
    expect(told).toBe(1);
  });

  it('is not sent again for the same message, nor for one that is refused', async () => {
    const store = createMemoryStore();
    let told = 0;
    const bot = await talk(store, () => told++);
    await Promise.all([bot.turn(letter('5000', 'k')), bot.turn(letter('5000', 'k')), bot.turn(letter('6000', 'k')), bot.turn(letter(' '))]);
    expect(await store.undelivered(C)).toHaveLength(1);
    expect(told).toBe(1);
  });

  it('is computed anew with the sequence it gets after a conflict', async () => {
    const store = createMemoryStore();
    const [mine, other] = [await talk(store), await talk(store)];
    await Promise.all([mine.turn(letter('5000', 'a')), other.turn(letter('6000', 'b'))]);
    expect((await store.undelivered(C)).map(({ delivery, sequence }) => [delivery, sequence])).toEqual([
      ['d1', 1],
      ['d2', 2],
    ]);
  });
});

describe('erasing a conversation', () => {
  it('waits for the turns that were called before, and comes before those after', async () => {
    const store = createMemoryStore();
    const bot = await talk(store);
    const before = [bot.turn(letter('5000')), bot.turn(letter('6000'))];
    const erased = bot.erase(C);
    const after = bot.turn(letter('7000'));
    expect((await Promise.all(before)).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await erased).toBe(true);
    expect(await after).toEqual({ ok: false, error: { kind: 'unknown-conversation' } });
    expect(await bot.has(C)).toBe(false);
    expect(await bot.export(C)).toBeUndefined();
    expect(await bot.erase(C)).toBe(false);
  });
});

describe('a turn whose conversation another instance erases meanwhile', () => {
  it('is refused as such, so that no channel begins the conversation anew with it', async () => {
    const store = createMemoryStore();
    const append: Store['append'] = async (...args) => {
      await store.erase(C);
      return store.append(...args);
    };
    const bot = await talk({ ...store, append });
    expect(await bot.turn(letter('5000'))).toEqual({ ok: false, error: { kind: 'erased' } });
    expect(await bot.turn(letter('5000'))).toEqual({ ok: false, error: { kind: 'unknown-conversation' } });
  });
});

describe('exporting a conversation', () => {
  it('gives nothing of one that another instance erases meanwhile', async () => {
    const store = createMemoryStore();
    const undelivered: Store['undelivered'] = async (id) => {
      await store.erase(id);
      return store.undelivered(id);
    };
    const bot = await talk({ ...store, undelivered });
    await bot.turn(letter('5000'));
    expect(await bot.export(C)).toBeUndefined();
  });

  it('gives one moment of it while another instance answers', async () => {
    const store = createMemoryStore();
    const other = await talk(store);
    let turns = 0;
    const history: Store['history'] = async (...args) => {
      const found = await store.history(...args);
      if (turns++ < 2) await other.turn(letter(`${turns}000`));
      return found;
    };
    const kept = await (await talk({ ...store, history })).export(C);
    expect([kept?.turns.length, kept?.undelivered.length]).toEqual([2, 2]);
  });

  it('gives all of it, however long', async () => {
    const store = createMemoryStore();
    const bot = await talk(store);
    for (let n = 1; n <= 405; n++) await bot.turn(n === 1 ? letter('5000') : { conversation: C, key: `${n}`, text: '谢谢' });
    const kept = await bot.export(C);
    expect(kept?.turns.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 405 }, (_, index) => index + 1));
    expect(kept).toMatchObject({ conversation: C, state: { version: expect.any(Number) }, undelivered: [{ delivery: 'd1' }] });
  });
});
