import { findIntent } from '../../knowledge/pack.js';
import { isTakenBack, onlyMentionsPerson } from '../../understanding/entities/wishes.js';
import type { AnswerItem } from '../decision.js';
import { readSlots } from '../slot-reading.js';
import { hasAmount, saidAfter } from '../slots.js';
import { PATIENCE } from '../state.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

/** Asking back helps only when the right intent is likelier than not among the options; small talk is only what is likelier than all else. */
const FAIR_CHANCE = 0.5;

/** What the model is sure of, and small talk that nothing else competes with: a greeting too many does no harm. */
export const sureAnswer: Policy = {
  name: 'sure answer',
  propose: (situation) => {
    const { verdict, ranking } = situation.reading;
    const [first] = ranking;
    if (!first) return undefined;
    const isPlainTalk = verdict === 'clarify' && situation.reading.entities.amounts.length === 0 && isTalk(situation);
    if (verdict !== 'answer' && !isPlainTalk) return undefined;
    const { folded } = situation.reading.read;
    const isHandoff = findIntent(situation.pack, first.id)?.answer.kind === 'handoff';
    if (isHandoff && (isTakenBack('handoff', folded) || onlyMentionsPerson(folded))) return undefined;
    const said = saidAfter({}, readSlots(situation.reading, situation.pack.tariffs));
    // A fee that is only told of ("收了我8000跑路了") is no question for the amount behind it.
    const { fee: _, ...untold } = said.slots;
    const slots = asksAmount(situation.reading) || hasAmount(untold) ? said.slots : untold;
    return decideItem(situation, { intent: first.id, confidence: situation.reading.confidence, slots }, said);
  },
};

/** Talk and nothing else: "cheers, bye" is thanks and a farewell, and either will do. */
function isTalk({ reading: { ranking, set }, pack }: Situation): boolean {
  const isOfTalk = (id: string) => findIntent(pack, id)?.group === 'talk';
  const isText = (id: string) => findIntent(pack, id)?.answer.kind === 'text';
  const chance = ranking.reduce((sum, { id, probability }) => sum + (isOfTalk(id) ? probability : 0), 0);
  return set.length > 0 && set.every(isOfTalk) && (set.length === 1 || set.every(isText)) && chance >= FAIR_CHANCE;
}

const asksAmount = ({ entities: { asked, concepts } }: Situation['reading']): boolean =>
  asked.most || asked.right || concepts.some(({ concept }) => concept.kind === 'how-much');

const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 4;

/** What it may be, when the model is not sure but knows that it is one of its intents. */
export const clarifyingQuestion: Policy = {
  name: 'clarifying question',
  propose: (situation) => {
    const { reading, pack } = situation;
    if (reading.verdict !== 'clarify') return undefined;
    const { slots } = readSlots(reading, pack.tariffs);
    const options = reading.ranking
      .filter(({ id }) => findIntent(pack, id)?.group === 'content')
      .filter(({ id }, index) => index < FEWEST_OPTIONS || reading.options.includes(id))
      .slice(0, MOST_OPTIONS)
      .map(({ id, probability }) => ({ intent: id, confidence: probability, slots }));
    const only = onlyWithoutAmount(situation, options);
    if (only) return decideItem(situation, only);
    const chance = options.reduce((sum, { confidence }) => sum + confidence, 0);
    return options.length < FEWEST_OPTIONS || chance < FAIR_CHANCE ? undefined : { kind: 'clarify', options };
  },
};

/** Between what a named way costs and what it costs for an amount: without an amount the first is meant. */
function onlyWithoutAmount({ reading: { entities }, pack }: Situation, options: readonly AnswerItem[]): AnswerItem | undefined {
  const [first, second] = options;
  const isQuote = second !== undefined && findIntent(pack, second.intent)?.answer.kind === 'quote';
  const way = first && findIntent(pack, first.intent)?.about?.method;
  const isNamed = entities.methods.some(({ method }) => method === way);
  return isQuote && options.length === 2 && isNamed && entities.amounts.length === 0 ? first : undefined;
}

const MOST_NEAREST = 3;
/** An intent less probable than this is not near, only first among the improbable. */
const LEAST_NEAR = 0.2;
/** A kind of near miss is named when it is likelier than all else together. */
const LEAST_NAMED = 0.5;

/** What is known nearby, when the question is about something else. Always proposes. */
export const honestFallback: Policy = {
  name: 'honest fallback',
  propose: ({ state, reading, pack }) => {
    const { nearMiss, ranking } = reading;
    const likely = nearMiss && nearMiss.probability >= LEAST_NAMED ? pack.nearMisses.find(({ id }) => id === nearMiss.id) : undefined;
    const possible = ranking
      .filter(({ id, probability }) => probability >= LEAST_NEAR && findIntent(pack, id)?.group === 'content')
      .map(({ id }) => id);
    const nearest = likely?.nearest ?? (possible.length > 0 ? possible : pack.starters);
    const offersPerson = state.failures + 1 >= PATIENCE;
    return { kind: 'fallback', offersPerson, ...(likely && { nearMiss: likely.id }), nearest: nearest.slice(0, MOST_NEAREST) };
  },
};
