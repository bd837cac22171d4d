import type { AnswerPart } from '../answers/answer.js';
import { assertNever } from '../base/assert-never.js';
import { exactly } from '../base/interval.js';
import type { Language } from '../base/language.js';
import { fen } from '../base/money.js';
import type { Arrangement } from '../fees/arrange.js';
import type { Quote } from '../fees/quote.js';
import type { Limit, Tariff } from '../knowledge/tariff.js';
import { cautionFor, partsTable, quoteCard } from './calculations.js';
import { exactSum, limitOf, limitsOf, percentOf, ratesOf, sumOf } from './figures.js';
import type { ReplyBlock } from './reply.js';
import type { Wording } from './wording/wording.js';

type Part<K extends AnswerPart['kind']> = Extract<AnswerPart, { kind: K }>;

const paragraph = (wording: Wording, ...sentences: readonly string[]): ReplyBlock => ({
  kind: 'paragraph',
  text: wording.sentences(sentences),
});

const priced = (tariff: Tariff, language: Language) => ({ method: tariff.name[language], rate: ratesOf(tariff) });

export const limitText = (wording: Wording, limits: readonly Limit[]): string =>
  wording.list(limits.map((limit) => limitOf(wording, limit)));

const minimumOf = ({ legs }: Tariff) => legs.find(({ minimum }) => minimum)?.minimum?.value;

export function inverseBlocks({ tariff, found, round }: Part<'inverse'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { inverse: words } = wording;
  const fee = exactSum(wording, exactly(found.fee));
  const base = { ...priced(tariff, language), fee };
  if (found.open) return [paragraph(wording, words.open(base))];
  const { min, max } = found.amounts;
  const [from, to] = [exactSum(wording, exactly(min)), exactSum(wording, exactly(max))];
  const minimum = minimumOf(tariff);
  return [
    paragraph(
      wording,
      min === max ? words.single({ ...base, from }) : words.lead({ ...base, from, to, round: sumOf(wording, round) }),
      ...(minimum === found.fee ? [words.minimum(sumOf(wording, minimum))] : []),
    ),
    ...cautionFor(tariff, true, wording),
  ];
}

export function budgetBlocks({ tariff, budget, times }: Part<'budget'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { budget: words } = wording;
  const { worst, best, endedBy } = budget;
  const base = { ...priced(tariff, language), budget: exactSum(wording, exactly(budget.maxFee)) };
  if (endedBy === 'ceiling') return [paragraph(wording, words.open(base))];
  const isRange = best.amount !== worst.amount;
  const lead = words.lead({
    ...base,
    amount: exactSum(wording, exactly(worst.amount)),
    fee: exactSum(wording, worst.fee),
    net: exactSum(wording, worst.net),
    isRange,
  });
  return [
    paragraph(
      wording,
      lead,
      ...(endedBy === 'limit' ? [words.limited(limitsOf(wording, tariff.limits))] : []),
      ...(times > 1 ? [words.times(times)] : []),
      ...(isRange ? [words.best(exactSum(wording, exactly(best.amount)))] : []),
    ),
    quoteCard({ tariff, quote: worst }, wording, language),
    ...cautionFor(tariff, isRange, wording),
  ];
}

export function arrangementBlocks(
  { tariff, arrangement }: Part<'arrangement'>,
  wording: Wording,
  language: Language,
): readonly ReplyBlock[] {
  const { arrangement: words } = wording;
  const { split, otherReadings } = arrangement;
  const total = sumOf(wording, arrangement.total);
  const differs = otherReadings.filter(({ split: other }) => other?.days !== split.days || other.fee.max !== split.fee.max);
  const others = differs.map(({ limits, split: other }): ReplyBlock => {
    const limit = limitText(wording, limits);
    const text = other ? words.otherAllowed(limit, other.days, exactSum(wording, other.fee)) : words.otherRefused(limit);
    return { kind: 'note', tone: 'conflict', text };
  });
  return [
    paragraph(wording, courseOf(tariff, arrangement, wording, language)),
    ...partsTable(split, words.title(tariff.name[language], total), wording),
    ...others,
    ...cautionFor(tariff, split.fee.min !== split.fee.max, wording),
  ];
}

