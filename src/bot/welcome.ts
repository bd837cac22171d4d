import type { Language } from '../base/language.js';
import { initialState } from '../dialog/state.js';
import type { Reply } from '../rendering/reply.js';
import { type Brain, respond } from './respond.js';

/** It is the same as long as the brain is, and every page that is opened asks for it. */
const known = new WeakMap<Brain, Map<Language, Reply>>();

/** How the bot greets, and what it suggests to ask: its reply to the pack's own greeting. */
export function welcomeOf(brain: Brain, language: Language): Reply {
  const replies = known.get(brain) ?? new Map<Language, Reply>();
  known.set(brain, replies);
  const reply = replies.get(language) ?? greet(brain, language);
  replies.set(language, reply);
  return reply;
}

function greet(brain: Brain, language: Language): Reply {
  const greeting = brain.pack.intents.find(({ id }) => id === 'greet')?.ask[language] ?? '';
  return respond(brain, initialState(language), greeting, 'welcome').reply;
}
