import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialog/decide.js';
import type { AnswerItem, Decision } from '../../src/dialog/decision.js';
import { type DialogState, fold, initialState } from '../../src/dialog/state.js';
import type { Reading } from '../../src/understanding/understand.js';
import { pack, reading, understanding } from './readings.js';

const item = (intent: string, slots: AnswerItem['slots'] = {}): AnswerItem => ({ intent, confidence: 0.9, slots });
const start = initialState('zh');
const stateAfter = (decision: Decision, before: DialogState = start): DialogState => fold(before, decision, 'zh', pack);
const told = (intent: string, slots: AnswerItem['slots'] = {}): DialogState => stateAfter({ kind: 'answer', items: [item(intent, slots)] });
const asked = (slot: 'amount' | 'method', slots: AnswerItem['slots'] = {}): DialogState =>
  stateAfter({ kind: 'answer', items: [], request: { slot, item: item('fee-quote', slots), methods: pack.tariffs.map(({ id }) => id) } });
const offered = (...options: readonly AnswerItem[]): DialogState => stateAfter({ kind: 'clarify', options });

/** What was decided, as short as a table needs it: `answer fee-quote method=mybank`. */
function show(decision: Decision): string {
  const slots = (each: AnswerItem) =>
    Object.entries(each.slots)
      .map(([name, value]) => `${name}=${value}`)
      .sort();
  switch (decision.kind) {
    case 'answer':
      return [
        ...decision.items.map((each) => ['answer', each.intent, ...slots(each)].join(' ')),
        ...(decision.request
          ? [['ask', decision.request.slot, ...slots(decision.request.item), decision.request.because?.kind].filter(Boolean).join(' ')]
          : []),
      ].join(' + ');
    case 'clarify':
      return ['clarify', ...decision.options.map(({ intent }) => intent)].join(' ');
    case 'fallback':
      return ['fallback', decision.rejected && 'rejected', decision.nearMiss, ...decision.nearest].filter(Boolean).join(' ');
    default:
      return decision.kind;
  }
}

const decided = (state: DialogState, first: Reading, ...rest: readonly Reading[]) => {
  const { decision, policy } = decide(state, understanding(first, ...rest), pack);
  return [show(decision), policy] as const;
};

const quoted = { method: 'wechat-balance', amount: '3000.00' };

type Row = readonly [name: string, state: DialogState, said: Reading, decision: string, policy: string];

