import { describe, expect, it } from 'vitest';
import { hasAmount, mergeSlots, readSlots, type SlotReading } from '../../src/dialog/slots.js';
import { pack, reading } from './readings.js';

const slotsOf = (text: string): SlotReading => readSlots(reading(text), pack.tariffs);

describe('reading slots', () => {
  const CASES: readonly (readonly [string, SlotReading['slots']])[] = [
    ['微信零钱提现5000要多少手续费', { method: 'wechat-balance', amount: '5000.00', from: 'wechat-balance' }],
    ['5,000.50 yuan through MYbank', { method: 'mybank', amount: '5000.50' }],
    ['云闪付转三万五', { method: 'unionpay', amount: '35000.00' }],
    ['8k', { amount: '8000.00' }],
    ['大概5000', { amount: '5000.00' }],
    ['提负500元', { amount: '-500.00' }],
    // What must arrive is told by the word right before the amount.
    ['到账5000要提多少', { target: '5000.00' }],
    ['想到手3000元，走网商银行', { target: '3000.00', method: 'mybank' }],
    ['I want to receive 5000 yuan', { target: '5000.00' }],
    ['提5000到账多少', { amount: '5000.00' }],
    ['网商银行转3次，每次2000', { method: 'mybank', amount: '2000.00', times: 3 }],
    ['微信提现8000，分3天提', { method: 'wechat-balance', amount: '8000.00', days: 3, from: 'wechat' }],
  ];
  it.each(CASES)('%s', (text, slots) => {
    expect(slotsOf(text).slots).toEqual(slots);
  });

  const UNCLEAR: readonly (readonly [string, SlotReading['unclear']])[] = [
    ['几千块', { kind: 'vague' }],
    ['a few thousand', { kind: 'vague' }],
    ['3000到5000', { kind: 'vague' }],
    ['100美元', { kind: 'currency', currency: 'USD' }],
    ['100 dollars', { kind: 'currency', currency: 'USD' }],
    ['手续费被扣了8块', { kind: 'fee' }],
    ['they charged me 8 yuan', { kind: 'fee' }],
    ['只想出10元手续费', { kind: 'fee' }],
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

describe('merging slots', () => {
  it.each([
    [{ amount: '1.00', method: 'mybank' }, { amount: '2.00' }, { amount: '2.00', method: 'mybank' }],
    [{ amount: '1.00' }, { target: '2.00' }, { target: '2.00' }],
    [{ target: '1.00', days: 3 }, { amount: '2.00' }, { amount: '2.00', days: 3 }],
    [{ target: '1.00', method: 'mybank' }, { method: 'unionpay' }, { target: '1.00', method: 'unionpay' }],
    [{ amount: '1.00' }, {}, { amount: '1.00' }],
  ])('%j and then %j', (older, newer, merged) => {
    expect(mergeSlots(older, newer)).toEqual(merged);
  });
});
