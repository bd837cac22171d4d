import { replaced, type Subject } from './subject.js';
import type { VariantRule } from './variant.js';

// The numeral itself, without a currency before or behind it.
const NUMERAL = /\d[\d,]*(?:\.\d+)?\s*(?:万|千|百|[kKwW](?![a-z]))?|[零一二两三四五六七八九十百千万]+/gu;
const DIGITS = '零一二三四五六七八九';
const UNITS: readonly (readonly [number, string])[] = [
  [10_000, '万'],
  [1_000, '千'],
  [100, '百'],
];

/** The same sum in another way of writing it: 5000, 5,000, 5千, 5k, 0.5w, 五千 … */
export const amountForm: VariantRule = {
  name: 'form of the amount',
  apply({ text, sums, language }, dice) {
    const sum = dice.pick(sums);
    if (!sum || !/^[1-9]\d{0,7}$/.test(sum.yuan)) return undefined;
    const written = text.slice(sum.span.start, sum.span.end);
    const numerals = [...written.matchAll(NUMERAL)];
    const [numeral] = numerals;
    if (!numeral || numerals.length > 1) return undefined;
    const start = sum.span.start + numeral.index;
    const before = text.charAt(start - 1);
    const after = text.charAt(start + numeral[0].trimEnd().length);
    const forms = formsOf(Number(sum.yuan), language).filter(
      (form) =>
        form !== numeral[0].trim() &&
        !(/[¥￥$]/.test(before) && !/^\d/.test(form)) &&
        !(/[\d.]/.test(after) && !/\p{Script=Han}$/u.test(form)),
    );
    const form = dice.pick(forms);
    return form === undefined ? undefined : replaced(text, { start, end: start + numeral[0].trimEnd().length }, form);
  },
};

function formsOf(yuan: number, language: Subject['language']): readonly string[] {
  const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
  const common = [
    String(yuan),
    `${yuan}.00`,
    ...(yuan >= 1_000 ? [grouped] : []),
    ...(yuan % 100 === 0 && yuan >= 1_000 ? [`${yuan / 1_000}k`] : []),
  ];
  if (language === 'en') return [...common, ...(yuan % 1_000 === 0 ? [`${yuan / 1_000} thousand`, `${yuan / 1_000}K`] : [])];
  const inUnits = UNITS.flatMap(([size, unit]) => {
    const count = yuan / size;
    if (!Number.isInteger(count) || count > 9) return [];
    return [`${count}${unit}`, `${count === 2 && size > 100 ? '两' : DIGITS.charAt(count)}${unit}`];
  });
  return [...common, ...inUnits, ...(yuan % 1_000 === 0 ? [`${yuan / 10_000}w`, `${yuan / 10_000}万`] : [])];
}
