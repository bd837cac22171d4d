import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, formatYuan } from '../../src/base/money.js';
import { rational } from '../../src/base/rational.js';
import { evaluate } from '../../src/fees/formula.js';
import { amountFromYuan, CEILING, methodById } from '../../src/fees/guards.js';
import { quote } from '../../src/fees/quote.js';
import { naiveNet } from './naive.js';
import {
  anyTariff,
  direct,
  exactTariff,
  huabei,
  leg,
  limit,
  must,
  mybank,
  problem,
  six,
  tariff,
  thirdParty,
  unionpay,
  wechat,
  yuan,
} from './tariffs.js';

const withAllowance = tariff('allowance', [leg('0.1', { freeAllowance: '1000', minimum: '0.10' })]);
const tier = (above: string, rate: string) => ({
  above: { value: yuan(above), facts: [] },
  rate: { value: leg(rate).rate.value, facts: [] },
});
const tiered = tariff('tiered', [{ ...leg('0.1', { minimum: '1' }), tiers: [tier('5000', '0.05'), tier('20000', '0')] }]);
const roundedUp = tariff('up', [leg('0.1')], { rounding: 'up' });
const roundedDown = tariff('down', [leg('0.1')], { rounding: 'down' });
const capped = tariff('capped', [leg('1', { fixed: '2', maximum: '25' })]);
const twoOpen = tariff('two-open', [leg(['1', '2']), leg('10')]);

describe('quote', () => {
  test.each([
    // method, amount, fee, net, formula
    [huabei, '5000', '5.00', '4995.00', 'max(5000.00 × 0.1%, 1.00) = 5.00'],
    [huabei, '100', '1.00', '99.00', 'max(100.00 × 0.1%, 1.00) = 1.00'],
    [huabei, '1234.56', '1.23', '1233.33', 'max(round(1234.56 × 0.1%), 1.00) = 1.23'],
    [huabei, '1', '1.00', '0.00', 'max(round(1.00 × 0.1%), 1.00) = 1.00'],
    [huabei, '1004.99', '1.00', '1003.99', 'max(round(1004.99 × 0.1%), 1.00) = 1.00'],
    [huabei, '1005', '1.01', '1003.99', 'max(round(1005.00 × 0.1%), 1.00) = 1.01'],
    [wechat, '5000', '5.00', '4995.00', '5000.00 × 0.1% = 5.00'],
    [wechat, '4.99', '0.00', '4.99', 'round(4.99 × 0.1%) = 0.00'],
    [wechat, '5', '0.01', '4.99', 'round(5.00 × 0.1%) = 0.01'],
    [mybank, '5000', '10.00', '4990.00', '5000.00 × 0.1% + round(4995.00 × 0.1%) = 10.00'],
    [mybank, '10000', '19.99', '9980.01', '10000.00 × 0.1% + 9990.00 × 0.1% = 19.99'],
    [unionpay, '5000', '0.00', '5000.00', '5000.00 × 0% = 0.00'],
    [direct, '5000', '5.00', '4995.00', '5000.00 × 0.1% = 5.00'],
    [withAllowance, '800', '0.00', '800.00', '(800.00 − 800.00) × 0.1% = 0.00'],
    [withAllowance, '1000.01', '0.10', '999.91', 'max(round((1000.01 − 1000.00) × 0.1%), 0.10) = 0.10'],
    [withAllowance, '3000', '2.00', '2998.00', 'max((3000.00 − 1000.00) × 0.1%, 0.10) = 2.00'],
    [tiered, '5000', '5.00', '4995.00', 'max(5000.00 × 0.1%, 1.00) = 5.00'],
    [tiered, '8000', '6.50', '7993.50', 'max(5000.00 × 0.1% + (8000.00 − 5000.00) × 0.05%, 1.00) = 6.50'],
    [tiered, '90000', '12.50', '89987.50', 'max(5000.00 × 0.1% + (20000.00 − 5000.00) × 0.05% + (90000.00 − 20000.00) × 0%, 1.00) = 12.50'],
    [roundedUp, '5001', '5.01', '4995.99', 'ceil(5001.00 × 0.1%) = 5.01'],
    [roundedDown, '5009', '5.00', '5004.00', 'floor(5009.00 × 0.1%) = 5.00'],
    [capped, '100', '3.00', '97.00', 'min(100.00 × 1% + 2.00, 25.00) = 3.00'],
    [capped, '9000', '25.00', '8975.00', 'min(9000.00 × 1% + 2.00, 25.00) = 25.00'],
  ])('%#: $id of $1', (method, amount, fee, net, text) => {
    const quoted = must(quote(method, yuan(amount)));
    expect(quoted.fee.min).toBe(quoted.fee.max);
    expect([formatYuan(quoted.fee.max), formatYuan(quoted.net.min), quoted.formula.text]).toEqual([fee, net, text]);
  });

  test('an open rate makes an interval', () => {
    const quoted = must(quote(thirdParty, yuan('5000')));
    expect(quoted.fee).toEqual({ min: yuan('400'), max: yuan('750') });
    expect(quoted.net).toEqual({ min: yuan('4250'), max: yuan('4600') });
    expect(quoted.effectiveRate).toEqual({ min: rational(2n, 25n), max: rational(3n, 20n) });
    expect(quoted.formula.text).toBe('5000.00 × [8%–15%] = 400.00–750.00');
  });

  test('open legs do not add up end by end', () => {
    const quoted = must(quote(twoOpen, yuan('100')));
    expect(quoted.fee).toEqual({ min: yuan('10.90'), max: yuan('11.80') });
    expect(quoted.formula.text).toBe('100.00 × [1%–2%] = 1.00–2.00; [98.00–99.00] × 10% = 9.80–9.90; 100.00 − [88.20–89.10] = 10.90–11.80');
  });

  test.each([
    [huabei, '900', ['minimum']],
    [huabei, '1000', []],
    [withAllowance, '1000', ['free-allowance']],
    [withAllowance, '1050', ['free-allowance', 'minimum']],
    [capped, '9000', ['fixed', 'maximum']],
  ])('%#: names the terms that changed the fee', (method, amount, applied) => {
    expect(must(quote(method, yuan(amount))).applied).toEqual(applied);
  });

  test('tells how the amount stands to the limits, and the facts it used', () => {
    const statuses = (amount: string) => must(quote(wechat, yuan(amount), { overLimit: 'report' })).limits.map((check) => check.status);
    expect(statuses('4999')).toEqual(['within', 'within']);
    expect(statuses('5000')).toEqual(['met', 'met']);
    expect(statuses('5000.01')).toEqual(['exceeded', 'exceeded']);
    expect(must(quote(huabei, yuan('5'))).limits.map((check) => check.status)).toEqual(['unlimited']);
    expect(must(quote(thirdParty, yuan('5'))).limits.map((check) => check.status)).toEqual(['unstated']);
    expect(must(quote(huabei, yuan('5'))).facts).toEqual(['leg.rate', 'leg.minimum', 'huabei-official.limit']);
  });
});

