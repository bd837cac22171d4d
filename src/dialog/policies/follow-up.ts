import { equals } from '../../base/rational.js';
import type { ConceptKind } from '../../knowledge/concept.js';
import { findIntent } from '../../knowledge/pack.js';
import { correctionSpan } from '../../understanding/entities/asked.js';
import { readPlaces } from '../../understanding/entities/ordinal.js';
import { coreOf, phrase } from '../../understanding/phrases/index.js';
import type { Reading } from '../../understanding/understand.js';
import type { AnswerItem } from '../decision.js';
import { readSlots } from '../slot-reading.js';
import { hasAmount, inOneGo, mergeSlots, type SlotReading, type Slots, saidAfter } from '../slots.js';
import { calculation, isCalculation, workedBefore } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const LONGEST_FOLLOW_UP = 14;
const LONGEST_BARE_VALUE = 6;
const LONGEST_BARE_PLATFORM = 4;

/** "那微信呢", "1万呢", "再加500", "三天提多少", "哪个最快": one thing changes, all else as in the last answer. A bare amount asks for its fee. */
export const followUp: Policy = {
  name: 'follow-up',
  propose: (given) => {
    const situation = onWorked(given);
    const { state, reading, pack } = situation;
    const { topic } = state;
    if (isNearMiss(reading)) return undefined;
    if (!isElliptical(reading) && !changesCalculation(situation) && !namesPlatformAlone(situation)) return undefined;
    const said = saidAfter(topic?.slots ?? {}, endsAsked(situation, readSlots(reading, pack.tariffs)));
    const { slots } = said;
    const course = [slots.days, slots.times, slots.asks, slots.rhythm, slots.without, slots.received, slots.minutes];
    const asksOther = said.whole || asksSame(situation) || course.some((value) => value !== undefined);
    const asks = asksOther && isCalculation(situation, topic?.intent);
    if (!hasAmount(slots) && slots.method === undefined && slots.focus === undefined && !asks && !said.unclear) return undefined;
    const before = topic && { ...topic, slots: carriedSlots(withoutOther(situation, topic.slots, said), said, reading) };
    const item =
      (before && carryOver(situation, before, slots)) ??
      (hasAmount(slots) && !isTalkOfFigures(situation) ? calculation(situation, 'quote', slots) : undefined);
    return item && decideItem(situation, item, said);
  },
};

/** "what about splitting my 6k purchase in 12 months": more than a value, and about what the pack does not know. */
function isNearMiss({ nearMiss, verdict, read, entities: { methods, asked } }: Reading): boolean {
  if (verdict === 'answer' || (nearMiss?.probability ?? 0) < LEAST_NEAR_MISS || read.tokens.length <= LONGEST_BARE_VALUE) return false;
  // What names a way or what was charged, or puts something right, is about what was worked out.
  return methods.length === 0 && !asked.roles.some((role) => role === 'fee' || role === 'budget') && !correctionSpan(read.folded);
}

/** A near miss that is likelier than this is what was meant. */
const LEAST_NEAR_MISS = 0.5;

/** "and for 8000?" after a question on something else is about what was worked out before. */
function onWorked(situation: Situation): Situation {
  const { state, reading, pack } = situation;
  const worked = workedBefore(situation);
  const { amounts, methods } = reading.entities;
  const isOthers = state.topic !== undefined && findIntent(pack, state.topic.intent)?.about !== undefined;
  return worked && worked !== state.topic && !isOthers && amounts.length > 0 && methods.length === 0
    ? { ...situation, state: { ...state, topic: worked } }
    : situation;
}

/** "and 50, the first one again": another way is meant than the last, and which is asked for. */
function withoutOther({ reading }: Situation, slots: Slots, { slots: said }: SlotReading): Slots {
  const isOther =
    said.method === undefined &&
    hasAmount(said) &&
    readPlaces(reading.read.folded).length + Number(FIRST.test(reading.read.folded.text)) > 0;
  const { method: _, rate: __, route: ___, ...rest } = slots;
  return isOther ? rest : slots;
}

const FIRST = phrase('firstOne');

