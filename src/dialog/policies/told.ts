import type { Interval } from '../../base/interval.js';
import { type Fen, formatYuan, parseYuan } from '../../base/money.js';
import { equals } from '../../base/rational.js';
import { grossUp } from '../../fees/gross-up.js';
import { quote } from '../../fees/quote.js';
import { findTariff } from '../../knowledge/pack.js';
import type { AnswerItem } from '../decision.js';
import { readSlots } from '../slot-reading.js';
import { type Slots, yuan } from '../slots.js';
import { calculation, isComparison, workedBefore } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const LONGEST = 14;

/** "所以是3块对吧", "so 519 she gets?", "官方才3块": figures that the last calculation gives are no sums to calculate with; they are compared with it. */
export const toldFigure: Policy = {
  name: 'told figure',
  propose: (situation) => {
    const { reading, state } = situation;
    const worked = workedBefore(situation);
    if (!worked || worked !== state.topic || state.pending?.kind === 'slot' || isComparison(situation, worked.intent)) return undefined;
    const kinds = reading.entities.concepts.map(({ concept }) => concept.kind);
    // "那3块呢" is another sum, "and 5 is the fee?" is none.
    const isContinued = kinds.includes('continuation') && !kinds.includes('fee') && !kinds.includes('arrival');
    if (reading.read.tokens.length > LONGEST || isContinued) return undefined;
    const told = figuresNamed(situation);
    const item = told.length > 0 ? agreeing(situation, worked, told) : undefined;
    return item && decideItem(situation, item);
  },
};

/** The sums of a message; none where one of them is not exact. */
function figuresNamed({ reading: { entities } }: Situation): readonly Fen[] {
  const sums = entities.amounts.map(({ range: { min, max }, currency }) =>
    min && max && equals(min, max) && currency === 'CNY' ? parseYuan(yuan(min)) : undefined,
  );
  return sums.every((sum) => sum !== undefined) ? sums.flatMap((sum) => sum ?? []) : [];
}

/** The calculation, by the way that is named or the one before, that has all these figures, and one that it worked out. */
function agreeing(situation: Situation, item: AnswerItem, told: readonly Fen[]): AnswerItem | undefined {
  const { slots } = item;
  const { methods, direction } = situation.reading.entities;
  const named = readSlots(situation.reading, situation.pack.tariffs).slots.method;
  const [first] = methods;
  if (methods.length > 1 || direction.to !== undefined) return undefined;
  const candidates = named !== undefined || first ? [named ?? first?.method] : [slots.method, ...othersOf(situation)];
  for (const method of candidates) {
    const { rate, fee: _, received: __, ...sum } = slots;
    const asked: Slots = { ...sum, ...(method !== undefined && { method }), ...(rate && method === slots.method && { rate }) };
    const found = workedOut(situation, asked);
    const others = found && told.filter((sum) => sum !== found.given);
    if (!others || others.length === 0) continue;
    const [only] = others;
    // "0.1%, 那不五毛": what the rate alone would take.
    if (only !== undefined && others.length === 1 && isOne(only)(found.rated) && !isOne(only)(found.fee) && method === slots.method)
      return { ...item, slots: asked, explains: { figure: formatYuan(only) } };
    if (!others.every((sum) => [found.amount, found.fee, found.net].some(isOne(sum)))) continue;
    const [fee, net] = [others.find((sum) => isOne(sum)(found.fee)), others.find((sum) => isOne(sum)(found.net))];
    if (fee === undefined && net === undefined) continue;
    return calculation(situation, 'quote', {
      ...asked,
      agrees: true,
      ...(fee !== undefined && { fee: formatYuan(fee) }),
      ...(net !== undefined && { received: formatYuan(net) }),
    });
  }
  return undefined;
}

/** Where something is named that no way is called by itself ("官方才3块"), any lawful way may be meant that has the figure. */
function othersOf({ reading, pack }: Situation): readonly string[] {
  const isNamed = reading.entities.concepts.some(({ concept }) => concept.kind === 'topic');
  return isNamed ? pack.tariffs.filter(({ recommended }) => recommended).map(({ id }) => id) : [];
}

type Sum = Interval<Fen>;

interface WorkedOut {
  /** The sum that was asked about. */
  readonly given: Fen;
  readonly amount: Sum;
  readonly fee: Sum;
  readonly net: Sum;
  /** What the rates alone take. */
  readonly rated: Sum;
}

/** What one transaction comes to; none where it is not one, or cannot be. */
function workedOut({ pack }: Situation, slots: Slots): WorkedOut | undefined {
  const tariff = slots.rate === undefined ? findTariff(pack, slots.method ?? '') : undefined;
  const money = parseYuan(slots.target ?? slots.amount ?? '');
  if (!tariff || money === undefined || slots.per !== undefined || slots.times !== undefined || slots.days !== undefined) return undefined;
  const needed = slots.target === undefined ? undefined : grossUp(tariff, money);
  const found = needed ? (needed.ok ? needed.value.worst : undefined) : resultOf(quote(tariff, money, { overLimit: 'report' }));
  if (!found) return undefined;
  const [leg, ...more] = tariff.legs;
  const { minimum: _, maximum: __, ...terms } = leg;
  const rated = more.length === 0 ? resultOf(quote({ ...tariff, legs: [terms] }, found.amount, { overLimit: 'report' })) : undefined;
  const { fee, net } = found;
  return { given: money, amount: { min: found.amount, max: found.amount }, fee, net, rated: rated?.fee ?? fee };
}

const resultOf = <T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }): T | undefined =>
  outcome.ok ? outcome.value : undefined;

const isOne =
  (sum: Fen) =>
  ({ min, max }: Sum): boolean =>
    min === sum || max === sum;
