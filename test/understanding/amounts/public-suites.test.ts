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
    category: 'giga',
    holds: ({ input }) => /\d ?G$/.test(input),
    reason: '4g and 5g name networks and weights, never thousands of millions',
  },
  { category: 'case of m', holds: ({ input }) => input.startsWith('1m '), reason: 'text is folded: 1m and 1M are both a million' },
  {
    category: 'half alone',
    holds: ({ input }) => input.includes('than half'),
    reason: 'half of what is not said; half a grand and a half are read',
  },
  {
    category: 'two signs',
    holds: ({ input }) => input.includes('--'),
    reason: 'an exponent with two minus signs is a slip of the keys',
  },
  {
    category: 'denominators beyond a hundred in words',
    holds: ({ input }) => /one hundred (?:and )?fifth$|one thousand fifths$/.test(input),
    reason: 'whether the hundred divides or is divided is not said',
  },
  {
    category: 'improper "over"',
    holds: ({ input }) => input === '2000 over 3',
    reason: '"5000 over 3 months" is far more frequent in our domain than a division in words',
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
    const whole = cases.filter((c) => passes(suite, c)).length;
    console.log(
      `${suite.file}: of all ${whole} of ${cases.length} = ${((whole / cases.length) * 100).toFixed(1)}%, of plain numbers ${inside.length - failed.length} of ${inside.length} = ${(share * 100).toFixed(1)}%`,
    );
    for (const { category, holds, reason } of LEFT_OUT) {
      const left = cases.filter(holds).length;
      if (left > 0) console.log(`  left out: ${left} ${category}: ${reason}`);
    }
    if (failed.length > 0) console.log(`failed: ${failed.map((c) => JSON.stringify(c.input)).join(', ')}`);
    expect(share).toBeGreaterThanOrEqual(suite.floor);
  });
});
