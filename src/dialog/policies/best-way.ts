import { parseYuan } from '../../base/money.js';
import { compare } from '../../fees/compare.js';
import { findIntent } from '../../knowledge/pack.js';
import { phrase } from '../../understanding/phrases/index.js';
import { readSlots } from '../slot-reading.js';
import { hasAmount, moneyOf, type Slots, saidAfter } from '../slots.js';
import { calculation, isComparison, workedBefore } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy, Situation } from './policy.js';

const LONGEST = 12;
const THAT = phrase('thatOne');
const [FAST, CHEAP] = [phrase('fastOne'), phrase('cheapOne')];

/** "那选最快那个 到手", "ok that one w 25000": the way that a comparison has just shown to be the best. */
export const bestWay: Policy = {
  name: 'best way',
  propose: (situation) => {
    const { reading, state, pack } = situation;
    const worked = workedBefore(situation);
    const words = THAT.exec(reading.read.folded.text)?.[0];
    if (words === undefined || !worked || state.pending) return undefined;
    const isList = isComparison(situation, worked.intent);
    if (reading.read.tokens.length > LONGEST || namesOther(situation)) return undefined;
    const focus = FAST.test(words) ? 'time' : CHEAP.test(words) ? 'cost' : isList ? worked.slots.focus : undefined;
    const said = saidAfter({}, readSlots(reading, pack.tariffs));
    const { methods: _, without: __, focus: ___, method: ____, ...slots } = said.slots;
    const sum = hasAmount(slots) ? slots : { ...moneyOf(worked.slots), ...slots };
    const method = focus && bestOf(situation, isList ? worked.slots : moneyOf(worked.slots), focus);
    if (method === undefined || said.unclear) return undefined;
    if (reading.entities.asked.time) {
      const timed = calculation(situation, 'compare', {
        method,
        methods: [method],
        focus: 'time',
        ...(sum.amount !== undefined && { amount: sum.amount }),
      });
      return timed && decideItem(situation, timed);
    }
    if (hasAmount(sum)) {
      const item = calculation(situation, 'quote', { ...sum, method });
      return item && decideItem(situation, item, said);
    }
    const about = pack.intents.find((intent) => intent.about?.method === method && findIntent(pack, intent.id)?.answer.kind === 'text');
    return about && decideItem(situation, { intent: about.id, confidence: reading.confidence, slots: {} });
  },
};

function namesOther({ reading: { entities } }: Situation): boolean {
  const { methods, ruledOut, direction, amounts } = entities;
  return methods.length > 0 || ruledOut.length > 0 || direction.from !== undefined || direction.to !== undefined || amounts.length > 1;
}

/** The one way that costs or takes least of those that were compared; none where several do. */
function bestOf({ pack }: Situation, { methods, without = [], amount }: Slots, focus: 'cost' | 'time'): string | undefined {
  const tariffs = pack.tariffs.filter(({ id }) => (methods ?? [id]).includes(id) && !without.includes(id));
  const found = compare(tariffs, amount === undefined ? undefined : parseYuan(amount));
  if (!found.ok) return undefined;
  const [best, ...more] = focus === 'time' ? found.value.fastest : found.value.cheapest;
  return more.length === 0 ? best : undefined;
}
