import { findIntent, type Pack } from '../knowledge/pack.js';
import { asksForPerson } from '../understanding/entities/wishes.js';
import { caughtBy } from '../understanding/guards.js';
import type { Understanding } from '../understanding/understand.js';
import type { AnswerItem, Decision } from './decision.js';
import { agreed, askedForPerson, wishTakenBack } from './policies/agreed.js';
import { bestWay } from './policies/best-way.js';
import { chained } from './policies/chained.js';
import { difference } from './policies/difference.js';
import { explained, explainedAnswer, explainedConflict } from './policies/explained.js';
import { followUp } from './policies/follow-up.js';
import { filledSlot } from './policies/form.js';
import { listedItem } from './policies/listed.js';
import { clarifyingQuestion, honestFallback, sureAnswer } from './policies/model.js';
import { namedCalculation, namedLimit } from './policies/named.js';
import { offeredRate } from './policies/offered.js';
import { otherProduct } from './policies/other-product.js';
import { otherSide } from './policies/other-side.js';
import { pickedOption, pickedQuestion } from './policies/picked.js';
import type { Policy, Situation } from './policies/policy.js';
import { saidAgain } from './policies/said-again.js';
import { sameWay } from './policies/same-way.js';
import { toldFigure } from './policies/told.js';
import { type DialogState, MOST_ASIDES } from './state.js';

/** Asked in this order; the first that proposes decides. */
const POLICIES: readonly Policy[] = [
  askedForPerson,
  wishTakenBack,
  agreed,
  pickedQuestion,
  difference,
  pickedOption,
  otherProduct,
  chained,
  offeredRate,
  filledSlot,
  explainedConflict,
  explained,
  explainedAnswer,
  toldFigure,
  saidAgain,
  bestWay,
  listedItem,
  sameWay,
  otherSide,
  followUp,
  namedLimit,
  sureAnswer,
  namedCalculation,
  clarifyingQuestion,
  honestFallback,
];

export const POLICY_NAMES: readonly string[] = POLICIES.map(({ name }) => name);

interface Decided {
  readonly decision: Decision;
  /** The policy's name, for explanations. */
  readonly policy: string;
}

/** The one place where a turn is decided: guards first, then what the policies make of each question. */
export function decide(state: DialogState, { readings, whole, languageRequest }: Understanding, pack: Pack): Decided {
  if (languageRequest && (languageRequest.alone || !asksBeside(readings, pack)))
    return { decision: inOtherLanguage(state, pack), policy: 'other language' };
  const caught = caughtBy(pack.guards, whole.tokens, state.topic?.intent);
  if (!caught) return decideQuestions(state, readings, pack);
  const item: AnswerItem = { intent: caught.answer, confidence: CERTAIN, slots: {} };
  const guarded: Decided = { decision: { kind: 'answer', items: [item] }, policy: `guard ${caught.guard.id} (${caught.rule.name})` };
  if (!caught.guard.continues) return guarded;
  const rest = decideQuestions(state, readings, pack);
  if (rest.decision.kind !== 'answer') return guarded;
  const items = rest.decision.items.filter(({ intent }) => intent !== item.intent && !isPriced(pack, intent));
  return items.length > 0
    ? { decision: { kind: 'answer', items: [item, ...items] }, policy: `${guarded.policy}, ${rest.policy}` }
    : guarded;
}

/** Whether a message asks for something beside another language: "in english pls my friend is reading" does not. */
function asksBeside([reading, ...more]: Understanding['readings'], pack: Pack): boolean {
  const { verdict, ranking, entities, read } = reading;
  if (more.length > 0 || entities.amounts.length > 0 || asksForPerson(read.folded)) return true;
  return verdict !== 'fallback' && findIntent(pack, ranking[0]?.id ?? '')?.group === 'content';
}

/** What was said last is said again, in the language that was asked for. */
function inOtherLanguage({ last, pending }: DialogState, pack: Pack): Decision {
  const repeat = pack.intents.find(({ answer }) => answer.kind === 'repeat');
  if (repeat && last) return { kind: 'repeat', item: { intent: repeat.id, confidence: CERTAIN, slots: {} }, decision: last };
  return { kind: 'stay', because: 'language', ...(pending?.kind === 'slot' && { resumes: pending.request }) };
}

/** Prices are no help to who was cheated. */
function isPriced(pack: Pack, id: string): boolean {
  const intent = findIntent(pack, id);
  return intent === undefined || intent.answer.kind !== 'text' || intent.about !== undefined;
}

const CERTAIN = 1;

function decideQuestions(state: DialogState, readings: Understanding['readings'], pack: Pack): Decided {
  const [first, ...rest] = readings.map((reading) => decideOne({ state: withoutRuledOut(state, reading), reading, pack }));
  if (!first) throw new Error('an understanding has at least one reading');
  const { decision, policy } = rest.reduce(
    (before, next) => ({ decision: joinAnswers(before.decision, next.decision), policy: `${before.policy}, ${next.policy}` }),
    first,
  );
  return { decision: resumed(decision, state, pack), policy };
}

/** After a question on something else in the middle of a form, the form is come back to: once, then it is left alone. */
function resumed(decision: Decision, { pending }: DialogState, pack: Pack): Decision {
  if (decision.kind !== 'answer' || decision.request || pending?.kind !== 'slot' || (pending.asides ?? 0) >= MOST_ASIDES) return decision;
  const { request } = pending;
  const isAside = decision.items.every(({ intent }) => intent !== request.item.intent && findIntent(pack, intent)?.answer.kind === 'text');
  const isTalk = decision.items.every(({ intent }) => findIntent(pack, intent)?.group === 'talk');
  return isAside && !isTalk ? { ...decision, resumes: request } : decision;
}

/** A way that is no longer wanted is not carried over from the topic: "不用花呗官方". */
function withoutRuledOut(state: DialogState, { entities: { ruledOut } }: Situation['reading']): DialogState {
  const method = state.topic?.slots.method;
  if (!state.topic || method === undefined || !ruledOut.includes(method)) return state;
  const { method: _, ...slots } = state.topic.slots;
  return { ...state, topic: { ...state.topic, slots } };
}

function decideOne(situation: Situation): Decided {
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