/** What a follow-up builds on: "20000怎么转最快" asks about all ways again, "20000呢" about those that were compared. */
function carriedSlots(slots: Slots, { isBare, whole, slots: said }: SlotReading, { entities: { concepts } }: Reading): Slots {
  const asksPrice = concepts.some(({ concept }) => concept.kind === 'fee');
  const { asks, ...others } = whole ? inOneGo(slots) : slots;
  const { methods, without, ...rest } = asks === undefined || (asks === 'rest' && asksPrice) ? others : { ...others, asks };
  const asksAnew = said.focus !== undefined && hasAmount(said);
  return isBare && !asksAnew ? { ...rest, ...(methods && { methods }), ...(without && { without }) } : rest;
}

function carryOver(situation: Situation, topic: AnswerItem, slots: Slots): AnswerItem | undefined {
  const { pack, reading } = situation;
  const intent = findIntent(pack, topic.intent);
  const confidence = Math.max(reading.confidence, topic.confidence);
  if (!intent) return undefined;
  const merged = mergeSlots(topic.slots, slots);
  const { kind } = intent.answer;
  const compared = topic.slots.methods ?? [];
  if (kind === 'compare' && compared.length > 1 && slots.method !== undefined && reading.entities.asked.addsWay) {
    const { method, ...rest } = merged;
    return calculation(situation, 'compare', { ...rest, methods: [...new Set([...compared, slots.method])] });
  }
  if (kind === 'quote' || kind === 'compare') {
    // "20000最快的呢" looks at all ways again, "那网商银行呢" at one.
    // So does what must not take or cost more than so much.
    const asksWays = slots.minutes !== undefined || (hasAmount(slots) && ASKS_WAYS.test(reading.read.folded.text));
    if ((slots.focus || asksWays) && slots.method === undefined) return calculation(situation, 'compare', onlyAmount(merged));
    if (kind === 'compare' && slots.method === undefined && !needsWay(slots)) return { intent: intent.id, confidence, slots: merged };
    // "网商那个快不快": its time, not its price.
    if (slots.focus === 'time' && slots.method !== undefined && !hasAmount(slots))
      return calculation(situation, 'compare', { ...onlyAmount(merged), method: slots.method, methods: [slots.method] });
    const { focus: _, ...rest } = merged;
    return calculation(situation, 'quote', rest);
  }
  const { about, aspect } = intent;
  if (slots.focus && hasAmount(slots) && slots.method === undefined) return calculation(situation, 'compare', slots);
  const aspects = about?.aspects ?? (aspect === undefined ? [] : [aspect]);
  if (aspects.length === 0) return undefined;
  if (hasAmount(slots)) return calculation(situation, 'quote', { ...(about?.method !== undefined && { method: about.method }), ...slots });
  const sibling = pack.intents.find(
    (other) => other.about?.method === slots.method && other.about?.aspects.some((each) => aspects.includes(each)),
  );
  return sibling && { intent: sibling.id, confidence, slots: {} };
}

const ASKS_WAYS = phrase('asksWays');

/** What only one way can be asked for. */
const needsWay = ({ amount, fee, budget, target, asks, days, times, per }: Slots): boolean =>
  [fee, amount === undefined ? budget : undefined, target, asks, days, times, per].some((value) => value !== undefined);

