import { describe, expect, test } from 'vitest';
import { monospaceTable } from '../../../src/channels/telegram/monospace.js';

/** How wide a line is where a wide character takes `ratio` narrow ones. */
const widthOf = (text: string, ratio: number): number =>
  [...text].reduce((sum, character) => sum + (/[\u3000-\u9fff\uff01-\uff60]/.test(character) ? ratio : 1), 0);

describe('a table in monospace', () => {
  test.each([
    [
      'narrow',
      ['Day', 'Fee'],
      [
        ['1', '5.00'],
        ['2', '12.50'],
      ],
      'Day   Fee\n1    5.00\n2   12.50',
    ],
    [
      'wide',
      ['方式', '手续费'],
      [
        ['云闪付转账', '0.00 元'],
        ['官方直转', '5.00 元'],
      ],
      undefined,
    ],
  ])('%s', (_, header, rows, drawn) => {
    const text = monospaceTable(header, rows);
    expect(text).toBeDefined();
    if (drawn !== undefined) expect(text).toBe(drawn);
  });

  test.each([1, 1.6, 2, 2.3])('stands straight where a wide character is %d narrow ones', (ratio) => {
    const header = ['方式', '手续费', '天数'];
    const rows = [
      ['云闪付转账', '0.00 元', '一天'],
      ['MY', '12.50 元', '两三天'],
      ['官方 A', '400.00 元', '当天'],
    ];
    const lines = monospaceTable(header, rows)?.split('\n') ?? [];
    expect(lines).toHaveLength(4);
    // Where the last column begins.
    const starts = lines.map((line, index) => widthOf(line.slice(0, line.lastIndexOf([header, ...rows][index]?.[2] ?? '')), ratio));
    for (const start of starts) expect(start).toBeCloseTo(starts[0] ?? 0);
  });

  test.each([
    [
      'too wide for a phone',
      ['方式', '手续费', '到账', '用时', '限额'],
      [['花呗官方提现', '5.00 元', '4,995.00 元', '未说明', '每天不限']],
    ],
    ['of several lines a cell', ['a', 'b'], [['1', 'x\ny']]],
  ])('%s: is none', (_, header, rows) => {
    expect(monospaceTable(header, rows)).toBeUndefined();
  });

  test('keeps a row that is too short, and figures to the right', () => {
    expect(monospaceTable(['way', 'fee'], [['a'], ['b', '1']])).toBe('way fee\na\nb   1');
    expect(
      monospaceTable(
        ['way', 'fee'],
        [
          ['a', '10'],
          ['b', '1'],
        ],
      ),
    ).toBe('way fee\na    10\nb     1');
  });
});
