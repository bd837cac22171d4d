import { add, compare, divide, multiply, power, type Rational } from '../../../../base/rational.js';
import { integer, type NumberReading, numeral } from './numeral.js';
import { NUMBER, type SketchMatch, type SketchRule } from './sketch.js';

const S = String.raw`\s{0,3}`;

const ratio = ({ numbers, span, rule }: SketchMatch): NumberReading | undefined => {
  const [over, under] = numbers.slice(-2).reverse();
  if (!over || !under || under.range.min.n === 0n) return undefined;
  const part = divide(over.range.min, under.range.min);
  const whole = numbers.length === 3 ? numbers[0]?.range.min : undefined;
  return { ...numeral(whole ? mixed(whole, part) : part, { weak: true }), span, rule };
};

const over = ({ numbers: [part, whole], span, rule }: SketchMatch): NumberReading | undefined =>
  part && whole && compare(part.range.min, whole.range.min) < 0 && whole.range.min.n > 0n
    ? { ...numeral(divide(part.range.min, whole.range.min), { weak: true }), span, rule }
    : undefined;

// 负一又二分之一 is minus one and a half: the sign covers both.
const mixed = (whole: Rational, part: Rational): Rational => add(whole, whole.n < 0n ? multiply(part, integer(-1n)) : part);

const MOST_EXPONENT = 64n;

const raised = ({ numbers: [base, exponent], span, rule }: SketchMatch): NumberReading | undefined => {
  const times = exponent?.range.min;
  if (!base || !times || times.d !== 1n || times.n > MOST_EXPONENT || times.n < -MOST_EXPONENT || base.range.min.n === 0n) return undefined;
  return { ...numeral(power(base.range.min, Number(times.n)), { weak: true }), span, rule };
};

const dozens = ({ numbers: [count], span, rule }: SketchMatch): NumberReading | undefined =>
  count?.rule.startsWith('zh/') && compare(count.range.min, integer(100n)) <= 0
    ? { ...numeral(multiply(count.range.min, integer(12n)), { weak: true }), span, rule }
    : undefined;

const PERIOD = '(?!\\s?(?:days?|weeks?|months?|years?|hours?|minutes?|times|trans|pay|instal|step|way))';

/** 三分之一, 2^5, one out of three: numbers made of numbers. */
export const fractionRules: readonly SketchRule<NumberReading>[] = [
  { name: 'zh/fraction', pattern: new RegExp(`(?:${NUMBER}${S}又${S})?${NUMBER}${S}分${S}之${S}${NUMBER}`, 'g'), produce: ratio },
  { name: 'common/power', pattern: new RegExp(`${NUMBER}\\^[+-]?${NUMBER}`, 'g'), produce: raised },
  // Told from the verb by what follows: 五十打苹果, but 五百打到卡里.
  { name: 'zh/dozens', pattern: new RegExp(`${NUMBER}${S}打(?=$|[\\s,.。;鸡苹啤铅毛袜])`, 'g'), produce: dozens },
  { name: 'en/over', pattern: new RegExp(`${NUMBER}\\s{1,2}(?:over|out of|in)\\s{1,2}${NUMBER}${PERIOD}`, 'g'), produce: over },
];
