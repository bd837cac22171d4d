import { compare, equals, parseDecimal, type Rational } from '../base/rational.js';
import type { Figure } from '../rendering/reply.js';

/** How each unit may be written. */
const UNITS: { readonly [U in Figure['unit']]: readonly string[] } = {
  CNY: ['CNY'],
  percent: ['%', 'percent'],
  minute: ['minute', 'minutes'],
  count: ['count'],
  year: ['year', 'years'],
};

const UNIT_OF: ReadonlyMap<string, Figure['unit']> = new Map(
  Object.entries(UNITS).flatMap(([unit, words]) => words.map((word) => [word, unit as Figure['unit']] as const)),
);

export const UNIT_WORDS = [...UNIT_OF.keys()];

/** An exact number, an interval, or what is below or above a number, with its unit. */
export interface Amount {
  readonly mark: string;
  readonly min: Rational;
  readonly max: Rational;
  readonly unit: Figure['unit'];
}

const AMOUNT = /^([<>]?)([+-]?\d+(?:\.\d+)?)(%?)(?:\.\.([+-]?\d+(?:\.\d+)?)(%?))?(?:\s*([A-Za-z]+|%))?$/;

/** Reads `5.00 CNY`, `0.1%`, `8%..15%`, `8..15 percent` or `<3%`; `undefined` for anything else. */
export function readAmount(text: string): Amount | undefined {
  const [, mark = '', low = '', lowUnit, high, highUnit, unit] = AMOUNT.exec(text) ?? [];
  const words = new Set([lowUnit, highUnit, unit].filter((word) => word !== undefined && word !== ''));
  const [word] = words;
  const kind = word === undefined || words.size > 1 ? undefined : UNIT_OF.get(word);
  const min = parseDecimal(low);
  const max = parseDecimal(high ?? low);
  if (!kind || !min || !max || compare(min, max) > 0) return undefined;
  return { mark, min, max, unit: kind };
}

/** Whether the figure states exactly this amount; `5` and `5.00` are the same number. */
export function statesAmount({ value, unit, bound }: Figure, amount: Amount): boolean {
  const [low = '', high = low] = value.split('..');
  const min = parseDecimal(low);
  const max = parseDecimal(high);
  const same = min !== undefined && max !== undefined && equals(min, amount.min) && equals(max, amount.max);
  return same && unit === amount.unit && markOf(bound) === amount.mark;
}

/** As `@number` writes it. */
export const showFigure = ({ value, unit, bound }: Figure): string => `${markOf(bound)}${value} ${unit}`;

const markOf = (bound: Figure['bound']): string => (bound === undefined ? '' : bound === 'below' ? '<' : '>');
