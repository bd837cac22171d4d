import type { Fen } from '../base/money.js';
import type { FactId } from '../knowledge/fact.js';
import type { Limit, LimitBasis, Tariff } from '../knowledge/tariff.js';
import { CEILING } from './guards.js';

export type AmountLimit = Extract<Limit, { kind: 'amount' }>;

/** How one transaction stands to a limit; `met` is exactly at it. */
export interface LimitCheck {
  readonly limit: Limit;
  readonly status: 'within' | 'met' | 'exceeded' | 'unlimited' | 'unstated';
}

/** One transaction against every limit: a single one may carry no more than a day may. */
export const checkLimits = (tariff: Tariff, amount: Fen): readonly LimitCheck[] =>
  tariff.limits.map((limit) => ({ limit, status: statusOf(limit, amount) }));

function statusOf(limit: Limit, amount: Fen): LimitCheck['status'] {
  if (limit.kind !== 'amount') return limit.kind;
  if (amount === limit.amount.value) return 'met';
  return amount < limit.amount.value ? 'within' : 'exceeded';
}

const amountLimits = (tariff: Tariff): readonly AmountLimit[] => tariff.limits.filter((limit) => limit.kind === 'amount');

export const factsOfLimit = (limit: Limit): readonly FactId[] => (limit.kind === 'amount' ? limit.amount.facts : limit.facts);

/** The smallest of the limits, or undefined when there is none. */
export const smallest = (limits: readonly AmountLimit[]): Fen | undefined =>
  limits.map((limit) => limit.amount.value).reduce<Fen | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);

/** The most that one transaction may carry by each of the methods, in fen, under every limit and every reading. */
export const largestSingle = (...tariffs: readonly Tariff[]): Fen => {
  const limit = smallest(tariffs.flatMap(amountLimits));
  return limit !== undefined && limit < CEILING ? limit : CEILING;
};

// A fact's id without its `~reading`: two limits that stand on one quantity are two readings of it, not two limits.
const quantities = (limit: Limit): readonly string[] => factsOfLimit(limit).map((fact) => fact.split('~')[0] ?? fact);

const rivals = (a: Limit, b: Limit): boolean => a.basis !== b.basis && quantities(a).some((quantity) => quantities(b).includes(quantity));

/** The readings that the article leaves open, the strictest first; empty when its limits are clear. */
export function readingsOf(tariff: Tariff): readonly LimitBasis[] {
  const limits = amountLimits(tariff);
  const open = limits.some((limit) => limits.some((other) => rivals(limit, other)));
  return open ? ['per-day', 'per-transaction'] : [];
}

/** The limits that hold under a reading: of two rivals the one with that basis, and every limit that has no rival. */
export function limitsUnder(tariff: Tariff, reading: LimitBasis | undefined): readonly AmountLimit[] {
  const limits = amountLimits(tariff);
  return limits.filter((limit) => reading === undefined || limit.basis === reading || !limits.some((other) => rivals(limit, other)));
}
