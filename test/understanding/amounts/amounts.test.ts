import { expect, test } from 'vitest';
import { formatDecimal, type Rational } from '../../../src/base/rational.js';
import { fold } from '../../../src/text/fold.js';
import { type Amount, readAmounts } from '../../../src/understanding/entities/amounts.js';
import { AMOUNTS } from './amounts.table.js';
import { CURRENCY_AMOUNTS } from './currencies.table.js';
import { EVERYDAY_AMOUNTS } from './everyday.table.js';
import { NO_AMOUNTS } from './no-amounts.table.js';
import { SPOKEN_AMOUNTS, SPOKEN_NO_AMOUNTS } from './spoken.table.js';
import { UNUSUAL_AMOUNTS, UNUSUAL_NO_AMOUNTS } from './unusual.table.js';
import { WEB_TEXT_AMOUNTS } from './web-text.table.js';

const figure = (value: Rational | undefined): string => (value ? formatDecimal(value) : '');

/** `5000`, `CNY 5000` with its currency said, `~5000`, `500..600`, `1000..`, `..20000`. */
function shown({ range, bound, currency, implied, approximate }: Amount): string {
  const figures = bound === 'exact' ? figure(range.min) : `${figure(range.min)}..${figure(range.max)}`;
  return `${approximate ? '~' : ''}${implied ? '' : `${currency} `}${figures}`;
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const examples = [AMOUNTS, EVERYDAY_AMOUNTS, CURRENCY_AMOUNTS, WEB_TEXT_AMOUNTS, SPOKEN_AMOUNTS, UNUSUAL_AMOUNTS]
  .flatMap((table) => Object.entries(table))
  .flatMap(([expected, utterances]) => lines(utterances).map((utterance) => [utterance, expected] as const));

test.each(examples)('%s → %s', (utterance, expected) => {
  expect(readAmounts(fold(utterance)).map(shown).join(' + ')).toBe(expected);
});

test.each(lines(NO_AMOUNTS + SPOKEN_NO_AMOUNTS + UNUSUAL_NO_AMOUNTS).map((line) => [line]))('no amount in: %s', (utterance) => {
  expect(readAmounts(fold(utterance)).map((amount) => `${shown(amount)} by ${amount.rule}`)).toEqual([]);
});

test('the tables are as large as promised', () => {
  expect(examples.length).toBeGreaterThanOrEqual(1900);
  expect(lines(NO_AMOUNTS).length).toBeGreaterThanOrEqual(100);
});