describe('what is not quoted', () => {
  const dated = tariff('dated', [leg('1')], { validFrom: '2022-03-01', validUntil: '2023-02-28' });
  test.each([
    [wechat, -1n, {}, { kind: 'negative', input: 'amount', value: -1n }],
    [wechat, 0n, {}, { kind: 'zero', input: 'amount' }],
    [wechat, CEILING + 1n, {}, { kind: 'too-large', ceiling: CEILING }],
    [wechat, 1_200_000n, {}, { kind: 'over-limit', largest: 500_000n, parts: 3n, exceeded: wechat.limits }],
    [huabei, 50n, {}, { kind: 'fee-exceeds-amount', fee: { min: 100n, max: 100n }, smallest: 100n }],
    [dated, 100n, { on: '2022-02-28' }, { kind: 'not-yet-valid', validFrom: '2022-03-01' }],
    [dated, 100n, { on: '2023-03-01' }, { kind: 'expired', validUntil: '2023-02-28' }],
    [dated, 100n, { on: '2023-02-29' }, { kind: 'bad-date', text: '2023-02-29' }],
    [dated, 100n, { on: 'today' }, { kind: 'bad-date', text: 'today' }],
    [tariff('odd', [leg('101')]), 100n, {}, { kind: 'invalid-tariff', figure: 'rate', fault: 'above-one' }],
    [tariff('odd', [leg(['3', '2'])]), 100n, {}, { kind: 'invalid-tariff', figure: 'rate', fault: 'reversed' }],
    [tariff('odd', [leg('-1')]), 100n, {}, { kind: 'invalid-tariff', figure: 'rate', fault: 'negative' }],
    [tariff('odd', [{ ...leg('1'), tiers: [tier('5', '2'), tier('5', '3')] }]), 100n, {}, { figure: 'tiers', fault: 'out-of-order' }],
    [tariff('odd', [{ ...leg('1'), tiers: [tier('5', '200')] }]), 100n, {}, { kind: 'invalid-tariff', figure: 'rate', fault: 'above-one' }],
    [tariff('odd', [leg('1', { minimum: '2', maximum: '1' })]), 100n, {}, { kind: 'invalid-tariff', fault: 'minimum-above-maximum' }],
    [tariff('odd', [leg('1', { fixed: '-2' })]), 100n, {}, { kind: 'invalid-tariff', figure: 'fixed', fault: 'negative' }],
    [tariff('odd', [leg('1')], { limits: [limit('per-day', '0')] }), 100n, {}, { kind: 'invalid-tariff', figure: 'limit' }],
  ])('%#: $id', (method, amount, options, error) => {
    expect(problem(quote(method, fen(amount), options))).toMatchObject(error);
  });

  test('the days of validity belong to it', () => {
    for (const on of ['2022-03-01', '2023-02-28']) expect(quote(dated, fen(100n), { on }).ok).toBe(true);
  });

  test('a fraction of a fen is no amount, and an unknown method is no tariff', () => {
    expect(must(amountFromYuan(rational(1001n, 100n)))).toBe(1001n);
    expect(problem(amountFromYuan(rational(1n, 300n)))).toMatchObject({ kind: 'fraction-of-fen', nearest: { min: 0n, max: 1n } });
    expect(must(methodById(six, 'mybank'))).toBe(mybank);
    expect(problem(methodById(six, 'mybnk'))).toMatchObject({ kind: 'unknown-method', known: six.map((each) => each.id) });
  });
});