describe('one question', () => {
  const rows: readonly Row[] = [
    ['a sure answer', start, reading('要多久', 'answer', { 'transfer-time': 0.9 }), 'answer transfer-time', 'sure answer'],
    [
      'a quote with all it needs',
      start,
      reading('微信零钱提现5000手续费', 'answer', { 'fee-quote': 0.9 }),
      'answer fee-quote amount=5000.00 from=wechat-balance method=wechat-balance',
      'sure answer',
    ],
    ['a quote without an amount', start, reading('手续费帮我算下', 'answer', { 'fee-quote': 0.9 }), 'ask amount', 'sure answer'],
    ['a vague amount', start, reading('转几千块要多少手续费', 'answer', { 'fee-quote': 0.9 }), 'ask amount vague', 'sure answer'],
    ['a foreign amount', start, reading('100美元要多少手续费', 'answer', { 'fee-quote': 0.9 }), 'ask amount currency', 'sure answer'],
    [
      'what it may be',
      start,
      reading('那个怎么弄来着', 'clarify', { limits: 0.5, greet: 0.2, rules: 0.1 }),
      'clarify limits rules',
      'clarifying question',
    ],
    ['only one candidate is no choice', start, reading('那个怎么弄来着', 'clarify', { limits: 0.5 }), 'fallback limits', 'honest fallback'],
    ['what it is not', start, reading('那个怎么弄来着', 'fallback', { limits: 0.2, greet: 0.1 }), 'fallback limits', 'honest fallback'],
    [
      'a near miss',
      start,
      reading('怎么开', 'fallback', { limits: 0.2 }, { id: 'open-close', probability: 0.7 }),
      'fallback open-close huabei-uses risks',
      'honest fallback',
    ],
    ["an intent's own question", start, reading('提现限额是多少'), 'answer limits', 'picked question'],
    ['its title, in any case', start, reading('LAWFUL alternatives!'), 'answer alternatives', 'picked question'],
    ['a person', start, reading('请个人来', 'answer', { 'human-agent': 0.9 }), 'handoff', 'sure answer'],
    [
      'no small talk beside figures',
      start,
      reading('ok 23000那个', 'clarify', { thanks: 0.7 }),
      'fallback move-huabei-to-wechat fee-quote alternatives',
      'honest fallback',
    ],
    [
      'small talk that is less likely than all else',
      start,
      reading('真不要钱', 'clarify', { cancel: 0.35 }),
      'fallback move-huabei-to-wechat fee-quote alternatives',
      'honest fallback',
    ],
    ['one sum of two', start, reading('1w5加3k一块提手续费', 'answer', { 'fee-quote': 0.9 }), 'ask method amount=18000.00', 'sure answer'],
    [
      'the figure of a rate is no sum',
      start,
      reading('一会0.1一会0.2'),
      'fallback move-huabei-to-wechat fee-quote alternatives',
      'honest fallback',
    ],
    [
      'a thousands dot or a decimal one',
      start,
      reading('转2.800要多少手续费', 'answer', { 'fee-quote': 0.9 }),
      'ask amount vague',
      'sure answer',
    ],
    [
      'so much a day, whatever it sounds like',
      start,
      reading('每天转3000转一个月值吗', 'fallback', { demand: 0.2 }, { id: 'else', probability: 0.6 }),
      'ask method amount=3000.00 days=30 per=day',
      'named calculation',
    ],
    ['nothing to repeat', start, reading('再来一次', 'answer', { repeat: 0.9 }), 'repeat', 'sure answer'],
    ['a bare amount', start, reading('5000'), 'ask method amount=5000.00', 'follow-up'],
  ];
  it.each(rows)('%s', (_, state, said, decision, policy) => {
    expect(decided(state, said)).toEqual([decision, policy]);
  });
});

describe('after an answer', () => {
  const rows: readonly Row[] = [
    ['another way', told('fee-quote', quoted), reading('那网商银行呢'), 'answer fee-quote amount=3000.00 method=mybank', 'follow-up'],
    ['in English', told('fee-quote', quoted), reading('and UnionPay?'), 'answer fee-quote amount=3000.00 method=unionpay', 'follow-up'],
    ['another amount', told('fee-quote', quoted), reading('1万呢'), 'answer fee-quote amount=10000.00 method=wechat-balance', 'follow-up'],
    [
      'and for 10k',
      told('fee-quote', quoted),
      reading('and for 10k?'),
      'answer fee-quote amount=10000.00 method=wechat-balance',
      'follow-up',
    ],
    [
      'a correction',
      told('fee-quote', quoted),
      reading('不对，是4000'),
      'answer fee-quote amount=4000.00 method=wechat-balance',
      'follow-up',
    ],
    ['a bare amount', told('fee-quote', quoted), reading('4000'), 'answer fee-quote amount=4000.00 method=wechat-balance', 'follow-up'],
    ['a vague one', told('fee-quote', { method: 'mybank' }), reading('几千呢'), 'ask amount method=mybank vague', 'follow-up'],
    ['the same aspect of another way', told('fee-wechat-withdraw'), reading('那花呗呢'), 'answer fee-official', 'follow-up'],
    [
      'an amount for the way told about',
      told('fee-official'),
      reading('2000呢'),
      'answer fee-quote amount=2000.00 method=huabei-official',
      'follow-up',
    ],
    ['another amount to compare', told('fee-compare'), reading('2万呢'), 'answer fee-compare amount=20000.00', 'follow-up'],
    [
      'one way of a comparison',
      told('fee-compare', { amount: '9.00' }),
      reading('那云闪付呢'),
      'answer fee-quote amount=9.00 method=unionpay',
      'follow-up',
    ],
    [
      'a comparison for the same amount',
      told('fee-quote', quoted),
      reading('哪个最便宜', 'answer', { 'fee-compare': 0.9 }),
      'answer fee-compare amount=3000.00 focus=cost',
      'sure answer',
    ],
    [
      'the same by its button',
      told('fee-quote', quoted),
      reading('哪种方式最划算'),
      'answer fee-compare amount=3000.00',
      'picked question',
    ],
    [
      'a long question of its own',
      told('fee-quote', quoted),
      reading('花呗套现到底犯不犯法', 'answer', { 'cash-out-legality': 0.9 }),
      'answer cash-out-legality',
      'sure answer',
    ],
  ];
  it.each(rows)('%s', (_, state, said, decision, policy) => {
    expect(decided(state, said)).toEqual([decision, policy]);
  });
});