function courseOf(tariff: Tariff, { wish, total, split, limits }: Arrangement, wording: Wording, language: Language): string {
  const { arrangement: words } = wording;
  const course = {
    ...priced(tariff, language),
    total: sumOf(wording, total),
    transactions: split.transactions,
    days: split.days,
    fee: exactSum(wording, split.fee),
    net: exactSum(wording, split.net),
    limit: limitText(wording, limits),
  };
  switch (wish.kind) {
    case 'days': {
      const daily = split.schedule.map(({ amount }) => amount);
      const each = { min: daily.reduce((a, b) => (a < b ? a : b), total), max: daily.reduce((a, b) => (a > b ? a : b), fen(0n)) };
      return words.days({ ...course, each: each.min === each.max ? sumOf(wording, each.min) : exactSum(wording, each), days: wish.days });
    }
    case 'times':
      return words.times({ ...course, each: sumOf(wording, wish.amount), times: wish.times });
    case 'parts':
      return words.parts({ ...course, parts: wish.parts });
    default:
      return assertNever(wish);
  }
}

export function capacityBlocks({ tariff, capacity }: Part<'capacity'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { capacity: words } = wording;
  const { days, most, plan, limits, otherReadings } = capacity;
  const method = tariff.name[language];
  if (most === undefined || !plan) {
    const isUnlimited = tariff.limits.some(({ kind, basis }) => kind === 'unlimited' && basis === 'per-day');
    const text = isUnlimited ? words.unlimited(method, days) : words.unknown(method, days, limitsOf(wording, tariff.limits));
    return [paragraph(wording, text), ...cautionFor(tariff, false, wording)];
  }
  const { transactions, fee, net } = plan.fewestDays;
  const lead = words.lead({
    ...priced(tariff, language),
    days,
    most: sumOf(wording, most),
    limit: limitText(wording, limits),
    transactions,
    fee: exactSum(wording, fee),
    net: exactSum(wording, net),
  });
  const others = otherReadings
    .filter((other) => other.most === undefined)
    .map((other): ReplyBlock => ({ kind: 'note', tone: 'conflict', text: words.otherUnlimited(limitText(wording, other.limits)) }));
  return [paragraph(wording, lead), ...partsTable(plan.fewestDays, wording.quote.title(method, sumOf(wording, most)), wording), ...others];
}

export function estimateBlocks({ tariff, low, high }: Part<'estimate'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const known = high ?? low;
  if (!known) return [];
  const fee = low && high ? { min: low.fee.min, max: high.fee.max } : exactly(high ? high.fee.max : known.fee.min);
  const text = wording.estimate({
    ...priced(tariff, language),
    ...(low && { from: sumOf(wording, low.amount) }),
    ...(high && { to: sumOf(wording, high.amount) }),
    fee: exactSum(wording, fee),
  });
  return [paragraph(wording, text), ...cautionFor(tariff, true, wording)];
}

/** Leg by leg what the rate gives, where a minimum steps in, and what it comes to. */
export function explanationBlocks(
  { tariff, quote, rated, figure }: Part<'explanation'>,
  wording: Wording,
  language: Language,
): readonly ReplyBlock[] {
  const { explanation: words } = wording;
  const [fee, net, amount] = [exactSum(wording, quote.fee), exactSum(wording, quote.net), sumOf(wording, quote.amount)];
  const within = ({ min, max }: Quote['fee']) => figure !== undefined && min <= figure && figure <= max;
  const isNet = within(quote.net) && !within(quote.fee);
  const isOther = figure !== undefined && !isNet && !within(quote.fee) && figure !== quote.amount;
  return [
    paragraph(
      wording,
      ...(isOther && figure !== undefined ? [words.otherFigure(fee, exactSum(wording, exactly(figure)))] : []),
      ...(isNet ? [words.net(net, amount, fee)] : []),
      ...quote.formula.legs.flatMap((leg, index) => legSentences(tariff, leg, rated[index] ?? leg.result, index, wording, language)),
      ...(quote.formula.legs.length > 1 ? [words.total(fee, net)] : []),
    ),
    quoteCard({ tariff, quote }, wording, language),
    ...cautionFor(tariff, quote.fee.min !== quote.fee.max, wording),
  ];
}

