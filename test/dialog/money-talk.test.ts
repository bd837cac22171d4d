import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialog/decide.js';
import type { AnswerItem, Decision } from '../../src/dialog/decision.js';
import type { Slots } from '../../src/dialog/slots.js';
import { type DialogState, fold, initialState } from '../../src/dialog/state.js';
import { pack, reading, understanding } from './readings.js';

const quoted = (slots: Slots): AnswerItem => ({ intent: 'fee-quote', confidence: 0.9, slots });
const compared = (slots: Slots): AnswerItem => ({ intent: 'fee-compare', confidence: 0.9, slots });
const told = (...items: readonly AnswerItem[]): DialogState =>
  items.reduce((state, item) => fold(state, { kind: 'answer', items: [item] }, 'zh', pack), initialState('zh'));

const START = initialState('zh');
const HUABEI = quoted({ method: 'huabei-official', amount: '3000.00' });
const LARGER = quoted({ method: 'huabei-official', amount: '12000.00' });
const SMALLER = quoted({ method: 'huabei-official', amount: '1200.00' });
const MYBANK = quoted({ method: 'mybank', amount: '3000.00' });
const MIDDLEMAN = quoted({ method: 'third-party', amount: '6000.00' });
const OFFERED = quoted({ method: 'third-party', amount: '6000.00', rate: { min: '0.12', max: '0.12' } });
const ALL = compared({ amount: '20000.00', focus: 'cost' });
const BUDGET = quoted({ method: 'huabei-official', budget: '10.00' });

/** `unionpay 20000.00 - third-party 20000.00` for a difference, the slots of an item otherwise. */
function show(decision: Decision): string {
  if (decision.kind !== 'answer') return decision.kind === 'stay' ? decision.because : decision.kind;
  const named = (slots: Slots) =>
    [
      slots.method ?? (slots.route ? slots.route.map((id) => id || '?').join('>') : `best ${slots.focus ?? ''}`.trim()),
      slots.target ?? slots.amount,
      slots.budget,
    ]
      .filter(Boolean)
      .join(' ');
  const items = decision.items.map(({ slots, differs, explains }) => {
    if (differs) return `${differs.of}: ${differs.sides.map(named).join(' - ')}`;
    const rate = slots.rate && (slots.rate.min === slots.rate.max ? `at ${slots.rate.min}` : `at ${slots.rate.min}..${slots.rate.max}`);
    return [
      named(slots),
      rate,
      slots.method !== undefined && slots.focus === 'time' && 'time',
      slots.agrees && 'agrees',
      explains?.figure && `why not ${explains.figure}`,
      slots.minutes && `in ${slots.minutes}`,
    ]
      .filter(Boolean)
      .join(' ');
  });
  return [...items, ...(decision.request ? [`ask ${named(decision.request.item.slots)}`] : [])].join(' + ');
}

const decided = (state: DialogState, text: string): readonly [string, string] => {
  const { decision, policy } = decide(state, understanding(reading(text)), pack);
  return [show(decision), policy];
};

type Row = readonly [text: string, state: DialogState, shown: string];
const table = (policy: string, rows: readonly Row[]) =>
  describe(policy, () => {
    it.each(rows)('%s', (text, state, shown) => expect(decided(state, text)).toEqual([shown, policy]));
  });
/** What stands near it and is something else. */
const near = (policy: string, rows: readonly (readonly [text: string, state: DialogState])[]) =>
  describe(`not: ${policy}`, () => {
    it.each(rows)('%s', (text, state) => expect(decided(state, text)[1]).not.toBe(policy));
  });

table('difference', [
  ['差多少', told(HUABEI, LARGER), 'fee: huabei-official 3000.00 - huabei-official 12000.00'],
  ['差几块', told(HUABEI, MYBANK), 'fee: huabei-official 3000.00 - mybank 3000.00'],
  ['那比第一次问的少交多少', told(HUABEI, LARGER, SMALLER), 'fee: huabei-official 3000.00 - huabei-official 1200.00'],
  ['到手差多少', told(HUABEI, MYBANK), 'net: huabei-official 3000.00 - mybank 3000.00'],
  ['how much more is that', told(HUABEI, MYBANK), 'fee: huabei-official 3000.00 - mybank 3000.00'],
  ['what do i save with unionpay', told(MYBANK), 'fee: mybank 3000.00 - unionpay 3000.00'],
  ['找中介多花多少', told(HUABEI), 'fee: huabei-official 3000.00 - third-party 3000.00'],
  ['比5000少扣多少', told(HUABEI), 'fee: huabei-official 3000.00 - huabei-official 5000.00'],
  ['第一个跟第三个差几块', told(ALL), 'fee: huabei-official 20000.00 - third-party 20000.00'],
  ['比中介省多少', told(ALL), 'fee: best cost 20000.00 - third-party 20000.00'],
  ['省多少', told(quoted({ method: 'mybank', amount: '20000.00' }), ALL), 'fee: mybank 20000.00 - best cost 20000.00'],
  ['差几分钟', told(compared({ methods: ['mybank', 'unionpay'], focus: 'time' })), 'time: mybank - unionpay'],
  ['网商银行和云闪付转5000差多少手续费', START, 'fee: mybank 5000.00 - unionpay 5000.00'],
  // With what is not said, or with nothing before.
  ['so i save how much vs him', told(OFFERED), 'difference'],
  ['差多少', told(HUABEI), 'difference'],
  ['差几分钟', told(ALL), 'difference'],
]);
near('difference', [
  ['差多少', START],
  ['最少多少', told(MIDDLEMAN)],
  ['how much more can i take out today', told(HUABEI)],
  ['多少手续费', told(HUABEI)],
  ['差不多5000呢', told(HUABEI)],
]);

