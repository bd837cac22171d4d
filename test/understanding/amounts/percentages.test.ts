import { expect, test } from 'vitest';
import { formatDecimal, multiply, rational } from '../../../src/base/rational.js';
import { fold } from '../../../src/text/fold.js';
import { readPercentages } from '../../../src/understanding/entities/amounts.js';

const PERCENTAGES: Readonly<Record<string, readonly string[]>> = {
  '12': ['12%', '12个点', '12 percent', '百分之十二', '12％', '十二个百分点', '1.2成'],
  '0.6': ['0.6%', '千分之六', '费率0.6%', '60bps', '6‰', '百分之零点六'],
  '80': ['8成', '八成', '打八折', '80折', '百分之八十'],
  '75': ['75折', '七五折', '7.5折'],
  '50': ['打对折', '50%', '百分之五十', '五折'],
  '0.03': ['万分之三'],
  '100': ['100%', '百分之百', '百分百'],
  '10..20': ['10%-20%', '10到20个点', '10-20%'],
  '0.1': ['收0.1%的手续费，最低0.1元'],
};

const shown = (text: string): string =>
  readPercentages(fold(text))
    .map(({ range }) => [range.min, range.max].map((end) => formatDecimal(multiply(end, rational(100n)))))
    .map(([min, max]) => (min === max ? min : `${min}..${max}`))
    .join(' + ');

test.each(Object.entries(PERCENTAGES).flatMap(([expected, texts]) => texts.map((text) => [text, expected] as const)))(
  '%s → %s',
  (text, expected) => {
    expect(shown(text)).toBe(expected);
  },
);

test.each([
  ['5000'],
  ['成功了'],
  ['3点到账'],
  ['对折'],
  ['十折'],
  ['三分钟'],
  ['http://a.b/?q=30%25'],
  ['提现8成功吗'],
  ['打折吗'],
  ['两个点赞'],
])('no share in: %s', (text) => {
  expect(shown(text)).toBe('');
});
