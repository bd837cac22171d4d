import { phrase } from '../../understanding/phrases/index.js';
import { readSlots } from '../slot-reading.js';
import { hasAmount, mergeSlots } from '../slots.js';
import { calculation, workedBefore } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

const LONGEST = 16;
const AGAIN = phrase('asksAgain');

/** "就花呗那个 再报一遍数": what was worked out once more, by the way that is named. */
export const saidAgain: Policy = {
  name: 'said again',
  propose: (situation) => {
    const { reading, state, pack } = situation;
    const worked = workedBefore(situation);
    if (!worked || !AGAIN.test(reading.read.folded.text) || reading.read.tokens.length > LONGEST) return undefined;
    const { slots, unclear } = readSlots(reading, pack.tariffs);
    if (unclear || hasAmount(slots)) return undefined;
    if (slots.method !== undefined && hasAmount(worked.slots)) {
      const item = calculation(situation, 'quote', mergeSlots(worked.slots, { method: slots.method }));
      return item && decideItem(situation, item);
    }
    const repeat = pack.intents.find(({ answer }) => answer.kind === 'repeat');
    return repeat && state.topic === worked ? decideItem(situation, { intent: repeat.id, confidence: CERTAIN, slots: {} }) : undefined;
  },
};

const CERTAIN = 1;
