import { readSlots } from '../slot-reading.js';
import { saidAfter } from '../slots.js';
import { calculation, isCalculation, isComparison } from './calculation.js';
import { decideItem } from './items.js';
import { evidenceOf, isLimit, type NamedEvidence } from './named-evidence.js';
import type { Policy, Situation } from './policy.js';

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

/** A calculation that its figures spell out ("每天一万提一个月"), where the model leans to it without being sure. */
export const namedCalculation: Policy = {
  name: 'named calculation',
  propose: (situation) => {
    const evidence = evidenceOf(situation);
    if (isNearMiss(situation, evidence) || !isMeant(situation, evidence)) return undefined;
    const { said, isPlain, isCourse, isBackwards, isTold, isPaired } = evidence;
    const { amounts, asked } = situation.reading.entities;
    // "比较所有方式提2000".
    const isOfAll = amounts.length > 0 && asked.all && isComparison(situation, situation.reading.ranking[0]?.id);
    if (!isOfAll && ![isPlain, isCourse, isBackwards, isTold, isPaired].some(Boolean)) return undefined;
    const item = calculation(situation, isOfAll ? 'compare' : 'quote', said.slots);
    return item && decideItem(situation, item, said);
  },
};

function isNearMiss({ reading }: Situation, { isRoute, isSpelledOut }: NamedEvidence): boolean {
  const isMove = reading.entities.concepts.some(({ concept }) => concept.kind === 'action');
  return !isRoute && !(isSpelledOut && isMove) && (reading.nearMiss?.probability ?? 0) >= LEAST_NEAR_MISS;
}

/** Whether the words or the model lead to the calculator. */
const isMeant = (situation: Situation, { isPlain, isSpelledOut, isTold, isAimed, isPaired }: NamedEvidence): boolean =>
  isPlain ||
  isSpelledOut ||
  (isTold && isAimed) ||
  isPaired ||
  isCalculation(situation, situation.reading.ranking[0]?.id) ||
  isLimit(situation);
