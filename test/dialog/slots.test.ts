import { describe, expect, it } from 'vitest';
import { readSlots } from '../../src/dialog/slot-reading.js';
import { hasAmount, mergeSlots, type SlotReading, type Slots, saidAfter } from '../../src/dialog/slots.js';
import { pack, reading } from './readings.js';

const slotsOf = (text: string): SlotReading => readSlots(reading(text), pack.tariffs);

describe('reading slots', () => {
  const CASES: readonly (readonly [string, SlotReading['slots']])[] = [
    ['微信零钱提现5000要多少手续费', { method: 'wechat-balance', amount: '5000.00', from: 'wechat-balance' }],
    ['5,000.50 yuan through MYbank', { method: 'mybank', amount: '5000.50' }],
    ['云闪付转三万五', { method: 'unionpay', amount: '35000.00' }],
    ['8k', { amount: '8000.00' }],
    ['大概5000', { amount: '5000.00', approximate: true }],
    ['提负500元', { amount: '-500.00' }],
    // What must arrive is told by the word right before the amount.
    ['到账5000要提多少', { target: '5000.00' }],
    ['想到手3000元，走网商银行', { target: '3000.00', method: 'mybank' }],
    ['I want to receive 5000 yuan', { target: '5000.00' }],
    ['提5000到账多少', { amount: '5000.00' }],
    ['网商银行转3次，每次2000', { method: 'mybank', amount: '2000.00', per: 'time', times: 3 }],
    ['手续费被扣了8块', { fee: '8.00' }],
    ['手续费12块那次', { fee: '12.00' }],
    ['收了我3.5', { fee: '3.50' }],
    ['they charged me 8 yuan', { fee: '8.00' }],
    ['8 yuan was deducted', { fee: '8.00' }],
    ['I paid 4 yuan in fees', { fee: '4.00' }],
    ['只想出10元手续费', { budget: '10.00' }],
    ['手续费不超过10块', { budget: '10.00' }],
    ['手续费控制在10块以内', { budget: '10.00' }],
    ['with a 10 yuan fee', { budget: '10.00' }],
    ['keep the fee under 5 yuan', { budget: '5.00' }],
    // A fee beside an amount is what somebody says that it cost.
    ['云闪付提5000扣了我8块', { method: 'unionpay', amount: '5000.00', fee: '8.00' }],
    ['每天一万提一个月', { amount: '10000.00', per: 'day', days: 30 }],
    ['一天2000提一周', { amount: '2000.00', per: 'day', days: 7 }],
    ['10000 a day for two weeks', { amount: '10000.00', per: 'day', days: 14 }],
    ['三天能提多少', { days: 3, asks: 'most' }],
    ['how much can I withdraw in three days', { days: 3, asks: 'most' }],
    ['5万要分几次', { amount: '50000.00', asks: 'pieces' }],
    ['分10次提5万', { amount: '50000.00', times: 10 }],
    ['20000 split into 4', { amount: '20000.00', times: 4 }],
    ['20000最快的', { amount: '20000.00', focus: 'time' }],
    ['不是微信，是网商银行', { method: 'mybank' }],
    ['微信提现8000，分3天提', { method: 'wechat-balance', amount: '8000.00', days: 3, from: 'wechat' }],
  ];
  it.each(CASES)('%s', (text, slots) => {
    expect(slotsOf(text).slots).toEqual(slots);
  });

  const UNCLEAR: readonly (readonly [string, SlotReading['unclear']])[] = [
    ['几千块', { kind: 'vague', min: '2000.00', max: '9000.00' }],
    ['3000到5000', { kind: 'vague', min: '3000.00', max: '5000.00' }],
    ['at most 5000 via mybank', { kind: 'vague', max: '5000.00' }],
    ['100美元', { kind: 'currency', currency: 'USD' }],
    ['100 dollars', { kind: 'currency', currency: 'USD' }],
    ['1,2000 from wechat', { kind: 'vague' }],
  ];
  it.each(UNCLEAR)('%s is asked about', (text, unclear) => {
    const read = slotsOf(text);
    expect(read.unclear).toEqual(unclear);
    expect(hasAmount(read.slots)).toBe(false);
  });
});

describe('a way that is not named', () => {
  const CASES: readonly (readonly [string, string | undefined])[] = [
    ['花呗提现', 'huabei-official'],
    ['从微信提到银行卡', 'wechat-balance'],
    ['红包里的钱提出来', 'wechat-balance'],
    // The name wins over where the money comes from.
    ['花呗走云闪付', 'unionpay'],
    // Money that crosses platforms goes no single way.
    ['从花呗转到微信', undefined],
    ['from WeChat to Huabei', undefined],
    ['手续费', undefined],
  ];
  it.each(CASES)('%s', (text, method) => {
    expect(slotsOf(text).slots.method).toBe(method);
  });
});

describe('an amount on top of the one before', () => {
  it.each([
    ['再加500', { amount: '1000.00' }, { amount: '1500.00' }],
    ['多提200', { amount: '1000.00' }, { amount: '1200.00' }],
    ['少500', { amount: '1000.00' }, { amount: '500.00' }],
    ['500 more', { amount: '1000.00' }, { amount: '1500.00' }],
    ['add 500', { target: '1000.00' }, { target: '1500.00' }],
    ['再加500', {}, { amount: '500.00' }],
  ])('%s after %j', (text, before, expected) => {
    expect(saidAfter(before, slotsOf(text)).slots).toEqual(expected);
  });
});

describe('merging slots', () => {
  it.each([
    [{ amount: '1.00', method: 'mybank' }, { amount: '2.00' }, { amount: '2.00', method: 'mybank' }],
    [{ amount: '1.00' }, { target: '2.00' }, { target: '2.00' }],
    [{ target: '1.00', days: 3 }, { amount: '2.00' }, { amount: '2.00', days: 3 }],
    [{ target: '1.00', method: 'mybank' }, { method: 'unionpay' }, { target: '1.00', method: 'unionpay' }],
    [{ amount: '1.00' }, {}, { amount: '1.00' }],
    // What goes day by day goes on so; what is asked of days alone ends with a sum.
    [{ amount: '1.00', per: 'day', days: 3 }, { amount: '2.00' }, { amount: '2.00', per: 'day', days: 3 }],
    [{ asks: 'most', days: 3 }, { amount: '2.00' }, { amount: '2.00' }],
    [
      { amount: '1.00', days: 3 },
      { asks: 'most', days: 5 },
      { asks: 'most', days: 5 },
    ],
    [{ amount: '1.00', per: 'day', days: 3 }, { fee: '2.00' }, { fee: '2.00' }],
    [{ budget: '1.00', method: 'mybank' }, { budget: '2.00' }, { budget: '2.00', method: 'mybank' }],
  ] as readonly (readonly [Slots, Slots, Slots])[])('%j and then %j', (older, newer, merged) => {
    expect(mergeSlots(older, newer)).toEqual(merged);
  });
});
