import type { Span } from '../../base/span.js';
import type { ConceptKind } from '../../knowledge/concept.js';
import { findIntent, type Pack } from '../../knowledge/pack.js';
import type { ConceptMatch } from '../../understanding/concepts.js';
import { isRuledOut } from '../../understanding/entities/negated.js';
import { phrase } from '../../understanding/phrases/index.js';
import type { Reading } from '../../understanding/understand.js';
import { readSlots } from '../slot-reading.js';
import { moneyOf } from '../slots.js';
import { PATIENCE } from '../state.js';
import { calculation, isCalculation } from './calculation.js';
import type { Policy, Situation } from './policy.js';

const CLAUSE = /[,，。.!！?？;；\n]+(?!\d)/;

/** "借呗提现到微信多少手续费": money of a product that the pack knows nothing about is not priced as if it were another's. */
export const otherProduct: Policy = {
  name: 'other product',
  propose: (situation) => {
    const { reading, pack, state } = situation;
    const named = productsIn(reading, pack);
    const [first] = named;
    if (!first || !isAbout(situation, named)) return undefined;
    const money = moneyOf(readSlots(reading, pack.tariffs).slots);
    const topic = calculation(situation, 'quote', money);
    const offersPerson = state.failures + 1 >= PATIENCE;
    return { kind: 'fallback', offersPerson, nearMiss: first.nearMiss.id, nearest: first.nearMiss.nearest, ...(topic && { topic }) };
  },
};

interface Named {
  readonly match: ConceptMatch;
  readonly nearMiss: Pack['nearMisses'][number];
}

function productsIn({ entities: { concepts }, read }: Reading, { nearMisses }: Pack): readonly Named[] {
  return concepts.flatMap((match) => {
    if (match.concept.kind !== 'other-product') return [];
    const nearMiss = nearMisses.find(({ products }) => products.includes(match.concept.id));
    const { text } = read.folded;
    return nearMiss && !isRuledOut(text, concepts, match.start) && !FEARED_FOR.test(text.slice(0, match.start))
      ? [{ match, nearMiss }]
      : [];
  });
}

/** Whether a product is what the question is about, or where its money comes from or goes to, and not only mentioned beside. */
function isAbout(situation: Situation, named: readonly Named[]): boolean {
  const { reading, pack } = situation;
  const { concepts, methods } = reading.entities;
  const { text } = reading.read.folded;
  const platforms = concepts.filter(({ concept }) => concept.kind === 'platform');
  const own = [...platforms, ...methods.map(({ span }) => span)];
  const first = reading.ranking[0]?.id;
  const intent = first === undefined ? undefined : findIntent(pack, first);
  if (intent?.group === 'talk' && reading.verdict === 'answer') return false;
  const clauses = clausesOf(text);
  const ofOwn = clauses.filter(({ start, end }) => own.some((match) => match.start >= start && match.end <= end));
  const isPriced = isCalculation(situation, first) || intent?.about !== undefined || reading.entities.amounts.length > 0;
  // What a loan is mentioned for, such as a consequence, and the model is sure of without a doubt about the product.
  const isSureOfAnother = reading.verdict === 'answer' && !reading.nearMissIsPossible;
  if (!isPriced && isSureOfAnother && own.length === 0 && !named.some(({ match }) => isActedOn(match, concepts))) return false;
  const within = (match: Span) => (clause: Span) => match.start >= clause.start && match.end <= clause.end;
  const hasProduct = (clause: Span) => named.some(({ match }) => within(match)(clause));
  const asked = [...reading.entities.amounts.map(({ span }) => span), ...concepts.filter(({ concept }) => ASKING.includes(concept.kind))];
  // Another clause asks about what the pack does know.
  if (ofOwn.some((clause) => !hasProduct(clause) && asked.some((match) => within(match)(clause)))) return false;
  return named.some(({ match }) => {
    const clause = ofOwn.find(within(match));
    if (!clause) return ofOwn.length === 0;
    // A middleman is no money of one's own.
    const before = platforms.filter(({ start, end }) => start >= clause.start && end <= match.start);
    if (before.length === 0) return true;
    const leading = concepts.findLast(({ end }) => end <= match.start);
    const near = leading !== undefined && match.start - leading.end <= NEAR;
    const isEnd = near && ['source', 'target', 'action'].includes(leading.concept.kind);
    return (isEnd && isPriced) || JOINED.test(text.slice(0, match.start));
  });
}

/** "spend Klarna on", "withdraw Jiebei": something is done with the product's money. */
const isActedOn = ({ start }: Span, concepts: readonly ConceptMatch[]): boolean =>
  concepts.some(({ concept, end }) => concept.kind === 'action' && end <= start && start - end <= 1);

const ASKING: readonly ConceptKind[] = ['question', 'cost-question', 'speed-question', 'fee', 'how-much'];
const NEAR = 6;
/** "hurt my mortgage": what is asked about is the consequence. */
const FEARED_FOR = new RegExp(`(?:${phrase('feared').source})$`);
const JOINED = new RegExp(`(?:${phrase('joins').source})\\s*$`);

function clausesOf(text: string): readonly Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const part of text.split(CLAUSE)) {
    const at = text.indexOf(part, start);
    parts.push({ start: at, end: at + part.length });
    start = at + part.length;
  }
  return parts;
}
