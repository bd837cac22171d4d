import { overlaps } from '../../base/span.js';
import type { ConceptKind } from '../../knowledge/concept.js';
import { findIntent } from '../../knowledge/pack.js';
import { readSlots } from '../slot-reading.js';
import { saidAfter } from '../slots.js';
import { calculation, isCalculation, isComparison } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const MOST_PLATFORMS = 2;
const ASKING: readonly ConceptKind[] = ['question', 'cost-question', 'speed-question', 'topic', 'inability', 'other-product'];
/** A near miss that is likelier than this is what was meant. */
const LEAST_NEAR_MISS = 0.5;

/** "10万5天用微信提得完吗": whether the limits allow a sum is worked out, although the limits are what is asked about. */
export const namedLimit: Policy = {
  name: 'named limit',
  propose: (situation) => {
    const { reading, pack } = situation;
    const { asked, days } = reading.entities;
    const said = saidAfter({}, readSlots(reading, pack.tariffs));
    if (!isLimit(situation) || !(asked.rest || days !== undefined) || said.slots.amount === undefined) return undefined;
    const item = calculation(situation, 'quote', said.slots);
    return item && decideItem(situation, item, said);
  },
};

/** A question for what the limits allow is worked out where it names a sum. */
const isLimit = ({ reading: { ranking, entities }, pack }: Situation): boolean => {
  const first = ranking[0] && findIntent(pack, ranking[0].id);
  return first?.group === 'content' && entities.amounts.length > 0 && (entities.asked.rest || entities.asked.enough);
};

/** A calculation that its figures spell out ("每天一万提一个月"), where the model leans to it without being sure. */
export const namedCalculation: Policy = {
  name: 'named calculation',
  propose: (situation) => {
    const { reading, pack } = situation;
    const { amounts, asked, days, times, concepts, methods, rhythm } = reading.entities;
    const said = saidAfter({}, readSlots(reading, pack.tariffs));
    // From one platform to the next by a way of its own: no near miss is that plain.
    const isRoute = said.slots.from !== undefined && said.slots.to !== undefined && said.slots.method !== undefined;
    // So much a day for so many days is no other question, whatever the model takes it for.
    const isSpelledOut = amounts.length > 0 && asked.per !== undefined && (days ?? times) !== undefined;
    const isMove = concepts.some(({ concept }) => concept.kind === 'action');
    if (!isRoute && !(isSpelledOut && isMove) && (reading.nearMiss?.probability ?? 0) >= LEAST_NEAR_MISS) return undefined;
    const asksPrice = concepts.some(({ concept }) => concept.kind === 'fee' || concept.kind === 'how-much' || concept.kind === 'arrival');
    // Money that goes on from one platform to the next is charged by no single way.
    const platforms = new Set(concepts.flatMap(({ concept }) => (concept.kind === 'platform' ? [concept.id] : [])));
    const hasWay = methods.length > 0 || (said.slots.method !== undefined && platforms.size <= MOST_PLATFORMS);
    // A fee that is only told of is no question for the amount behind it.
    const isToldFee = said.slots.fee !== undefined && said.slots.amount === undefined && !(asked.most || asked.right);
    const leavesOut = said.slots.without !== undefined && (asked.all || asksPrice);
    const isPlain =
      amounts.length > 0 &&
      (hasWay || leavesOut) &&
      (leavesOut || asksPrice || asked.right || said.slots.received !== undefined) &&
      !isToldFee;
    // "转5000到银行卡" tells what to do and asks nothing.
    const kinds = concepts.filter((each) => !methods.some(({ span }) => overlaps(each, span))).map(({ concept }) => concept.kind);
    const isTold = amounts.length > 0 && kinds.includes('action') && !kinds.some((kind) => ASKING.includes(kind)) && !isToldFee;
    const isAimed = isRoute || (said.slots.to !== undefined && said.slots.from === undefined);
    if (!isPlain && !isSpelledOut && !(isTold && isAimed) && !isCalculation(situation, reading.ranking[0]?.id) && !isLimit(situation))
      return undefined;
    const isCourse =
      amounts.length > 0 &&
      (asked.pieces || asked.rest || rhythm !== undefined || (days !== undefined && (asked.enough || hasWay)) || isSpelledOut);
    const isBackwards = asked.most && ((days ?? 0) > 1 || asked.roles.some((role) => role === 'fee' || role === 'budget'));
    // "比较所有方式提2000".
    if (amounts.length > 0 && asked.all && isComparison(situation, reading.ranking[0]?.id)) {
      const all = calculation(situation, 'compare', said.slots);
      return all && decideItem(situation, all, said);
    }
    if (!isPlain && !isCourse && !isBackwards && !isTold) return undefined;
    const item = calculation(situation, 'quote', said.slots);
    return item && decideItem(situation, item, said);
  },
};