describe('properties', () => {
  const amounts = fc.bigInt(1n, 3000n).map(fen);

  test('fee and net are those of the naive twin, and add up to the amount', () => {
    fc.assert(
      fc.property(anyTariff, amounts, (method, amount) => {
        const quoted = quote(method, amount);
        const net = naiveNet(method, amount);
        if (!quoted.ok) {
          expect(net.min).toBeLessThan(0n);
          return;
        }
        expect(quoted.value.net).toEqual(net);
        expect([quoted.value.fee.min + net.max, quoted.value.fee.max + net.min]).toEqual([amount, amount]);
      }),
    );
  });

  test('both ends of an interval are fees of definite tariffs', () => {
    fc.assert(
      fc.property(anyTariff, amounts, (method, amount) => {
        const [first] = method.legs;
        const open = quote({ ...method, legs: [first] }, amount);
        if (!open.ok) return;
        for (const end of ['min', 'max'] as const) {
          const only = (rate: typeof first.rate) => ({ ...rate, value: { min: rate.value[end], max: rate.value[end] } });
          const tiers = first.tiers?.map(({ above, rate }) => ({ above, rate: only(rate) }));
          const leg = { ...first, rate: only(first.rate), ...(tiers && { tiers }) };
          const definite = must(quote({ ...method, legs: [leg] }, amount));
          expect(definite.fee).toEqual({ min: open.value.fee[end], max: open.value.fee[end] });
        }
      }),
    );
  });

  test('the fee never falls as the amount grows, allowances behind a leg aside', () => {
    fc.assert(
      fc.property(exactTariff, amounts, amounts, (method, a, b) => {
        if (method.legs.slice(1).some((each) => each.freeAllowance)) return;
        if (method.legs.length > 1 && method.legs[0].freeAllowance) return;
        const [small, large] = a < b ? [a, b] : [b, a];
        const [first, second] = [quote(method, small), quote(method, large)];
        if (first.ok && second.ok) expect(first.value.fee.max <= second.value.fee.max).toBe(true);
      }),
    );
  });

  test('every formula computes to its result again, and definite legs sum to the fee', () => {
    fc.assert(
      fc.property(exactTariff, amounts, (method, amount) => {
        const quoted = quote(method, amount);
        if (!quoted.ok) return;
        const results = quoted.value.formula.legs.map(evaluate);
        expect(results).toEqual(quoted.value.legs.map((each) => each.fee));
        expect(results.reduce((sum, fee) => sum + fee.max, 0n)).toBe(quoted.value.fee.max);
      }),
    );
  });
});
