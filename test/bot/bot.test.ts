import { describe, expect, it } from 'vitest';
import { type Bot, createBot, LONGEST_MESSAGE } from '../../src/bot/bot.js';
import type { ConversationId, Incoming, Log, Store, TurnRecord } from '../../src/bot/ports.js';
import { formatState, initialState, parseState } from '../../src/dialog/state.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { realBrain } from '../brain.js';

const id = (name: string): ConversationId => name as ConversationId;
const clock = { now: () => new Date(0) };
const make = (store: Store = createMemoryStore(), log?: Log): Bot => createBot({ brain: realBrain, store, clock, ...(log && { log }) });

const message = (text: string, key = text, conversation = 'c'): Incoming => ({ conversation: id(conversation), key, text });

/** Says the messages one after the other in a new conversation; every one is taken. */
async function said(bot: Bot, ...texts: readonly string[]): Promise<readonly TurnRecord[]> {
  await bot.start(id('c'));
  const turns: TurnRecord[] = [];
  for (const [index, text] of texts.entries()) {
    const outcome = await bot.turn(message(text, `k${index}`));
    if (!outcome.ok) throw new Error(`${text} was refused: ${outcome.error.kind}`);
    turns.push(outcome.value);
  }
  return turns;
}

const TALK = ['提现限额是多少', '5000', '2', '那网商银行呢', '再说一遍', 'Lawful alternatives', '今天天气怎么样', '取消'];

describe('a turn', () => {
  it('is stored with what was said and answered', async () => {
    const bot = make();
    const [turn] = await said(bot, '提现限额是多少');
    expect(turn).toMatchObject({
      conversation: 'c',
      sequence: 1,
      key: 'k0',
      at: '1970-01-01T00:00:00.000Z',
      incoming: { text: '提现限额是多少' },
      reply: { kind: 'answer', language: 'zh', intents: [{ id: 'limits' }] },
    });
    expect(await bot.history(id('c'), 0, 10)).toEqual([turn]);
  });

  it('goes on from the turn before', async () => {
    const turns = await said(make(), '5000', '第二个');
    expect(turns.map(({ reply }) => reply.kind)).toEqual(['clarify', 'answer']);
    expect(turns[1]?.reply.slots).toMatchObject({ amount: '5000.00', method: 'wechat-balance' });
  });

  it('of a person is noted in its place, once a key, and the dialog goes on from where it was', async () => {
    const bot = createBot({ brain: realBrain, store: createMemoryStore(), clock });
    const [asked] = await said(bot, '5000');
    if (!asked) throw new Error('nothing was stored');
    const silent = { ...asked.reply, kind: 'handoff' as const, text: '', blocks: [], suggestions: [] };
    const noted = await bot.note(message('有人吗', 'n'), silent);
    expect(noted).toMatchObject({ ok: true, value: { sequence: 2, incoming: { text: '有人吗' }, reply: { text: '' } } });
    expect(await bot.note(message('有人吗', 'n'), silent)).toEqual(noted);
    expect(await bot.turn(message('第二个'))).toMatchObject({ value: { sequence: 3, reply: { slots: { amount: '5000.00' } } } });
  });

  it('takes the first language from the locale, and later ones from the words', async () => {
    const bot = make();
    await bot.start(id('c'));
    const first = await bot.turn({ ...message('5000', '1'), locale: 'en-GB' });
    const second = await bot.turn(message('提现限额是多少', '2'));
    expect(first).toMatchObject({ value: { reply: { language: 'en' } } });
    expect(second).toMatchObject({ value: { reply: { language: 'zh' } } });
  });

  it.each([
    ['zh-CN', '我只看文字'],
    ['en', 'I read text only'],
  ])('a file alone is told in %s that only text is read, and the talk goes on where it was', async (locale, told) => {
    const bot = make();
    await bot.start(id('c'));
    const ask = (text: string, key: string, more: object = {}) => bot.turn({ ...message(text, key), locale, ...more });
    await ask(locale === 'en' ? 'the fee for 5000 yuan' : '5000 手续费', '1');
    const file = await ask('', '2', { unread: true });
    expect(file).toMatchObject({ value: { sequence: 2, reply: { kind: 'fallback', text: expect.stringContaining(told), figures: [] } } });
    const next = await ask('2', '3');
    expect(next).toMatchObject({ value: { reply: { kind: 'answer', slots: { amount: '5000.00', method: 'wechat-balance' } } } });
  });

  it('the words beside a file are answered, and that the file is not read is told', async () => {
    const bot = make();
    await bot.start(id('c'));
    const [plain, beside] = [
      await bot.turn(message('提现限额是多少', '1')),
      await bot.turn({ ...message('提现限额是多少', '2'), unread: true }),
    ];
    if (!plain.ok || !beside.ok) throw new Error('refused');
    expect(beside.value.reply.intents).toEqual(plain.value.reply.intents);
    expect(beside.value.reply.figures).toEqual(plain.value.reply.figures);
    expect(beside.value.reply.text).toContain('没有打开');
    expect(plain.value.reply.text).not.toContain('没有打开');
  });

  it('is logged without the words', async () => {
    const lines: unknown[] = [];
    await said(make(createMemoryStore(), { turn: (entry) => lines.push(entry) }), '提现限额是多少');
    expect(lines).toEqual([
      { conversation: 'c', sequence: 1, kind: 'answer', intents: ['limits'], language: 'zh', milliseconds: 0, pack: realBrain().pack.hash },
    ]);
  });
});

