import type { FeeError } from '../fees/errors.js';
import type { FactId } from '../knowledge/fact.js';
import type { Citation } from '../knowledge/intent.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { AnswerPart, Figure } from './answer.js';
import { figuresOfError } from './figures.js';

/** What the calculator has to say, with every figure's origin. */
export interface Calculated {
  readonly parts: readonly AnswerPart[];
  readonly figures: readonly Figure[];
  readonly facts: readonly FactId[];
  readonly cites: readonly Citation[];
}

export const factsOfFees = ({ legs }: Tariff): readonly FactId[] =>
  legs.flatMap(({ rate, minimum }) => [...rate.facts, ...(minimum?.facts ?? [])]);

export const factsOfLimits = ({ limits }: Tariff): readonly FactId[] =>
  limits.flatMap((limit) => (limit.kind === 'amount' ? limit.amount.facts : limit.facts));

/** What of a tariff stands in the way; an amount that is wrong by itself has nothing to do with one. */
function factsOfError({ kind }: FeeError, tariff: Tariff): readonly FactId[] {
  if (kind === 'fee-exceeds-amount' || kind === 'budget-too-small') return factsOfFees(tariff);
  if (kind === 'no-amount-for-fee') return [...factsOfFees(tariff), ...factsOfLimits(tariff)];
  return kind === 'over-limit' || kind === 'too-many-transactions' ? factsOfLimits(tariff) : [];
}

/** Why there is no figure, with what of a tariff stands in the way. */
export function failed(error: FeeError, tariff?: Tariff): Calculated {
  const facts = tariff ? factsOfError(error, tariff) : [];
  return {
    parts: [{ kind: 'fee-error', error, ...(tariff && { tariff }) }],
    figures: figuresOfError(error),
    facts,
    cites: tariff && facts.length > 0 ? [tariff.source] : [],
  };
}
