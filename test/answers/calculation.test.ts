import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/base/language.js';
import { fen, formatYuan, parseYuan } from '../../src/base/money.js';
import type { Slots } from '../../src/dialog/slots.js';
import type { Reply } from '../../src/rendering/reply.js';
import { expectFormulas } from './formulas.js';
import { unaccounted } from './numbers.js';
import { answerTo, pack, replyTo } from './replies.js';

const methods = pack.tariffs.map(({ id }) => id);
const method = fc.constantFrom(...methods);
const language = fc.constantFrom(...LANGUAGES);
/** From a fen to ten million yuan, small ones as often as large ones. */
const sum = fc.oneof(fc.bigInt(1n, 500_000n), fc.bigInt(1n, 1_000_000_000n)).map((value) => formatYuan(fen(value)));
/** Amounts that are wrong, or at an edge. */
const EDGES = ['0.00', '-500.00', '0.01', '0.99', '1.00', '1000.00', '5000.00', '5000.01', '10000000000000000.00', '1.005', '0.001'];

const quoteOf = (slots: Slots, inLanguage: (typeof LANGUAGES)[number] = 'zh'): Reply => answerTo('fee-quote', inLanguage, slots);

describe('a quote', () => {
  it('states no number but its figures, and every figure comes out of its formula again', () => {
    fc.assert(
      fc.property(method, sum, language, (way, amount, inLanguage) => {
        const reply = quoteOf({ method: way, amount }, inLanguage);
        expect(unaccounted(reply, [amount])).toEqual([]);
        expectFormulas(reply);
        expect(reply.slots).toEqual({ method: way, amount, currency: 'CNY' });
      }),
      { numRuns: 300 },
    );
  });

  it('for what must arrive states no other number either, and enough arrives', () => {
    fc.assert(
      fc.property(method, sum, language, (way, target, inLanguage) => {
        const reply = quoteOf({ method: way, target }, inLanguage);
        expect(unaccounted(reply, [target])).toEqual([]);
        expectFormulas(reply);
        const [, net] = reply.figures;
        expect(parseYuan(net?.value.split('..')[0] ?? '')).toBeGreaterThanOrEqual(parseYuan(target) ?? 0n);
      }),
      { numRuns: 300 },
    );
  });

  it.each(EDGES)('of %s yuan states no number but its figures', (amount) => {
    for (const way of methods) {
      for (const inLanguage of LANGUAGES) {
        expect(unaccounted(quoteOf({ method: way, amount }, inLanguage), [amount])).toEqual([]);
        expect(unaccounted(quoteOf({ method: way, target: amount }, inLanguage), [amount])).toEqual([]);
      }
    }
  });

  it.each(['0.00', '-500.00', '1.005', '10000000000000000.00'])('of %s yuan has nothing to do with a tariff', (amount) => {
    const { conflicts, sources } = quoteOf({ method: 'wechat-balance', amount });
    expect(conflicts).toEqual([]);
    expect(sources).toEqual([]);
  });
});

