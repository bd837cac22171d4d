import { assertNever } from '../../base/assert-never.js';
import { findIntent } from '../../knowledge/pack.js';
import type { AnswerItem, Decision, SlotRequest } from '../decision.js';
import { hasAmount, mergeSlots, type SlotReading, type Slots, withoutAmount } from '../slots.js';
import type { DialogState } from '../state.js';
import type { Situation } from './policy.js';

type Said = Pick<SlotReading, 'unclear' | 'paired'> & Partial<Pick<SlotReading, 'others'>>;

/** Decides on one item: answers it, or asks for what it still needs. An amount that is not clear never gives way to an older one. */
export function decideItem(
  { pack, state, reading }: Situation,
  given: AnswerItem,
  { unclear, others = [], paired }: Said = {},
): Decision | undefined {
  const item = unclear ? { ...given, slots: withoutAmount(given.slots) } : given;
  const intent = findIntent(pack, item.intent);
  if (!intent) return undefined;
  const { kind } = intent.answer;
  if (paired && (kind === 'quote' || kind === 'compare')) return eachByItsWay(item, others, pack);
  switch (kind) {
    case 'text':
      return { kind: 'answer', items: [{ ...item, slots: {} }] };
    case 'compare':
      return { kind: 'answer', items: unclear ? [item] : eachOf(withAmountOfTopic(item, state), others) };
    case 'quote': {
      const compared = unclear ? undefined : asComparison(item, pack);
      if (compared) return { kind: 'answer', items: eachOf(compared, others) };
      const known = unclear ? item : withSumOfBefore(item, reading, state);
      if (known !== item) return decideItem({ pack, state, reading }, known);
      const request = missing(item, pack.tariffs, unclear);
      if (request) return { kind: 'answer', items: [], request };
      return { kind: 'answer', items: [item, ...others.map((slots) => ({ ...item, slots: mergeSlots(item.slots, slots) }))] };
    }
    case 'handoff':
      return { kind: 'handoff', item };
    case 'cancel':
      return { kind: 'cancel', item };
    case 'repeat':
      return { kind: 'repeat', item, ...(state.last && { decision: state.last }) };
    default:
      return assertNever(kind);
  }
}

/** "5000 by WeChat and 3000 by MYbank": each by its own way; for one whose way is not known it is asked for. */
function eachByItsWay(
  { slots, ...item }: AnswerItem,
  others: readonly Slots[],
  { intents, tariffs }: Situation['pack'],
): Decision | undefined {
  const intent = intents.find(({ answer }) => answer.kind === 'quote')?.id;
  if (intent === undefined) return undefined;
  const all = [slots, ...others].map((each) => ({ ...item, intent, slots: each }));
  const open = all.find((each) => each.slots.method === undefined);
  const items = all.filter((each) => each.slots.method !== undefined);
  return { kind: 'answer', items, ...(open && { request: { slot: 'method', item: open, methods: tariffs.map(({ id }) => id) } }) };
}

/** The same for each further sum that was named. */
const eachOf = (item: AnswerItem, others: readonly Slots[]): readonly AnswerItem[] => [
  item,
  ...others.flatMap(({ amount }) => (amount === undefined ? [] : [{ ...item, slots: { ...item.slots, amount } }])),
];

/** Several ways, or all but some, are looked at side by side; one that is left of two after the other is ruled out is none of these. */
function asComparison(item: AnswerItem, { intents, tariffs }: Situation['pack']): AnswerItem | undefined {
  const { methods, without, method, amount, fee, budget, minutes, target, asks, days, times, per } = item.slots;
  const isOneWays = [fee, amount === undefined ? budget : undefined, target, asks, days, times, per].some((value) => value !== undefined);
  const isBounded = minutes !== undefined || (amount !== undefined && method === undefined && budget !== undefined);
  if (item.slots.route) return undefined;
  const left = tariffs.filter(({ id }) => !without?.includes(id));
  const isSeveral = (methods !== undefined && methods.length > 1) || (without !== undefined && method === undefined && left.length > 1);
  const intent = intents.find(({ answer }) => answer.kind === 'compare');
  if (!(isSeveral || isBounded) || isOneWays || !intent) return undefined;
  // The time of one way is told where it is looked at by itself.
  const slots = isBounded && !isSeveral && method !== undefined ? { ...item.slots, methods: [method] } : item.slots;
  return { ...item, intent: intent.id, slots };
}

/** "哪个最便宜" after a quote compares for the same amount. */
function withAmountOfTopic(item: AnswerItem, { topic: last, worked }: Situation['state']): AnswerItem {
  const topic = last && hasAmount(last.slots) ? last : (worked ?? last);
  const { amount, methods, without } = topic?.slots ?? {};
  if (hasAmount(item.slots)) return item;
  const { methods: named, without: leftOut } = item.slots;
  return {
    ...item,
    slots: {
      // One way that was looked at by itself is no choice.
      ...(!named && !leftOut && methods && methods.length > 1 && { methods }),
      ...(!named && !leftOut && without && { without }),
      ...item.slots,
      ...(amount !== undefined && { amount }),
    },
  };
}

const LONGEST_SHORT = 8;

/** "total cost" while the way is asked for, "一共多少" after a price: of the sum that was spoken of, when the message is short and names none. */
function withSumOfBefore(item: AnswerItem, { read }: Situation['reading'], { topic, pending }: DialogState): AnswerItem {
  const before = pending?.kind === 'slot' ? pending.request.item : topic;
  const isOpen = !hasAmount(item.slots) && item.slots.asks === undefined && read.tokens.length <= LONGEST_SHORT;
  return isOpen && before?.intent === item.intent && hasAmount(before.slots)
    ? { ...item, slots: mergeSlots(before.slots, item.slots) }
    : item;
}

function missing(item: AnswerItem, tariffs: Situation['pack']['tariffs'], because: SlotReading['unclear']): SlotRequest | undefined {
  const methods = tariffs.map(({ id }) => id);
  const needsMoney = item.slots.asks !== 'most';
  if (because || (needsMoney && !hasAmount(item.slots))) return { slot: 'amount', item, methods, ...(because && { because }) };
  if (item.slots.method === undefined && !item.slots.route) return { slot: 'method', item, methods };
  return undefined;
}
