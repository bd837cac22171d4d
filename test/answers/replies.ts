import { compose } from '../../src/answers/compose.js';
import type { Language } from '../../src/base/language.js';
import type { Decision } from '../../src/dialog/decision.js';
import type { Slots } from '../../src/dialog/slots.js';
import { findTariff } from '../../src/knowledge/pack.js';
import { render } from '../../src/rendering/render.js';
import type { Reply } from '../../src/rendering/reply.js';
import { realBrain } from '../brain.js';

export const { pack } = realBrain();

/** What is said about a decision, without any understanding before it. */
export function replyTo(decision: Decision, language: Language): Reply {
  const answer = compose(pack, decision, language);
  return render(answer, 'c', (method) => findTariff(pack, method)?.name[language] ?? method);
}

export const answerTo = (intent: string, language: Language, slots: Slots = {}): Reply =>
  replyTo({ kind: 'answer', items: [{ intent, confidence: 1, slots }] }, language);
