import { type Fen, fen, parseYuan } from '../base/money.js';
import { compare as order, parseDecimal, rational } from '../base/rational.js';
import { err, ok, type Result } from '../base/result.js';
import type { Slots, Unclear } from '../dialog/slots.js';
import { arrange, type Wish } from '../fees/arrange.js';
import { type Comparison, compare } from '../fees/compare.js';
import type { FeeError } from '../fees/errors.js';
import { grossUp } from '../fees/gross-up.js';
import { amountFromYuan, moneyProblem } from '../fees/guards.js';
import { type Plan, type PlanOptions, plan } from '../fees/plan.js';
import { byTotal, type Quote, quote } from '../fees/quote.js';
import { findTariff, type Pack } from '../knowledge/pack.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { AnswerPart, Said } from './answer.js';
import { calculateBudget, calculateCapacity, calculateInverse, calculateRepetition, calculateRest } from './backwards.js';
import { type Calculated, factsOfFees, factsOfLimits, failed } from './calculated.js';
import {
  figuresOfBounds,
  figuresOfComparison,
  figuresOfEnds,
  figuresOfExplanation,
  figuresOfPlan,
  figuresOfQuote,
  figuresOfSaid,
  ratedPart,
} from './figures.js';
import { figuresOfArrangement } from './figures-of-plans.js';
import { calculateOffer } from './offer.js';
import { calculateRoute } from './route.js';

/** What slots ask of one way: the fee of an amount, the amount for a fee, what some days carry. */
export function calculateQuote(pack: Pack, slots: Slots): Calculated {
  if (slots.route) return calculateRoute(pack, slots.route, slots.amount ?? '');
  const known = slots.method === undefined ? undefined : findTariff(pack, slots.method);
  if (!known) return failed({ kind: 'unknown-method', method: slots.method ?? '', known: pack.tariffs.map(({ id }) => id) });
  return slots.rate ? calculateOffer(known, slots.rate, (tariff) => calculateBy(tariff, slots)) : calculateBy(known, slots);
}

function calculateBy(tariff: Tariff, slots: Slots): Calculated {
  if (slots.asks === 'most' && slots.days !== undefined) return calculateCapacity(tariff, slots.days);
  const money = readMoney(slots.target ?? slots.amount ?? slots.budget ?? slots.fee ?? '');
  if (!money.ok) return failed(money.error, tariff);
  if (slots.amount === undefined && slots.target === undefined) {
    return slots.budget === undefined ? calculateInverse(tariff, money.value) : calculateBudget(tariff, money.value);
  }
  if (slots.asks === 'rest') return calculateRest(tariff, money.value);
  if (slots.rhythm && slots.times !== undefined && slots.target === undefined) {
    return calculateRepetition(tariff, money.value, slots.times, slots.rhythm);
  }
  const wish = slots.target === undefined ? wishOf(slots, money.value) : undefined;
  if (wish) return calculateWish(tariff, wish, slots.per === 'day');
  return calculateOnce(tariff, slots, money.value);
}

/** An amount in one transaction, or in as many as the limits ask for. */
function calculateOnce(tariff: Tariff, slots: Slots, money: Fen): Calculated {
  const cites = [tariff.source];
  const target = slots.target === undefined ? undefined : money;
  const grossed = target === undefined ? undefined : grossUp(tariff, target);
  const outcome = !grossed ? quote(tariff, money) : grossed.ok ? ok(grossed.value.worst) : grossed;
  const toward = target !== undefined && { target };
  const said = saidOf(slots);
  if (outcome.ok && slots.asks !== 'pieces') {
    const { value } = outcome;
    if (slots.asks === 'ends')
      return { parts: [{ kind: 'ends', tariff, quote: value }], figures: figuresOfEnds(value), facts: value.facts, cites };
    const best = grossed?.ok && grossed.value.best.amount !== value.amount ? grossed.value.best : undefined;
    const total = target === undefined ? quoteByTotal(tariff, value) : undefined;
    const { per } = slots;
    return {
      parts: [
        { kind: 'quote', tariff, quote: value, ...toward, ...(best && { best }), ...(total && { total }), ...(said && { said }) },
        ...(per ? [{ kind: 'once' as const, per: slots.rhythm ? ('rhythm' as const) : per }] : []),
      ],
      figures: [
        ...figuresOfQuote(value, target),
        ...(best ? figuresOfQuote(best, target).slice(0, 3) : []),
        ...(total ? figuresOfQuote(total).slice(0, 2) : []),
        ...figuresOfSaid(said, value),
      ],
      facts: [...value.facts, ...(total?.facts ?? [])],
      cites,
    };
  }
  if (!outcome.ok && outcome.error.kind !== 'over-limit') return failed(outcome.error, tariff);
  const planned = planOf(tariff, outcome.ok ? outcome.value.amount : sentBy(outcome.error, money), target);
  return planned.ok ? toldPlan(tariff, planned.value, { ...toward, ...(said && { said }) }) : failed(planned.error, tariff);
}

