import type { Language } from '../../base/language.js';
import type { Shown } from '../channel.js';

/** A word of the host's own, in the form of an answer. */
export const notice = (text: string, language: Language): Shown => ({
  kind: 'answer',
  language,
  blocks: [{ kind: 'paragraph', text }],
  sources: [],
  suggestions: [],
});

/** What a person of the team says. */
export const spoken = (text: string, language: Language): Shown => ({ ...notice(text, language), kind: 'handoff' });
