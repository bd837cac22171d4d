import { equals, formatDecimal, type Rational } from '../base/rational.js';
import type { Span } from '../base/span.js';
import type { MethodId, Tariff } from '../knowledge/tariff.js';
import type { Reading } from '../understanding/understand.js';

/** What a calculation needs to know. Amounts are decimal strings in yuan, so that a state can be stored. */
export interface Slots {
  /** What is sent. */
  readonly amount?: string;
  /** What must arrive. */
  readonly target?: string;
  readonly method?: MethodId;
  readonly days?: number;
}

/** What a message says of the slots, and what of it cannot be used as it is. */
export interface SlotReading {
  readonly slots: Slots;
  /** An amount that is a range or a guess, or in another currency: it must be asked about. */
  readonly unclear?: { readonly kind: 'vague' } | { readonly kind: 'currency'; readonly currency: string };
}

// "到账5000要提多少": the word for arriving stands right before the amount.
const LONGEST_GAP = 4;
// "5000 yuan to arrive"
const LONGEST_REACH = 10;

/** Reads slots from a question's entities. A way that is not named is implied by where the money leaves from. */
export function readSlots({ entities }: Reading, tariffs: readonly Tariff[]): SlotReading {
  const method = entities.methods[0]?.method ?? impliedMethod(entities.direction, tariffs);
  const base: Slots = { ...(method !== undefined && { method }), ...(entities.days !== undefined && { days: entities.days }) };
  const amount = entities.amounts[0];
  if (!amount) return { slots: base };
  if (amount.currency !== 'CNY') return { slots: base, unclear: { kind: 'currency', currency: amount.currency } };
  const { min, max } = amount.range;
  if (amount.bound !== 'exact' || !min || !max || !equals(min, max)) return { slots: base, unclear: { kind: 'vague' } };
  const isTarget = arrives(entities, amount.span);
  return { slots: { ...base, [isTarget ? 'target' : 'amount']: yuan(min) } };
}

/** Whether an amount is what must arrive: 到账5000, "to receive 5000", "for 5000 to arrive". */
function arrives({ concepts }: Reading['entities'], amount: Span): boolean {
  return concepts.some(({ concept, start, end }, index) => {
    if (concept.kind !== 'arrival') return false;
    if (end <= amount.start) return amount.start - end <= LONGEST_GAP;
    // After the amount only where a marker leads up to it: "5000 to arrive" is a target, 5000到账多少 asks what arrives of 5000.
    const before = concepts[index - 1];
    return before?.concept.kind === 'target' && before.start >= amount.end && start - amount.end <= LONGEST_REACH;
  });
}

function impliedMethod({ from, to }: Reading['entities']['direction'], tariffs: readonly Tariff[]): MethodId | undefined {
  const startsAt = (platform: string | undefined) => tariffs.find((tariff) => platform !== undefined && tariff.startsAt.includes(platform));
  const tariff = startsAt(from);
  // Money that ends where another way begins crosses platforms, and no single way is implied.
  return tariff && startsAt(to) && startsAt(to) !== tariff ? undefined : tariff?.id;
}

function yuan(value: Rational): string {
  const [whole = '0', fraction = ''] = formatDecimal(value, 6).split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** The newer of each slot; a new amount replaces a target and the other way round. */
export function mergeSlots(older: Slots, newer: Slots): Slots {
  const { amount: _, target: __, ...rest } = older;
  return newer.amount !== undefined || newer.target !== undefined ? { ...rest, ...newer } : { ...older, ...newer };
}

export const hasAmount = (slots: Slots): boolean => slots.amount !== undefined || slots.target !== undefined;
