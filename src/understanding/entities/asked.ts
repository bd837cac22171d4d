import type { Span } from '../../base/span.js';
import type { Folded } from '../../text/fold.js';
import { around, phrase, SCALES } from '../phrases/index.js';
import type { Amount } from './amounts.js';

/** What an amount is to a calculation. */
export type MoneyRole = 'amount' | 'fee' | 'budget' | 'arrived' | 'more' | 'less' | 'parts';

/** What a question wants to know of a calculation, beside its fee. */
export interface Asked {
  /** The role of each amount, in order. */
  readonly roles: readonly MoneyRole[];
  /** Whether each amount is what must arrive, by the words around it. */
  readonly wanted: readonly boolean[];
  /** The amount is for each day, or each time. */
  readonly per?: 'day' | 'time';
  /** The sum before becomes so many times as much, as a fraction. */
  readonly scale?: readonly [numerator: number, denominator: number];
  /** In one transaction instead of several. */
  readonly inOneGo: boolean;
  /** How much can be moved; how much still can, after what was moved. */
  readonly most: boolean;
  readonly rest: boolean;
  /** Whether days or times suffice. */
  readonly enough: boolean;
  /** What arrives; the ends of what something may cost. */
  readonly net: boolean;
  readonly ends: boolean;
  /** Every way there is. */
  readonly all: boolean;
  /** Whether a charge was right. */
  readonly right: boolean;
  readonly cheap: boolean;
  /** Which of two statements holds. */
  readonly conflict: boolean;
  /** In how many transactions or days. */
  readonly pieces: boolean;
  /** How long it takes; what must be sent for a sum to arrive. */
  readonly time: boolean;
  readonly gross: boolean;
  /** One more way is to be compared; what is asked is for another day than today. */
  readonly addsWay: boolean;
  readonly otherDay: boolean;
  /** How a figure came about. */
  readonly reason: boolean;
}

const charged = around('charged');
const budget = around('budget');
const arrived = around('arrived');
const wanted = around('wanted');
const perDay = around('perDay');
const perTime = around('perTime');
const parts = around('parts');
const more = around('more');
const less = around('less');

const QUESTIONS = {
  inOneGo: phrase('inOneGo'),
  most: phrase('asksMost'),
  rest: phrase('asksRest'),
  enough: phrase('asksEnough'),
  net: phrase('asksNet'),
  ends: phrase('asksEnds'),
  all: phrase('asksAll'),
  right: phrase('asksRight'),
  cheap: phrase('asksCheap'),
  conflict: phrase('asksConflict'),
  pieces: phrase('asksPieces'),
  time: phrase('asksTime'),
  gross: phrase('asksGross'),
  addsWay: phrase('addsWay'),
  otherDay: phrase('otherDay'),
  reason: phrase('asksReason'),
} as const;

type Question = keyof typeof QUESTIONS;
const NAMES = Object.keys(QUESTIONS) as readonly Question[];

export function readAsked({ text }: Folded, amounts: readonly Amount[]): Asked {
  const near = (test: typeof charged) => amounts.some(({ span: { start, end } }) => test(text, start, end));
  const per = near(perDay) ? 'day' : near(perTime) ? 'time' : undefined;
  const scale = amounts.length === 0 ? SCALES.find(([pattern]) => pattern.test(text)) : undefined;
  const roles = amounts.map((amount) => roleOf(text, amount));
  return {
    // 5000 alone that arrived is what must arrive; beside another sum it is what came of that.
    roles: roles.length > 1 && roles.includes('amount') ? roles : roles.map((role) => (role === 'arrived' ? 'amount' : role)),
    wanted: amounts.map(({ span: { start, end } }) => wanted(text, start, end)),
    ...(per && { per }),
    ...(scale && { scale: [scale[1], scale[2]] }),
    ...(Object.fromEntries(NAMES.map((name) => [name, QUESTIONS[name].test(text)])) as Record<Question, boolean>),
  };
}

// "minus 200" is read as a negative sum, and takes off.
const TAKES_OFF = /^minus\b/;

function roleOf(text: string, { span: { start, end }, bound }: Amount): MoneyRole {
  if (TAKES_OFF.test(text.slice(start))) return 'less';
  if (parts(text, start, end)) return 'parts';
  if (budget(text, start, end)) return 'budget';
  // "手续费不超过10块", "fees of at most 10": the bound belongs to the amount.
  if (charged(text, start, end)) return bound === 'at-most' ? 'budget' : 'fee';
  if (arrived(text, start, end)) return 'arrived';
  if (more(text, start, end)) return 'more';
  return less(text, start, end) ? 'less' : 'amount';
}

const CORRECTION = phrase('correction');

/** What in a text takes back what was said before it: 不对, "I mean"; the first where there are several. */
export function correctionSpan({ text }: Folded): Span | undefined {
  const found = CORRECTION.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
