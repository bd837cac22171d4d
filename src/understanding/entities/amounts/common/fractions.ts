import { add, divide, multiply, type Rational } from '../../../../base/rational.js';
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

// 负一又二分之一 is minus one and a half: the sign covers both.
const mixed = (whole: Rational, part: Rational): Rational => add(whole, whole.n < 0n ? multiply(part, integer(-1n)) : part);

/** 三分之一, 一又二分之一: numbers made of numbers. */
export const fractionRules: readonly SketchRule<NumberReading>[] = [
  { name: 'zh/fraction', pattern: new RegExp(`(?:${NUMBER}${S}又${S})?${NUMBER}${S}分${S}之${S}${NUMBER}`, 'g'), produce: ratio },
];
