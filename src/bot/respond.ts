import type { Answer } from '../answers/answer.js';
import { compose } from '../answers/compose.js';
import { type Language, languageOfTag } from '../base/language.js';
import { decide } from '../dialog/decide.js';
import type { Decision } from '../dialog/decision.js';
import { type DialogState, fold } from '../dialog/state.js';
import { findTariff, type Pack } from '../knowledge/pack.js';
import { render } from '../rendering/render.js';
import type { Reply } from '../rendering/reply.js';
import { type Understander, type Understanding, understand } from '../understanding/understand.js';

/** A pack with what was learned from it: all that answering needs. */
export interface Brain {
  readonly pack: Pack;
  readonly understander: Understander;
}

/** One turn, with every step on the way. */
export interface Response {
  readonly reply: Reply;
  readonly state: DialogState;
  readonly understanding: Understanding;
  readonly decision: Decision;
  readonly answer: Answer;
  /** The policy that decided. */
  readonly policy: string;
}

/** A whole turn: understand, decide, answer, render. Pure: the same brain, state and text give the same reply. */
export function respond(brain: Brain, state: DialogState, text: string, conversation: string, unread?: true): Response {
  const understanding = understand(brain.understander, text);
  const chosen = understanding.languageRequest?.language ?? state.chosen;
  const language = chosen ?? understanding.language ?? state.language;
  const { decision, policy } = decide(state, understanding, brain.pack);
  const composed = compose(brain.pack, decision, language);
  const answer: Answer = unread ? { ...composed, parts: [...composed.parts, { kind: 'unread', hasText: true }] } : composed;
  const reply = render(answer, conversation, (method) => findTariff(brain.pack, method)?.name[language] ?? method);
  const next = fold({ ...state, ...(chosen && { chosen }) }, decision, language, brain.pack);
  return { reply, state: next, understanding, decision, answer, policy };
}

/** The reply to a message without any text. It says nothing about the subject, so the state stays as it is. */
export function respondToUnread({ language }: DialogState, conversation: string): Reply {
  const nothing = { intents: [], slots: {}, figures: [], facts: [], sources: [], conflicts: [], options: [], suggestions: [] };
  return render({ kind: 'fallback', language, parts: [{ kind: 'unread', hasText: false }], ...nothing }, conversation, String);
}

/** The language a conversation starts in, before anything was said in it. */
export const startLanguage = (locale: string | undefined): Language => (locale === undefined ? undefined : languageOfTag(locale)) ?? 'zh';
