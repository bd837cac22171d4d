import { assertNever } from '../base/assert-never.js';
import { compare, rational, ZERO } from '../base/rational.js';
import { overlaps } from '../base/span.js';
import type { TakeOver } from '../knowledge/intent.js';
import type { Entities } from './entities/entities.js';
import type { Evidence } from './intents/evidence.js';

/**
 * Where entities decide better than words: when `when` holds and the model's first intent is one of `from`,
 * the question is `to`. Comes from the pack's intents.
 */
export interface Refinement extends TakeOver {
  readonly to: string;
}

type RefinementCondition = TakeOver['when'];

// The words must allow the intent that a rule leads to; further down the ranking they speak against it.
const DEEPEST_RANK = 4;

/** The ranking after the first rule that applies, and that rule's name. */
export function refine(
  ranking: Evidence['ranking'],
  entities: Entities,
  refinements: readonly Refinement[],
): { readonly ranking: Evidence['ranking']; readonly rule?: string } {
  const [first] = ranking;
  for (const { when, from, to } of refinements) {
    if (!first || !from.includes(first.id) || !holds(when, entities)) continue;
    const target = ranking.slice(0, DEEPEST_RANK).find(({ id }) => id === to);
    if (!target) continue;
    // The two change places: the chance that one of them is meant stays what it was.
    const swapped = ranking.map((entry) =>
      entry === first
        ? { ...target, probability: first.probability }
        : entry === target
          ? { ...first, probability: target.probability }
          : entry,
    );
    return { ranking: swapped, rule: `${when}: ${first.id} → ${to}` };
  }
  return { ranking };
}

// A few yuan are a fee or a minimum that somebody asks about, not a sum to move.
const LEAST_SUM = rational(10n);

/** Whether a sum to move is named: not a figure of the pack, and no bare range such as the "8 to 15" of a rate. */
function namesSum({ amounts, factMentions }: Entities): boolean {
  return amounts.some(
    ({ range, bound, implied, span }) =>
      compare(range.max ?? range.min ?? ZERO, LEAST_SUM) >= 0 &&
      !(implied && (bound !== 'exact' || factMentions.some((mention) => overlaps(mention.span, span)))),
  );
}

function holds(condition: RefinementCondition, entities: Entities): boolean {
  const { methods, concepts } = entities;
  switch (condition) {
    case 'amount':
      return namesSum(entities);
    case 'amount-and-fee':
      return namesSum(entities) && concepts.some(({ concept }) => concept.kind === 'fee' || concept.kind === 'arrival');
    case 'two-methods':
      return methods.length > 1;
    case 'exclusion':
      return concepts.some(({ concept }) => concept.kind === 'exclusion');
    default:
      return assertNever(condition);
  }
}