describe('short questions after an answer in words', () => {
  const rows: readonly Row[] = [
    ['a place in its list', told('alternatives'), reading('第三个要验证啥'), 'answer alt-direct', 'listed item'],
    ['alone', told('alternatives'), reading('the second one'), 'answer alt-unionpay', 'listed item'],
    [
      'a place that it has not',
      told('alternatives'),
      reading('第五个'),
      'fallback move-huabei-to-wechat fee-quote alternatives',
      'honest fallback',
    ],
    ['a step, whose list names no answers', told('transfer-steps'), reading('step 3 again?'), 'answer transfer-steps', 'listed item'],
    [
      'a step, when the model is sure of another answer',
      told('transfer-steps'),
      reading('第三步要多久', 'answer', { 'transfer-time': 0.9 }),
      'answer transfer-time',
      'sure answer',
    ],
    ['no list', told('risks'), reading('5000'), 'ask method amount=5000.00', 'follow-up'],
    ['its reason', told('move-huabei-to-wechat'), reading('为啥呢'), 'answer licence-scope', 'explained answer'],
    ['its reason, in English', told('pay-on-wechat-with-huabei'), reading('but why not?'), 'answer licence-scope', 'explained answer'],
    [
      'a reason that no answer gives',
      told('demand'),
      reading('为啥'),
      'fallback move-huabei-to-wechat fee-quote alternatives',
      'honest fallback',
    ],
    ['what it takes', told('alt-unionpay'), reading('要多久来着', 'answer', { 'transfer-time': 0.9 }), 'answer alt-unionpay', 'same way'],
    [
      'what it takes, of a way that was worked out',
      told('fee-quote', { method: 'mybank', amount: '5000.00' }),
      reading('how long', 'answer', { 'transfer-time': 0.9 }),
      'answer fee-compare amount=5000.00 focus=time method=mybank methods=mybank',
      'other side',
    ],
    [
      'what it takes, of another way',
      told('alt-unionpay'),
      reading('花呗到微信要多久', 'answer', { 'transfer-time': 0.9 }),
      'answer transfer-time',
      'sure answer',
    ],
    [
      'what it costs',
      told('alt-unionpay'),
      reading('要手续费不', 'clarify', { 'fee-quote': 0.5, demand: 0.2 }),
      'answer alt-unionpay',
      'same way',
    ],
    [
      'what no answer about the way tells',
      told('fee-third-party'),
      reading('要多久', 'answer', { 'transfer-time': 0.9 }),
      'answer fee-compare focus=time method=third-party methods=third-party',
      'other side',
    ],
    ['the same of a way, after all of them', told('limits'), reading('wechat'), 'answer fee-wechat-withdraw', 'follow-up'],
  ];
  it.each(rows)('%s', (_, state, said, decision, policy) => {
    expect(decided(state, said)).toEqual([decision, policy]);
  });
});