const onlyAmount = ({ amount, target, budget, minutes, focus, from, to, methods, without }: Slots): Slots => ({
  ...(methods && methods.length > 1 && { methods }),
  ...(without && { without }),
  ...((amount ?? target) !== undefined && { amount: amount ?? target }),
  ...(amount !== undefined && budget !== undefined && { budget }),
  ...(minutes !== undefined && { minutes }),
  ...(focus && { focus }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

/** A short message that changes a sum, days or times while a calculation is the topic, and is no clear question of another kind. */
function changesCalculation(situation: Situation): boolean {
  const { state, reading } = situation;
  const { amounts, methods, days, times, asked, rhythm } = reading.entities;
  if (!isCalculation(situation, state.topic?.intent) || reading.read.tokens.length > LONGEST_FOLLOW_UP) return false;
  // These words ask the calculator, whatever else they are like.
  if (asked.pieces || (asked.most && days !== undefined && days > 1)) return true;
  if (amounts.length > 0 && (rhythm || asked.per !== undefined)) return true;
  if (asked.scale || asked.inOneGo || asked.rest || asksSame(situation) || asksEnds(situation)) return true;
  // "不对，我是说云闪付", "还是网商吧": what was worked out is put right.
  if (correctionSpan(reading.read.folded) && [methods.length, amounts.length, times ?? 0, days ?? 0].some((count) => count > 0))
    return true;
  // "in one day?": a bare number of days after a course over days.
  if (days !== undefined && state.topic?.slots.days !== undefined && reading.read.tokens.length <= LONGEST_BARE_VALUE) return true;
  const isOther = reading.verdict === 'answer' && !isCalculation(situation, reading.ranking[0]?.id);
  return (amounts.length > 0 || times !== undefined || days !== undefined || rhythm !== undefined) && !isOther;
}

/** "那到手多少": what was worked out tells it already. */
function asksSame({ state: { topic }, reading: { entities, read } }: Situation): boolean {
  const { asked, amounts } = entities;
  return asked.net && amounts.length === 0 && read.tokens.length <= LONGEST_SAME && topic !== undefined && hasAmount(topic.slots);
}

const LONGEST_SAME = 10;

/** "最少多少", "at least?" after a price that is a range. */
function asksEnds({ state: { topic }, reading: { entities, read }, pack }: Situation): boolean {
  const tariff = pack.tariffs.find(({ id }) => id === topic?.slots.method);
  const isRange = tariff?.legs.some(({ rate }) => !equals(rate.value.min, rate.value.max)) === true;
  return isRange && entities.asked.ends && entities.amounts.length === 0 && read.tokens.length <= LONGEST_SAME;
}

function endsAsked(situation: Situation, said: SlotReading): SlotReading {
  if (!asksEnds(situation)) return said;
  const { focus: _, ...slots } = said.slots;
  return { ...said, slots: { ...slots, asks: 'ends' } };
}

/** "by huabei?", "用微信" after a calculation: the platform stands for its way. */
function namesPlatformAlone(situation: Situation): boolean {
  const { state, reading } = situation;
  const { start, end } = coreOf(reading.read.folded.text);
  const words = reading.read.tokens.filter((token) => token.start >= start && token.end <= end);
  const asks = reading.entities.concepts.some(({ concept }) => QUESTION_KINDS.includes(concept.kind));
  return (
    (isCalculation(situation, state.topic?.intent) || isAboutAspect(situation)) &&
    reading.entities.direction.from !== undefined &&
    reading.entities.direction.to === undefined &&
    words.length <= LONGEST_BARE_PLATFORM &&
    !asks
  );
}

/** After what was said of ways in general, or of one: "wechat" asks the same of another. */
function isAboutAspect({ state: { topic }, pack }: Situation): boolean {
  const intent = topic && findIntent(pack, topic.intent);
  return intent?.aspect !== undefined || intent?.about !== undefined;
}

/** "thats 79 not 100, rest?" after an answer in words: a figure among other words is no sum to work with. */
function isTalkOfFigures({ state: { topic }, reading: { entities, read } }: Situation): boolean {
  const { amounts, concepts } = entities;
  const isPlainNumber = amounts.every(({ implied }) => implied);
  const isNamed = concepts.some(
    ({ concept }) => concept.kind === 'platform' || concept.kind === 'action' || concept.kind === 'continuation',
  );
  return topic !== undefined && isPlainNumber && !isNamed && read.tokens.length > amounts.length + MOST_BESIDE;
}

const MOST_BESIDE = 2;

/** Says only what changes: begins or ends like a continuation, or is nothing but a value. */
function isElliptical({ read, entities }: Reading): boolean {
  const core = coreOf(read.folded.text);
  const words = read.tokens.filter(({ start, end }) => start >= core.start && end <= core.end).length;
  const first = entities.concepts.find(({ start }) => start >= core.start);
  const continues =
    (first?.concept.kind === 'continuation' && first.start - core.start <= 1) ||
    /(?:呢|咧|嘞|的话)$/.test(read.folded.text.slice(core.start, core.end));
  if (continues) return words <= LONGEST_FOLLOW_UP;
  const kinds = new Set(entities.concepts.map(({ concept }) => concept.kind));
  const names = entities.amounts.length > 0 || entities.methods.length > 0;
  const asks =
    QUESTION_KINDS.some((kind) => kinds.has(kind)) || (entities.methods.length === 0 && SUBJECT_KINDS.some((kind) => kinds.has(kind)));
  return words <= LONGEST_BARE_VALUE && names && !asks;
}

const QUESTION_KINDS: readonly ConceptKind[] = ['question', 'cost-question', 'speed-question', 'fee', 'how-much'];
/** What a question is about; the name of a way holds such words too (云闪付转账). */
const SUBJECT_KINDS: readonly ConceptKind[] = ['action', 'topic'];
