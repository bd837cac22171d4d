import type { Span } from '../../base/span.js';
import type { Folded } from '../../text/fold.js';
import { around, phrase } from '../phrases/index.js';
import type { Amount } from './amounts.js';

/** What an amount is to a calculation. */
export type MoneyRole = 'amount' | 'fee' | 'budget' | 'more' | 'less' | 'parts';

/** What a question wants to know of a calculation, beside its fee. */
export interface Asked {
  /** The role of each amount, in order. */
  readonly roles: readonly MoneyRole[];
  /** The amount is for each day, or each time. */
  readonly per?: 'day' | 'time';
  /** Sums come in a rhythm that is neither by the day nor by the time. */
  readonly period: boolean;
  /** How much can be moved. */
  readonly most: boolean;
  /** In how many transactions or days. */
  readonly pieces: boolean;
  /** How a figure came about. */
  readonly reason: boolean;
}

const charged = around('charged');
const budget = around('budget');
const perDay = around('perDay');
const perTime = around('perTime');
const parts = around('parts');
const more = around('more');
const less = around('less');
const PERIOD = phrase('period');
const MOST = phrase('asksMost');
const PIECES = phrase('asksPieces');
const REASON = phrase('asksReason');

export function readAsked({ text }: Folded, amounts: readonly Amount[]): Asked {
  const near = (test: typeof charged) => amounts.some(({ span: { start, end } }) => test(text, start, end));
  const per = near(perDay) ? 'day' : near(perTime) ? 'time' : undefined;
  return {
    roles: amounts.map((amount) => roleOf(text, amount)),
    ...(per && { per }),
    period: PERIOD.test(text),
    most: MOST.test(text),
    pieces: PIECES.test(text),
    reason: REASON.test(text),
  };
}

function roleOf(text: string, { span: { start, end }, bound }: Amount): MoneyRole {
  if (parts(text, start, end)) return 'parts';
  if (budget(text, start, end)) return 'budget';
  // "手续费不超过10块", "fees of at most 10": the bound belongs to the amount.
  if (charged(text, start, end)) return bound === 'at-most' ? 'budget' : 'fee';
  if (more(text, start, end)) return 'more';
  return less(text, start, end) ? 'less' : 'amount';
}

const CORRECTION = phrase('correction');

/** What in a text takes back what was said before it: 不对, "I mean"; the first where there are several. */
export function correctionSpan({ text }: Folded): Span | undefined {
  const found = CORRECTION.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
