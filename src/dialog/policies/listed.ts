import { findIntent } from '../../knowledge/pack.js';
import { readOrdinal, readPlaceWithin } from '../../understanding/entities/ordinal.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

const CERTAIN = 1;
const LONGEST = 14;

/** "第二个要多久", "the first one" after an answer that lists things: what the list names there, or else the list again. */
export const listedItem: Policy = {
  name: 'listed item',
  propose: (situation) => {
    const { state, reading, pack } = situation;
    const { topic, pending, language } = state;
    const intent = topic && !pending ? findIntent(pack, topic.intent) : undefined;
    if (intent?.answer.kind !== 'text' || reading.entities.amounts.length > 0 || reading.read.tokens.length > LONGEST) return undefined;
    const place = readOrdinal(reading.read.folded) ?? readPlaceWithin(reading.read.folded);
    if (place === undefined) return undefined;
    // After one of its items the list is still what is counted in.
    const counted = pack.intents.find(({ leadsTo }) => leadsTo.list.includes(intent.id)) ?? intent;
    const listed = counted.leadsTo.list[place - 1];
    if (listed !== undefined) return decideItem(situation, { intent: listed, confidence: CERTAIN, slots: {} });
    const isOther = reading.verdict === 'answer' && reading.ranking[0]?.id !== intent.id;
    return place <= bulletsOf(intent.answer.text[language]) && !isOther
      ? decideItem(situation, { intent: intent.id, confidence: CERTAIN, slots: {} })
      : undefined;
  },
};

const bulletsOf = (text: string): number => text.split('\n').filter((line) => line.startsWith('- ')).length;
