import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rational } from '../../../src/base/rational.js';
import { type Folded, fold } from '../../../src/text/fold.js';
import { readNumbers, readPercentages } from '../../../src/understanding/entities/amounts.js';

interface Expected {
  readonly text: string;
  readonly value: number;
}

interface Case {
  readonly input: string;
  readonly expected: readonly Expected[];
}

interface Suite {
  readonly file: string;
  /** The share passed of what is not left out, in parts of one; it may only rise. */
  readonly floor: number;
  readonly read: (folded: Folded) => readonly { readonly span: { start: number; end: number }; readonly range: { min: Rational } }[];
}

const SUITES: readonly Suite[] = [
  { file: 'recognizers-number-en.json', floor: 1, read: readNumbers },
  { file: 'recognizers-number-zh.json', floor: 0.98, read: readNumbers },
  { file: 'recognizers-percent-zh.json', floor: 1, read: readPercentages },
];

/** What is left out on purpose: the category, how its cases are told, and the reason. */
const LEFT_OUT: readonly { readonly category: string; readonly holds: (c: Case) => boolean; readonly reason: string }[] = [
  {
    category: 'powers',
    holds: ({ input }) => /\^|\d[eｅ][+－-]?[\d１]/i.test(input),
    reason: 'nobody writes a sum of money as 2^5 or 1e10; the letters and signs between digits make it a name here',
  },
  {
    category: 'English fraction words',
    holds: ({ input }) =>
      /(?:third|fourth|fifth|eighth|ninth|first|hundredth|thirtieth|trillionth|thirds|fourths|fifths|eighths|ninths|firsts|hundredths|trillionths)\b(?! seat)|\b(?:a half|three quarters)$|than half/.test(
        input,
      ),
    reason: 'a third or two fifths is a share and no sum; halves and quarters of a unit are read',
  },
  {
    category: 'English ratios',
    holds: ({ input }) => /(?:\d|one) (?:over|out of) |^1 in |two out of/.test(input),
    reason: '"5000 over 3 months" is far more frequent in our domain than a division in words',
  },
  {
    category: 'giga',
    holds: ({ input }) => /\d ?G$/.test(input),
    reason: '4g and 5g name networks and weights, never thousands of millions',
  },
  { category: 'case of m', holds: ({ input }) => input.startsWith('1m '), reason: 'text is folded: 1m and 1M are both a million' },
  {
    category: 'Chinese dozens',
    holds: ({ input }) => input.includes('打') && !/打[对對]折/.test(input),
    reason: '打 after a number is the verb: 5000打到卡里',
  },
  {
    category: 'vague numbers',
    holds: ({ input, expected }) =>
      /[几幾]/.test(expected[0]?.text ?? '') || input === '四百多' || /二三十/.test(input) || input.includes('5-20%'),
    reason: 'a vague number or a range is a range here; the suite gives one figure or none',
  },
  {
    category: 'numbers before a currency',
    holds: ({ input }) => /[一两]美[元刀]|折扣一折/.test(input),
    reason: 'the suite leaves them to its currency model; here money rules consume number rules, so the number is there',
  },
];

const data = process.env['ZHIDA_DATA'];

function casesOf(file: string): readonly Case[] {
  const raw = JSON.parse(readFileSync(join(data ?? '', 'amounts', file), 'utf8')) as readonly {
    Input: string;
    Results: readonly { Text: string; Resolution: { value: string } }[];
  }[];
  return raw.map(({ Input, Results }) => ({
    input: Input,
    expected: Results.map(({ Text, Resolution: { value } }) => ({
      text: fold(Text).text,
      value: value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value),
    })),
  }));
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1e-9, Math.abs(a), Math.abs(b));

function passes(suite: Suite, { input, expected }: Case): boolean {
  const folded = fold(input);
  const found = suite.read(folded);
  return (
    found.length === expected.length &&
    found.every(({ span, range }, i) => {
      const want = expected[i];
      // A vague number is a range here; the suites name its lower end.
      return (
        want !== undefined &&
        near(Number(range.min.n) / Number(range.min.d), want.value) &&
        folded.text.slice(span.start, span.end) === want.text
      );
    })
  );
}

if (data === undefined)
  console.warn('SKIPPED: the public number suites. Set ZHIDA_DATA to the folder that holds amounts/*.json to run them.');

describe.skipIf(data === undefined)('the public number suites', () => {
  test.each(SUITES)('$file', (suite) => {
    const cases = casesOf(suite.file);
    const inside = cases.filter((c) => !LEFT_OUT.some(({ holds }) => holds(c)));
    const failed = inside.filter((c) => !passes(suite, c));
    const share = 1 - failed.length / inside.length;
    console.log(
      `${suite.file}: ${inside.length - failed.length} of ${inside.length} = ${(share * 100).toFixed(1)}% (${cases.length - inside.length} left out)`,
    );
    if (failed.length > 0) console.log(`failed: ${failed.map((c) => JSON.stringify(c.input)).join(', ')}`);
    expect(share).toBeGreaterThanOrEqual(suite.floor);
  });
});
