import { expect, test } from 'vitest';
import { splitPinyin, syllableOf } from '../../src/text/pinyin.js';

test.each([
  ['tixian', 'ti xian'],
  ['huabei', 'hua bei'],
  ['zhuandao', 'zhuan dao'],
  ['lingqian', 'ling qian'],
  ['shouxufei', 'shou xu fei'],
  ['xian', 'xian'],
  ['a', 'a'],
])('%s splits into %s', (run, syllables) => {
  expect(splitPinyin(run)?.join(' ')).toBe(syllables);
});

test.each(['', 'wechat', 'tx', 'transfer', 'zhnag', 'huabeix'])('%j is no pinyin', (run) => {
  expect(splitPinyin(run)).toBeUndefined();
});

test.each([
  ['呗', 'bei'],
  ['还', 'huan'],
  ['绿', 'lv'],
  ['提', 'ti'],
  ['a', undefined],
  ['5', undefined],
])('%s is read %s', (character, reading) => {
  expect(syllableOf(character)).toBe(reading);
});