/** The same by what the article gives as the rate of all legs together, where that is another figure. */
function quoteByTotal(tariff: Tariff, { amount, fee }: Quote): Quote | undefined {
  const other = byTotal(tariff);
  const outcome = other && quote(other, amount);
  return outcome?.ok && (outcome.value.fee.min !== fee.min || outcome.value.fee.max !== fee.max) ? outcome.value : undefined;
}

const sentBy = (error: FeeError, money: Fen): Fen => (error.kind === 'over-limit' ? error.amount : money);

const toldPlan = (
  tariff: Tariff,
  planned: Plan,
  more: { readonly target?: Fen; readonly days?: number; readonly said?: Said },
): Calculated => ({
  parts: [{ kind: 'plan', tariff, plan: planned, ...more }],
  figures: [...figuresOfPlan(tariff, planned, more.days), ...figuresOfSaid(more.said, planned.fewestDays)],
  facts: planned.facts,
  cites: [tariff.source],
});

function saidOf({ approximate, fee, received, budget }: Slots): Said | undefined {
  const [charged, arrived, most] = [fee, received, budget].map((text) => (text === undefined ? undefined : parseYuan(text)));
  if (!approximate && charged === undefined && arrived === undefined && most === undefined) return undefined;
  return {
    ...(approximate && { approximate }),
    ...(charged !== undefined && { fee: charged }),
    ...(arrived !== undefined && { received: arrived }),
    ...(most !== undefined && { budget: most }),
  };
}

/** How an amount is to be sent, where days or times are named. */
function wishOf({ per, days, times }: Slots, amount: Fen): Wish | undefined {
  if (per === 'day' && days !== undefined) return { kind: 'days', total: fen(amount * BigInt(days)), days };
  if (per === 'time' && times !== undefined) return { kind: 'times', amount, times };
  if (per !== undefined) return undefined;
  if (times !== undefined && times > 1) return { kind: 'parts', total: amount, parts: times };
  return days !== undefined && days > 1 ? { kind: 'days', total: amount, days } : undefined;
}

function calculateWish(tariff: Tariff, wish: Wish, isDaily: boolean): Calculated {
  const arranged = arrange(tariff, wish);
  const isRefused = arranged.ok ? arranged.value.otherReadings.some(({ split }) => !split) : arranged.error.kind === 'over-limit';
  if (isRefused && wish.kind === 'days' && !isDaily) {
    // Too much for the days that were named: then how long it does take.
    const planned = plan(tariff, wish.total, ROUND);
    return planned.ok ? toldPlan(tariff, planned.value, { days: wish.days }) : failed(planned.error, tariff);
  }
  if (!arranged.ok) return failed(arranged.error, tariff);
  return {
    parts: [{ kind: 'arrangement', tariff, arrangement: arranged.value }],
    figures: figuresOfArrangement(tariff, arranged.value),
    facts: arranged.value.facts,
    cites: [tariff.source],
  };
}

/** What the ends of a range of amounts cost, before it is asked which one is meant. */
export function estimate(pack: Pack, { method }: Slots, { min, max }: Extract<Unclear, { kind: 'vague' }>): Calculated {
  const tariff = method === undefined ? undefined : findTariff(pack, method);
  const quoted = (text: string | undefined): Quote | undefined => {
    const money = text === undefined ? undefined : parseYuan(text);
    const outcome = tariff && money !== undefined ? quote(tariff, money, { overLimit: 'report' }) : undefined;
    return outcome?.ok ? outcome.value : undefined;
  };
  const [low, high] = [quoted(min), quoted(max)];
  const known = high ?? low;
  if (!tariff || !known) return { parts: [], figures: [], facts: [], cites: [] };
  return {
    parts: [{ kind: 'estimate', tariff, ...(low && { low }), ...(high && { high }) }],
    figures: [low, high].flatMap((each) => (each ? figuresOfQuote(each) : [])),
    facts: known.facts,
    cites: [tariff.source],
  };
}

/** How the figures of a calculation came about, perhaps one that was asked for by its value. */
export function explain(pack: Pack, slots: Slots, { figure }: { readonly figure?: string }): Calculated {
  const calculated = calculateQuote(pack, slots);
  const [part] = calculated.parts;
  const reason = reasonOf(part);
  if (reason) return { ...calculated, parts: [reason, ...calculated.parts] };
  if (part?.kind !== 'quote') return calculated;
  const asked = figure === undefined ? undefined : parseYuan(figure);
  return {
    ...calculated,
    parts: [
      {
        kind: 'explanation',
        tariff: part.tariff,
        quote: part.quote,
        rated: part.quote.formula.legs.map(ratedPart),
        ...(asked !== undefined && { figure: asked }),
      },
    ],
    figures: [...calculated.figures, ...figuresOfExplanation(part.quote, asked)],
  };
}

