import type { Language } from '../base/language.js';
import { initialState } from '../dialog/state.js';
import type { Reply } from '../rendering/reply.js';
import { type Brain, respond } from './respond.js';

/** How the bot greets, and what it suggests to ask: its reply to the pack's own greeting. */
export function welcomeOf(brain: Brain, language: Language): Reply {
  const greeting = brain.pack.intents.find(({ id }) => id === 'greet')?.ask[language] ?? '';
  return respond(brain, initialState(language), greeting, 'welcome').reply;
}
