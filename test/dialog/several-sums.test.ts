import { describe, expect, it } from 'vitest';
import { lastSaid, pairedWith } from '../../src/dialog/several-sums.js';
import { fold } from '../../src/text/fold.js';
import { readAmounts } from '../../src/understanding/entities/amounts.js';
import { readMinutes } from '../../src/understanding/entities/minutes.js';

const meant = (text: string): readonly string[] => {
  const folded = fold(text);
  return lastSaid(folded.text, readAmounts(folded)).map(({ range }) => String(range.min?.n));
};

describe('sums that take each other back', () => {
  it.each([
    ['五千 不 六千 啊还是五千五吧 花呗提', ['5500']],
    ['3000不对4000哦不5000 手续费', ['5000']],
    ['2000 sorry 3500', ['3500']],
    ['2000, i mean 3500 from huabei', ['3500']],
    ['1000改成2000', ['2000']],
    ['5000还是6000吧', ['6000']],
    // Side by side.
    ['5000还是6000划算', ['5000', '6000']],
    ['5000和6000', ['5000', '6000']],
    ['花呗提5000 微信提6000', ['5000', '6000']],
    ['5000,6000', ['5000', '6000']],
    ['5000', ['5000']],
  ])('%s', (text, sums) => expect(meant(text)).toEqual(sums));
});

describe('sums and ways that take turns', () => {
  const at = (start: number) => ({ start, end: start + 1 });
  it.each([
    ['sum, way, sum, way', [0, 20], [10, 30], [10, 30]],
    ['way, sum, way, sum', [10, 30], [0, 20], [0, 20]],
    ['ways in any order', [0, 20], [30, 10], [10, 30]],
    ['two sums before two ways', [0, 5], [10, 15], undefined],
    ['one sum', [0], [10], undefined],
    ['more ways than sums', [0, 20], [10, 30, 40], undefined],
  ])('%s', (_, sums, ways, paired) => {
    expect(pairedWith(sums.map(at), ways.map(at))?.map(({ start }) => start)).toEqual(paired);
  });
});

describe('the most minutes', () => {
  it.each([
    ['转30000 一小时内能到的', 60],
    ['半小时内', 30],
    ['30分钟以内到账', 30],
    ['不超过45分钟', 45],
    ['moving 30000 under an hour', 60],
    ['within 30 minutes please', 30],
    ['in half an hour', 30],
    ['less than 2 hours', 120],
    // How long it took, or takes, bounds nothing.
    ['等了两个小时', undefined],
    ['it took 41 minutes', undefined],
    ['41 minutes?', undefined],
    ['要几分钟', undefined],
    ['5000', undefined],
  ])('%s', (text, minutes) => expect(readMinutes(fold(text))).toBe(minutes));
});
