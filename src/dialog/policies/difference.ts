import { readPlaces } from '../../understanding/entities/ordinal.js';
import { phrase } from '../../understanding/phrases/index.js';
import type { AnswerItem, Decision, Difference } from '../decision.js';
import { readSlots } from '../slot-reading.js';
import { hasAmount, moneyOf, type Slots, withoutAmount } from '../slots.js';
import { MOST_EARLIER } from '../state.js';
import { calculation, isComparison, workedBefore } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const ASKS = phrase('asksDifference');
const IN_TIME = phrase('differenceInTime');
const IN_NET = phrase('differenceInNet');
const FIRST = phrase('firstOne');
const COMPARED = phrase('comparedTo');
const BEFORE = phrase('oneBefore');

/** 差几块: the 几块 asks. */
const ASKING = /^几(?:块|元|毛|分)/;

type Sides = Difference['sides'];

/** "差多少", "what do I save with UnionPay": what lies between two calculations, or the question between which; never one of them alone. */
export const difference: Policy = {
  name: 'difference',
  propose: (situation) => {
    const { reading, pack } = situation;
    const { text } = reading.read.folded;
    if (!ASKS.test(text) || reading.entities.asked.rest) return undefined;
    const of = IN_TIME.test(text) ? 'time' : IN_NET.test(text) ? 'net' : 'fee';
    const named = waysNamed(situation);
    const { slots: said, others, unclear } = readSlots(reading, pack.tariffs);
    if (unclear && !reading.entities.amounts.every(({ span }) => ASKING.test(text.slice(span.start)))) return undefined;
    const worked = workedBefore(situation);
    const sums = [said, ...others].filter(hasAmount).map(moneyOf);
    const isNamed = named.length > 1 || sums.length > 1;
    if (!worked && !isNamed) return undefined;
    const sides = sidesOf(situation, named, sums);
    if (!sides) return { kind: 'stay', because: 'difference' };
    if (of !== 'time' && sides.some((slots) => !hasAmount(slots))) return ratesOf(situation, sides);
    // What stands side by side is still what is talked of.
    const isKept = worked && (!isNamed || isComparison(situation, worked.intent));
    const item = isKept ? worked : calculation(situation, 'quote', sides[1]);
    return item && ({ kind: 'answer', items: [{ ...item, differs: { of, sides } }] } satisfies Decision);
  },
};

/** The ways that a message names, by themselves or by their places in the list that was shown. */
function waysNamed({ reading, state, pack }: Situation): readonly string[] {
  const shown = state.topic?.slots.methods;
  const listed = pack.tariffs.filter(({ id }) => (shown && shown.length > 1 ? shown.includes(id) : true));
  const places = readPlaces(reading.read.folded).flatMap((place) => listed[place - 1]?.id ?? []);
  const { methods } = readSlots(reading, pack.tariffs).slots;
  const own = reading.entities.methods.map(({ method }) => method);
  return [...new Set([...own, ...(methods ?? []), ...(places.length > 1 ? places : [])])];
}

function sidesOf(situation: Situation, named: readonly string[], sums: readonly Slots[]): Sides | undefined {
  const { reading } = situation;
  const { text } = reading.read.folded;
  const worked = workedBefore(situation);
  const money = sums[0] ?? (worked ? moneyOf(worked.slots) : {});
  const [first, second] = named;
  if (first !== undefined && second !== undefined) {
    const [a, b] = sums.length > 1 ? sums : [money, money];
    return named.length === 2
      ? [
          { ...a, method: first },
          { ...b, method: second },
        ]
      : undefined;
  }
  const usual = worked?.slots.method ?? first;
  const [one, other] = sums;
  if (one && other && usual !== undefined)
    return [
      { ...one, method: usual },
      { ...other, method: usual },
    ];
  if (!worked) return undefined;
  const now = sideOf(situation, worked);
  if (first !== undefined)
    return now && now.method !== first ? [now, { ...restOf(now), ...money, method: first }] : againstOther(situation, first);
  if (one) return now?.method === undefined ? undefined : [now, { ...withoutAmount(now), ...one }];
  // "vs him": with what is not said.
  if (COMPARED.test(text.replace(BEFORE, ' ')) || worked !== situation.state.topic) return undefined;
  return betweenLast(situation, worked);
}

/** A rate that somebody asks is for one way alone. */
const restOf = ({ rate: _, ...slots }: Slots): Slots => withoutAmount(slots);

/** A calculation as one side: of one way, or the best of all for its sum. */
function sideOf(situation: Situation, { intent, slots }: AnswerItem): Slots | undefined {
  const { methods, ...rest } = slots;
  if (!isComparison(situation, intent)) return slots.method === undefined ? undefined : slots;
  return slots.focus === undefined || methods?.length === 1 ? undefined : { ...rest, ...(methods && { methods }) };
}

/** The last calculation by another way than the one that is named. */
function againstOther(situation: Situation, method: string): Sides | undefined {
  const calculations = [...(situation.state.earlier ?? []), workedBefore(situation)].flatMap((item) => item ?? []);
  const own = calculations.findLast(({ slots }) => slots.method === method);
  const other = calculations.findLast(({ slots }) => slots.method !== undefined && slots.method !== method);
  return own && other ? [other.slots, own.slots] : undefined;
}

/** The two calculations that were shown last, or the first and the last. */
function betweenLast(situation: Situation, worked: AnswerItem): Sides | undefined {
  const { earlier = [] } = situation.state;
  const [a, b, ...more] = worked.slots.methods ?? [];
  if (isComparison(situation, worked.intent) && a !== undefined && b !== undefined) {
    const money = moneyOf(worked.slots);
    return more.length === 0
      ? [
          { ...money, method: a },
          { ...money, method: b },
        ]
      : undefined;
  }
  // Where more was worked out than is kept, the first is not known any more.
  const isFirst = FIRST.test(situation.reading.read.folded.text);
  const before = isFirst ? (earlier.length < MOST_EARLIER ? earlier[0] : undefined) : earlier.at(-1);
  const [one, two] = [before && sideOf(situation, before), sideOf(situation, worked)];
  return one && two && (one.method !== undefined || two.method !== undefined) ? [one, two] : undefined;
}

/** Without a sum the ways are put side by side by their rates. */
function ratesOf(situation: Situation, [first, second]: Sides): Decision | undefined {
  const methods = [first.method, second.method].flatMap((method) => method ?? []);
  const item = methods.length === 2 ? calculation(situation, 'compare', { methods }) : undefined;
  return item ? decideItem(situation, item) : { kind: 'stay', because: 'difference' };
}
