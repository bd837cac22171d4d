import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly } from '../../../src/base/interval.js';
import { formatDecimal, parseDecimal, type Rational, rational } from '../../../src/base/rational.js';
import type { Fact } from '../../../src/knowledge/fact.js';
import { fold } from '../../../src/text/fold.js';
import type { NumberReading } from '../../../src/understanding/entities/amounts.js';
import { readFigures } from '../../../src/understanding/entities/amounts.js';
import { readFactMentions } from '../../../src/understanding/entities/figures.js';
import { realBrain } from '../../brain.js';

const { lexicon } = realBrain().understander;

/** The facts of the pack whose figures a text names, each once. */
function mentioned(text: string): readonly string[] {
  const { percentages, numbers } = readFigures(fold(text));
  return [...new Set(readFactMentions(percentages, numbers, lexicon.figures).flatMap(({ facts }) => facts.map(({ id }) => id)))];
}

test.each<[string, ...string[]]>([
  ['what is the 17.3% about', 'complaints.share'],
  ['17.3%是什么', 'complaints.share'],
  ['１７．３％', 'complaints.share'],
  ['42 percent', 'long-way.failure-rate'],
  ['百分之四十二', 'long-way.failure-rate'],
  ['62%和21%', 'risks.frozen', 'risks.legal'],
  ['8%到15%', 'third-party.rate'],
  ['17.4%是什么'],
  ['几千块'],
  ['no figure at all'],
])('%s', (text, ...facts) => expect(mentioned(text)).toEqual(facts));

const fact = { id: 'a.figure' } as Fact;
const number = (start: number, value: Rational): NumberReading => ({
  span: { start, end: start + 1 },
  rule: 'any',
  range: exactly(value),
  approximate: false,
  scale: rational(1n),
  weak: false,
});

test('a share and the number in it are one mention, and a share is looked up in parts of a hundred', () => {
  const figures = new Map([['12.5', [fact]]]);
  const share = { span: { start: 0, end: 5 }, range: exactly(rational(1n, 8n)), rule: 'any' };
  const inIt = number(0, rational(25n, 2n));
  expect(readFactMentions([share], [inIt], figures)).toEqual([{ span: share.span, facts: [fact] }]);
  expect(readFactMentions([], [number(0, rational(1n, 8n))], figures)).toEqual([]);
});

test('every number is a mention exactly where the index has it, whatever the way it is written in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), { maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 20 }),
      (typed, known) => {
        const decimals = known.map((value) => formatDecimal(rational(BigInt(value), 10n)));
        const numbers = typed.map(([value], index) => number(index, rational(BigInt(value), 10n)));
        const found = readFactMentions([], numbers, new Map(decimals.map((text) => [text, [fact]])));
        const expected = numbers.filter(({ range }) =>
          decimals.some((text) => {
            const value = parseDecimal(text);
            return value && value.n * range.min.d === range.min.n * value.d;
          }),
        );
        expect(found.map(({ span }) => span.start)).toEqual(expected.map(({ span }) => span.start));
      },
    ),
  );
});
