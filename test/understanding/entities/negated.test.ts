import { expect, test } from 'vitest';
import { readText } from '../../../src/understanding/read.js';
import { realBrain } from '../../brain.js';

const { lexicon } = realBrain().understander;
const waysIn = (text: string) => readText(text, lexicon).entities.methods.map(({ method }) => method);

test.each([
  '不用云闪付转5000',
  '不走网商银行提5000多少手续费',
  '我不想通过网商银行转',
  '别用云闪付',
  '除了网商银行还有什么办法',
  'send 5000 not through mybank',
  'i dont want to go through mybank',
  'without unionpay quickpass',
  'anything other than mybank',
])('%s names no way', (text) => {
  expect(waysIn(text)).toEqual([]);
});

test.each([
  ['不是云闪付，是网商银行', ['mybank']],
  ['是不是用云闪付比较便宜', ['unionpay']],
  ['要不要走网商银行', ['mybank']],
  ['为什么不用云闪付', ['unionpay']],
  ['不要利息吗，网商银行', ['mybank']],
  ['why not use mybank', ['mybank']],
  ['not today. mybank 5000', ['mybank']],
  ['云闪付不行，换网商银行', ['unionpay', 'mybank']],
])('%s names %j', (text, ways) => {
  expect(waysIn(text)).toEqual(ways);
});
