import { expect, test } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import { readFigures } from '../../../src/understanding/entities/amounts.js';
import { mayHoldNumber } from '../../../src/understanding/entities/has-number.js';
import { AMOUNTS } from '../amounts/amounts.table.js';
import { lines } from '../lexicon.js';

const utterances = Object.values(AMOUNTS).flatMap((table) => lines(table));

test('whatever holds a number passes the gate', () => {
  const stopped = utterances.filter((utterance) => {
    const folded = fold(utterance);
    const { amounts, percentages, numbers } = readFigures(folded);
    return amounts.length + percentages.length + numbers.length > 0 && !mayHoldNumber(folded.text);
  });
  expect(stopped).toEqual([]);
});

test.each(['花呗怎么转到微信', 'can huabei go to wechat', 'this is for the wallet', '手续费是什么'])(
  '%s is not scanned for numbers',
  (text) => {
    expect(mayHoldNumber(fold(text).text)).toBe(false);
  },
);
