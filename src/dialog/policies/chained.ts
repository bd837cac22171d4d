import { overlaps, type Span } from '../../base/span.js';
import { isRuledOut } from '../../understanding/entities/negated.js';
import { phrase } from '../../understanding/phrases/index.js';
import { readSlots } from '../slot-reading.js';
import { hasAmount, saidAfter } from '../slots.js';
import { calculation } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const FEWEST_STOPS = 3;
const LEADS_ON = phrase('leadsOn');
const OUT_AGAIN = phrase('outAgain');
const CARD = new RegExp(phrase('someCard').source, 'g');
/** Where no concept stands for the place. */
const OUTSIDE = '';

/** "花呗→银行卡→微信→再提出来 5000": all legs one after the other, and never the price of one of them alone. */
export const chained: Policy = {
  name: 'chained',
  propose: (situation) => {
    const { reading, pack } = situation;
    const stops = stopsOf(situation);
    if (stops.length < FEWEST_STOPS || reading.entities.methods.length > 1) return undefined;
    const said = saidAfter({}, readSlots(reading, pack.tariffs));
    const kinds = reading.entities.concepts.map(({ concept }) => concept.kind);
    if (!hasAmount(said.slots) || !(kinds.includes('fee') || kinds.includes('how-much') || kinds.includes('arrival'))) return undefined;
    const legs = stops.slice(1).map((to, index) => wayBetween(situation, stops[index] ?? OUTSIDE, to));
    // One way from one place to the next is no chain, and where no leg has a price there is nothing to work out.
    if (legs.every((leg) => leg === undefined)) return undefined;
    const { amount } = said.slots;
    const [from, to] = [stops[0], stops.at(-1)];
    const item = calculation(situation, 'quote', {
      ...(amount !== undefined && { amount }),
      route: legs.map((leg) => leg ?? OUTSIDE),
      ...(from && { from }),
      ...(to && { to }),
    });
    // Only what is sent can be followed along the chain.
    return item && amount !== undefined && said.others.length === 0
      ? decideItem(situation, item)
      : { kind: 'fallback', nearest: pack.starters };
  },
};

/** The places that the money passes, in the order in which they are named; none where nothing leads from one to the next. */
function stopsOf({ reading: { entities, read } }: Situation): readonly string[] {
  const { text } = read.folded;
  const named = entities.concepts.filter(({ concept }) => concept.kind === 'platform');
  const platforms = [...named.map(({ concept, start, end }) => ({ id: concept.id, start, end })), ...cardsIn(text, named)]
    .filter(({ start }) => !isRuledOut(text, entities.concepts, start))
    .sort((a, b) => a.start - b.start);
  const isLed = platforms.slice(1).every((match, index) => leadsTo(text, platforms[index], match));
  if (!isLed || platforms.length < 2) return [];
  const last = platforms.at(-1);
  const stops = platforms.map(({ id }) => id).filter((id, index, all) => id !== all[index - 1]);
  return last && OUT_AGAIN.test(text.slice(last.end)) ? [...stops, OUTSIDE] : stops;
}

/** 卡, "my card": no word of the pack's by itself, but a place in a chain. */
const cardsIn = (text: string, named: readonly Span[]) =>
  [...text.matchAll(CARD)]
    .map(({ index, 0: { length } }) => ({ id: OUTSIDE, start: index, end: index + length }))
    .filter((span) => !named.some((other) => overlaps(other, span)));

const leadsTo = (text: string, before: Span | undefined, { start }: Span): boolean =>
  before !== undefined && LEADS_ON.test(text.slice(before.end, start));

function wayBetween({ pack: { tariffs } }: Situation, from: string, to: string): string | undefined {
  const across = tariffs.find(({ startsAt, endsAt }) => endsAt?.includes(to) && startsAt.includes(from));
  if (across) return across.id;
  const leaving = tariffs.find(({ startsAt, endsAt }) => !endsAt && startsAt.includes(from));
  // Money that ends where another way begins has crossed platforms, and no way alone does that.
  const isEnd = !tariffs.some(({ startsAt, id }) => startsAt.includes(to) && id !== leaving?.id);
  return isEnd ? leaving?.id : undefined;
}
