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
export function quoteBlocks(
  { tariff, quote, target, best, total, said }: Part<'quote'>,
  wording: Wording,
  language: Language,
): readonly ReplyBlock[] {
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
          fee: best ? exactSum(wording, { min: best.fee.min, max: quote.fee.max }) : fee,
          rate,
          ...(best && { best: exactSum(wording, exactly(best.amount)) }),
        });
  const minimum = quote.formula.legs.find((leg) => leg.minimum !== undefined)?.minimum;
  return [
    {
      kind: 'paragraph',
      text: wording.sentences([
        lead,
        ...(quote.applied.includes('minimum') && minimum !== undefined ? [words.minimumApplied(sumOf(wording, minimum))] : []),
        ...claims(said, quote, wording),
        ...(said?.approximate ? [words.approximate] : []),
      ]),
    },
    quoteCard({ tariff, quote }, wording, language),
    ...(total && tariff.total
      ? [
          {
            kind: 'note' as const,
            tone: 'conflict' as const,
            text: words.byTotal(percentOf(tariff.total.value), exactSum(wording, total.fee), exactSum(wording, total.net)),
          },
        ]
      : []),
    ...cautionFor(tariff, isRange, wording),
  ];
}

/** Whether what somebody says that it cost or brought is so, and if not, how far it is off. */
function claims(
  said: Part<'quote'>['said'],
  { fee, net }: Pick<Part<'quote'>['quote'], 'fee' | 'net'>,
  wording: Wording,
): readonly string[] {
  const { quote: words } = wording;
  const budget =
    said?.budget === undefined
      ? []
      : [words.withinBudget(sumOf(wording, said.budget), fee.max <= said.budget ? 'yes' : fee.min > said.budget ? 'no' : 'open')];
  const checked = [
    said?.fee === undefined ? undefined : { told: said.fee, right: fee, say: words.claimed, isFee: true },
    said?.received === undefined ? undefined : { told: said.received, right: net, say: words.claimedNet, isFee: false },
  ].filter((claim) => claim !== undefined);
  const told = checked.flatMap(({ told, right: { min, max }, say, isFee }) => {
    const isRight = min <= told && told <= max;
    const claim = say(exactSum(wording, exactly(told)), isRight);
    if (isRight) return [claim];
    const nearest = told < min ? min : max;
    const gap = fen(told > nearest ? told - nearest : nearest - told);
    return [claim, words.gap(exactSum(wording, exactly(gap)), told > nearest === isFee), words.checkBill];
  });
  return [...budget, ...told];
}

/** The least and the most of a price. */
export function endsBlocks({ tariff, quote }: Part<'ends'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { quote: words } = wording;
  const isRange = quote.fee.min !== quote.fee.max;
  const base = { method: tariff.name[language], rate: ratesOf(tariff), amount: sumOf(wording, quote.amount) };
  const text = isRange
    ? words.ends({
        ...base,
        low: exactSum(wording, exactly(quote.fee.min)),
        high: exactSum(wording, exactly(quote.fee.max)),
        net: exactSum(wording, quote.net),
      })
    : words.oneEnd({ ...base, fee: exactSum(wording, quote.fee) });
  return [{ kind: 'paragraph', text }, ...cautionFor(tariff, isRange, wording)];
}

/** Whose the rate is that was worked with, and what the article has instead. */
export function offerBlocks({ tariff, rate }: Part<'offer'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  return [{ kind: 'paragraph', text: wording.quote.offered(percentOf(rate), tariff.name[language], ratesOf(tariff)) }];
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
  recommended ? [] : [{ kind: 'note', tone: isRange ? 'estimate' : 'warning', text: isRange ? words.caution : words.risky }];

/** An amount over a limit: how it is cut up, and what the article's other reading would give. */
export function planBlocks(
  { tariff, plan, target, days, said }: Part<'plan'>,
  wording: Wording,
  language: Language,
): readonly ReplyBlock[] {
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
      text: wording.sentences([
        ...(days === undefined ? [] : [words.tooFewDays(days, mostIn(days))]),
        lead,
        ...claims(said, plan.fewestDays, wording),
      ]),
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
  { comparison, tariffs, totals, focus, within }: Part<'comparison'>,
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
  const costOf = (cost: NonNullable<(typeof comparison.candidates)[number]['cost']>, method: string) => {
    const fee = exactSum(wording, cost.fee);
    if (cost.kind === 'split') {
      const others = cost.plan.otherReadings.map(({ limits, fewestDays }) => {
        const limit = wording.list(limits.map((each) => limitOf(wording, each)));
        return words.otherCost(limit, exactSum(wording, fewestDays.fee), fewestDays.transactions, fewestDays.days);
      });
      return words.splitCost(fee, cost.transactions, cost.days, others);
    }
    const total = totals.find((other) => other.method === method);
    const rate = tariffOf(method)?.total?.value;
    return total && rate ? words.withTotal(fee, percentOf(rate), exactSum(wording, total.fee)) : fee;
  };
  const rows = comparison.candidates.map((each) => {
    const rate = each.minimum > 0n ? words.rateWithMinimum(rates(each), sumOf(wording, each.minimum)) : rates(each);
    const cost = each.cost ? [costOf(each.cost, each.method), exactSum(wording, each.cost.net)] : [words.notPossible, words.notPossible];
    return [
      name(each.method),
      ...(withAmount ? cost : [rate]),
      each.elapsed ? minutesOf(wording, each.elapsed) : words.noTime,
      limitsOf(wording, each.limits),
    ];
  });
  const { header } = words;
  const forSpeed = focus === 'time' && fastest?.cost ? exactSum(wording, fastest.cost.fee) : undefined;
  const price = cheapest?.cost ? exactSum(wording, cheapest.cost.fee) : cheapest && rates(cheapest);
  const isSame = comparison.cheapest.length > 1 && comparison.cheapest.length === comparison.candidates.length;
  const cost = price === undefined ? [] : [isSame ? words.same(price) : words.cheapest(comparison.cheapest.map(name), price)];
  const time =
    !fastest && focus === 'time'
      ? [words.noTimes]
      : fastest?.elapsed
        ? [words.fastest(comparison.fastest.map(name), minutesOf(wording, fastest.elapsed), forSpeed)]
        : [];
  const [only] = comparison.candidates.length === 1 ? comparison.candidates : [];
  const alone = only && words.alone(name(only.method), only.elapsed && minutesOf(wording, only.elapsed), price);
  const sentences = alone !== undefined ? [alone] : focus === 'time' ? [...time, ...cost] : [...cost, ...time];
  const kept = within
    ? [
        words.within({
          ...(within.budget !== undefined && { budget: sumOf(wording, within.budget) }),
          ...(within.minutes !== undefined && { time: wording.minutes(String(within.minutes)) }),
          methods: within.methods.map(name),
        }),
      ]
    : [];
  const warned = comparison.candidates.filter(({ recommended }) => !recommended).map(({ method }) => name(method));
  const timed = comparison.candidates.filter((each) => each.elapsed && (each.cost || !withAmount));
  const percent = (rate: Rational) => formatDecimal(multiply(rate, rational(100n)), 4);
  return [
    { kind: 'paragraph', text: wording.sentences([...kept, ...sentences]) },
    {
      kind: 'table',
      title: only ? name(only.method) : words.title(amount),
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