table('offered rate', [
  ['a guy on xianyu wants 12% to move 6000', START, 'third-party 6000.00 at 0.12'],
  ['中介收8到10个点 6000手续费', START, 'third-party 6000.00 at 0.08..0.1'],
  ['他要9个点', told(MIDDLEMAN), 'third-party 6000.00 at 0.09'],
  ['he says 10 now', told(OFFERED), 'third-party 6000.00 at 0.1'],
  ['15的也有', told(OFFERED), 'third-party 6000.00 at 0.15'],
]);
near('offered rate', [
  ['提5000 年化18%多少利息', START],
  ['花呗提5000手续费0.1%对吗', START],
  ['中介8%到15%转6000多少', START],
  ['10', told(MIDDLEMAN)],
  ['10块呢', told(OFFERED)],
  ['3000呢', told(OFFERED)],
  ['冻结的62%是怎么回事', told(MIDDLEMAN)],
]);

table('told figure', [
  ['所以是3块对吧', told(HUABEI), 'huabei-official 3000.00 agrees'],
  ['so 2997 she gets or 3000', told(HUABEI), 'huabei-official 3000.00 agrees'],
  ['官方才6块', told(MIDDLEMAN), 'huabei-official 6000.00 agrees'],
  ['不是0.1%吗 那不五毛', told(quoted({ method: 'huabei-official', amount: '500.00' })), 'huabei-official 500.00 why not 0.50'],
]);
near('told figure', [
  ['那3块呢', told(HUABEI)],
  ['2000', told(HUABEI)],
  ['3000', told(HUABEI)],
  ['为什么是3块', told(HUABEI)],
  ['3块', START],
]);

table('best way', [
  ['那选最快那个 到手', told(ALL), 'official-direct 20000.00'],
  ['ok that one w 25000', told(ALL), 'unionpay 25000.00'],
  ['and the fast one', told(MYBANK), 'official-direct 3000.00'],
  ['免费的那个', told(ALL), 'unionpay 20000.00'],
]);
near('best way', [
  ['that one', told(MYBANK)],
  ['最快的呢', told(MYBANK)],
  ['那个人是骗子吗', told(ALL)],
]);

table('said again', [
  ['就花呗那个 再报一遍数', told(quoted({ method: 'wechat-balance', target: '5000.00' })), 'huabei-official 5000.00'],
  ['数字再说下', told(HUABEI), 'repeat'],
]);

table('chained', [
  ['花呗→银行卡→微信→再提出来 5000走一圈扣几块', START, 'huabei-official>?>wechat-balance 5000.00'],
  ['huabei>bank>wechat>other bank. 4000. total fees', START, 'huabei-official>?>wechat-balance 4000.00'],
  ['先花呗提到卡 再充微信 3000 手续费', START, 'huabei-official>? 3000.00'],
]);
near('chained', [
  ['花呗提到银行卡5000手续费', START],
  ['花呗、银行卡、微信都要手续费吗 5000', START],
  ['花呗→银行卡→微信要多久', START],
]);

describe('sums with a way each, a budget or a time', () => {
  it.each([
    ['5000 by WeChat and 3000 by mybank fee', START, 'wechat-balance 5000.00 + mybank 3000.00'],
    ['5000 by WeChat and 3000 by Alipay fee', START, 'wechat-balance 5000.00 + ask best 3000.00'],
    ['do 24000 with 25', told(BUDGET), 'huabei-official 24000.00 25.00'],
    ['同样10块找中介能转几个钱', told(BUDGET), 'third-party 10.00'],
    ['and 50 budget, first one again', told(BUDGET), 'ask best 50.00'],
    ['那网商银行更快呢', told(HUABEI), 'mybank 3000.00 time'],
    ['1小时内呢', told(HUABEI), 'best 3000.00 in 60'],
    ['转30000 手续费不超过25 有什么办法', told(HUABEI), 'best 30000.00 25.00'],
  ])('%s', (text, state, shown) => expect(decided(state, text)[0]).toBe(shown));
});
