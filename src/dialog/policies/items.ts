import { assertNever } from '../../base/assert-never.js';
import { findIntent } from '../../knowledge/pack.js';
import type { AnswerItem, Decision, SlotRequest } from '../decision.js';
import { hasAmount, type SlotReading } from '../slots.js';
import type { Situation } from './policy.js';

/** Decides on one item: answers it, or asks for what it still needs. */
export function decideItem({ pack, state }: Situation, item: AnswerItem, unclear?: SlotReading['unclear']): Decision | undefined {
  const intent = findIntent(pack, item.intent);
  if (!intent) return undefined;
  const { kind } = intent.answer;
  switch (kind) {
    case 'text':
      return { kind: 'answer', items: [{ ...item, slots: {} }] };
    case 'compare':
      return { kind: 'answer', items: [withAmountOfTopic(item, state)] };
    case 'quote': {
      const request = missing(item, pack.tariffs, unclear);
      return request ? { kind: 'answer', items: [], request } : { kind: 'answer', items: [item] };
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
  if (!hasAmount(item.slots)) return { slot: 'amount', item, methods, ...(because && { because }) };
  if (item.slots.method === undefined) return { slot: 'method', item, methods };
  return undefined;
}
