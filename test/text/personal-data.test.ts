import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { maskPersonalData } from '../../src/text/personal-data.js';

describe('what is masked', () => {
  const table: readonly (readonly [text: string, masked: string])[] = [
    ['我手机13812345678，打给我', '我手机<phone>，打给我'],
    ['138 1234 5678', '<phone>'],
    ['138-1234-5678 还有 5000', '<phone> 还有 5000'],
    ['+86 138 1234 5678', '<phone>'],
    ['008613812345678', '<phone>'],
    ['call +44 20 7946 0018', 'call <phone>'],
    ['座机010-62345678', '座机<phone>'],
    ['１３８１２３４５６７８', '<phone>'],
    ['卡号4242 4242 4242 4242提现', '卡号<card>提现'],
    ['4242-4242-4242-4242', '<card>'],
    ['6222021234567890128', '<card>'],
    ['身份证11010519491231002X', '身份证<id-card>'],
    ['身份证11010519491231002x', '身份证<id-card>'],
    ['身份证１１０１０５１９４９１２３１００２Ｘ', '身份证<id-card>'],
    ['邮箱ann.lee+x@mail.example.com。', '邮箱<email>。'],
    ['我叫张伟', '我叫<name>'],
    ['我叫王小明，想提现', '我叫<name>，想提现'],
    ['我叫王小明想提现', '我叫<name>想提现'],
    ['我叫张伟想提现', '我叫<name>想提现'],
    ['我叫欧阳娜娜，你好', '我叫<name>，你好'],
    ['我叫李雷。李雷的花呗', '我叫<name>。<name>的花呗'],
    ['my name is Ann Lee and I have a question', 'my name is <name> and I have a question'],
    ["my name's Mary-Ann O'Neil.", "my name's <name>."],
    ['my name is ann, ann again, not annual', 'my name is <name>, <name> again, not annual'],
  ];
  it.each(table)('%s', (text, masked) => expect(maskPersonalData([text])).toEqual([masked]));
});

describe('what stays', () => {
  const table = [
    '微信零钱提5000要多少手续费',
    '5000 6000 7000 8000',
    '4242 4242 4242 4241',
    '110105194912310021',
    '23812345678',
    '订单 20230101123456',
    '12,345,678.90 元',
    '1-30 分钟',
    '我叫你算手续费',
    '你叫什么',
    'what is my name',
    'a@b',
    '2023',
  ];
  it.each(table)('%s', (text) => expect(maskPersonalData([text])).toEqual([text]));
});

test('a name said once is masked in every text of the conversation', () => {
  expect(maskPersonalData(['在吗，小红找你', '我叫小红', '你好'])).toEqual(['在吗，<name>找你', '我叫<name>', '你好']);
});

test('every number with a right check digit is masked, and with a wrong one is not', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }).map((each) => [4, ...each.slice(0, 14)]);
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 9 }), (first, last) => {
      const number = [...first, last];
      // The table form of Luhn: what a doubled digit counts.
      const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
      const sum = number.reduce((total, digit, place) => total + ((number.length - place) % 2 === 0 ? (doubled[digit] ?? 0) : digit), 0);
      expect(maskPersonalData([`卡 ${number.join('')} 。`])).toEqual([sum % 10 === 0 ? '卡 <card> 。' : `卡 ${number.join('')} 。`]);
    }),
  );
});
