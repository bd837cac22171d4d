import { describe, expect, test } from 'vitest';
import { coverageOf, formatCoverage, uncovered } from '../../src/transcripts/coverage/coverage.js';
import { GROUPS } from '../../src/transcripts/coverage/item.js';
import { coveragePage } from '../../src/transcripts/coverage/page.js';
import { realBrain } from '../brain.js';
import { stepsOf } from './suite.js';

const coverage = (...lines: readonly string[]) => coverageOf(realBrain().pack, stepsOf(...lines));
const found = (...lines: readonly string[]) =>
  coverage(...lines).groups.flatMap(({ group, rows }) =>
    rows.filter(({ turns }) => turns > 0).map(({ id, turns }) => `${group}: ${id} ${turns}`),
  );

describe('what a turn exercises', () => {
  const table: readonly (readonly [lines: readonly string[], some: readonly string[], not: readonly string[]])[] = [
    [
      ['花呗官方提现500手续费多少'],
      [
        'intents: fee-quote 1',
        'tariff rules: huabei-official: minimum applies 1',
        'facts: huabei-official.minimum 1',
        'sources: huabei-wechat#fees 1',
      ],
      ['tariff rules: mybank: rate of leg 1 1'],
    ],
    [
      ['花呗官方提现5000手续费多少'],
      ['tariff rules: huabei-official: rate of leg 1 1'],
      ['tariff rules: huabei-official: minimum applies 1'],
    ],
    [['微信零钱提8000手续费多少'], ['tariff rules: wechat-balance: split under its limits 1', 'conflicts: wechat-limit-basis 1'], []],
    [['走网商银行转5000要多少手续费', '那3000呢'], ['tariff rules: mybank: rate of leg 2 2', 'policies: follow-up 1'], []],
    [['官方直转，到账5000要转多少'], ['tariff rules: official-direct: amount for what must arrive 1'], []],
    [['帮我算手续费', '3000', '官方直转'], ['clarifications: amount 1', 'clarifications: method 1', 'policies: filled slot 2'], []],
    [
      ['花呗分三期利息怎么算', '那最低还款额是多少', '好'],
      ['refusals: near miss: instalments 2', 'hand-offs: agreed to when offered 1'],
      [],
    ],
    [['转人工'], ['hand-offs: asked for 1', 'decisions: handoff 1'], ['hand-offs: agreed to when offered 1']],
    [['再说一遍'], ['decisions: has nothing to repeat 1'], ['decisions: repeats 1']],
    [
      ['花呗套现合法吗', 'Is it risky?'],
      ['languages: zh 1', 'languages: en 1', 'languages: zh to en 1', 'answers: risks (en) 1'],
      ['answers: risks (zh) 1'],
    ],
    [['官方直转怎么用'], ['facts: alternatives.fastest~mybank 1'], []],
  ];
  test.each(table)('%j', (lines, some, not) => {
    expect(found(...lines)).toEqual(expect.arrayContaining([...some]));
    for (const each of not) expect(found(...lines)).not.toContain(each);
  });
});

test('nothing said is nothing covered, and the counts add up', () => {
  const nothing = coverageOf(realBrain().pack, []);
  expect([nothing.covered, nothing.turns, nothing.conversations]).toEqual([0, 0, 0]);
  expect(uncovered(nothing)).toHaveLength(nothing.total);
  expect(nothing.groups.map(({ group }) => group)).toEqual(GROUPS);
  const some = coverage('花呗官方提现500手续费多少');
  expect(some.covered + uncovered(some).length).toBe(some.total);
  expect(formatCoverage(some)).toContain('1 conversations, 1 turns');
  expect(formatCoverage(some)).toContain('  tariff rules: mybank: time');
});

describe('the page', () => {
  const page = coveragePage(coverage('花呗官方提现500手续费多少'), 'A <b>"title"</b>');

  test('is one file that loads nothing', () => {
    expect(page).not.toMatch(/\b(?:src|href)=|@import|url\(|<script/i);
    expect(page).toContain('<title>A &lt;b&gt;&quot;title&quot;&lt;/b&gt;</title>');
  });

  test('names all that is missing', () => {
    for (const each of uncovered(coverage('花呗官方提现500手续费多少')))
      expect(page).toContain(`class="missing"><th scope="row">${each.split(': ').slice(1).join(': ')}<`);
  });
});