describe('a calculation goes on', () => {
  const charged = { method: 'wechat-balance', fee: '8.00' };
  const rows: readonly Row[] = [
    ['more of it', told('fee-quote', quoted), reading('再加500'), 'answer fee-quote amount=3500.00 method=wechat-balance', 'follow-up'],
    ['another fee', told('fee-quote', charged), reading('那12块呢'), 'answer fee-quote fee=12.00 method=wechat-balance', 'follow-up'],
    [
      'an amount after a fee',
      told('fee-quote', charged),
      reading('那提500呢'),
      'answer fee-quote amount=500.00 method=wechat-balance',
      'follow-up',
    ],
    [
      'days',
      told('fee-quote', quoted),
      reading('三天能提多少', 'answer', { limits: 0.9 }),
      'answer fee-quote asks=most days=3 method=wechat-balance',
      'follow-up',
    ],
    ['the fastest way', told('fee-quote', quoted), reading('20000最快的呢'), 'answer fee-compare amount=20000.00 focus=time', 'follow-up'],
    [
      'a place in a comparison',
      told('fee-compare', { amount: '9.00', focus: 'time' }),
      reading('第二个'),
      'answer fee-quote amount=9.00 method=wechat-balance',
      'other side',
    ],
    [
      'a place in a list as a bare number',
      told('fee-compare', { amount: '9.00' }),
      reading('2'),
      'answer fee-quote amount=9.00 method=wechat-balance',
      'other side',
    ],
    [
      'the fee once more',
      told('fee-quote', quoted),
      reading('手续费呢'),
      'answer fee-quote amount=3000.00 method=wechat-balance',
      'other side',
    ],
    [
      'the fee once more, in English',
      told('fee-quote', quoted),
      reading('the fee?', 'answer', { 'fee-quote': 0.97 }),
      'answer fee-quote amount=3000.00 method=wechat-balance',
      'other side',
    ],
    [
      'the time of the way',
      told('fee-quote', quoted),
      reading('how long'),
      'answer fee-compare amount=3000.00 focus=time method=wechat-balance methods=wechat-balance',
      'other side',
    ],
    [
      'the time of a place in the list',
      told('fee-compare', { amount: '9.00' }),
      reading('第二个要多久'),
      'answer fee-compare amount=9.00 focus=time method=wechat-balance methods=wechat-balance',
      'other side',
    ],
    [
      'another place after a price',
      told('fee-quote', quoted),
      reading('第三个呢'),
      'answer fee-quote amount=3000.00 method=third-party',
      'other side',
    ],
    [
      'a figure of a comparison',
      told('fee-compare', { amount: '9.00' }),
      reading('为什么是1块'),
      'answer fee-compare amount=9.00',
      'explained figure',
    ],
    ['nothing asked', told('fee-quote', quoted), reading('嗯嗯'), 'stay', 'agreed'],
    ['words of notice in a form', asked('method', { amount: '9.00' }), reading('got it'), 'stay', 'agreed'],
    [
      'a way put right',
      told('fee-quote', quoted),
      reading('不对，我是说云闪付', 'answer', { 'alt-unionpay': 0.9 }),
      'answer fee-quote amount=3000.00 method=unionpay',
      'follow-up',
    ],
    ['why', told('fee-quote', quoted), reading('为什么是3块'), 'answer fee-quote amount=3000.00 method=wechat-balance', 'explained figure'],
    [
      'why, of something else',
      told('limits'),
      reading('为什么是3块'),
      'fallback move-huabei-to-wechat fee-quote alternatives',
      'honest fallback',
    ],
    [
      'why, when the model is sure of another subject',
      told('fee-quote', quoted),
      reading('为什么要这么多步骤', 'answer', { 'transfer-steps': 0.9 }),
      'answer transfer-steps',
      'sure answer',
    ],
    [
      'spelled out, though the model is not sure',
      start,
      reading('每天一万提一个月走网商银行', 'clarify', { 'fee-quote': 0.5, limits: 0.4 }),
      'answer fee-quote amount=10000.00 days=30 method=mybank per=day',
      'named calculation',
    ],
    [
      'not so where a near miss is likelier',
      start,
      reading('每天还一万还一个月', 'fallback', { 'fee-quote': 0.3 }, { id: 'instalments', probability: 0.6 }),
      'fallback instalments fee-official repay-huabei-from-wechat',
      'honest fallback',
    ],
  ];
  it.each(rows)('%s', (_, state, said, decision, policy) => {
    expect(decided(state, said)).toEqual([decision, policy]);
  });
});

