import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import {
  asksForPerson,
  isTakenBack,
  onlyDeclines,
  onlyMentionsPerson,
  personWish,
  readLanguageRequest,
} from '../../../src/understanding/entities/wishes.js';

describe('a person is asked for', () => {
  it.each([
    '转人工',
    '人工',
    '帮我转人工客服',
    '我要找真人',
    '别废话了叫客服来',
    'let me talk to a human',
    'human please',
    '有没有客服',
    'then give me the manager',
    'can I speak to someone',
    'customer service',
    'I want a real person',
    '有真人没',
    '有没有人工啊',
    '人呢??',
    'is there a real human here?',
    'yes connect me',
    'sorry. not ur fault. yes a person pls',
    // Slips in a short command.
    'operater please',
    'humna please',
    'real persn',
  ])('%s', (text) => {
    expect(asksForPerson(fold(text))).toBe(true);
  });

  it.each([
    '不用转人工',
    '你是真人吗',
    '人工智能是什么',
    '假客服骗了我',
    '客服电话是多少钱',
    'are you a real person',
    "don't connect me to a person",
    'transfer to a person 500',
    'is the agent allowed',
    'i want this money in my wechat for staff salary',
    'gone to a wechat cash agent',
    'personal loan',
    'cancer',
  ])('not by: %s', (text) => {
    expect(asksForPerson(fold(text))).toBe(false);
  });
});

it('tells where a person is asked for', () => {
  const text = '算了，转人工吧';
  const { start = 0, end = 0 } = personWish(fold(text)) ?? {};
  expect(text.slice(start, end)).toBe('转人工');
  expect(personWish(fold('微信提现'))).toBeUndefined();
});

describe('a wish is taken back', () => {
  it.each([
    ['不用转人工', 'handoff'],
    ['no need for an agent', 'handoff'],
    ['别取消', 'cancel'],
    ["don't cancel", 'cancel'],
    ['不要重复', 'repeat'],
    ['不用再说一遍', 'repeat'],
    ['no need to repeat', 'repeat'],
    ["don't say that again", 'repeat'],
  ] as const)('%s', (text, wish) => {
    expect(isTakenBack(wish, fold(text))).toBe(true);
    expect(onlyDeclines(fold(text))).toBe(wish);
  });

  it.each([
    ['重复一下', 'repeat'],
    ['say it again', 'repeat'],
    ['再讲一遍行不行', 'repeat'],
    ['取消', 'cancel'],
    ['why not cancel', 'cancel'],
    ['转人工', 'handoff'],
    ['怎么还不转人工', 'handoff'],
  ] as const)('not by: %s', (text, wish) => {
    expect(isTakenBack(wish, fold(text))).toBe(false);
  });

  it('is not all where something else is said', () => {
    expect(onlyDeclines(fold('不用转人工，你告诉我微信提现五千要多少手续费'))).toBeUndefined();
  });
});

it.each([
  ['你是真人吗', true],
  ['are you a real person', true],
  ['转人工', false],
  ['微信提现', false],
])('only speaks of a person: %s', (text, mentions) => {
  expect(onlyMentionsPerson(fold(text))).toBe(mentions);
});

describe('a language is asked for', () => {
  it.each([
    ['说中文', 'zh', true],
    ['in English please', 'en', true],
    ['english', 'en', true],
    ['换成英文', 'en', true],
    ['中文回答一下微信提现五千要多少手续费', 'zh', false],
    // Slips in a short command.
    ['ebglish please', 'en', true],
    ['englsh pls', 'en', true],
    ['chinse please', 'zh', true],
    ['speak enlgish', 'en', true],
  ])('%s', (text, language, alone) => {
    expect(readLanguageRequest(fold(text))).toEqual({ language, alone });
  });

  it.each(['微信提现', 'how do I pay', 'my English teacher', 'finish please'])('not by: %s', (text) => {
    expect(readLanguageRequest(fold(text))).toBeUndefined();
  });
});
