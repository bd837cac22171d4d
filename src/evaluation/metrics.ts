import type { Judged } from './cross-validate.js';

/** How well a set of texts was understood. Shares are of one, not of a hundred. */
export interface Metrics {
  readonly inScope: number;
  readonly nearMisses: number;
  /** The first intent is right, of all in scope, whatever was decided. */
  readonly accuracy: number;
  /** Answered and right, of all in scope. */
  readonly rightAtOnce: number;
  /** Answered and right, or the right intent among the options asked back; of all in scope. */
  readonly rightWithOptions: number;
  /** Answered though wrong, of all that were answered, near misses included. */
  readonly wrongOfAnswered: number;
  /** Answered, of all near misses. */
  readonly nearMissesAnswered: number;
}

export function measure(judged: readonly Judged[]): Metrics {
  const inside = judged.filter(({ gold }) => gold !== undefined);
  const near = judged.filter(({ gold }) => gold === undefined);
  const answered = judged.filter(({ verdict }) => verdict === 'answer');
  const right = inside.filter(({ gold, first }) => gold === first);
  const atOnce = right.filter(({ verdict }) => verdict === 'answer');
  const offered = inside.filter(({ verdict, gold, set }) => verdict === 'clarify' && gold !== undefined && set.includes(gold));
  return {
    inScope: inside.length,
    nearMisses: near.length,
    accuracy: share(right, inside),
    rightAtOnce: share(atOnce, inside),
    rightWithOptions: (atOnce.length + offered.length) / Math.max(1, inside.length),
    wrongOfAnswered: share(
      answered.filter(({ gold, first }) => gold !== first),
      answered,
    ),
    nearMissesAnswered: share(
      near.filter(({ verdict }) => verdict === 'answer'),
      near,
    ),
  };
}

const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / Math.max(1, whole.length);

/** Pairs of intents that are taken for each other, most frequent first. */
export function confusions(
  judged: readonly Judged[],
): readonly { readonly gold: string; readonly taken: string; readonly texts: readonly string[] }[] {
  const pairs = new Map<string, { readonly gold: string; readonly taken: string; readonly texts: string[] }>();
  for (const { gold, first, text } of judged) {
    if (gold === undefined || gold === first) continue;
    const key = `${gold}\n${first}`;
    const pair = pairs.get(key) ?? { gold, taken: first, texts: [] };
    pair.texts.push(text);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.texts.length - a.texts.length);
}
