import { readOrdinal } from '../../understanding/entities/ordinal.js';
import { readSlots } from '../slot-reading.js';
import { hasAmount, mergeSlots, saidAfter, withoutAmount } from '../slots.js';
import { isCalculation } from './calculation.js';
import { decideItem } from './items.js';
import type { Policy } from './policy.js';

/** The answer to a question of the bot's for an amount or a way. A clear question of another kind is left to the other policies. */
export const filledSlot: Policy = {
  name: 'filled slot',
  propose: (situation) => {
    const { state, reading, pack } = situation;
    if (state.pending?.kind !== 'slot') return undefined;
    const { slot, item, methods } = state.pending.request;
    const said = saidAfter(item.slots, readSlots(reading, pack.tariffs));
    const place = slot === 'method' ? readOrdinal(reading.read.folded) : undefined;
    const method = place === undefined ? said.slots.method : methods[place - 1];
    // "2" is the second way, not two yuan.
    const slots = { ...(place === undefined ? said.slots : withoutAmount(said.slots)), ...(method !== undefined && { method }) };
    // "微信" as the answer to "how much" is the way, and the amount is asked for again.
    const isWay = method !== undefined && reading.read.tokens.length <= LONGEST_BARE_WAY;
    const isFilled =
      slot === 'amount'
        ? hasAmount(slots) || said.unclear !== undefined || isWay
        : method !== undefined || hasAmount(slots) || slots.without !== undefined;
    // A longer question that names a way beside is none: "and does WeChat take something when a customer pays?"
    const isAside =
      slot === 'method' &&
      !hasAmount(said.slots) &&
      !isShort(reading.read.tokens.length) &&
      !isCalculation(situation, reading.ranking[0]?.id);
    // "And if I'm late paying the huabei bit?" names a way and asks for something that there is no answer for.
    const isNear =
      slot === 'method' &&
      !hasAmount(said.slots) &&
      reading.read.tokens.length > LONGEST_BARE_WAY &&
      (reading.nearMiss?.probability ?? 0) >= LIKELY_NEAR;
    const isOther = reading.verdict === 'answer' && reading.ranking[0]?.id !== item.intent && !isShort(reading.read.tokens.length);
    // The same asked once more says nothing new.
    const isAgain = reading.verdict === 'answer' && reading.ranking[0]?.id === item.intent && said.change === undefined;
    if (!isFilled && isAgain) return { kind: 'answer', items: [], request: state.pending.request };
    return isFilled && !isOther && !isAside && !isNear
      ? decideItem(situation, { ...item, slots: mergeSlots(item.slots, slots) }, said)
      : undefined;
  },
};

const LONGEST_BARE_WAY = 4;
/** A kind of near miss that is likelier than all else together. */
const LIKELY_NEAR = 0.5;
const LONGEST_SHORT_ANSWER = 8;

const isShort = (words: number): boolean => words <= LONGEST_SHORT_ANSWER;
