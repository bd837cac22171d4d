import { compose } from '../answers/compose.js';
import type { Language } from '../base/language.js';
import type { Slots } from '../dialog/slots.js';
import { findTariff, type Pack } from '../knowledge/pack.js';
import { render } from '../rendering/render.js';
import type { Reply } from '../rendering/reply.js';

/** The calculator's reply to slots that were given directly: a quote when they name a way, else all ways side by side. */
export function respondTo(pack: Pack, slots: Slots, language: Language): Reply {
  const kind = slots.method === undefined ? 'compare' : 'quote';
  const intent = pack.intents.find(({ answer }) => answer.kind === kind)?.id ?? kind;
  const answer = compose(pack, { kind: 'answer', items: [{ intent, confidence: 1, slots }] }, language);
  return render(answer, 'quote', (method) => findTariff(pack, method)?.name[language] ?? method);
}
