import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import { readNumbers } from '../../../src/understanding/entities/amounts.js';
import { readDays, readTimes } from '../../../src/understanding/entities/days.js';

const days = (text: string) => readDays(fold(text), readNumbers(fold(text)));
const times = (text: string) => readTimes(fold(text), readNumbers(fold(text)));

describe('days', () => {
  it.each([
    ['三天提', 3],
    ['分10日', 10],
    ['for 5 days', 5],
    ['两周', 14],
    ['two weeks', 14],
    ['一个月', 30],
    ['3 months', 90],
    ['两年', 730],
    ['半年', 182],
    ['半个月', 15],
    ['一年到头', 365],
    ['over a quarter', 90],
    ['in one day', 1],
    ['for a week', 7],
    // No days, or too many of them.
    ['1000日元', undefined],
    ['2023年5月', undefined],
    ['5000天', undefined],
    ['零天', undefined],
    ['提5000', undefined],
    ['不是3天，是5天', 5],
  ])('%s', (text, expected) => expect(days(text)).toBe(expected));
});

describe('times', () => {
  it.each([
    ['转3次', 3],
    ['分5笔', 5],
    ['来两回', 2],
    ['four times', 4],
    ['in 2 transfers', 2],
    ['不是3次，是5次', 5],
    ['2000 x 3', 3],
    ['3 x 2000', 3],
    ['2000*3', 3],
    ['2000元x3', 3],
    ['3x2000', 3],
    ['3乘2000', 3],
    // No sum, too often, or a rate.
    ['2 x 4', undefined],
    ['1920x1080', undefined],
    ['5000乘0.1%', undefined],
    ['5000 x 10%', undefined],
    ['3回头客', undefined],
    ['提5000', undefined],
  ])('%s', (text, expected) => expect(times(text)).toBe(expected));
});
