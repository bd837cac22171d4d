import { expect, test } from 'vitest';
import { readText } from '../../../src/understanding/read.js';
import { LEXICON } from '../lexicon.js';

function shown(text: string): string {
  const { from = '', to = '' } = readText(text, LEXICON).entities.direction;
  return `${from} > ${to}`;
}

test.each([
  ['花呗转到微信', 'huabei > wechat'],
  ['从花呗转到微信', 'huabei > wechat'],
  ['花呗怎么提到银行卡', 'huabei > card'],
  ['零钱转进支付宝', 'balance > alipay'],
  ['move huabei to wechat', 'huabei > wechat'],
  ['to wechat from hb', 'huabei > wechat'],
  ['transfer from wechat into my alipay', 'wechat > alipay'],
  ['花呗手续费', 'huabei > '],
  ['转到微信', ' > wechat'],
  ['多久', ' > '],
])('%s: %s', (text, direction) => {
  expect(shown(text)).toBe(direction);
});