function legSentences(
  tariff: Tariff,
  leg: Quote['formula']['legs'][number],
  rated: Quote['fee'],
  index: number,
  wording: Wording,
  language: Language,
): readonly string[] {
  const { explanation: words } = wording;
  const name = tariff.legs[index]?.name[language] ?? '';
  const isRounded = leg.text.includes('round(');
  const shown = [exactSum(wording, leg.amount), percentOf(leg.rate), exactSum(wording, rated), isRounded] as const;
  const sentence = tariff.legs.length > 1 ? words.leg(name, ...shown) : words.rated(...shown);
  const raised = leg.minimum !== undefined && rated.min < leg.result.min;
  return [
    sentence,
    ...(raised && leg.minimum !== undefined ? [words.minimum(sumOf(wording, leg.minimum), exactSum(wording, leg.result))] : []),
  ];
}

export function repetitionBlocks(
  { tariff, repetition, rhythm }: Part<'repetition'>,
  wording: Wording,
  language: Language,
): readonly ReplyBlock[] {
  const { repetition: words } = wording;
  const { amount, times, gross, fee, net, each } = repetition;
  const lead = words.lead({
    ...priced(tariff, language),
    unit: rhythm.unit,
    often: rhythm.often,
    each: sumOf(wording, amount),
    times,
    total: sumOf(wording, gross),
    fee: exactSum(wording, fee),
    net: exactSum(wording, net),
    eachFee: exactSum(wording, each.fee),
  });
  return [
    paragraph(wording, lead, ...(each.transactions > 1 ? [words.split(each.transactions, each.days)] : [])),
    ...cautionFor(tariff, fee.min !== fee.max, wording),
  ];
}

export function restBlocks({ tariff, rest }: Part<'rest'>, wording: Wording, language: Language): readonly ReplyBlock[] {
  const { rest: words } = wording;
  const { left, limits, otherReadings } = rest;
  const method = tariff.name[language];
  const used = sumOf(wording, rest.used);
  if (left === undefined) {
    const isUnlimited = tariff.limits.some(({ kind, basis }) => kind === 'unlimited' && basis === 'per-day');
    const text = isUnlimited ? words.unlimited(method, used) : words.unknown(method, limitsOf(wording, tariff.limits));
    return [paragraph(wording, text), ...cautionFor(tariff, false, wording)];
  }
  const said = { method, limit: limitText(wording, limits), used };
  const others = otherReadings
    .filter((other) => other.left === undefined)
    .map((other): ReplyBlock => ({ kind: 'note', tone: 'conflict', text: words.otherUnlimited(limitText(wording, other.limits)) }));
  return [paragraph(wording, left > 0n ? words.left({ ...said, left: sumOf(wording, left) }) : words.none(said)), ...others];
}

export function conflictBlocks({ statements, calculated }: Part<'conflict'>, wording: Wording): readonly ReplyBlock[] {
  const { conflicting: words } = wording;
  if (statements.length === 0) return [{ kind: 'paragraph', text: words.none }];
  return [
    { kind: 'paragraph', text: words.lead },
    {
      kind: 'list',
      ordered: false,
      items: statements.map(({ text, section, limit }) => words.statement(limit ? limitOf(wording, limit) : text, section)),
    },
    ...(calculated ? [{ kind: 'paragraph' as const, text: words.calculated[calculated] }] : []),
  ];
}
