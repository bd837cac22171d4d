import { isAgreement } from '../../understanding/entities/agreement.js';
import { PATIENCE } from '../state.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

/** "要" or "yes" after the bot offered a person in words. */
export const agreedToPerson: Policy = {
  name: 'agreed to a person',
  propose: (situation) => {
    const { state, reading, pack } = situation;
    if (state.failures < PATIENCE || !isAgreement(reading.read.folded)) return undefined;
    const person = pack.intents.find(({ answer }) => answer.kind === 'handoff');
    return person && decideItem(situation, { intent: person.id, confidence: 1, slots: {} });
  },
};
