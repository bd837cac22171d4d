import fc from 'fast-check';
import type { Interval } from '../../src/base/interval.js';
import { exactly } from '../../src/base/interval.js';
import { type Fen, fen, parseYuan } from '../../src/base/money.js';
import { divide, parseDecimal, type Rational, rational } from '../../src/base/rational.js';
import type { Result } from '../../src/base/result.js';
import type { FactId } from '../../src/knowledge/fact.js';
import { type Leg, type Limit, type LimitBasis, ROUNDINGS, type Sourced, type Tariff } from '../../src/knowledge/tariff.js';

const sourced = <T>(value: T, ...facts: string[]): Sourced<T> => ({ value, facts: facts as FactId[] });

export function yuan(text: string): Fen {
  const value = parseYuan(text);
  if (value === undefined) throw new Error(`no amount: ${text}`);
  return value;
}

function percent(text: string): Rational {
  const value = parseDecimal(text);
  if (!value) throw new Error(`no rate: ${text}`);
  return divide(value, rational(100n));
}

export function must<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error, (_, value) => (typeof value === 'bigint' ? `${value}` : value)));
}

export const problem = <T, E>(result: Result<T, E>): E | undefined => (result.ok ? undefined : result.error);

/** A leg in yuan and percent: `leg('0.1', { minimum: '1' })`. */
export function leg(
  rate: string | readonly [string, string],
  terms: Partial<Record<'minimum' | 'maximum' | 'fixed' | 'freeAllowance', string>> = {},
): Leg {
  const range: Interval<Rational> = typeof rate === 'string' ? exactly(percent(rate)) : { min: percent(rate[0]), max: percent(rate[1]) };
  const figures = Object.entries(terms).map(([name, text]) => [name, sourced(yuan(text), `leg.${name.toLowerCase()}`)] as const);
  return { name: { zh: '一步', en: 'step' }, rate: sourced(range, 'leg.rate'), ...Object.fromEntries(figures) };
}

export const limit = (basis: LimitBasis, amount: string, fact = `leg.limit-${basis}`): Limit => ({
  kind: 'amount',
  basis,
  amount: sourced(yuan(amount), fact),
});

export const tariff = (id: string, legs: Tariff['legs'], more: Partial<Tariff> = {}): Tariff => ({
  id,
  name: { zh: id, en: id },
  aliases: { zh: [], en: [] },
  startsAt: [],
  source: { article: 'article', section: 'methods' },
  recommended: true,
  legs,
  limits: [],
  rounding: 'half-up',
  ...more,
});

const minutes = (count: bigint): Sourced<Interval<Rational>> => sourced(exactly(rational(count)), 'time');

export const huabei = tariff('huabei-official', [leg('0.1', { minimum: '1' })], {
  limits: [{ kind: 'unlimited', basis: 'per-day', facts: ['huabei-official.limit' as FactId] }],
});
export const wechat = tariff('wechat-balance', [leg('0.1')], {
  limits: [limit('per-transaction', '5000', 'wechat-balance.limit~text'), limit('per-day', '5000', 'wechat-balance.limit~table')],
});
export const thirdParty = tariff('third-party', [leg(['8', '15'])], {
  recommended: false,
  limits: [{ kind: 'unstated', basis: 'per-transaction', facts: [] }],
});
export const mybank = tariff('mybank', [leg('0.1'), leg('0.1')], { time: minutes(41n) });
export const unionpay = tariff('unionpay', [leg('0')], { time: minutes(68n) });
export const direct = tariff('official-direct', [leg('0.1')], { time: minutes(23n) });
export const six = [huabei, wechat, thirdParty, mybank, unionpay, direct] as const;

const money = (max: number) => fc.bigInt(0n, BigInt(max)).map((value) => sourced(fen(value), 'any.money'));

const anyRate = fc
  .tuple(fc.bigInt(0n, 300n), fc.bigInt(0n, 300n), fc.constantFrom(1000n, 997n, 750n))
  .map(([a, b, d]): Interval<Rational> => ({ min: rational(a < b ? a : b, d), max: rational(a < b ? b : a, d) }));

const anyRounding = fc.constantFrom(...ROUNDINGS);

/** `size` is about the amounts that the terms should matter to. */
const anyLeg = (size: number) =>
  fc
    .record(
      {
        rates: anyRate,
        minimum: money(size / 50),
        above: money(size / 5),
        capped: fc.boolean(),
        fixed: money(size / 100),
        freeAllowance: money(size / 2.5),
        tiers: fc.array(fc.tuple(fc.bigInt(1n, BigInt(size / 4)), anyRate), { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['rates'] },
    )
    .map(({ rates: rate, above, capped, tiers, ...terms }): Leg => {
      let start = terms.freeAllowance?.value ?? 0n;
      const steps = tiers?.map(([more, tierRate]) => {
        start += more;
        return { above: sourced(fen(start), 'any.tier'), rate: sourced(tierRate, 'any.rate') };
      });
      const maximum = capped && above ? sourced(fen((terms.minimum?.value ?? 0n) + above.value), 'any.money') : undefined;
      return {
        name: { zh: '', en: '' },
        rate: sourced(rate, 'any.rate'),
        ...terms,
        ...(steps && { tiers: steps }),
        ...(maximum && { maximum }),
      };
    });

/** Tariffs of one to three legs with every term, in small figures that a naive twin can go through one by one. */
export const anyTariff = fc
  .tuple(anyLeg(2000), fc.array(anyLeg(2000), { maxLength: 2 }), anyRounding)
  .map(([first, rest, rounding]) => tariff('any', [first, ...rest], { rounding }));

/** One or two legs, in figures so small that every split of a total of some fen can be tried. */
export const tinyTariff = fc
  .tuple(anyLeg(100), fc.array(anyLeg(100), { maxLength: 1 }), anyRounding)
  .map(([first, rest, rounding]) => tariff('tiny', [first, ...rest], { rounding }));

/** The same with a definite rate on each leg. */
export const exactTariff = anyTariff.map((any) => {
  const definite = (rate: Leg['rate']) => ({ ...rate, value: exactly(rate.value.max) });
  const [first, ...rest] = any.legs.map(
    (each): Leg => ({
      ...each,
      rate: definite(each.rate),
      ...(each.tiers && { tiers: each.tiers.map(({ above, rate }) => ({ above, rate: definite(rate) })) }),
    }),
  );
  return { ...any, legs: first ? ([first, ...rest] as const) : any.legs };
});
