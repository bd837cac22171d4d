import type { AnswerPart } from '../answers/answer.js';
import { exactly, mapInterval } from '../base/interval.js';
import type { Language } from '../base/language.js';
import { fen, formatYuan } from '../base/money.js';
import { formatDecimal, multiply, type Rational, rational } from '../base/rational.js';
import type { Split } from '../fees/plan.js';
import { exactSum, limitOf, limitsOf, minutesOf, percentOf, ratesOf, sumOf } from './figures.js';
import type { ReplyBlock } from './reply.js';
import type { Wording } from './wording/wording.js';

type Part<K extends AnswerPart['kind']> = Extract<AnswerPart, { kind: K }>;

/** A quote: the answer in a sentence, then the card with the formula. */
export function quoteBlocks({ tariff, quote, target, said }: Part<'quote'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { quote: words } = wording;
  const method = tariff.name[language];
  const amount = sumOf(wording, quote.amount);
  const fee = exactSum(wording, quote.fee);
  const net = exactSum(wording, quote.net);
  const rate = ratesOf(tariff);
  const isRange = quote.fee.min !== quote.fee.max;
  const lead =
    target === undefined
      ? words.lead({ method, amount, fee, net, rate, isRange })
      : words.leadForTarget({
          method,
          target: sumOf(wording, target),
          amount: exactSum(wording, { min: quote.amount, max: quote.amount }),
          fee,
          rate,
        });
  const minimum = quote.formula.legs.find((leg) => leg.minimum !== undefined)?.minimum;
  return [
    {
      kind: 'paragraph',
      text: wording.sentences([
        lead,
        ...(quote.applied.includes('minimum') && minimum !== undefined ? [words.minimumApplied(sumOf(wording, minimum))] : []),
        ...(said?.fee === undefined
          ? []
          : [words.claimed(exactSum(wording, exactly(said.fee)), quote.fee.min <= said.fee && said.fee <= quote.fee.max)]),
        ...(said?.approximate ? [words.approximate] : []),
      ]),
    },
    quoteCard({ tariff, quote }, wording, language),
    ...cautionFor(tariff, isRange, wording),
  ];
}

/** The card of a quote, with its formula. */
export function quoteCard({ tariff, quote }: Pick<Part<'quote'>, 'tariff' | 'quote'>, wording: Wording, language: Language): ReplyBlock {
  const { quote: words } = wording;
  return {
    kind: 'quote',
    title: words.title(tariff.name[language], sumOf(wording, quote.amount)),
    rows: [
      { label: words.amount, value: exactSum(wording, exactly(quote.amount)) },
      { label: words.fee, value: exactSum(wording, quote.fee) },
      { label: words.net, value: exactSum(wording, quote.net) },
      { label: words.rate, value: ratesOf(tariff) },
      { label: words.limit, value: limitsOf(wording, tariff.limits) },
      { label: words.rounding, value: words[tariff.rounding] },
    ],
    formula: quote.formula.text,
  };
}

/** A way that a user is to be warned of, with every price of it. */
export const cautionFor = ({ recommended }: Part<'quote'>['tariff'], isRange: boolean, { quote: words }: Wording): readonly ReplyBlock[] =>
  recommended ? [] : [{ kind: 'note', tone: isRange ? 'estimate' : 'warning', text: words.caution }];

/** An amount over a limit: how it is cut up, and what the article's other reading would give. */
export function planBlocks({ tariff, plan, target, days }: Part<'plan'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { plan: words } = wording;
  const limitText = (limits: typeof plan.limits) => wording.list(limits.map((limit) => limitOf(wording, limit)));
  const describe = ({ limits, fewestDays }: Pick<typeof plan, 'limits' | 'fewestDays'>) => ({
    limit: limitText(limits),
    transactions: fewestDays.transactions,
    days: fewestDays.days,
    fee: exactSum(wording, fewestDays.fee),
  });
  const read = { ...describe(plan), method: tariff.name[language], total: sumOf(wording, plan.total) };
  const net = exactSum(wording, plan.fewestDays.net);
  const isLimited = plan.limits.length > 0;
  const lead =
    plan.fewestDays.transactions === 1
      ? words.leadWithin({ ...read, net, isLimited, limit: isLimited ? read.limit : limitsOf(wording, tariff.limits) })
      : target === undefined
        ? words.lead({ ...read, net })
        : words.leadForTarget({ ...read, target: sumOf(wording, target) });
  const daily = plan.limits.find(({ basis }) => basis === 'per-day')?.amount.value;
  const mostIn = (count: number) => (daily === undefined ? undefined : sumOf(wording, fen(daily * BigInt(count))));
  return [
    {
      kind: 'paragraph',
      text: wording.sentences([...(days === undefined ? [] : [words.tooFewDays(days, mostIn(days))]), lead]),
    },
    ...partsTable(plan.fewestDays, wording.quote.title(tariff.name[language], sumOf(wording, plan.total)), wording),
    ...(plan.fewestDays.transactions === 1 ? [] : plan.otherReadings).map(
      (other): ReplyBlock => ({ kind: 'note', tone: 'conflict', text: words.other(describe(other)) }),
    ),
    ...cautionFor(tariff, plan.fewestDays.fee.min !== plan.fewestDays.fee.max, wording),
  ];
}

