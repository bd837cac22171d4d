import { type ReplyAspect, replyDifferences } from '../bot/reply-differences.js';
import { type Brain, type Response, respond, startLanguage } from '../bot/respond.js';
import { initialState } from '../dialog/state.js';
import { type Cause, causeOf } from './causes.js';

/** A question put to two packs. */
export interface Question {
  readonly text: string;
  /** Whose examples it is among: a model is surer of what it was trained on than of what users type. */
  readonly learnt: 'both' | 'old' | 'new' | 'neither';
}

/** What a bot does about a question that begins a conversation. */
export interface Outcome {
  readonly kind: Response['decision']['kind'];
  /** The intents that are answered or offered. */
  readonly intents: readonly string[];
  /** The kind of near miss that a fallback names. */
  readonly nearMiss?: string;
}

/** A question that two packs answer differently. */
export interface Change extends Question {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly cause: Cause;
}

/** The questions that the packs' examples are, and others beside them; each text once. */
export function questionsOf(old: readonly string[], now: readonly string[], others: readonly string[]): readonly Question[] {
  const [before, after] = [new Set(old), new Set(now)];
  return [...new Set([...old, ...now, ...others])].map((text) => learntQuestion(text, before, after));
}

export function learntQuestion(text: string, old: ReadonlySet<string>, now: ReadonlySet<string>): Question {
  if (old.has(text)) return { text, learnt: now.has(text) ? 'both' : 'old' };
  return { text, learnt: now.has(text) ? 'new' : 'neither' };
}

/** The questions whose answer differs between two packs, each asked as the first of a conversation. */
export const changesOf = (old: Brain, now: Brain, questions: readonly Question[]): readonly Change[] =>
  questions.flatMap((question) => changeOf(old, now, question) ?? []);

function changeOf(old: Brain, now: Brain, question: Question): Change | undefined {
  const [before, after] = [ask(old, question.text), ask(now, question.text)];
  const outcomes = { before: outcomeOf(before), after: outcomeOf(after) };
  if (isSameOutcome(outcomes.before, outcomes.after)) {
    const differs = contentDifferences(before, after);
    return differs.length === 0 ? undefined : { ...question, ...outcomes, cause: { kind: 'content', differs } };
  }
  return { ...question, ...outcomes, cause: causeOf({ brain: old, response: before }, { brain: now, response: after }) };
}

const ask = (brain: Brain, text: string): Response => respond(brain, initialState(startLanguage(undefined)), text, 'diff');

function outcomeOf({ decision }: Response): Outcome {
  switch (decision.kind) {
    case 'answer': {
      const items = decision.request ? [...decision.items, decision.request.item] : decision.items;
      return { kind: decision.kind, intents: [...new Set(items.map(({ intent }) => intent))] };
    }
    case 'clarify':
      return { kind: decision.kind, intents: decision.options.map(({ intent }) => intent) };
    case 'fallback':
      return { kind: decision.kind, intents: [], ...(decision.nearMiss !== undefined && { nearMiss: decision.nearMiss }) };
    case 'stay':
      return { kind: decision.kind, intents: [] };
    default:
      return { kind: decision.kind, intents: [decision.item.intent] };
  }
}

/** The order in which options are offered makes no other answer. */
function isSameOutcome(a: Outcome, b: Outcome): boolean {
  const key = ({ kind, intents, nearMiss }: Outcome) =>
    JSON.stringify([kind, kind === 'clarify' ? [...intents].sort() : intents, nearMiss]);
  return key(a) === key(b);
}

/** What the same decision says in other words; what an uncertain bot offers beside it is no answer. */
const contentDifferences = ({ decision, reply }: Response, after: Response): readonly ReplyAspect[] =>
  decision.kind === 'clarify' || decision.kind === 'fallback' ? [] : replyDifferences(reply, after.reply);