describe('what is asked the other way round, or of days and times', () => {
  const small = fc.bigInt(0n, 200_000n).map((value) => formatYuan(fen(value)));
  const count = fc.integer({ min: 1, max: 40 });
  const asked: fc.Arbitrary<Slots> = fc.oneof(
    fc.record({ fee: small }),
    fc.record({ budget: small }),
    fc.record({ days: count, asks: fc.constant('most' as const) }),
    fc.record({ amount: sum, asks: fc.constant('pieces' as const) }),
    fc.record({ amount: sum, days: count }),
    fc.record({ amount: sum, times: count }),
    fc.record({ amount: sum, days: count, per: fc.constant('day' as const) }),
    fc.record({ amount: sum, times: count, per: fc.constant('time' as const) }),
    fc.record({ amount: sum, fee: small, approximate: fc.constant(true as const) }),
    fc.record({ amount: sum, received: sum }),
    fc.record({ amount: sum, asks: fc.constantFrom('rest' as const, 'ends' as const) }),
    fc.record({
      amount: sum,
      times: count,
      per: fc.constant('time' as const),
      rhythm: fc.constantFrom({ unit: 'week', often: 1, within: 7 } as const, { unit: 'month', often: 2, within: 15 } as const),
    }),
  );

  it('states no number but its figures and the user’s, and every formula computes again', () => {
    fc.assert(
      fc.property(method, asked, language, (way, slots, inLanguage) => {
        const reply = quoteOf({ ...slots, method: way }, inLanguage);
        const given = [slots.amount, slots.fee, slots.received, slots.budget, slots.days, slots.times, slots.rhythm?.often].flatMap(
          (value) => (value === undefined ? [] : String(value)),
        );
        expect(unaccounted(reply, given)).toEqual([]);
        expectFormulas(reply);
        expect(reply.text).not.toMatch(/undefined|NaN|\[object|{|}/);
      }),
      { numRuns: 400 },
    );
  });

  it('explains a quote with what the rates alone give', () => {
    fc.assert(
      fc.property(method, sum, fc.option(small, { nil: undefined }), language, (way, amount, figure, inLanguage) => {
        const item = {
          intent: 'fee-quote',
          confidence: 1,
          slots: { method: way, amount },
          explains: figure === undefined ? {} : { figure },
        };
        const reply = replyTo({ kind: 'answer', items: [item] }, inLanguage);
        expect(unaccounted(reply, [amount, ...(figure === undefined ? [] : [figure])])).toEqual([]);
        expectFormulas(reply);
      }),
      { numRuns: 150 },
    );
  });

  it('estimates a range before it asks for one amount', () => {
    fc.assert(
      fc.property(method, sum, sum, language, (way, a, b, inLanguage) => {
        const [min, max] = (parseYuan(a) ?? 0n) < (parseYuan(b) ?? 0n) ? [a, b] : [b, a];
        const item = { intent: 'fee-quote', confidence: 1, slots: { method: way } };
        const request = { slot: 'amount', item, methods, because: { kind: 'vague', min, max } } as const;
        const reply = replyTo({ kind: 'answer', items: [], request }, inLanguage);
        expect(reply.kind).toBe('clarify');
        expect(unaccounted(reply, [min, max])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an amount over a limit', () => {
  const reply = quoteOf({ method: 'wechat-balance', amount: '8000.00' }, 'en');

  it('is cut up by both readings', () => {
    expect(reply.text).toContain('2 transactions over 2 days');
    expect(reply.text).toContain('2 transactions over 1 day');
    expect(reply.conflicts.map(({ id }) => id)).toEqual(['wechat-limit-basis']);
  });

  it('is cut up also when it comes from what must arrive', () => {
    const { text, figures } = quoteOf({ method: 'wechat-balance', target: '5000.00' }, 'en');
    expect(text).toContain('5,005.01 yuan');
    expect(figures[1]).toMatchObject({ value: '5000.00', unit: 'CNY' });
  });
});

describe('a comparison', () => {
  it('states no number but its figures', () => {
    fc.assert(
      fc.property(sum, language, (amount, inLanguage) => {
        const reply = answerTo('fee-compare', inLanguage, { amount });
        expect(unaccounted(reply, [amount])).toEqual([]);
        expectFormulas(reply);
      }),
      { numRuns: 100 },
    );
  });

  it.each(EDGES)('of %s yuan neither', (amount) => {
    for (const inLanguage of LANGUAGES) expect(unaccounted(answerTo('fee-compare', inLanguage, { amount }), [amount])).toEqual([]);
  });

  it('never calls a way that is not recommended the cheapest', () => {
    const { text } = answerTo('fee-compare', 'en', { amount: '5000.00' });
    expect(text).toMatch(/^Cheapest: UnionPay QuickPass/);
    expect(text).toContain('not recommended');
  });
});