describe('yes, no and a person', () => {
  const failedTwice = { ...start, failures: 2 };
  const rows: readonly Row[] = [
    ['yes to a person', failedTwice, reading('好的'), 'handoff', 'agreed'],
    ['no to a person', failedTwice, reading('不用了', 'answer', { thanks: 0.9 }), 'cancel', 'agreed'],
    ['yes to a form', asked('amount', { method: 'mybank' }), reading('好的'), 'ask amount method=mybank', 'agreed'],
    ['no to a form', asked('amount'), reading('no thanks'), 'cancel', 'agreed'],
    ['yes to several options', offered(item('limits'), item('rules')), reading('yes'), 'clarify limits rules', 'agreed'],
    ['a person in a form', asked('amount'), reading('转人工', 'answer', { limits: 0.9 }), 'handoff', 'asked for a person'],
    ['a person in a complaint', start, reading('太贵了，给我转人工', 'answer', { limits: 0.9 }), 'handoff', 'asked for a person'],
    ['no person', start, reading('不用转人工，限额多少', 'answer', { limits: 0.9 }), 'answer limits', 'sure answer'],
    [
      'the second of what is near',
      stateAfter({ kind: 'fallback', nearest: ['limits', 'rules'] }),
      reading('第二个'),
      'answer rules',
      'picked option',
    ],
    [
      'the person at its end',
      stateAfter({ kind: 'fallback', nearest: ['limits', 'rules'] }),
      reading('第三个'),
      'handoff',
      'picked option',
    ],
  ];
  it.each(rows)('%s', (_, state, said, decision, policy) => {
    expect(decided(state, said)).toEqual([decision, policy]);
  });
});

describe('a form and what comes between', () => {
  const aside = reading('花呗套现到底犯不犯法', 'answer', { 'cash-out-legality': 0.9 });
  const thanks = reading('谢谢啦各位', 'answer', { thanks: 0.9 });
  const resumes = (state: DialogState, said: Reading) => {
    const { decision } = decide(state, understanding(said), pack);
    return decision.kind === 'answer' && decision.resumes !== undefined;
  };
  const next = (state: DialogState, said: Reading) => fold(state, decide(state, understanding(said), pack).decision, 'zh', pack);

  it('is come back to once, then left alone', () => {
    const state = asked('amount');
    expect(resumes(state, aside)).toBe(true);
    const once = next(state, aside);
    expect([once.pending?.kind, resumes(once, aside)]).toEqual(['slot', false]);
    expect(next(once, aside).pending).toBeUndefined();
  });

  it('small talk neither brings it up nor ends it', () => {
    const state = next(next(asked('amount'), thanks), thanks);
    expect([resumes(asked('amount'), thanks), state.pending?.kind]).toEqual([false, 'slot']);
  });
});

