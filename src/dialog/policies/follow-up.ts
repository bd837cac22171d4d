import type { ConceptKind } from '../../knowledge/concept.js';
import { findIntent } from '../../knowledge/pack.js';
import type { Reading } from '../../understanding/understand.js';
import type { AnswerItem } from '../decision.js';
import { hasAmount, mergeSlots, readSlots, type Slots } from '../slots.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const LONGEST_FOLLOW_UP = 12;
const LONGEST_BARE_VALUE = 6;

/** "那微信呢", "1万呢", "and for 10k?": a new amount or way, all else as in the last answer. A bare amount asks for its fee. */
export const followUp: Policy = {
  name: 'follow-up',
  propose: (situation) => {
    const { state, reading, pack } = situation;
    const { topic } = state;
    if (!isElliptical(reading) && !isNewAmount(situation)) return undefined;
    const said = readSlots(reading, pack.tariffs);
    const { slots, unclear } = said;
    if (!hasAmount(slots) && slots.method === undefined && !unclear) return undefined;
    const item = (topic && carryOver(situation, topic, slots)) ?? (hasAmount(slots) ? quoteOf(situation, slots) : undefined);
    return item && decideItem(situation, item, said);
  },
};

function carryOver(situation: Situation, topic: AnswerItem, slots: Slots): AnswerItem | undefined {
  const { pack, reading } = situation;
  const intent = findIntent(pack, topic.intent);
  const confidence = Math.max(reading.confidence, topic.confidence);
  if (!intent) return undefined;
  const merged = mergeSlots(topic.slots, slots);
  if (intent.answer.kind === 'quote') return { intent: intent.id, confidence, slots: merged };
  if (intent.answer.kind === 'compare')
    return slots.method === undefined ? { intent: intent.id, confidence, slots: merged } : quoteOf(situation, merged);
  const { about } = intent;
  if (!about) return undefined;
  if (hasAmount(slots)) return quoteOf(situation, { method: about.method, ...slots });
  const sibling = pack.intents.find(
    (other) => other.about?.method === slots.method && other.about?.aspects.some((aspect) => about.aspects.includes(aspect)),
  );
  return sibling && { intent: sibling.id, confidence, slots: {} };
}

function quoteOf({ pack, reading, state }: Situation, slots: Slots): AnswerItem | undefined {
  const quote = pack.intents.find(({ answer }) => answer.kind === 'quote');
  return quote && { intent: quote.id, confidence: Math.max(reading.confidence, state.topic?.confidence ?? 0), slots };
}

/** A short message with a sum, while a calculation is the topic, and no clear question of another kind: 算了还是3000吧. */
function isNewAmount({ state, reading, pack }: Situation): boolean {
  const isCalculation = (id: string | undefined) =>
    id !== undefined && ['quote', 'compare'].includes(findIntent(pack, id)?.answer.kind ?? '');
  const isOther = reading.verdict === 'answer' && !isCalculation(reading.ranking[0]?.id);
  return (
    isCalculation(state.topic?.intent) && reading.entities.amounts.length > 0 && reading.read.tokens.length <= LONGEST_FOLLOW_UP && !isOther
  );
}

/** Says only what changes: begins or ends like a continuation, or is nothing but a value. */
function isElliptical({ read, entities }: Reading): boolean {
  const words = read.tokens.length;
  const [first] = entities.concepts;
  const text = read.folded.text.trim();
  const continues = (first?.concept.kind === 'continuation' && first.start <= 1) || /(?:呢|咧|嘞)[?？。!！]*$/.test(text);
  if (continues) return words <= LONGEST_FOLLOW_UP;
  const kinds = new Set(entities.concepts.map(({ concept }) => concept.kind));
  const names = entities.amounts.length > 0 || entities.methods.length > 0;
  const asks =
    QUESTION_KINDS.some((kind) => kinds.has(kind)) || (entities.methods.length === 0 && SUBJECT_KINDS.some((kind) => kinds.has(kind)));
  return words <= LONGEST_BARE_VALUE && names && !asks;
}

const QUESTION_KINDS: readonly ConceptKind[] = ['question', 'fee', 'how-much'];
/** What a question is about; the name of a way holds such words too (云闪付转账). */
const SUBJECT_KINDS: readonly ConceptKind[] = ['action', 'topic'];
