import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayPost } from '../../../src/channels/dingtalk/receive.js';
import { apiBase, isSafeUrl } from '../../../src/channels/outbound/api-base.js';
import { isFigures } from '../../../src/channels/outbound/figures.js';
import { payloadOf, shortLabel } from '../../../src/channels/outbound/labels.js';
import { pack } from '../../../src/channels/outbound/pack.js';
import { dataOf } from '../../../src/channels/telegram/events.js';

describe('packing', () => {
  const fits = (limit: number) => (group: readonly number[]) => group.reduce((sum, size) => sum + size, 0) <= limit;

  test.each([
    [[], []],
    [[3], [[3]]],
    [
      [1, 2, 3, 4],
      [[1, 2], [3], [4]],
    ],
    [
      [9, 1, 1],
      [[9], [1, 1]],
    ],
  ])('%j by four: %j', (items, groups) => {
    expect(pack(items, fits(4))).toEqual(groups);
  });

  test('drops nothing, keeps the order, and joins no two groups that would fit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 })), fc.integer({ min: 1, max: 20 }), (items, limit) => {
        const groups = pack(items, fits(limit));
        expect(groups.flat()).toEqual(items);
        for (const [index, group] of groups.entries()) {
          expect(group.length === 1 || fits(limit)(group)).toBe(true);
          const next = groups[index + 1]?.[0];
          if (next !== undefined) expect(fits(limit)([...group, next])).toBe(false);
        }
      }),
    );
  });
});

describe('labels', () => {
  test.each([
    ['short', 20, 'short'],
    ['exactly so long', 15, 'exactly so long'],
    ['Limits per transaction and per day', 24, 'Limits per transaction…'],
    ['一二三四五', 4, '一二三…'],
    ['ab👨‍👩‍👧‍👦cd', 6, 'ab…'],
  ])('%j in %d: %j', (label, most, short) => {
    expect(shortLabel(label, most)).toBe(short);
    expect(shortLabel(label, most).length).toBeLessThanOrEqual(most);
  });

  test('a tap says the message, or the label where the message is too long', () => {
    expect(payloadOf({ label: 'fee', send: 'What is the fee?' }, 20)).toBe('What is the fee?');
    expect(payloadOf({ label: 'fee', send: 'What is the fee, please?' }, 20)).toBe('fee');
  });

  test.each([
    ['提现限额是多少', 0, '提现限额是多少'],
    ['x'.repeat(64), 1, 'x'.repeat(64)],
    ['x'.repeat(65), 1, '#1'],
    ['字'.repeat(22), 2, '#2'],
    ['#3', 4, '#4'],
  ])('Telegram’s data for %j', (send, index, data) => {
    expect(dataOf(send, index)).toBe(data);
  });
});

test('a column of figures stands to the right, the first never', () => {
  const rows = [
    ['1', '5.00 元', '5.00', '−1'],
    ['2', '400–750', 'none', '¥3'],
  ];
  expect([0, 1, 2, 3].map((column) => isFigures(rows, column))).toEqual([false, true, false, true]);
});

describe('addresses', () => {
  test.each([
    ['https://api.example.org', true],
    ['https://api.example.org:8443/v1', true],
    ['http://127.0.0.1:8080', true],
    ['http://localhost:8080', true],
    ['http://[::1]:8080', true],
    ['http://api.example.org', false],
    ['http://127.0.0.1.evil.example', false],
    ['https://user:password@api.example.org', false],
    ['ftp://api.example.org', false],
    ['api.example.org', false],
    ['', false],
  ])('secrets may travel to %j: %j', (url, isSafe) => {
    expect(isSafeUrl(url)).toBe(isSafe);
    expect(apiBase('https://usual.example').safeParse(url).success).toBe(isSafe);
  });

  test('an API base has a default, and no slash at the end', () => {
    expect(apiBase('https://usual.example').parse(undefined)).toBe('https://usual.example');
    expect(apiBase('https://usual.example').parse('https://other.example/v1//')).toBe('https://other.example/v1');
  });

  test.each([
    ['https://oapi.dingtalk.com/robot/sendBySession?session=1', true],
    ['https://OAPI.dingtalk.com/robot', true],
    ['https://oapi.dingtalk.com:443/robot', true],
    ['https://oapi.dingtalk.com:444/robot', false],
    ['http://oapi.dingtalk.com/robot', false],
    ['https://oapi.dingtalk.com.evil.example/', false],
    ['https://x.oapi.dingtalk.com/', false],
    ['https://oapi.dingtalk.com@evil.example/', false],
    ['https://a@oapi.dingtalk.com/', false],
    ['//oapi.dingtalk.com/', false],
  ])('an answer may be posted to %j: %j', (webhook, may) => {
    expect(mayPost(webhook, ['https://oapi.dingtalk.com'])).toBe(may);
  });
});
