import type { ConceptKind } from '../../knowledge/concept.js';
import { findIntent } from '../../knowledge/pack.js';
import { readOrdinal, readPlaceWithin } from '../../understanding/entities/ordinal.js';
import type { Reading } from '../../understanding/understand.js';
import type { AnswerItem, Decision } from '../decision.js';
import { calculation, isComparison, workedBefore } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const LONGEST = 12;

/** "手续费呢", "how long", "第二个要多久": another side of what was worked out, or of one way of the list. */
export const otherSide: Policy = {
  name: 'other side',
  propose: (situation) => {
    const { reading, state, pack } = situation;
    const worked = ofWay(situation) ?? workedBefore(situation);
    if (!worked || state.pending?.kind === 'choice' || reading.read.tokens.length > LONGEST) return undefined;
    // "2" after one price is a sum, after all ways a place.
    const isList = !state.pending && worked === state.topic && isComparison(situation, worked.intent);
    const listed = isList ? readOrdinal(reading.read.folded) : undefined;
    if (listed === undefined && namesMore(reading)) return undefined;
    const { asked } = reading.entities;
    const place = listed ?? readPlaceWithin(reading.read.folded);
    const method = place === undefined ? worked.slots.method : pack.tariffs[place - 1]?.id;
    if (asked.time && !asked.pieces) return method === undefined ? undefined : timeOf(situation, method);
    if (place !== undefined) return method === undefined ? undefined : priceOf(situation, method);
    return asksPrice(reading) ? decideItem(situation, worked) : undefined;
  },
};

/** After a text about a way, its price is what can be worked out, for the sum that was talked of. */
function ofWay(situation: Situation): AnswerItem | undefined {
  const { topic } = situation.state;
  const method = topic && findIntent(situation.pack, topic.intent)?.about?.method;
  const { amount } = situation.state.worked?.slots ?? {};
  return method === undefined ? undefined : calculation(situation, 'quote', { method, ...(amount !== undefined && { amount }) });
}

/** One way by itself, with the time that the article gives for it. */
function timeOf(situation: Situation, method: string): Decision | undefined {
  const amount = workedBefore(situation)?.slots.amount;
  const item = calculation(situation, 'compare', { method, methods: [method], focus: 'time', ...(amount !== undefined && { amount }) });
  return item && decideItem(situation, item);
}

function priceOf(situation: Situation, method: string): Decision | undefined {
  const { focus: _, methods: __, ...slots } = workedBefore(situation)?.slots ?? {};
  const item = calculation(situation, 'quote', { ...slots, method });
  return item && decideItem(situation, item);
}

/** Whether a message names anything that would make it a question of its own. */
function namesMore({ entities }: Reading): boolean {
  const { amounts, methods, ruledOut, direction, rhythm, concepts } = entities;
  const named = [amounts.length, methods.length, ruledOut.length].some((count) => count > 0);
  const other = concepts.some(({ concept }) => OTHER_KINDS.includes(concept.kind));
  return named || direction.from !== undefined || direction.to !== undefined || rhythm !== undefined || other;
}

const OTHER_KINDS: readonly ConceptKind[] = ['platform', 'other-product', 'topic', 'exclusion', 'rejection'];

/** Asks for the fee and nothing else. */
function asksPrice({ entities: { concepts, asked } }: Reading): boolean {
  const kinds = concepts.map(({ concept }) => concept.kind);
  return (
    !asked.reason &&
    !asked.right &&
    !asked.most &&
    !kinds.includes('cost-question') &&
    (kinds.includes('fee') || (kinds.includes('how-much') && !kinds.includes('action')))
  );
}
