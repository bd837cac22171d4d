import { add, compare, formatDecimal, multiply, parseDecimal, type Rational, rational } from '../base/rational.js';
import type { MethodId } from '../knowledge/tariff.js';
import { daysOf, type Rhythm, timesIn } from '../understanding/entities/rhythm.js';

/** What a calculation needs to know. Amounts are decimal strings in yuan, so that a state can be stored. */
export interface Slots {
  /** What is sent. */
  readonly amount?: string;
  /** What must arrive. */
  readonly target?: string;
  /** What was charged; beside an amount, what somebody says that it cost. */
  readonly fee?: string;
  /** The most that the fee may be. */
  readonly budget?: string;
  /** The most minutes that it may take. */
  readonly minutes?: number;
  /** What arrived, as somebody says, of the amount. */
  readonly received?: string;
  /** The share that somebody asks for a service, as decimals: 0.12 of the sum. */
  readonly rate?: { readonly min: string; readonly max: string };
  /** What was charged or arrived is what the bot itself has said. */
  readonly agrees?: true;
  /** The figure was given as about so much. */
  readonly approximate?: true;
  /** The amount is for each day, or each time. */
  readonly per?: 'day' | 'time';
  readonly method?: MethodId;
  /** The ways of a chain in order; an empty one where no way has a price. */
  readonly route?: readonly MethodId[];
  readonly days?: number;
  /** How often it is sent, or in how many parts. */
  readonly times?: number;
  /** The times come in this rhythm. */
  readonly rhythm?: Rhythm;
  /**
   * How much can be sent in the days; in how many transactions an amount goes; how much may follow it on the same day; the least and the most
   * that it may cost.
   */
  readonly asks?: 'most' | 'pieces' | 'rest' | 'ends';
  /** The ways to compare, of all; and ways that are left out. */
  readonly methods?: readonly MethodId[];
  readonly without?: readonly MethodId[];
  /** What a comparison is about first. */
  readonly focus?: 'cost' | 'time';
  /** Platforms, as concepts, that the money leaves and is to reach. */
  readonly from?: string;
  readonly to?: string;
}

/** Why an amount cannot be calculated with as it was said: it is a range (with the ends that are known), or in another currency. */
export type Unclear =
  | { readonly kind: 'vague'; readonly min?: string; readonly max?: string }
  | { readonly kind: 'currency'; readonly currency: string };

/** What a message says of the slots, and what of it cannot be used as it is. */
export interface SlotReading {
  readonly slots: Slots;
  /** The same with each further amount that the message names. */
  readonly others: readonly Slots[];
  /** Each of these sums has a way of its own, or one that is not known. */
  readonly paired?: true;
  /** What becomes of the sum before: so much on top of it (`alone`: what the sum is by itself), or so many times as much. */
  readonly change?:
    | { readonly kind: 'add'; readonly by: Rational; readonly alone: Rational }
    | { readonly kind: 'scale'; readonly by: Rational };
  /** What was to go in several is to go at once. */
  readonly whole: boolean;
  /** Nothing is done with the sums: 那12块呢, not 提12块呢. */
  readonly isBare: boolean;
  /** An amount that is a range, or in another currency: it must be asked about. */
  readonly unclear?: Unclear;
}

