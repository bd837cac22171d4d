import { expect, test } from 'vitest';
import { splitQuestions } from '../../src/understanding/split.js';
import { LEXICON } from './lexicon.js';

const split = (message: string) => splitQuestions(message, LEXICON).map(({ start, end }) => message.slice(start, end).trim());

test.each([
  ['花呗能转微信吗？手续费多少？', ['花呗能转微信吗？', '手续费多少？']],
  ['花呗怎么转微信，要多久', ['花呗怎么转微信，', '要多久']],
  ['how do i move it? how long does it take?', ['how do i move it?', 'how long does it take?']],
  ['我急用钱。花呗能转微信吗？另外怎么还款', ['我急用钱。花呗能转微信吗？', '怎么还款']],
  ['can it go to wechat and also how long', ['can it go to wechat', 'how long']],
])('%s holds two questions', (message, questions) => {
  expect(split(message)).toEqual(questions);
});

test.each([
  '花呗能转到微信吗',
  '我今天在外面吃饭，手机快没电了，花呗能转到微信吗',
  'my rent is due, my card is blocked. how do i move it',
  '花呗，微信，支付宝',
  'I have 5,000.00 in it. can it be moved',
  '？？？',
  '',
])('%s is one question', (message) => {
  expect(split(message)).toEqual([]);
});