describe('what is not taken', () => {
  it.each([
    ['nothing', '', { kind: 'empty' }],
    ['only spaces', ' \n\t　', { kind: 'empty' }],
    ['too much', 'a'.repeat(LONGEST_MESSAGE + 1), { kind: 'too-long', limit: LONGEST_MESSAGE }],
  ])('%s', async (_, text, error) => {
    const bot = make();
    await bot.start(id('c'));
    expect(await bot.turn(message(text, 'k'))).toEqual({ ok: false, error });
    expect(await bot.history(id('c'), 0, 10)).toEqual([]);
  });

  it('a message of a conversation that was never started', async () => {
    const bot = make();
    expect(await bot.turn(message('5000'))).toEqual({ ok: false, error: { kind: 'unknown-conversation' } });
    expect(await bot.has(id('c'))).toBe(false);
  });

  it('another text under a key that was used', async () => {
    const bot = make();
    await bot.start(id('c'));
    await bot.turn(message('5000', 'k'));
    expect(await bot.turn(message('6000', 'k'))).toEqual({ ok: false, error: { kind: 'key-reused' } });
    expect(await bot.turn({ ...message('5000', 'k'), locale: 'en' })).toEqual({ ok: false, error: { kind: 'key-reused' } });
    expect(await bot.turn({ ...message('5000', 'k'), content: { value: 1 } })).toEqual({ ok: false, error: { kind: 'key-reused' } });
    expect(await bot.history(id('c'), 0, 10)).toHaveLength(1);
  });

  it('other contents under a key that was used; the same in another order are the same', async () => {
    const bot = make();
    await bot.start(id('c'));
    const card = { ...message('5000', 'k'), content: { attachments: [{ name: 'a', size: 1 }], value: { x: 1, y: [1, 2] } } };
    const first = await bot.turn(card);
    expect(first.ok && first.value.incoming).toEqual({ text: '5000' });
    expect(await bot.turn({ ...card, content: { value: { y: [1, 2], x: 1 }, attachments: [{ size: 1, name: 'a' }] } })).toEqual(first);
    for (const content of [{ ...card.content, value: { x: 1, y: [2, 1] } }, { attachments: [{ name: 'b', size: 1 }] }, undefined])
      expect(await bot.turn({ ...message('5000', 'k'), content })).toEqual({ ok: false, error: { kind: 'key-reused' } });
  });

  it('the longest message is taken', async () => {
    const bot = make();
    await bot.start(id('c'));
    expect(await bot.turn(message('a'.repeat(LONGEST_MESSAGE), 'k'))).toMatchObject({ ok: true });
  });
});

describe('the same key', () => {
  it('gives the stored turn again, also later and at the same time', async () => {
    const bot = make();
    await bot.start(id('c'));
    const outcomes = await Promise.all([bot.turn(message('5000', 'k')), bot.turn(message('5000', 'k'))]);
    await bot.turn(message('2', 'other'));
    outcomes.push(await bot.turn(message('5000', 'k')));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await bot.history(id('c'), 0, 10)).toHaveLength(2);
  });

  it('is another turn in another conversation', async () => {
    const bot = make();
    await bot.start(id('a'));
    await bot.start(id('b'));
    await bot.turn(message('5000', 'k', 'a'));
    expect(await bot.turn(message('6000', 'k', 'b'))).toMatchObject({ ok: true, value: { conversation: 'b', sequence: 1 } });
  });
});

describe('many messages at once', () => {
  it('are answered in the order they came', async () => {
    const bot = make();
    await bot.start(id('c'));
    const sums = Array.from({ length: 100 }, (_, index) => `${1000 + index}`);
    const outcomes = await Promise.all(sums.map((sum) => bot.turn(message(sum))));
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.sequence)).toEqual(sums.map((_, index) => index + 1));
    const turns = await bot.history(id('c'), 0, 1000);
    expect(turns.map(({ incoming }) => incoming.text)).toEqual(sums);
    expect(turns.map(({ reply }) => reply.slots.amount)).toEqual(sums.map((sum) => `${sum}.00`));
  });

  it('of several conversations do not mix', async () => {
    const bot = make();
    const names = Array.from({ length: 20 }, (_, index) => `c${index}`);
    await Promise.all(names.map((name) => bot.start(id(name))));
    await Promise.all(
      names.flatMap((name, index) => [bot.turn(message(`${2000 + index}`, '1', name)), bot.turn(message('云闪付', '2', name))]),
    );
    for (const [index, name] of names.entries()) {
      const [, last] = await bot.history(id(name), 0, 10);
      expect(last?.reply.slots).toMatchObject({ amount: `${2000 + index}.00`, method: 'unionpay' });
    }
  });

  it('go on after one that crashed', async () => {
    const store = createMemoryStore();
    let crashes = 1;
    const bot = make({ ...store, append: (...args) => (crashes-- > 0 ? Promise.reject(new Error('disk full')) : store.append(...args)) });
    await bot.start(id('c'));
    const [first, second] = await Promise.allSettled([bot.turn(message('5000')), bot.turn(message('6000'))]);
    expect(first).toMatchObject({ status: 'rejected' });
    expect(second).toMatchObject({ value: { ok: true, value: { sequence: 1 } } });
  });
});

