import type { AnswerPart } from '../answers/answer.js';
import type { Language } from '../base/language.js';
import { compare, ZERO } from '../base/rational.js';
import { cautionFor } from './calculations.js';
import { exactSum, minutesOf, sumOf } from './figures.js';
import type { ReplyBlock } from './reply.js';
import type { Wording } from './wording/wording.js';

type Part = Extract<AnswerPart, { kind: 'difference' }>;

/** A side by what tells it from the other. */
function label({ sides }: Part, index: 0 | 1, wording: Wording, language: Language): string {
  const { tariff, amount } = sides[index];
  const isSameWay = sides[0].tariff.id === sides[1].tariff.id;
  return isSameWay && amount !== undefined ? sumOf(wording, amount) : tariff.name[language];
}

/** Both figures, then what lies between them. */
export function differenceBlocks(part: Part, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { difference: words } = wording;
  const tariffs = part.sides.map(({ tariff }) => tariff);
  const names = part.sides.map(({ tariff, amount }) => {
    const name = tariff.name[language];
    return amount === undefined ? name : words.side(name, sumOf(wording, amount));
  });
  const shown =
    part.of === 'time'
      ? part.sides.map(({ value }) => (value ? minutesOf(wording, value) : undefined))
      : part.sides.map(({ value }) => exactSum(wording, value));
  const told = names.map((name, index) => words.value[part.of](name, shown[index]));
  const isSame = part.gap && (part.of === 'time' ? compare(part.gap.max, ZERO) === 0 : part.gap.max === 0n);
  const gap = part.gap && (part.of === 'time' ? minutesOf(wording, part.gap) : exactSum(wording, part.gap));
  const isKnown = shown.every((value) => value !== undefined);
  const between =
    gap === undefined || part.more === undefined
      ? words.open[isKnown ? 'overlap' : 'unknown']
      : isSame
        ? words.same
        : words.gap[part.of](label(part, part.more, wording, language), gap);
  const warned = tariffs.filter(({ recommended }) => !recommended).slice(0, 1);
  return [
    { kind: 'paragraph', text: wording.sentences([...told, between]) },
    ...warned.flatMap((tariff) =>
      cautionFor(tariff, part.of !== 'time' && part.sides.some(({ value }) => value?.min !== value?.max), wording),
    ),
  ];
}
