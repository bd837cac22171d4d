import { expect, test } from 'vitest';
import { toSimplified } from '../../src/text/script.js';

const PAIRS =
  '轉转 錢钱 帳帐 銀银 紅红 餘余 額额 費费 現现 還还 寶宝 鏈链 這这 個个 嗎吗 幾几 唄呗 絡络 點点 麼么 後后 裡里 嘅嘅 冇冇 信信';

test.each(PAIRS.split(' ').map((pair) => [...pair] as [string, string]))('%s → %s', (traditional, simplified) => {
  expect(toSimplified(traditional)).toBe(simplified);
  expect(toSimplified(simplified)).toBe(simplified);
});

test.each(['a', '5', ' ', '👍', 'é'])('%s is no Chinese and stays', (character) => {
  expect(toSimplified(character)).toBe(character);
});
