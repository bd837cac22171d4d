import { SET_COVERAGE, WIDE_SET_COVERAGE } from '../understanding/intents/calibrate.js';
import { firstOf, type Judged } from './judge.js';

/** How well a set of texts was understood. Shares are of one, not of a hundred; a share of nothing is 0. */
export interface Metrics {
  readonly inScope: number;
  readonly outOfScope: number;
  /** The first intent is right, of all in scope, whatever was decided. */
  readonly accuracy: number;
  /** Mean over the intents of the harmonic mean of precision and recall, first intents of what is in scope. */
  readonly macroF1: number;
  /** Answered and right, of all in scope. */
  readonly rightAtOnce: number;
  /** Answered and right, or the right intent among the options asked back; of all in scope. */
  readonly rightWithOptions: number;
  /** Answered, of all. */
  readonly answered: number;
  /** Answered though wrong, of all that were answered, out of scope included. */
  readonly wrongOfAnswered: number;
  /** Answered, of all out of scope. */
  readonly outOfScopeAnswered: number;
  /** Fallen back on, of all out of scope: caught at the model's own threshold. */
  readonly outOfScopeCaught: number;
  /** The first intent is right and it was not fallen back on, of all in scope. */
  readonly accuracyAtThreshold: number;
  /** Chance that a text in scope is ranked above one out of scope by confidence; absent without either. */
  readonly auroc?: number;
  /** How far the chances of being right are off, on average (ten bins). */
  readonly calibrationError: number;
  /** Share of texts in scope whose intent is in the prediction set, and how many intents that holds on average. */
  readonly sets: readonly { readonly target: number; readonly coverage: number; readonly size: number }[];
}

export function measure(judged: readonly Judged[]): Metrics {
  const inside = judged.filter(({ gold }) => gold !== undefined);
  const outside = judged.filter(({ gold }) => gold === undefined);
  const answered = judged.filter(({ decision }) => decision === 'answer');
  const right = inside.filter((each) => each.gold === firstOf(each));
  const atOnce = right.filter(({ decision }) => decision === 'answer');
  const offered = inside.filter(({ decision, gold, options }) => decision === 'clarify' && gold !== undefined && options.includes(gold));
  const ranked = auroc(inside, outside);
  return {
    inScope: inside.length,
    outOfScope: outside.length,
    accuracy: share(right, inside),
    macroF1: macroF1(inside),
    rightAtOnce: share(atOnce, inside),
    rightWithOptions: (atOnce.length + offered.length) / Math.max(1, inside.length),
    answered: share(answered, judged),
    wrongOfAnswered: share(
      answered.filter((each) => each.gold !== firstOf(each)),
      answered,
    ),
    outOfScopeAnswered: share(
      outside.filter(({ decision }) => decision === 'answer'),
      outside,
    ),
    outOfScopeCaught: share(
      outside.filter(({ decision }) => decision === 'fallback'),
      outside,
    ),
    accuracyAtThreshold: share(
      right.filter(({ decision }) => decision !== 'fallback'),
      inside,
    ),
    ...(ranked !== undefined && { auroc: ranked }),
    calibrationError: calibrationError(judged),
    sets: [
      { target: SET_COVERAGE, ...covered(inside, 'narrow') },
      { target: WIDE_SET_COVERAGE, ...covered(inside, 'wide') },
    ],
  };
}

const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / Math.max(1, whole.length);

function covered(inside: readonly Judged[], which: keyof Judged['sets']) {
  const held = inside.filter(({ gold, sets }) => gold !== undefined && sets[which].includes(gold));
  return {
    coverage: share(held, inside),
    size: inside.reduce((sum, { sets }) => sum + sets[which].length, 0) / Math.max(1, inside.length),
  };
}

function macroF1(inside: readonly Judged[]): number {
  const intents = [...new Set(inside.map(({ gold }) => gold))];
  const scores = intents.map((intent) => {
    const gold = inside.filter((each) => each.gold === intent).length;
    const taken = inside.filter((each) => firstOf(each) === intent);
    return (2 * taken.filter((each) => each.gold === intent).length) / Math.max(1, gold + taken.length);
  });
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** By ranks (Mann-Whitney); ties count half. */
function auroc(inside: readonly Judged[], outside: readonly Judged[]): number | undefined {
  if (inside.length === 0 || outside.length === 0) return undefined;
  const all = [...inside, ...outside].sort((a, b) => a.confidence - b.confidence);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.confidence === all[start]?.confidence) end++;
    for (let k = start; k < end; k++) if (all[k]?.gold !== undefined) ranks += (start + 1 + end) / 2;
    start = end;
  }
  return (ranks - (inside.length * (inside.length + 1)) / 2) / (inside.length * outside.length);
}

const BINS = 10;

function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ chance: 0, right: 0 }));
  for (const each of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(each.chance * BINS))];
    if (!bin) continue;
    bin.chance += each.chance;
    if (each.gold === firstOf(each)) bin.right++;
  }
  return bins.reduce((sum, { chance, right }) => sum + Math.abs(chance - right), 0) / Math.max(1, judged.length);
}

/** Pairs of intents that are taken for each other, most frequent first. */
export function confusions(
  judged: readonly Judged[],
): readonly { readonly gold: string; readonly taken: string; readonly texts: readonly string[] }[] {
  const pairs = new Map<string, { readonly gold: string; readonly taken: string; readonly texts: string[] }>();
  for (const each of judged) {
    const { gold, text } = each;
    const taken = firstOf(each);
    if (gold === undefined || gold === taken) continue;
    const key = `${gold}\n${taken}`;
    const pair = pairs.get(key) ?? { gold, taken, texts: [] };
    pair.texts.push(text);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.texts.length - a.texts.length);
}
