import { findIntent } from '../../knowledge/pack.js';
import type { AnswerItem } from '../decision.js';
import type { Slots } from '../slots.js';
import type { Situation } from './policy.js';

const kindOf = ({ pack }: Situation, intent: string | undefined) =>
  intent === undefined ? undefined : findIntent(pack, intent)?.answer.kind;

/** Whether an intent is answered by the calculator. */
export const isCalculation = (situation: Situation, intent: string | undefined): boolean =>
  ['quote', 'compare'].includes(kindOf(situation, intent) ?? '');

/** Whether all ways stand side by side in what was said last. */
export const isComparison = (situation: Situation, intent: string | undefined): boolean => kindOf(situation, intent) === 'compare';

/** What was worked out last: the topic, or what was so before a question on something else. */
export const workedBefore = (situation: Situation): AnswerItem | undefined =>
  isCalculation(situation, situation.state.topic?.intent) ? situation.state.topic : situation.state.worked;

/** The item that has slots worked out for one way, or for all. */
export function calculation({ pack, reading, state }: Situation, kind: 'quote' | 'compare', slots: Slots): AnswerItem | undefined {
  const intent = pack.intents.find(({ answer }) => answer.kind === kind);
  return intent && { intent: intent.id, confidence: Math.max(reading.confidence, state.topic?.confidence ?? 0), slots };
}
