import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import { readOrdinal, readPlaceWithin } from '../../../src/understanding/entities/ordinal.js';

describe('a place in a list', () => {
  it.each([
    ['第二个', 2],
    ['2', 2],
    ['就第一个吧', 1],
    ['the third one', 3],
    ['option 4', 4],
    ['二十', undefined],
    ['第二天', undefined],
    ['two thousand', undefined],
  ])('%s', (text, place) => {
    expect(readOrdinal(fold(text))).toBe(place);
  });

  it.each([
    ['第二个要多久', 2],
    ['那第三个呢', 3],
    ['how long does the second take', 2],
    ['what about option 4', 4],
    ['and the first one?', 1],
    ['第二天到吗', undefined],
    ['第三个月提', undefined],
    ['提两个5000', undefined],
    ['the second transfer', undefined],
  ])('in a message that says more: %s', (text, place) => {
    expect(readPlaceWithin(fold(text))).toBe(place);
  });
});
