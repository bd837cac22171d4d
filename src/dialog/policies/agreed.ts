import { findIntent } from '../../knowledge/pack.js';
import { isAgreement, isNotice, isRefusal } from '../../understanding/entities/agreement.js';
import { asksForPerson, isTakenBack, onlyDeclines } from '../../understanding/entities/wishes.js';
import type { Decision } from '../decision.js';
import { PATIENCE } from '../state.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

/** "转人工": at once, whatever else is said or waited for. */
export const askedForPerson: Policy = {
  name: 'asked for a person',
  propose: (situation) => (asksForPerson(situation.reading.read.folded) ? talk(situation, 'handoff') : undefined),
};

/** "不要转人工", "don't cancel": nothing of that is done, and what was going on goes on. */
export const wishTakenBack: Policy = {
  name: 'wish taken back',
  propose: ({ state: { pending }, reading, pack }) => {
    const { folded } = reading.read;
    const kind = findIntent(pack, reading.ranking[0]?.id ?? '')?.answer.kind;
    const mistaken = (kind === 'handoff' || kind === 'cancel' || kind === 'repeat') && reading.verdict === 'answer' ? kind : undefined;
    const because = onlyDeclines(folded) ?? (mistaken && isTakenBack(mistaken, folded) ? mistaken : undefined);
    return because && { kind: 'stay', because, ...(pending?.kind === 'slot' && { resumes: pending.request }) };
  },
};

/** "要" or "不用" after the bot offered a person in words; before a question of its own, it is asked again or dropped. */
export const agreed: Policy = {
  name: 'agreed',
  propose: (situation) => {
    const { state, reading } = situation;
    const { folded } = reading.read;
    const [yes, no] = [isAgreement(folded), isRefusal(folded)];
    if (!yes && !no) return isNotice(folded) ? noticed(situation) : undefined;
    if (state.failures >= PATIENCE) return talk(situation, yes ? 'handoff' : 'cancel');
    if (state.pending?.kind === 'slot')
      return yes ? { kind: 'answer', items: [], request: state.pending.request } : talk(situation, 'cancel');
    if (state.pending?.kind === 'choice') return yes ? { kind: 'clarify', options: state.pending.options } : talk(situation, 'cancel');
    return noticed(situation);
  },
};

/** Nothing was asked and nothing is declined: the talk goes on, but for words that the model knows what to say to. */
function noticed({ state: { pending }, reading, pack }: Situation): Decision | undefined {
  const isTalk = reading.verdict === 'answer' && findIntent(pack, reading.ranking[0]?.id ?? '')?.group === 'talk';
  return isTalk ? undefined : { kind: 'stay', because: 'notice', ...(pending?.kind === 'slot' && { resumes: pending.request }) };
}

function talk(situation: Situation, kind: 'handoff' | 'cancel') {
  const intent = situation.pack.intents.find(({ answer }) => answer.kind === kind);
  return intent && decideItem(situation, { intent: intent.id, confidence: 1, slots: {} });
}
