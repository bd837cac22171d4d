import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import { daysOf, readRhythm, timesIn } from '../../../src/understanding/entities/rhythm.js';

describe('a rhythm', () => {
  it.each([
    ['每周提2000', undefined, { unit: 'week', often: 1, within: 7 }],
    ['每周转3次', 3, { unit: 'week', often: 3, within: 2 }],
    ['隔天提一次', undefined, { unit: 'other-day', often: 1, within: 2 }],
    ['every other day', undefined, { unit: 'other-day', often: 1, within: 2 }],
    ['every other week', undefined, { unit: 'fortnight', often: 1, within: 14 }],
    ['每两周一次', undefined, { unit: 'fortnight', often: 1, within: 14 }],
    ['每个月5000', undefined, { unit: 'month', often: 1, within: 30 }],
    ['每个季度一次', undefined, { unit: 'quarter', often: 1, within: 90 }],
    ['每年', undefined, { unit: 'year', often: 1, within: 365 }],
    ['1000 a week', undefined, { unit: 'week', often: 1, within: 7 }],
    ['twice a month', undefined, { unit: 'month', often: 2, within: 15 }],
    ['once every two weeks', undefined, { unit: 'fortnight', often: 1, within: 14 }],
    ['quarterly', undefined, { unit: 'quarter', often: 1, within: 90 }],
    ['three times a day', 3, { unit: 'day', often: 3, within: 1 }],
    // More often than the unit has days: each time has a day.
    ['每周转30次', 30, { unit: 'week', often: 30, within: 1 }],
    ['for a month', undefined, undefined],
    ['一个月', undefined, undefined],
    ['weekend', undefined, undefined],
  ])('%s', (text, times, rhythm) => expect(readRhythm(fold(text), times)).toEqual(rhythm));
});

describe('how often it comes', () => {
  it.each([
    ['week', 1, 30, 4],
    ['week', 2, 14, 4],
    ['week', 1, 6, 0],
    ['fortnight', 1, 30, 2],
    ['month', 1, 365, 12],
    ['month', 1, 182, 6],
    ['month', 2, 90, 6],
    ['month', 1, 730, 24],
    ['quarter', 1, 365, 4],
    ['quarter', 1, 182, 2],
    ['year', 1, 730, 2],
    ['day', 3, 10, 30],
  ] as const)('%s, %i times, in %i days', (unit, often, days, times) => {
    expect(timesIn({ unit, often, within: 1 }, days)).toBe(times);
  });

  it('goes by the days of its unit', () => expect(daysOf({ unit: 'fortnight', often: 2, within: 7 })).toBe(14));
});
