import { overlaps } from '../../base/span.js';
import type { ConceptKind } from '../../knowledge/concept.js';
import { findIntent } from '../../knowledge/pack.js';
import { correctionSpan } from '../../understanding/entities/asked.js';
import { readSlots } from '../slot-reading.js';
import { type SlotReading, saidAfter } from '../slots.js';
import type { Situation } from './policy.js';

const MOST_PLATFORMS = 2;
const ASKING: readonly ConceptKind[] = ['question', 'cost-question', 'speed-question', 'topic', 'inability', 'other-product'];
const PRICE: readonly ConceptKind[] = ['fee', 'how-much', 'arrival'];

/** What the words of a message say for a calculation, whatever the model makes of them. */
export interface NamedEvidence {
  readonly said: SlotReading;
  /** From one platform to the next by a way of its own: no near miss is that plain. */
  readonly isRoute: boolean;
  /** So much a day for so many days is no other question, whatever the model takes it for. */
  readonly isSpelledOut: boolean;
  /** A sum, a way and the question for its price. */
  readonly isPlain: boolean;
  /** A sum that goes in days, times or parts. */
  readonly isCourse: boolean;
  /** How much some days or a fee allow. */
  readonly isBackwards: boolean;
  /** "转5000到银行卡" tells what to do and asks nothing. */
  readonly isTold: boolean;
  /** What is told names where the money goes. */
  readonly isAimed: boolean;
  /** Each of several sums has its way. */
  readonly isPaired: boolean;
}

export function evidenceOf(situation: Situation): NamedEvidence {
  const { reading, pack } = situation;
  const { amounts, asked, days, times, concepts, rhythm } = reading.entities;
  const said = saidAfter({}, readSlots(reading, pack.tariffs));
  const { slots } = said;
  const hasSum = amounts.length > 0;
  const kinds = new Set(concepts.map(({ concept }) => concept.kind));
  const asksPrice = PRICE.some((kind) => kinds.has(kind));
  const isRoute = slots.from !== undefined && slots.to !== undefined && slots.method !== undefined;
  const isSpelledOut = hasSum && asked.per !== undefined && (days ?? times) !== undefined;
  const leavesOut = slots.without !== undefined && (asked.all || asksPrice);
  const isRight = asked.right || slots.received !== undefined;
  const namesWay = hasWay(situation, said);
  const hasQuestion = leavesOut || (namesWay && (asksPrice || isRight));
  return {
    said,
    isRoute,
    isSpelledOut,
    isPlain: hasSum && hasQuestion && !isToldFee(situation, said),
    isCourse:
      hasSum && (asked.pieces || asked.rest || rhythm !== undefined || (days !== undefined && (asked.enough || namesWay)) || isSpelledOut),
    isBackwards: asked.most && ((days ?? 0) > 1 || asked.roles.some((role) => role === 'fee' || role === 'budget')),
    isTold: hasSum && isTold(situation) && !isToldFee(situation, said),
    isAimed: isRoute || (slots.to !== undefined && slots.from === undefined),
    isPaired: isPaired(said) && (asksPrice || kinds.has('action') || reading.verdict !== 'fallback'),
  };
}

/** Money that goes on from one platform to the next is charged by no single way. */
function hasWay({ reading: { entities } }: Situation, { slots }: SlotReading): boolean {
  const platforms = new Set(entities.concepts.flatMap(({ concept }) => (concept.kind === 'platform' ? [concept.id] : [])));
  return entities.methods.length > 0 || (slots.method !== undefined && platforms.size <= MOST_PLATFORMS);
}

/** A fee that is only told of is no question for the amount behind it. */
const isToldFee = ({ reading: { entities } }: Situation, { slots }: SlotReading): boolean =>
  slots.fee !== undefined && slots.amount === undefined && !(entities.asked.most || entities.asked.right);

const isPaired = ({ paired, slots, others }: SlotReading): boolean =>
  paired === true && [slots, ...others].some(({ method }) => method !== undefined);

function isTold({ reading: { entities, read } }: Situation): boolean {
  const { concepts, methods } = entities;
  // The 还是 of "还是五千五吧" asks nothing.
  const correction = correctionSpan(read.folded);
  const own = [...methods.map(({ span }) => span), ...(correction ? [correction] : [])];
  const kinds = concepts.filter((each) => !own.some((span) => overlaps(each, span))).map(({ concept }) => concept.kind);
  return kinds.includes('action') && !kinds.some((kind) => ASKING.includes(kind));
}

/** A question for what the limits allow is worked out where it names a sum. */
export const isLimit = ({ reading: { ranking, entities }, pack }: Situation): boolean => {
  const first = ranking[0] && findIntent(pack, ranking[0].id);
  return first?.group === 'content' && entities.amounts.length > 0 && (entities.asked.rest || entities.asked.enough);
};
