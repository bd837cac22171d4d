import { readSlots, saidAfter } from '../slots.js';
import { calculation, isCalculation } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

/** A near miss that is likelier than this is what was meant. */
const LEAST_NEAR_MISS = 0.5;

/** A calculation that its figures spell out ("每天一万提一个月"), where the model leans to it without being sure. */
export const namedCalculation: Policy = {
  name: 'named calculation',
  propose: (situation) => {
    const { reading, pack } = situation;
    const { amounts, asked, days, times } = reading.entities;
    if (!isCalculation(situation, reading.ranking[0]?.id) || (reading.nearMiss?.probability ?? 0) >= LEAST_NEAR_MISS) return undefined;
    const isCourse = amounts.length > 0 && (asked.pieces || (asked.per !== undefined && (days ?? times) !== undefined));
    const isBackwards = asked.most && ((days ?? 0) > 1 || asked.roles.some((role) => role === 'fee' || role === 'budget'));
    if (!isCourse && !isBackwards) return undefined;
    const said = saidAfter({}, readSlots(reading, pack.tariffs));
    const item = calculation(situation, 'quote', said.slots);
    return item && decideItem(situation, item, said);
  },
};
