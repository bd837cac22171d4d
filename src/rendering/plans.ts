import { exactly } from '../base/interval.js';
import type { Language } from '../base/language.js';
import type { Fen } from '../base/money.js';
import type { Result } from '../base/result.js';
import type { FeeError } from '../fees/errors.js';
import type { Plan, ReadPlan, Split } from '../fees/plan.js';
import type { Tariff } from '../knowledge/tariff.js';
import { exactSum, limitOf, sumOf, sumOfBigint } from './figures.js';
import type { ReplyBlock } from './reply.js';
import { WORDINGS } from './wording/index.js';

/** What each way makes of a total: a row for every reading of its limits, and why a way cannot. */
export function plansBlocks(
  total: Fen,
  plans: readonly { readonly tariff?: Tariff; readonly outcome: Result<Plan, FeeError> }[],
  name: (method: string) => string,
  language: Language,
): readonly ReplyBlock[] {
  const wording = WORDINGS[language];
  const { overview } = wording.plan;
  const rows = plans.flatMap(({ tariff, outcome }) => {
    if (!outcome.ok || !tariff) return [];
    return [outcome.value, ...outcome.value.otherReadings].map(({ limits, fewestDays, cheapest }) => [
      tariff.name[language],
      limits.length === 0 ? overview.noLimit : wording.list(limits.map((limit) => limitOf(wording, limit))),
      String(fewestDays.transactions),
      String(fewestDays.days),
      exactSum(wording, fewestDays.fee),
      exactSum(wording, fewestDays.net),
      exactSum(wording, cheapest.fee),
    ]);
  });
  // What is wrong with the amount itself is the same for every way, and told once.
  const problems = new Set(
    plans.flatMap(({ outcome }) => (outcome.ok ? [] : [wording.error(outcome.error, { sum: sumOfBigint(wording), name })])),
  );
  const warned = plans
    .filter(({ tariff, outcome }) => tariff?.recommended === false && outcome.ok)
    .flatMap(({ tariff }) => tariff?.name[language] ?? []);
  return [
    ...(rows.length > 0 ? [{ kind: 'table' as const, title: overview.title(sumOf(wording, total)), header: overview.header, rows }] : []),
    ...[...problems].map((text): ReplyBlock => ({ kind: 'paragraph', text })),
    ...(warned.length > 0 ? [{ kind: 'note' as const, tone: 'warning' as const, text: wording.comparison.notRecommended(warned) }] : []),
  ];
}

/** The transactions of one way under each reading: those of the fewest days, and of the lowest fee where that is lower. */
export function planDetails({ otherReadings, ...plan }: Plan, language: Language): readonly ReplyBlock[] {
  const wording = WORDINGS[language];
  return [plan, ...otherReadings].flatMap(({ limits, fewestDays, cheapest }: ReadPlan): ReplyBlock[] => {
    const limit = limits.length === 0 ? wording.plan.overview.noLimit : wording.list(limits.map((each) => limitOf(wording, each)));
    const table = (split: Split, title: string): readonly ReplyBlock[] => [
      { kind: 'paragraph', text: title },
      { kind: 'table', header: wording.plan.header, rows: rowsOf(split, language) },
    ];
    return [
      ...table(fewestDays, wording.plan.overview.fewestDays(limit, fewestDays.days)),
      ...(cheapest.fee.max < fewestDays.fee.max
        ? table(cheapest, wording.plan.overview.cheapest(limit, cheapest.days, exactSum(wording, cheapest.fee)))
        : []),
    ];
  });
}

const rowsOf = ({ parts }: Split, language: Language) => {
  const wording = WORDINGS[language];
  return parts.map(({ count, amount, fee }) => [
    wording.plan.transactions(count),
    exactSum(wording, exactly(amount)),
    exactSum(wording, fee),
  ]);
};