/** How a figure of a comparison came about: of the first way that it belongs to, or of none. */
export function explainComparison(pack: Pack, slots: Slots, { figure }: { readonly figure?: string }): Calculated {
  const asked = figure === undefined ? undefined : parseYuan(figure);
  const { methods: _, without: __, focus: ___, ...sum } = slots;
  const amount = slots.amount === undefined ? undefined : parseYuan(slots.amount);
  const owner = comparedTariffs(pack, slots).find((tariff) => {
    const outcome = amount === undefined ? undefined : quote(tariff, amount, { overLimit: 'report' });
    return outcome?.ok && [outcome.value.fee, outcome.value.net].some(({ min, max }) => min === asked || max === asked);
  });
  return owner ? explain(pack, { ...sum, method: owner.id }, figure === undefined ? {} : { figure }) : calculateComparison(pack, slots);
}

/** Why an amount was cut up, where a limit made that so. */
function reasonOf(part: AnswerPart | undefined): AnswerPart | undefined {
  if (part?.kind === 'plan' && part.plan.fewestDays.transactions > 1)
    return { kind: 'split-reason', amount: part.plan.total, limits: part.plan.limits };
  if (part?.kind !== 'arrangement') return undefined;
  const { wish, limits, split } = part.arrangement;
  const [day] = split.schedule;
  return wish.kind === 'days' && day && split.transactions > wish.days ? { kind: 'split-reason', amount: day.amount, limits } : undefined;
}

/** People are told the fewest days in round amounts; what ragged ones would save is a fen or two. */
const ROUND: PlanOptions = { search: 'none' };

/** Cut up, an amount may cost a few fen more than at once; each of these rounds adds what is still missing at the other end. */
const MOST_ROUNDS = 5;

function planOf(tariff: Tariff, amount: Fen, target: Fen | undefined): Result<Plan, FeeError> {
  let planned = plan(tariff, amount, ROUND);
  for (let round = 0; round < MOST_ROUNDS && planned.ok && target !== undefined; round++) {
    const missing = target - planned.value.fewestDays.net.min;
    if (missing <= 0n) break;
    planned = plan(tariff, fen(planned.value.total + missing), ROUND);
  }
  return planned;
}

/** Ways side by side, for an amount or by their rates: all, or those that the slots name or leave. */
export function calculateComparison(pack: Pack, slots: Slots): Calculated {
  const money = slots.amount === undefined ? undefined : readMoney(slots.amount);
  if (money && !money.ok) return failed(money.error);
  const tariffs = comparedTariffs(pack, slots);
  const outcome = compare(tariffs, money?.value);
  if (!outcome.ok) return failed(outcome.error);
  const totals = outcome.value.candidates.flatMap(({ method, cost }) => {
    const tariff = findTariff(pack, method);
    const total = tariff && cost?.kind === 'single' ? quoteByTotal(tariff, cost.quote) : undefined;
    return total ? [total] : [];
  });
  const within = withinBounds(outcome.value, slots);
  const facts = tariffs.flatMap((tariff) => [...factsOfFees(tariff), ...(tariff.time?.facts ?? []), ...factsOfLimits(tariff)]);
  return {
    parts: [
      {
        kind: 'comparison',
        comparison: outcome.value,
        tariffs,
        totals,
        ...(slots.focus && { focus: slots.focus }),
        ...(within && { within }),
      },
    ],
    figures: [
      ...figuresOfComparison(outcome.value, tariffs),
      ...figuresOfBounds(within),
      ...totals.flatMap((total) => figuresOfQuote(total).slice(0, 2)),
    ],
    facts: [...new Set([...facts, ...totals.flatMap((total) => total.facts)])],
    cites: tariffs.map(({ source }) => source),
  };
}

type Within = Extract<AnswerPart, { kind: 'comparison' }>['within'];

/** The lawful ways that cost and take no more than was named. */
function withinBounds({ candidates, amount }: Comparison, { budget, minutes }: Slots): Within {
  const most = budget === undefined || amount === undefined ? undefined : parseYuan(budget);
  if (most === undefined && minutes === undefined) return undefined;
  const longest = minutes === undefined ? undefined : rational(BigInt(minutes));
  const kept = candidates.filter(
    ({ recommended, cost, elapsed }) =>
      recommended &&
      (most === undefined || (cost !== undefined && cost.fee.max <= most)) &&
      (longest === undefined || (elapsed !== undefined && order(elapsed.max, longest) <= 0)),
  );
  return {
    ...(most !== undefined && { budget: most }),
    ...(minutes !== undefined && { minutes }),
    methods: kept.map(({ method }) => method),
  };
}

export function comparedTariffs({ tariffs }: Pack, { methods, without = [] }: Slots): readonly Tariff[] {
  const named = tariffs.filter(({ id }) => (methods ?? [id]).includes(id) && !without.includes(id));
  return named.length > 0 ? named : tariffs;
}

/** What is wrong with a sum by itself, whatever the way. */
export function problemOf(text: string): FeeError | undefined {
  const money = readMoney(text);
  return money.ok ? moneyProblem('amount', money.value) : money.error;
}

function readMoney(text: string): Result<Fen, FeeError> {
  const exact = parseYuan(text);
  if (exact !== undefined) return ok(exact);
  const value = parseDecimal(text);
  return value ? amountFromYuan(value) : err({ kind: 'zero', input: 'amount' });
}
