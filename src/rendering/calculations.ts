import type { AnswerPart } from '../answers/answer.js';
import { mapInterval } from '../base/interval.js';
import type { Language } from '../base/language.js';
import { formatYuan } from '../base/money.js';
import { formatDecimal, multiply, type Rational, rational } from '../base/rational.js';
import { exactSum, limitOf, limitsOf, minutesOf, percentOf, ratesOf, sumOf } from './figures.js';
import type { ReplyBlock } from './reply.js';
import type { Wording } from './wording/wording.js';

type Part<K extends AnswerPart['kind']> = Extract<AnswerPart, { kind: K }>;

/** A quote: the answer in a sentence, then the card with the formula. */
export function quoteBlocks({ tariff, quote, target }: Part<'quote'>, wording: Wording, language: Language): readonly ReplyBlock[] {
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
      text:
        quote.applied.includes('minimum') && minimum !== undefined
          ? wording.sentences([lead, words.minimumApplied(sumOf(wording, minimum))])
          : lead,
    },
    {
      kind: 'quote',
      title: words.title(method, amount),
      rows: [
        { label: words.amount, value: exactSum(wording, { min: quote.amount, max: quote.amount }) },
        { label: words.fee, value: fee },
        { label: words.net, value: net },
        { label: words.rate, value: rate },
        { label: words.limit, value: limitsOf(wording, tariff.limits) },
        { label: words.rounding, value: words.halfUp },
      ],
      formula: quote.formula.text,
    },
    ...(tariff.recommended
      ? []
      : [{ kind: 'note' as const, tone: isRange ? ('estimate' as const) : ('warning' as const), text: words.caution }]),
  ];
}

/** An amount over a limit: how it is cut up, and what the article's other reading would give. */
export function planBlocks({ tariff, plan, target }: Part<'plan'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { plan: words } = wording;
  const limitText = (limits: typeof plan.limits) => wording.list(limits.map((limit) => limitOf(wording, limit)));
  const describe = ({ limits, fewestDays }: Pick<typeof plan, 'limits' | 'fewestDays'>) => ({
    limit: limitText(limits),
    transactions: fewestDays.transactions,
    days: fewestDays.days,
    fee: exactSum(wording, fewestDays.fee),
  });
  const read = { ...describe(plan), method: tariff.name[language], total: sumOf(wording, plan.total) };
  return [
    {
      kind: 'paragraph',
      text:
        target === undefined
          ? words.lead({ ...read, net: exactSum(wording, plan.fewestDays.net) })
          : words.leadForTarget({ ...read, target: sumOf(wording, target) }),
    },
    {
      kind: 'table',
      title: wording.quote.title(tariff.name[language], sumOf(wording, plan.total)),
      header: words.header,
      rows: plan.fewestDays.parts.map(({ count, amount, fee }) => [
        words.transactions(count),
        exactSum(wording, { min: amount, max: amount }),
        exactSum(wording, fee),
      ]),
    },
    ...plan.otherReadings.map((other): ReplyBlock => ({ kind: 'note', tone: 'conflict', text: words.other(describe(other)) })),
  ];
}

/** All ways: which is cheapest and fastest, the table, and cost against time. */
export function comparisonBlocks({ comparison, tariffs }: Part<'comparison'>, wording: Wording, language: Language): readonly ReplyBlock[] {
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
  const sentences = [
    ...(cheapest
      ? [words.cheapest(comparison.cheapest.map(name), cheapest.cost ? exactSum(wording, cheapest.cost.fee) : rates(cheapest))]
      : []),
    ...(fastest?.elapsed ? [words.fastest(comparison.fastest.map(name), minutesOf(wording, fastest.elapsed))] : []),
  ];
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