describe('a store that others write to', () => {
  /** Says `conflict` for the first calls. */
  function contested(conflicts: number): { readonly store: Store; readonly calls: () => number } {
    const store = createMemoryStore();
    let calls = 0;
    const append: Store['append'] = (...args) => (calls++ < conflicts ? Promise.resolve({ kind: 'conflict' }) : store.append(...args));
    return { store: { ...store, append }, calls: () => calls };
  }

  it('is asked again after a conflict', async () => {
    const { store, calls } = contested(2);
    const [turn] = await said(make(store), '5000');
    expect(turn?.sequence).toBe(1);
    expect(calls()).toBe(3);
  });

  it('is given up on after several', async () => {
    const { store } = contested(Number.POSITIVE_INFINITY);
    const bot = make(store);
    await bot.start(id('c'));
    expect(await bot.turn(message('5000'))).toEqual({ ok: false, error: { kind: 'busy' } });
    expect(await bot.history(id('c'), 0, 10)).toEqual([]);
  });

  it('tries at once, then after longer and longer pauses of random length', async () => {
    const { store } = contested(Number.POSITIVE_INFINITY);
    const waits: number[] = [];
    const pauses = { wait: async (milliseconds: number) => void waits.push(milliseconds), random: () => 0.5 };
    const bot = createBot({ brain: realBrain, store, clock, pauses });
    await bot.start(id('c'));
    expect(await bot.turn(message('5000'))).toEqual({ ok: false, error: { kind: 'busy' } });
    expect(waits).toEqual([25, 50, 100]);
  });

  it('is not loaded again where the conflict tells what stands there', async () => {
    const store = createMemoryStore();
    let loads = 0;
    let conflicts = 1;
    const bot = make({
      ...store,
      load: (each) => {
        loads++;
        return store.load(each);
      },
      append: async (...args) => {
        if (conflicts-- <= 0) return store.append(...args);
        await make(store).turn(message('5000', 'other'));
        const now = await store.load(id('c'));
        return now ? { kind: 'conflict', now } : { kind: 'conflict' };
      },
    });
    await bot.start(id('c'));
    expect(await bot.turn(message('第二个', 'mine'))).toMatchObject({ value: { sequence: 2, reply: { slots: { amount: '5000.00' } } } });
    expect(loads).toBe(1);
  });

  it('gives the turn of the other process when it took the same message', async () => {
    const store = createMemoryStore();
    const [mine, other] = [make(store), make(store)];
    await mine.start(id('c'));
    const outcomes = await Promise.all([mine.turn(message('5000', 'k')), other.turn(message('5000', 'k'))]);
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(await mine.history(id('c'), 0, 10)).toHaveLength(1);
  });

  it('answers from the turn of the other process', async () => {
    const store = createMemoryStore();
    const [mine, other] = [make(store), make(store)];
    await mine.start(id('c'));
    await mine.turn(message('5000', '1'));
    expect(await other.turn(message('第二个', '2'))).toMatchObject({ value: { sequence: 2, reply: { slots: { amount: '5000.00' } } } });
  });
});

describe('a conversation', () => {
  it('is the same bytes with the same messages', async () => {
    const [first, second] = [await said(make(), ...TALK), await said(make(), ...TALK)];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });

  it('is the same with a new bot over the same store for every turn', async () => {
    const store = createMemoryStore();
    await make(store).start(id('c'));
    const turns: unknown[] = [];
    for (const [index, text] of TALK.entries()) {
      const outcome = await make(store).turn(message(text, `k${index}`));
      turns.push(outcome.ok ? outcome.value : outcome.error);
    }
    expect(turns).toEqual(await said(make(), ...TALK));
  });

  it('with a state of another version begins anew', async () => {
    const store = createMemoryStore();
    let written = '';
    const bot = make({
      ...store,
      load: async () => ({ state: formatState(initialState('zh')).replace(/"version":\d+/, '"version":0'), version: 1 }),
      append: async (_, state) => {
        written = state;
        return { kind: 'stored' };
      },
    });
    await bot.start(id('c'));
    expect((await bot.turn(message('5000'))).ok).toBe(true);
    expect(parseState(written)).toBeDefined();
  });

  it('that exists is left as it is when it is started again', async () => {
    const bot = make();
    await said(bot, '5000');
    await bot.start(id('c'));
    expect(await bot.history(id('c'), 0, 10)).toHaveLength(1);
  });
});
