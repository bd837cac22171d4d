import type { Interval } from '../../base/interval.js';
import { compare, divide, equals, formatDecimal, type Rational, rational, ZERO } from '../../base/rational.js';
import { overlaps } from '../../base/span.js';
import { readPercentages } from '../../understanding/entities/amounts.js';
import { phrase } from '../../understanding/phrases/index.js';
import { readSlots } from '../slot-reading.js';
import { hasAmount, mergeSlots, saidAfter, withoutAmount } from '../slots.js';
import { calculation, workedBefore } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const LONGEST_FOLLOW_UP = 12;
const HUNDRED = rational(100n);
/** A bare number after a rate is one too, up to here. */
const MOST_PERCENT = rational(50n);

/** "中介要12%，转6000", "he says 10 now": worked out by the rate that is asked, not by the article's. */
export const offeredRate: Policy = {
  name: 'offered rate',
  propose: (situation) => {
    const { reading, pack } = situation;
    const way = pack.tariffs.find(({ recommended }) => !recommended);
    if (!way || NO_FEE.test(reading.read.folded.text)) return undefined;
    const before = workedBefore(situation);
    const isTalkOf = before !== undefined && before.slots.method === way.id && hasAmount(before.slots);
    const bare = isTalkOf && before.slots.rate ? bareRate(situation) : undefined;
    const share = bare ?? nameRate(situation, way.legs[0].rate.value);
    if (!share) return undefined;
    const read = saidAfter({}, readSlots(reading, pack.tariffs));
    const said = bare ? { ...read, slots: withoutAmount(read.slots) } : read;
    const { method, without: _, methods: __, ...slots } = said.slots;
    if (
      method !== undefined &&
      method !== way.id &&
      pack.tariffs.some(({ id, recommended }) => id === method && recommended && !isLeft(situation, id))
    )
      return undefined;
    const rate = { min: formatDecimal(share.min), max: formatDecimal(share.max) };
    const given = { ...slots, method: way.id, rate };
    if (hasAmount(slots)) {
      const item = isAsked(situation) ? calculation(situation, 'quote', given) : undefined;
      return item && decideItem(situation, item, said);
    }
    if (!isTalkOf || reading.read.tokens.length > LONGEST_FOLLOW_UP) return undefined;
    // What was charged or arrived at the rate before is no word on this one.
    const { fee: ___, received: ____, ...older } = before.slots;
    const item = calculation(situation, 'quote', mergeSlots(older, given));
    return item && decideItem(situation, item, said);
  },
};

/** Money that leaves a platform is no way by itself where a middleman moves it. */
const isLeft = ({ reading: { entities } }: Situation, id: string): boolean => !entities.methods.some(({ method }) => method === id);

/** The one share that a message names, unless it is a figure of the article's or the very range of its tariff. */
function nameRate({ reading, pack }: Situation, known: Interval<Rational>): Interval<Rational> | undefined {
  const shares = readPercentages(reading.read.folded).filter(({ rule }) => !DISCOUNTS.test(rule));
  const [share, ...more] = shares;
  if (!share || more.length > 0 || compare(share.range.min, ZERO) <= 0) return undefined;
  const { range } = share;
  const isKnown = equals(range.min, known.min) && equals(range.max, known.max);
  const isLawful = pack.tariffs.some(({ recommended, legs }) => recommended && legs.some(({ rate }) => equals(rate.value.min, range.min)));
  const mention = reading.entities.factMentions.find(({ span }) => overlaps(span, share.span));
  const isOther =
    mention !== undefined &&
    !mention.facts.some(({ section }) => section === pack.tariffs.find((each) => !each.recommended)?.source.section);
  return isKnown || isLawful || isOther ? undefined : range;
}

/** "he says 10 now", "15的也有": a small number without a currency. */
function bareRate({ reading: { entities, read } }: Situation): Interval<Rational> | undefined {
  const [amount, ...more] = entities.amounts;
  const { min, max } = amount?.range ?? {};
  if (!amount?.implied || more.length > 0 || !min || !max || !equals(min, max)) return undefined;
  if (read.tokens.length > LONGEST_FOLLOW_UP || compare(min, ZERO) <= 0 || compare(min, MOST_PERCENT) > 0) return undefined;
  return { min: divide(min, HUNDRED), max: divide(max, HUNDRED) };
}

/** Somebody takes it, or what it costs is asked. */
const isAsked = ({ reading: { entities, read } }: Situation): boolean =>
  TAKES.test(read.folded.text) || entities.concepts.some(({ concept }) => ASKS.has(concept.kind));

const ASKS = new Set(['fee', 'how-much', 'arrival']);
const DISCOUNTS = /discount|half-price/;
const TAKES = phrase('takesShare');
const NO_FEE = phrase('noFee');
