import { equals, formatDecimal } from '../../base/rational.js';
import { findIntent } from '../../knowledge/pack.js';
import { asksWhy } from '../../understanding/entities/agreement.js';
import type { AnswerItem } from '../decision.js';
import { isCalculation, isComparison, workedBefore } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

const LONGEST = 16;

/** "为什么有两个说法", "which one is right": between which statements the last answer had to choose. */
export const explainedConflict: Policy = {
  name: 'explained conflict',
  propose: (situation) => {
    const { state, reading, pack } = situation;
    const { amounts, asked } = reading.entities;
    const { topic, pending } = state;
    if (!topic || pending || !asked.conflict || amounts.length > 0 || reading.read.tokens.length > LONGEST) return undefined;
    const intent = findIntent(pack, topic.intent);
    const item: AnswerItem = { ...topic, explains: { conflict: true } };
    return intent?.answer.kind === 'text' ? { kind: 'answer', items: [item] } : decideItem(situation, item);
  },
};

/** "为啥", "why not?" after an answer in words: the answer that gives its reason. */
export const explainedAnswer: Policy = {
  name: 'explained answer',
  propose: (situation) => {
    const { state, reading, pack } = situation;
    const why = state.topic && !state.pending ? findIntent(pack, state.topic.intent)?.leadsTo.why : undefined;
    if (why === undefined || !asksWhy(reading.read.folded)) return undefined;
    return decideItem(situation, { intent: why, confidence: CERTAIN, slots: {} });
  },
};

const CERTAIN = 1;

/** "为什么是1块", "how did you get that": how the last figure came about. */
export const explained: Policy = {
  name: 'explained figure',
  propose: (situation) => {
    const { state, reading } = situation;
    const { pending } = state;
    const { amounts, asked, methods } = reading.entities;
    // After a question on something else only a figure tells what is to be explained.
    const topic = amounts.length === 1 ? workedBefore(situation) : state.topic;
    if (!topic || pending || !asked.reason || reading.read.tokens.length > LONGEST) return undefined;
    const isOneOfAll = isComparison(situation, topic.intent) && amounts.length === 1 && topic.slots.amount !== undefined;
    if (!isCalculation(situation, topic.intent) || (topic.slots.method === undefined && !isOneOfAll)) return undefined;
    if (isComparison(situation, topic.intent) && !isOneOfAll) return undefined;
    // Another way or several sums make it a question of its own, and so does another subject that the model is sure of.
    const first = findIntent(situation.pack, reading.ranking[0]?.id ?? '');
    const isOther =
      reading.verdict === 'answer' && first?.group === 'content' && !isCalculation(situation, first.id) && amounts.length === 0;
    if (amounts.length > 1 || isOther || methods.some(({ method }) => method !== topic.slots.method)) return undefined;
    const { min, max } = amounts[0]?.range ?? {};
    const figure = min && max && equals(min, max) ? formatDecimal(min) : undefined;
    return decideItem(situation, { ...topic, explains: figure === undefined ? {} : { figure } });
  },
};