describe('while the bot waits for something', () => {
  const rows: readonly Row[] = [
    ['an amount', asked('amount', { method: 'mybank' }), reading('8000'), 'answer fee-quote amount=8000.00 method=mybank', 'filled slot'],
    ['an amount, then the way', asked('amount'), reading('八千块'), 'ask method amount=8000.00', 'filled slot'],
    ['both at once', asked('amount'), reading('8000，走云闪付'), 'answer fee-quote amount=8000.00 method=unionpay', 'filled slot'],
    [
      'a way by name',
      asked('method', { amount: '8.00' }),
      reading('云闪付'),
      'answer fee-quote amount=8.00 method=unionpay',
      'filled slot',
    ],
    [
      'a way that is also a title',
      asked('method', { amount: '8.00' }),
      reading('官方直转'),
      'answer fee-quote amount=8.00 method=official-direct',
      'filled slot',
    ],
    [
      'a way by place',
      asked('method', { amount: '8.00' }),
      reading('第二个'),
      'answer fee-quote amount=8.00 method=wechat-balance',
      'filled slot',
    ],
    [
      'a place as a digit',
      asked('method', { amount: '8.00' }),
      reading('2'),
      'answer fee-quote amount=8.00 method=wechat-balance',
      'filled slot',
    ],
    ['another amount instead', asked('method', { amount: '8.00' }), reading('9000块'), 'ask method amount=9000.00', 'filled slot'],
    [
      'a question between',
      asked('amount'),
      reading('花呗套现到底犯不犯法', 'answer', { 'cash-out-legality': 0.9 }),
      'answer cash-out-legality',
      'sure answer',
    ],
    ['that it is cancelled', asked('amount'), reading('不弄了', 'answer', { cancel: 0.9 }), 'cancel', 'sure answer'],
    ['an option by place', offered(item('limits'), item('rules')), reading('第二个'), 'answer rules', 'picked option'],
    ['a place that is not there', offered(item('limits'), item('rules')), reading('4'), 'ask method amount=4.00', 'follow-up'],
    ['an option by its words', offered(item('limits'), item('rules')), reading('提现限额是多少'), 'answer limits', 'picked question'],
    [
      'an option by some words',
      offered(item('limits'), item('rules')),
      reading('限额那个', 'clarify', { limits: 0.5 }),
      'answer limits',
      'picked option',
    ],
    [
      'a new question instead of an option',
      offered(item('limits'), item('rules')),
      reading('限额那个', 'clarify', { alternatives: 0.5, demand: 0.3 }),
      'clarify alternatives demand',
      'clarifying question',
    ],
    [
      'an option keeps its amount',
      offered(item('fee-quote', quoted), item('limits')),
      reading('1'),
      'answer fee-quote amount=3000.00 method=wechat-balance',
      'picked option',
    ],
    [
      'also by its button',
      offered(item('fee-quote', quoted), item('limits')),
      reading('帮我算手续费'),
      'answer fee-quote amount=3000.00 method=wechat-balance',
      'picked question',
    ],
    ['none of the options', offered(item('limits'), item('rules')), reading('都不是'), 'fallback rejected', 'picked option'],
    ['none of the ways', asked('method', { amount: '8.00' }), reading('none of these'), 'fallback rejected', 'picked option'],
    [
      'none of what a fallback named',
      stateAfter({ kind: 'fallback', nearest: ['limits'] }),
      reading('都不是'),
      'fallback rejected',
      'picked option',
    ],
  ];
  it.each(rows)('%s', (_, state, said, decision, policy) => {
    expect(decided(state, said)).toEqual([decision, policy]);
  });
});

describe('several questions of one message', () => {
  const limits = reading('限额呢', 'answer', { limits: 0.9 });
  const rules = reading('规定是什么', 'answer', { rules: 0.8 });
  const person = reading('转个真人给我', 'answer', { 'human-agent': 0.9 });
  const fee = reading('手续费帮我算下', 'answer', { 'fee-quote': 0.9 });
  const other = reading('天气如何');

  it.each([
    ['both are answered in order', [limits, rules], 'answer limits + answer rules'],
    ['one is answered, the other asked about', [limits, fee], 'answer limits + ask amount'],
    ['a person comes first', [limits, person], 'handoff'],
    ['a person comes first, also when asked for first', [person, limits], 'handoff'],
    ['what is not understood gives way', [limits, other], 'answer limits'],
    ['also when it is said first', [other, limits], 'answer limits'],
  ] as const)('%s', (_, [first, second], decision) => {
    expect(decided(start, first, second)[0]).toBe(decision);
  });
});