/** A sum as slots hold it: a decimal string with two places at least. */
export function yuan(value: Rational): string {
  const [whole = '0', fraction = ''] = formatDecimal(value, 6).split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

const MONEY = ['amount', 'target', 'fee', 'budget'] as const;

/** Whether it is said how much money a calculation is about. */
export const hasAmount = (slots: Slots): boolean => MONEY.some((name) => slots[name] !== undefined);

/** The slots without any money. */
export function withoutAmount({
  amount: _,
  target: __,
  fee: ___,
  budget: ____,
  received: _____,
  approximate: ______,
  ...rest
}: Slots): Slots {
  return rest;
}

/** Of the slots only the money. */
export const moneyOf = ({ amount, target, fee, budget, approximate }: Slots): Slots =>
  withValues({ amount, target, fee, budget, approximate });

/** The newer of each slot; a new sum replaces the one before, and what is asked of sums goes with it. */
export function mergeSlots(given: Slots, newer: Slots): Slots {
  const older = given.agrees ? withoutAgreed(given) : given;
  if (newer.asks === 'most') {
    const { per: _, times: __, rhythm: ___, ...rest } = withoutAmount(older);
    return { ...rest, ...newer };
  }
  const { asks: before, ...others } = withoutWays(older, newer);
  // The ends of a price are asked about once.
  const kept = before === undefined || before === 'ends' ? others : { ...others, asks: before };
  if (!hasAmount(newer)) return { ...kept, ...newer, ...timesOf(older, newer) };
  if (isOfBoth(older, newer)) return { ...kept, ...newer };
  const { asks, per, times, days, rhythm, ...rest } = withoutAmount(kept);
  const isOther = newer.fee !== undefined || newer.budget !== undefined || newer.target !== undefined;
  // A new amount goes the way of the one before, day by day or in parts; what was charged or must arrive is another question.
  const course = isOther || asks === 'most' ? {} : { asks, per, times, days, rhythm };
  return { ...rest, ...withValues(course), ...newer };
}

/** A sum and what its fee may be stay together when one of them changes. */
function isOfBoth(older: Slots, { amount, budget, target, fee }: Slots): boolean {
  const isBoth = older.amount !== undefined && older.budget !== undefined;
  return isBoth && (amount === undefined) !== (budget === undefined) && target === undefined && fee === undefined;
}

/** Ways that are named now count, whatever was compared or left out before. */
function withoutWays({ methods, without, ...others }: Slots, newer: Slots): Slots {
  const rest = newer.method === undefined || newer.method === others.method ? others : ofAnyWay(others);
  if (newer.methods || newer.without) return rest;
  const left = without?.filter((method) => method !== newer.method);
  return { ...rest, ...(methods && { methods }), ...(left && left.length > 0 && { without: left }) };
}

/** What is asked for one way says nothing of another, and how fast it must be is a question to all. */
const ofAnyWay = ({ rate: _, minutes: __, route: ___, ...rest }: Slots): Slots => rest;

/** Days that are named after a rhythm say how often it comes, and so does a rhythm after days or another rhythm. */
function timesOf({ rhythm, per, times, days: before }: Slots, { days, rhythm: newer, times: said }: Slots): Slots {
  if (newer && days === undefined && said === undefined) {
    const span = rhythm && times !== undefined ? (times / rhythm.often) * daysOf(rhythm) : per === 'day' ? before : undefined;
    // Fifty-two weeks are a year.
    const isSameUnit = rhythm?.unit === newer.unit;
    return span === undefined
      ? {}
      : { times: isSameUnit && rhythm && times ? (times / rhythm.often) * newer.often : timesIn(newer, Math.round(span)) };
  }
  if (days === undefined || newer || !rhythm || per !== 'time') return {};
  return { times: timesIn(rhythm, days) };
}

/** A sum that was to go in days, times or parts, as one. */
export function inOneGo({ per, times, days, rhythm: _, asks: __, ...rest }: Slots): Slots {
  const { amount } = rest;
  const count = per === 'day' ? days : per === 'time' ? times : undefined;
  const each = amount === undefined ? undefined : parseDecimal(amount);
  return count === undefined || !each ? rest : { ...rest, amount: yuan(multiply(each, rational(BigInt(count)))) };
}

/** What was only said again to be sure of it is no word on anything else. */
const withoutAgreed = ({ agrees: _, fee: __, received: ___, ...rest }: Slots): Slots => rest;

const withValues = (slots: { readonly [K in keyof Slots]?: Slots[K] | undefined }): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));

/** After a budget "24000 with 25" is a sum and what its fee may be. */
function withBudget(older: Slots, said: SlotReading): SlotReading | undefined {
  const [other, ...more] = said.others;
  const [a, b] = [said.slots.amount, other?.amount].map((text) => (text === undefined ? undefined : parseDecimal(text)));
  if (older.budget === undefined || said.paired || more.length > 0 || !a || !b) return undefined;
  const [amount, budget] = compare(a, b) > 0 ? [a, b] : [b, a];
  if (compare(multiply(budget, LEAST_SHARE), amount) > 0) return undefined;
  return { ...said, slots: { ...said.slots, amount: yuan(amount), budget: yuan(budget) }, others: [] };
}

/** A fee is this much smaller than its sum. */
const LEAST_SHARE = rational(5n);

/** Where a calculation is about what was charged, may be charged or must arrive, a sum that nothing is done with is another of that kind. */
function sameKind(older: Slots, said: SlotReading): SlotReading {
  const kind = older.amount === undefined ? (['target', 'budget', 'fee'] as const).find((name) => older[name] !== undefined) : undefined;
  // What was charged beside it makes the sum one that was moved.
  // The very sum that was asked about ("同样20块") is still of its kind, whatever is done with it.
  const isIt = kind !== undefined && kind !== 'target' && said.slots.amount === older[kind];
  if (kind === undefined || !(said.isBare || isIt) || said.slots.fee !== undefined) return said;
  const { amount, ...slots } = said.slots;
  if (amount !== undefined) return { ...said, slots: { ...slots, [kind]: amount } };
  const { unclear, ...rest } = said;
  const most = kind === 'budget' && unclear?.kind === 'vague' && unclear.min === undefined ? unclear.max : undefined;
  return most === undefined ? said : { ...rest, slots: { ...slots, budget: most } };
}

/** What a message says after older slots: "再加500" is on top of the amount before, or the amount itself where there is none. */
export function saidAfter(older: Slots, said: SlotReading): SlotReading {
  const { change, ...rest } = said;
  if (change === undefined) return withBudget(older, said) ?? sameKind(older, said);
  const name = (['target', 'amount', 'budget', 'fee'] as const).find((each) => older[each] !== undefined);
  const before = name && parseDecimal(older[name] ?? '');
  if (change.kind === 'scale') {
    return name && before ? { ...rest, slots: { ...rest.slots, [name]: yuan(multiply(before, change.by)) } } : rest;
  }
  const value = before ? add(before, change.by) : change.alone;
  return { ...rest, slots: { ...rest.slots, [before && name ? name : 'amount']: yuan(value) } };
}
