import { assertNever } from '../base/assert-never.js';
import { compare, rational, ZERO } from '../base/rational.js';
import { overlaps } from '../base/span.js';
import type { ConceptKind } from '../knowledge/concept.js';
import type { TakeOver } from '../knowledge/intent.js';
import type { Entities } from './entities/entities.js';
import type { Label } from './intents/model.js';

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

/**
 * Scores after the rules. A rule that applies gives the best score among its intents to `to` and rules the others out, so that
 * a choice the entities have made no longer counts as doubt. `rule` names what changed the first intent.
 */
export function refine(
  labels: readonly Label[],
  scores: Float32Array,
  entities: Entities,
  refinements: readonly Refinement[],
): { readonly scores: Float32Array; readonly rule?: string } {
  let refined = scores;
  let rule: string | undefined;
  for (const { when, from, to } of refinements) {
    if (!holds(when, entities)) continue;
    const ranked = rank(labels, refined);
    const [first] = ranked;
    const target = ranked.slice(0, DEEPEST_RANK).find((c) => labels[c]?.id === to);
    const concerned = ranked.filter((c) => c === target || from.includes(labels[c]?.id ?? ''));
    if (first === undefined || target === undefined || !concerned.includes(first)) continue;
    const best = refined[first] as number;
    const least = refined.reduce((lowest, score) => Math.min(lowest, score), best);
    refined = refined.slice();
    for (const c of concerned) refined[c] = c === target ? best : least;
    if (first !== target) rule = `${when}: ${labels[first]?.id} → ${to}`;
  }
  return { scores: refined, ...(rule !== undefined && { rule }) };
}

/** Intents by score, highest first; near misses are left out. */
function rank(labels: readonly Label[], scores: Float32Array): readonly number[] {
  return [...scores.keys()].filter((c) => labels[c]?.scope === 'in').sort((a, b) => (scores[b] as number) - (scores[a] as number));
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

/** Concepts that make an amount a question of cost. */
const FEE_KINDS: readonly ConceptKind[] = ['fee', 'how-much', 'arrival'];

function holds(condition: RefinementCondition, entities: Entities): boolean {
  const { methods, concepts, asked, amounts, days, times, rhythm } = entities;
  const kinds = concepts.map(({ concept }) => concept.kind);
  switch (condition) {
    case 'amount':
      return namesSum(entities);
    case 'amount-and-fee':
      return namesSum(entities) && kinds.some((kind) => FEE_KINDS.includes(kind));
    case 'fee-to-amount':
      return asked.roles.some((role) => role === 'fee' || role === 'budget') && (asked.most || kinds.includes('how-much'));
    case 'planning':
      return (
        (asked.most && days !== undefined && days > 1) ||
        (amounts.length > 0 && (asked.rest || rhythm !== undefined || (asked.enough && days !== undefined))) ||
        (amounts.length > 0 && (asked.pieces || (asked.per !== undefined && (days ?? times) !== undefined)))
      );
    case 'two-methods':
      return methods.length > 1;
    case 'exclusion':
      return kinds.includes('exclusion');
    default:
      return assertNever(condition);
  }
}
