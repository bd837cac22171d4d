import { equals, formatDecimal } from '../../base/rational.js';
import { isCalculation, isComparison } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

const LONGEST = 16;

/** "为什么是1块", "how did you get that": how the last figure came about. */
export const explained: Policy = {
  name: 'explained figure',
  propose: (situation) => {
    const { state, reading } = situation;
    const { topic, pending } = state;
    const { amounts, asked, methods } = reading.entities;
    if (!topic || pending || !asked.reason || reading.read.tokens.length > LONGEST) return undefined;
    if (!isCalculation(situation, topic.intent) || isComparison(situation, topic.intent) || topic.slots.method === undefined)
      return undefined;
    // Another way or several sums make it a question of its own, and so does another subject that the model is sure of.
    const isOther = reading.verdict === 'answer' && !isCalculation(situation, reading.ranking[0]?.id) && amounts.length === 0;
    if (amounts.length > 1 || isOther || methods.some(({ method }) => method !== topic.slots.method)) return undefined;
    const { min, max } = amounts[0]?.range ?? {};
    const figure = min && max && equals(min, max) ? formatDecimal(min) : undefined;
    return decideItem(situation, { ...topic, explains: figure === undefined ? {} : { figure } });
  },
};
