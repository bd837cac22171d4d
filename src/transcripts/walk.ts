import { LONGEST_MESSAGE } from '../bot/bot.js';
import { type Brain, type Response, respond, startLanguage } from '../bot/respond.js';
import { type DialogState, initialState } from '../dialog/state.js';
import { type Conversation, textOf, turnsOf } from './conversation.js';

/** One turn with everything that led to its reply. */
export interface Step {
  readonly conversation: Conversation;
  /** From 0, of the turns. */
  readonly index: number;
  /** Where the user speaks in the file. */
  readonly line: number;
  readonly text: string;
  /** What the conversation was about before the turn. */
  readonly before: DialogState;
  readonly response: Response;
}

/** Says the user's turns to the brain itself, without a store: what measures of whole suites look at. */
export function walk(brain: Brain, conversation: Conversation): readonly Step[] {
  let state = initialState(startLanguage(conversation.locale));
  const steps: Step[] = [];
  for (const [index, { user }] of turnsOf(conversation.messages).turns.entries()) {
    const text = textOf(user);
    if (text.length > LONGEST_MESSAGE) continue;
    const response = respond(brain, state, text, conversation.id);
    steps.push({ conversation, index, line: user.line, text, before: state, response });
    state = response.state;
  }
  return steps;
}
