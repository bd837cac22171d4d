import type { Pack } from '../knowledge/pack.js';
import type { Understanding } from '../understanding/understand.js';
import type { Decision } from './decision.js';
import { agreedToPerson } from './policies/agreed.js';
import { followUp } from './policies/follow-up.js';
import { filledSlot } from './policies/form.js';
import { clarifyingQuestion, honestFallback, sureAnswer } from './policies/model.js';
import { pickedOption, pickedQuestion } from './policies/picked.js';
import type { Policy, Situation } from './policies/policy.js';
import type { DialogState } from './state.js';

/** Asked in this order; the first that proposes decides. */
const POLICIES: readonly Policy[] = [
  agreedToPerson,
  pickedQuestion,
  pickedOption,
  filledSlot,
  followUp,
  sureAnswer,
  clarifyingQuestion,
  honestFallback,
];

export const POLICY_NAMES: readonly string[] = POLICIES.map(({ name }) => name);

/** The one place where a turn is decided. Returns the policy's name beside its decision, for explanations. */
export function decide(
  state: DialogState,
  { readings }: Understanding,
  pack: Pack,
): { readonly decision: Decision; readonly policy: string } {
  const [first, ...rest] = readings.map((reading) => decideOne({ state, reading, pack }));
  if (!first) throw new Error('an understanding has at least one reading');
  return rest.reduce(
    (before, next) => ({ decision: joinAnswers(before.decision, next.decision), policy: `${before.policy}, ${next.policy}` }),
    first,
  );
}

function decideOne(situation: Situation): { readonly decision: Decision; readonly policy: string } {
  for (const policy of POLICIES) {
    const decision = policy.propose(situation);
    if (decision) return { decision, policy: policy.name };
  }
  return { decision: { kind: 'fallback', nearest: [] }, policy: 'none' };
}

/** Two questions of one message: both are answered; what is no answer gives way, but for a person, who comes first. */
function joinAnswers(a: Decision, b: Decision): Decision {
  if (a.kind === 'answer' && b.kind === 'answer') {
    const request = b.request ?? a.request;
    return { kind: 'answer', items: [...a.items, ...b.items], ...(request && { request }) };
  }
  const person = [a, b].find(({ kind }) => kind === 'handoff');
  if (person) return person;
  return a.kind === 'answer' || b.kind !== 'answer' ? a : b;
}