/** The transactions of a split; one alone needs no table. */
export function partsTable(split: Split, title: string, wording: Wording): readonly ReplyBlock[] {
  const { plan: words } = wording;
  if (split.transactions === 1) return [];
  const rows = split.parts.map(({ count, amount, fee }) => [
    words.transactions(count),
    exactSum(wording, exactly(amount)),
    exactSum(wording, fee),
  ]);
  return [{ kind: 'table', title, header: words.header, rows }];
}

/** All ways: which is cheapest and fastest, the table, and cost against time. */
export function comparisonBlocks(
  { comparison, tariffs, focus }: Part<'comparison'>,
  wording: Wording,
  language: Language,
): readonly ReplyBlock[] {
  const { comparison: words } = wording;
  const tariffOf = (id: string) => tariffs.find((tariff) => tariff.id === id);
  const name = (id: string) => tariffOf(id)?.name[language] ?? id;
  const rates = ({ method, rate }: (typeof comparison.candidates)[number]) => {
    const tariff = tariffOf(method);
    return tariff ? ratesOf(tariff) : percentOf(rate);
  };
  const withAmount = comparison.amount !== undefined;
  const amount = comparison.amount === undefined ? undefined : sumOf(wording, comparison.amount);
  const candidate = (id: string | undefined) => comparison.candidates.find(({ method }) => method === id);
  const cheapest = candidate(comparison.cheapest[0]);
  const fastest = candidate(comparison.fastest[0]);
  const rows = comparison.candidates.map((each) => {
    const rate = each.minimum > 0n ? words.rateWithMinimum(rates(each), sumOf(wording, each.minimum)) : rates(each);
    const cost = each.cost ? [exactSum(wording, each.cost.fee), exactSum(wording, each.cost.net)] : [words.notPossible, words.notPossible];
    return [
      name(each.method),
      ...(withAmount ? cost : [rate]),
      each.elapsed ? minutesOf(wording, each.elapsed) : words.noTime,
      limitsOf(wording, each.limits),
    ];
  });
  const { header } = words;
  const forSpeed = focus === 'time' && fastest?.cost ? exactSum(wording, fastest.cost.fee) : undefined;
  const cost = cheapest
    ? [words.cheapest(comparison.cheapest.map(name), cheapest.cost ? exactSum(wording, cheapest.cost.fee) : rates(cheapest))]
    : [];
  const time = fastest?.elapsed ? [words.fastest(comparison.fastest.map(name), minutesOf(wording, fastest.elapsed), forSpeed)] : [];
  const sentences = focus === 'time' ? [...time, ...cost] : [...cost, ...time];
  const warned = comparison.candidates.filter(({ recommended }) => !recommended).map(({ method }) => name(method));
  const timed = comparison.candidates.filter((each) => each.elapsed && (each.cost || !withAmount));
  const percent = (rate: Rational) => formatDecimal(multiply(rate, rational(100n)), 4);
  return [
    { kind: 'paragraph', text: wording.sentences(sentences) },
    {
      kind: 'table',
      title: words.title(amount),
      header: [header.way, ...(withAmount ? [header.fee, header.net] : [header.rate]), header.time, header.limit],
      rows,
    },
    {
      kind: 'plot',
      title: words.plot,
      costUnit: withAmount ? 'CNY' : 'percent',
      points: timed.flatMap((each) => {
        const { elapsed } = each;
        if (!elapsed) return [];
        const cost = each.cost ? mapInterval(each.cost.fee, formatYuan) : mapInterval(each.rate, percent);
        return [{ label: name(each.method), cost, minutes: mapInterval(elapsed, (value) => formatDecimal(value, 2)) }];
      }),
    },
    ...(warned.length > 0 ? [{ kind: 'note' as const, tone: 'warning' as const, text: words.notRecommended(warned) }] : []),
  ];
}
