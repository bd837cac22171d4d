import { assertNever } from '../../base/assert-never.js';
import { findIntent } from '../../knowledge/pack.js';
import type { AnswerItem, Decision, SlotRequest } from '../decision.js';
import { hasAmount, mergeSlots, type SlotReading, withoutAmount } from '../slots.js';
import type { Situation } from './policy.js';

type Said = Pick<SlotReading, 'unclear'> & Partial<Pick<SlotReading, 'others'>>;

/** Decides on one item: answers it, or asks for what it still needs. An amount that is not clear never gives way to an older one. */
export function decideItem({ pack, state }: Situation, given: AnswerItem, { unclear, others = [] }: Said = {}): Decision | undefined {
  const item = unclear ? { ...given, slots: withoutAmount(given.slots) } : given;
  const intent = findIntent(pack, item.intent);
  if (!intent) return undefined;
  const { kind } = intent.answer;
  switch (kind) {
    case 'text':
      return { kind: 'answer', items: [{ ...item, slots: {} }] };
    case 'compare':
      return { kind: 'answer', items: [unclear ? item : withAmountOfTopic(item, state)] };
    case 'quote': {
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

/** "哪个最便宜" after a quote compares for the same amount. */
function withAmountOfTopic(item: AnswerItem, { topic }: Situation['state']): AnswerItem {
  const { amount } = topic?.slots ?? {};
  return amount === undefined || hasAmount(item.slots) ? item : { ...item, slots: { ...item.slots, amount } };
}

function missing(item: AnswerItem, tariffs: Situation['pack']['tariffs'], because: SlotReading['unclear']): SlotRequest | undefined {
  const methods = tariffs.map(({ id }) => id);
  const needsMoney = item.slots.asks !== 'most';
  if (because || (needsMoney && !hasAmount(item.slots))) return { slot: 'amount', item, methods, ...(because && { because }) };
  if (item.slots.method === undefined) return { slot: 'method', item, methods };
  return undefined;
}
