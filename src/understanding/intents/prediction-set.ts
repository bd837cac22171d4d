import type { Chances, Evidence } from './evidence.js';

/** What may be the case when the first intent of a ranking is not meant, with their chances; with the chance of being right they add up to 1. */
export interface Doubts {
  readonly anotherIntent: number;
  readonly noIntent: number;
}

export const doubtsOf = ({ right, inScope }: Chances): Doubts => ({ anotherIntent: inScope - right, noIntent: 1 - inScope });

/** The chance of the likelier doubt: what decides whether the first intent stands alone. */
export const doubtOf = (chances: Chances): number => {
  const { anotherIntent, noIntent } = doubtsOf(chances);
  return Math.max(anotherIntent, noIntent);
};

/**
 * The prediction set that decides, with the least-ambiguous score: the first intent, and of the doubts those that are likelier than `level`.
 * In the place of "another intent" stand the intents that are at least as probable as `least`, by which 99% of what is meant is held. The set
 * is one intent alone, and not that none is meant, exactly when the doubt is at most `level`.
 */
export function decidingSet(ranking: Evidence['ranking'], chances: Chances, level: number, least: number): readonly string[] {
  const isAlone = doubtsOf(chances).anotherIntent <= level;
  return ranking.filter(({ probability }, place) => place === 0 || (!isAlone && (place === 1 || probability >= least))).map(({ id }) => id);
}

/** Split conformal: the gold intent is at least this probable in `coverage` of in-scope texts; `gold` are its probabilities in held-out ones. */
export function leastOfSet(gold: readonly number[], coverage: number): number {
  const order = Float64Array.from(gold).sort();
  return order[Math.max(0, Math.floor((order.length + 1) * (1 - coverage)) - 1)] ?? 0;
}
