import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../../src/base/rational.js';
import { sameValue } from '../../src/knowledge/fact.js';
import { parseFigure } from '../../src/knowledge/figure.js';

/** `unit min..max`, with `<` or `>` before a bound: money in yuan, time in minutes, percent as a fraction. */
function shown(text: string): string | undefined {
  const figure = parseFigure(text);
  if (!figure) return undefined;
  const [min, max] = [formatDecimal(figure.range.min), formatDecimal(figure.range.max)];
  const mark = { exact: '', range: '', below: '<', above: '>' }[figure.bound];
  return `${figure.unit} ${mark}${figure.bound === 'range' ? `${min}..${max}` : min}`;
}

// What a figure means, then how Chinese and English write it.
const FIGURES: readonly (readonly [string, ...string[]])[] = [
  ['percent 0.42', '42%', '42 %', '４２％', '42 percent'],
  ['percent 0.001', '0.1%'],
  ['percent 0', '0%'],
  ['percent 1.47', '147%'],
  ['percent 0.08..0.15', '8%–15%', '8–15%', '8%-15%', '8% 至 15%', '8%~15%', '8～15％', '8%到15%', '8—15 percent'],
  ['percent <0.03', '不到 3%', '不足3%', '低于 3%', '少于 3%', '<3%', '＜3％', 'less than 3%', 'under 3%', 'below 3%'],
  ['percent >0.03', '超过 3%', '高于 3%', '大于3%', '>3%', 'more than 3%', 'over 3%', 'above 3%'],
  ['minute 150', '2.5 小时', '2.5小时', '2.5 hours'],
  ['minute 60', '1 hour', '60 分钟', '60 minutes'],
  ['minute 1', '1 minute', '1 分钟'],
  ['minute 1..30', '1–30 分钟', '1–30 minutes', '1 minute–30 minutes', '1分钟到30分钟'],
  ['minute 30..120', '30 分钟–2 小时', '30 minutes–2 hours'],
  ['minute 120..1440', '2–24 小时', '2–24 hours'],
  ['minute >120', '超过 2 小时', 'more than 2 hours'],
  ['yuan 5000', '5000 元', '5,000 元', '5000块', '5000 yuan', '5,000 yuan', '5000 RMB', '０.5 万元'],
  ['yuan 1234567.89', '1,234,567.89 元', '1234567.89 yuan'],
  ['yuan 0.1', '0.1 元', '0.10 yuan'],
  ['yuan 10000..20000', '1 万–2 万元', '1–2 万元', '1万元至2万元', '10000–20000 yuan', '10,000–20,000 yuan'],
  ['yuan 500..1000', '500 元–1000 元', '500–1000元'],
  ['count 127', '127 起', '127', '127 件', '127 cases'],
  ['count 4', '4 个', '4'],
  ['count 26', '第 26 条', '第26条', 'Article 26', 'article 26'],
  ['count 2000', '2000 次', '2000 times', '2,000'],
  ['count 1899', '1899'],
  ['count 2100', '2100'],
  ['count 3..5', '3–5 个', '3–5'],
  ['year 2022', '2022 年', '2022'],
  ['year 1985', '1985 年', '1985'],
  ['year 2022..2023', '2022–2023 年', '2022–2023'],
];

const NO_FIGURES: readonly string[] = [
  '',
  ' ',
  '%',
  '元',
  '不到',
  '四成',
  '四十二%',
  'forty-two percent',
  '约 42%',
  'about 42%',
  '42% 左右',
  '42%的用户',
  '-5%',
  '+5%',
  '1e3 元',
  '.5%',
  '5.%',
  '1.2.3%',
  '1,23 元',
  '1234,567 元',
  '1,234,56 元',
  '1/2',
  '￥5000',
  '$5000',
  '5000 dollars',
  '5000 美元',
  '3 天',
  '3 days',
  '15 秒',
  '15%–8%',
  '30–1 分钟',
  '2 小时–30 分钟',
  '8%–15 元',
  '8%–15',
  '8–15%–20%',
  '5 元–8%',
  '30 分钟–2 个',
  '超过 8%–15%',
  '42% 34%',
  'T+0',
  '2023 年第一季度',
  '2023-01-31',
  '10:30',
];

describe('parseFigure', () => {
  test.each(FIGURES.flatMap(([meaning, ...texts]) => texts.map((text) => [text, meaning] as const)))('%j is %s', (text, meaning) => {
    expect(shown(text)).toBe(meaning);
  });

  test.each(NO_FIGURES)('%j is no figure', (text) => {
    expect(shown(text)).toBeUndefined();
  });

  test('every way of writing a figure is the same value, and no other row', () => {
    const rows = FIGURES.map(([, ...texts]) => texts.flatMap((text) => parseFigure(text) ?? []));
    rows.forEach((row, r) => {
      for (const [other, o] of rows.map((each, index) => [each, index] as const))
        for (const a of row) for (const b of other) expect(sameValue(a, b)).toBe(r === o);
    });
  });

  test('what is written with any decimal is read as that decimal', () => {
    const decimal = fc
      .tuple(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 0, max: 999 }))
      .map(([whole, part]) => `${whole}.${`${part}`.padStart(3, '0')}`);
    fc.assert(
      fc.property(decimal, fc.constantFrom('元', ' 元', ' yuan', '块'), (digits, unit) => {
        expect(shown(`${digits}${unit}`)).toBe(`yuan ${digits.replace(/\.?0+$/, '')}`);
      }),
    );
  });

  test('any text is a figure or none, and never an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'0123456789.,%–-万元小时不到第条 ') })),
        (text) => {
          const figure = parseFigure(text);
          if (figure) expect(figure.range.min.n * figure.range.max.d).toBeLessThanOrEqual(figure.range.max.n * figure.range.min.d);
        },
      ),
      { numRuns: 500 },
    );
  });
});
