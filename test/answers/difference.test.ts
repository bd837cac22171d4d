import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/base/language.js';
import { fen, formatYuan, parseYuan } from '../../src/base/money.js';
import { formatDecimal, rational } from '../../src/base/rational.js';
import type { Difference } from '../../src/dialog/decision.js';
import type { Slots } from '../../src/dialog/slots.js';
import { expectFormulas } from './formulas.js';
import { unaccounted } from './numbers.js';
import { answerTo, pack, replyTo } from './replies.js';

const method = fc.constantFrom(...pack.tariffs.map(({ id }) => id));
const language = fc.constantFrom(...LANGUAGES);
const sum = fc.bigInt(200n, 50_000_000n).map((value) => formatYuan(fen(value)));
const side: fc.Arbitrary<Slots> = fc.record({ method, amount: sum });

const between = (differs: Difference, inLanguage: (typeof LANGUAGES)[number] = 'zh') =>
  replyTo({ kind: 'answer', items: [{ intent: 'fee-quote', confidence: 1, slots: differs.sides[1], differs }] }, inLanguage);

describe('what lies between two calculations', () => {
  it('is the two of them taken from each other, and states no other number', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom('fee' as const, 'net' as const), language, (first, second, of, inLanguage) => {
        const reply = between({ of, sides: [first, second] }, inLanguage);
        expect(unaccounted(reply, [first.amount ?? '', second.amount ?? ''])).toEqual([]);
        expectFormulas(reply);
        const place = of === 'fee' ? 0 : 1;
        const [a, b] = [first, second].map((slots) => {
          const { value } = answerTo('fee-quote', inLanguage, slots).figures[place] ?? { value: '' };
          const [min = '', max = min] = value.split('..');
          return { min: parseYuan(min) ?? 0n, max: parseYuan(max) ?? 0n };
        });
        if (!a || !b) throw new Error('two sides');
        const [more, less] = a.min >= b.max ? [a, b] : [b, a];
        const [low, high] = [more.min - less.max, more.max - less.min].map((value) => formatYuan(fen(value)));
        // Ranges that overlap leave it open.
        if (more.min >= less.max) expect(reply.figures[0]?.value).toBe(low === high ? low : `${low}..${high}`);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['mybank', 'unionpay', '27'],
    ['official-direct', 'unionpay', '45'],
    ['official-direct', 'official-direct', '0'],
  ])('in minutes, %s and %s', (first, second, minutes) => {
    const reply = between({ of: 'time', sides: [{ method: first }, { method: second }] });
    expect(reply.figures[0]).toMatchObject({ value: minutes, unit: 'minute' });
    expect(unaccounted(reply)).toEqual([]);
  });

  it('is not told where the article gives no time', () => {
    const reply = between({ of: 'time', sides: [{ method: 'huabei-official' }, { method: 'mybank' }] }, 'en');
    expect(reply.text).toContain('does not say how long it takes');
    expect(reply.text).toContain('neither is the difference');
  });

  it('takes the best way for a side that names none', () => {
    const reply = between({
      of: 'fee',
      sides: [
        { method: 'mybank', amount: '10000.00' },
        { amount: '10000.00', focus: 'cost' },
      ],
    });
    expect(reply.text).toContain('云闪付转账 10,000 元');
    expect(reply.figures[0]).toMatchObject({ value: '19.99', unit: 'CNY' });
  });

  it('warns of a way that is not recommended', () => {
    const sides = [{ method: 'unionpay' }, { method: 'third-party' }].map((slots) => ({ ...slots, amount: '900.00' }));
    const [first = {}, second = {}] = sides;
    expect(between({ of: 'fee', sides: [first, second] }).text).toContain('不建议使用');
  });

  it('says what is wrong with a side', () => {
    const reply = between(
      {
        of: 'fee',
        sides: [
          { method: 'mybank', amount: '0.00' },
          { method: 'unionpay', amount: '5.00' },
        ],
      },
      'en',
    );
    expect(reply.text).toContain('zero');
  });
});

describe('a rate that somebody asks', () => {
  it('is what is worked with, and states no number but its figures', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 500n), fc.bigInt(0n, 100n), sum, language, (low, more, amount, inLanguage) => {
        const [min, max] = [low, low + more].map((share) => formatDecimal(rational(share, 1000n)));
        const reply = answerTo('fee-quote', inLanguage, { method: 'third-party', amount, rate: { min: min ?? '', max: max ?? '' } });
        expect(unaccounted(reply, [amount])).toEqual([]);
        expectFormulas(reply);
        const percent = [low, low + more].map((share) => formatDecimal(rational(share, 10n)));
        expect(reply.figures.filter(({ unit }) => unit === 'percent').map(({ value }) => value)).toContain(
          more === 0n ? percent[0] : percent.join('..'),
        );
        // What the article has for it stands beside.
        expect(reply.text).toContain('8%–15%');
      }),
      { numRuns: 200 },
    );
  });

  it('is not called a figure of the article', () => {
    const reply = answerTo('fee-quote', 'en', { method: 'third-party', amount: '6000.00', rate: { min: '0.12', max: '0.12' } });
    expect(reply.text).toContain("the one you name, not the article's");
    expect(reply.figures[0]).toMatchObject({ value: '720.00', origin: { formula: '6000.00 × 12% = 720.00' } });
  });
});

describe('a chain of ways', () => {
  const leg = fc.constantFrom('huabei-official', 'wechat-balance', 'mybank', 'third-party', '');

  it('takes from each leg what the one before left, and states no number but its figures', () => {
    fc.assert(
      fc.property(fc.array(leg, { minLength: 2, maxLength: 4 }), sum, language, (route, amount, inLanguage) => {
        const reply = answerTo('fee-quote', inLanguage, { route, amount });
        if (reply.figures.length < 4) return;
        expect(unaccounted(reply, [amount])).toEqual([]);
        expectFormulas(reply);
        // Way by way by hand, at the least and at the most.
        const known = route.filter((id) => id !== '');
        const [net] = reply.figures.slice(1);
        const ends = (net?.value ?? '').split('..');
        const byHand = known.reduce<string | undefined>((reaching, method) => {
          const step = reaching === undefined ? undefined : answerTo('fee-quote', inLanguage, { method, amount: reaching });
          return step?.figures[1]?.value;
        }, amount);
        if (byHand !== undefined && !known.includes('third-party') && !isOver(known, amount)) expect(ends[0]).toBe(byHand);
        expect(reply.text.includes(inLanguage === 'zh' ? '没有给出收费' : 'gives no fee')).toBe(route.includes(''));
      }),
      { numRuns: 200 },
    );
  });

  /** An amount over a limit is cut up when it goes by one way alone. */
  const isOver = (route: readonly string[], amount: string) => route.includes('wechat-balance') && (parseYuan(amount) ?? 0n) > 500_000n;

  it('tells a limit that a leg exceeds', () => {
    expect(answerTo('fee-quote', 'en', { route: ['huabei-official', '', 'wechat-balance'], amount: '8000.00' }).text).toContain(
      'over its limit',
    );
    expect(answerTo('fee-quote', 'en', { route: ['huabei-official', '', 'wechat-balance'], amount: '4000.00' }).text).not.toContain(
      'over its limit',
    );
  });
});
