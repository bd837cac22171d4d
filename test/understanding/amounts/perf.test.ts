import { expect, test } from 'vitest';
import type { Folded } from '../../../src/text/fold.js';
import { readAmounts, readNumbers, readPercentages } from '../../../src/understanding/entities/amounts.js';

const LENGTH = 100_000;
// Of the processor's time: what other processes take is not counted.
const LIMIT_MS = 50;

/** Folded already: what is measured is the reading, not the folding. */
const foldedOf = (text: string): Folded => ({ original: text, text, offsets: Array.from({ length: text.length + 1 }, (_, i) => i) });

const fill = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);

const NASTY = [
  '7',
  '0',
  '一',
  '一二三',
  '千',
  '万',
  '十',
  '零',
  '点',
  '几',
  '两',
  '一万',
  '千万',
  '百万',
  '三点一',
  '一千零',
  '三千八百',
  '五十',
  '百分之',
  '分之',
  '一分之',
  ' ',
  '1 ',
  '1,',
  '1.',
  '1,1,1,',
  '1,000',
  '1 000',
  '.',
  ',',
  '-',
  '--1',
  '1-',
  '1/',
  '1/1/',
  '1^',
  '1:',
  '+1-',
  '¥',
  '¥1',
  '$',
  '元',
  '1元',
  '1块',
  '块',
  '半',
  '1到',
  '不是',
  '不是1',
  'and ',
  'a ',
  'one ',
  'hundred ',
  'one hundred ',
  'a hundred and ',
  'thousand ',
  'one thousand ',
  'point ',
  'one point ',
  'half ',
  'half a ',
  'a couple of ',
  'twenty-',
  'minus ',
  'twenty one ',
  'one and a half ',
  'not ',
  'at least ',
  'wan ',
  'yi ',
  'yi wan ',
  'wu qian ',
  'yi',
  'shi',
  'ling',
  'ending in ',
  'jan ',
  'in ',
  'us$',
  'rmb',
  '5k',
  'a1',
  '尾号',
  '第',
  '第一',
  '一、二、',
  '五六百',
  '负',
  '大概',
  '至少',
  '不超过',
  '多',
  '1多',
  '一下',
  '1\ue000',
  '\ue000',
  'hello world ',
  '我想提现五千块要多少钱，',
  'usd ',
  '1usd',
  '1 dollar ',
  'dollar',
  '100不对，',
  '一百二三',
  "1'000",
  'one third ',
  'twenty-first ',
  'hundreds of ',
  '1，',
  '1e',
  '港币',
  '1港元',
  '几百上千',
  '个',
  '1个',
];

const shortest = (run: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 6 && best > LIMIT_MS / 4 && (i === 0 || best < 1000); i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
};

test.each(NASTY.map((unit) => [unit]))('100 KB of %j are read in time', (unit) => {
  const folded = foldedOf(fill(unit));
  for (const read of [readAmounts, readPercentages, readNumbers]) {
    const t = shortest(() => read(folded));
    expect.soft(t).toBeLessThan(LIMIT_MS);
  }
});
