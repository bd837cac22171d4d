import { findIntent } from '../../knowledge/pack.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

const LONGEST = 10;
const FAIR_CHANCE = 0.5;

/** "要多久" after an answer about one way: of that way, where an answer tells it. */
export const sameWay: Policy = {
  name: 'same way',
  propose: (situation) => {
    const { reading, pack, state } = situation;
    const { amounts, methods, direction, concepts } = reading.entities;
    const [first] = reading.ranking;
    // What would be too little by itself is enough after an answer.
    const isLikely = first !== undefined && (reading.verdict !== 'fallback' || first.probability >= FAIR_CHANCE);
    const aspect = isLikely ? findIntent(pack, first.id)?.aspect : undefined;
    const way = state.topic && !state.pending ? findIntent(pack, state.topic.intent)?.about?.method : undefined;
    if (aspect === undefined || way === undefined || reading.read.tokens.length > LONGEST) return undefined;
    const isAnother = amounts.length > 0 || methods.length > 0 || direction.from !== undefined || direction.to !== undefined;
    const asksAll = concepts.some(({ concept }) => concept.kind === 'cost-question' || concept.kind === 'speed-question');
    if (isAnother || asksAll || reading.entities.asked.all) return undefined;
    const told = pack.intents.find(({ about }) => about?.method === way && about.aspects.includes(aspect));
    return told && decideItem(situation, { intent: told.id, confidence: reading.confidence, slots: {} });
  },
};
