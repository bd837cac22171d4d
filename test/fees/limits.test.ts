import { describe, expect, test } from 'vitest';
import { checkLimits, largestSingle, limitsUnder, readingsOf } from '../../src/fees/limits.js';
import type { FactId } from '../../src/knowledge/fact.js';
import { huabei, leg, limit, mybank, tariff, thirdParty, wechat, yuan } from './tariffs.js';

const both = tariff('both', [leg('0')], { limits: [limit('per-transaction', '500', 'a'), limit('per-day', '2000', 'b')] });

describe('limits', () => {
  test.each([
    [both, '499.99', ['within', 'within']],
    [both, '500', ['met', 'within']],
    [both, '500.01', ['exceeded', 'within']],
    [both, '2000.01', ['exceeded', 'exceeded']],
    [huabei, '1', ['unlimited']],
    [thirdParty, '1', ['unstated']],
    [mybank, '1', []],
  ] as const)('%# $id', (method, amount, statuses) => {
    expect(checkLimits(method, yuan(amount)).map(({ status }) => status)).toEqual(statuses);
  });

  test('the most that one transaction carries', () => {
    expect(largestSingle(both)).toBe(yuan('500'));
    expect(largestSingle(both, wechat)).toBe(yuan('500'));
    expect(largestSingle(huabei)).toBeGreaterThan(yuan('1000000'));
  });

  test('two limits on one quantity are two readings, on two quantities two limits', () => {
    expect(readingsOf(wechat)).toEqual(['per-day', 'per-transaction']);
    expect(readingsOf(both)).toEqual([]);
    expect(limitsUnder(wechat, 'per-day').map(({ basis }) => basis)).toEqual(['per-day']);
    expect(limitsUnder(wechat, 'per-transaction').map(({ basis }) => basis)).toEqual(['per-transaction']);
    expect(limitsUnder(both, 'per-day').map(({ basis }) => basis)).toEqual(['per-transaction', 'per-day']);
    const open = { kind: 'unlimited', basis: 'per-day', facts: ['a' as FactId] } as const;
    expect(readingsOf({ ...both, limits: [open] })).toEqual([]);
  });
});
