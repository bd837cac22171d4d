import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import { readAmounts } from '../../../src/understanding/entities/amounts.js';
import { readAsked } from '../../../src/understanding/entities/asked.js';

const asked = (text: string) => readAsked(fold(text), readAmounts(fold(text)));

describe('the role of an amount', () => {
  it.each([
    ['他们扣了我8块', 'fee'],
    ['手续费是12块', 'fee'],
    ['付了6块钱手续费', 'fee'],
    ['被收走了我15元', 'fee'],
    ['they took 8 yuan off me', 'fee'],
    ['他只打我5200', 'amount'],
    ['it cost me 12 yuan', 'fee'],
    ['a fee of 3.50', 'fee'],
    ['my statement says a 6.50 yuan charge for a wechat withdrawal', 'fee'],
    ['what if the charge was just 1 yuan', 'fee'],
    ['what if its only 600', 'amount'],
    ['手续费我最多出10块', 'budget'],
    ['手续费不超过10块', 'budget'],
    ['手续费最多出5元', 'budget'],
    ['只想花3块手续费', 'budget'],
    ['keep fees under 5 yuan', 'budget'],
    ['I am only willing to pay 10 yuan in fees', 'budget'],
    ['手续费预算20块', 'budget'],
    ['split it into 4', 'parts'],
    ['再加500', 'more'],
    ['多提200', 'more'],
    ['another 300', 'more'],
    ['少500', 'less'],
    ['500 less', 'less'],
    ['再多500', 'more'],
    ['my budget for the fee is 10 yuan', 'budget'],
    ['the limit on fees is 8 yuan', 'budget'],
    // The 少 of 多少 takes nothing off.
    ['两笔多少 5000', 'amount'],
    // Sums to move that stand near such words.
    ['提5000手续费多少', 'amount'],
    ['手续费多少，5000', 'amount'],
    ['收到5000要多少手续费', 'amount'],
    ['5000 yuan fee via mybank?', 'amount'],
    ['what would they charge for 5000', 'amount'],
    ['最多转5000', 'amount'],
    ['fee for 5000', 'amount'],
  ])('%s', (text, role) => {
    expect(asked(text).roles[0]).toBe(role);
  });
});

describe('what is asked of a calculation', () => {
  it.each([
    ['每天一万提一个月', { per: 'day' }],
    ['5000一天', { per: 'day' }],
    ['每日由花呗官方渠道提取一万元', { per: 'day' }],
    ['gross withdrawal required for a net receipt of 12350', { gross: true }],
    ['10000 a day', { per: 'day' }],
    ['每次2000转3次', { per: 'time' }],
    ['2000 each', { per: 'time' }],
    ['三天能提多少', { most: true }],
    ['最多能转多少', { most: true }],
    ['how much can I move', { most: true }],
    ['要分几次', { pieces: true }],
    ['几天能提完', { pieces: true }],
    ['how many transfers', { pieces: true }],
    ['为什么是1块', { reason: true }],
    ['怎么算出来的', { reason: true }],
    ['why so much', { reason: true }],
    ['1块也太多了吧，凭什么', { reason: true }],
    ['how did you get that', { reason: true }],
    ['3w块用微信提几天', { pieces: true }],
    ['大概多久', { time: true }],
    ['how soon will it land', { time: true }],
    ['when will it be on my card', { time: true }],
    ['想到账5000得提多少', { gross: true }],
    ['how much do i need to send', { gross: true }],
    ['what must I transfer for that', { gross: true }],
    // What only sounds like it.
    ['how much can i send', { gross: false }],
    ['提多少', { gross: false }],
    ['要几天到账', { pieces: false }],
    ['提多少次', { most: false }],
    ['怎么提现', { reason: false }],
    ['why', { reason: true }],
  ])('%s', (text, expected) => {
    expect(asked(text)).toMatchObject(expected);
  });
});
