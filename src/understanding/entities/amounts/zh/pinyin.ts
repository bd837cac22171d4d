import { ARABIC } from '../common/digits.js';
import { integer, type NumeralRule, numeral } from '../common/numeral.js';
import { zhValue } from './value.js';

const CHARACTERS: Readonly<Record<string, string>> = {
  yi: '一',
  er: '二',
  liang: '两',
  san: '三',
  si: '四',
  wu: '五',
  liu: '六',
  qi: '七',
  ba: '八',
  jiu: '九',
  ling: '零',
  shi: '十',
  bai: '百',
  qian: '千',
  wan: '万',
};
const S = String.raw`\s{0,2}`;
const DIGIT = '(?:yi|er|liang|san|si|wu|liu|qi|ba|jiu)';
const UNIT = '(?:shi|bai|qian|wan)';
const GROUP = `(?:ling${S})?${DIGIT}${S}${UNIT}`;

function produce(text: string) {
  const characters = text.replace(/[a-z]+/g, (letters) =>
    letters.replace(/yi|er|liang|ling|liu|san|shi|si|wu|wan|qian|qi|ba(?:i)?|jiu/g, (s) => CHARACTERS[s] ?? s),
  );
  const { value, scale } = zhValue(characters.replace(/\s/g, ''));
  return numeral(value, { scale: integer(scale) });
}

/** Numbers typed in pinyin without tones: `wu qian`, `yiwan er`, `3 wan`. */
export const pinyinNumeralRules: readonly NumeralRule[] = [
  {
    name: 'pinyin/numeral',
    opens: ['latin'],
    pattern: new RegExp(
      `(?<![a-z])(?:(?:${DIGIT}|shi)${S}(?:bai|qian|wan)|${DIGIT}${S}shi${S}wan)(?:${S}wan)?(?:${S}${GROUP}){0,4}(?:${S}(?:ling${S})?${DIGIT})?(?![a-z])`,
    ),
    produce,
  },
  {
    name: 'pinyin/digit',
    opens: ['latin'],
    pattern: new RegExp(`(?<![a-z])(?:${DIGIT}|shi)(?=\\s(?:kuai|yuan|mao|jiao)(?![a-z]))`),
    produce: (text) => ({ ...produce(text), weak: true }),
  },
  {
    name: 'pinyin/digits-and-unit',
    opens: ['digit'],
    pattern: new RegExp(`${ARABIC}${S}(?:wan|qian|bai)(?:${S}${DIGIT})?(?![a-z])`),
    produce,
  },
];
