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
  /** How often it is sent. */
  readonly times?: number;
  /** Platforms, as concepts, that the money leaves and is to reach. */
  readonly from?: string;
  readonly to?: string;
}

/** Why an amount cannot be calculated with as it was said: it is a range, in another currency, or what was charged. */
export type Unclear = { readonly kind: 'vague' } | { readonly kind: 'currency'; readonly currency: string } | { readonly kind: 'fee' };

/** What a message says of the slots, and what of it cannot be used as it is. */
export interface SlotReading {
  readonly slots: Slots;
  /** An amount that is a range or a guess, or in another currency: it must be asked about. */
  /** The same with each further amount that the message names. */
  readonly others: readonly Slots[];
  readonly unclear?: Unclear;
}

// "到账5000要提多少": the word for arriving stands right before the amount.
const LONGEST_GAP = 4;
// "5000 yuan to arrive"
const LONGEST_REACH = 10;

// "1,2000", "1e5": digits that stand for no number one could be sure of.
const MALFORMED = /\d,\d{4,}|\d,\d{1,2}(?!\d)|\de\d/;
const MOST_AMOUNTS = 3;
// "手续费被扣了8块", "charged me 8": the sum is a fee, and what was moved is not said.
const BEFORE_A_FEE =
  /(?:扣了?|扣掉了?|扣走了?|收了|抽了|charged(?: me)?|took|(?:fees?|手续费) ?(?:of|was|is|是|为|花了|被扣了?|不超过|控制在))\s*$/;
const AROUND_A_FEE = [/(?:只|最多|愿意|肯|想)(?:想|愿意)?(?:出|付|花|给)\s*$/, /^\s*(?:的)?手续费/] as const;

/** Reads slots from a question's entities. A way that is not named is implied by where the money leaves from. */
export function readSlots({ entities, read }: Reading, tariffs: readonly Tariff[]): SlotReading {
  const { direction, methods, days, times } = entities;
  const method = methods[0]?.method ?? impliedMethod(direction, tariffs);
  const base: Slots = {
    ...(method !== undefined && { method }),
    ...(days !== undefined && { days }),
    ...(times !== undefined && { times }),
    ...direction,
  };
  const foreign = entities.amounts.find(({ currency }) => currency !== 'CNY');
  if (foreign) return { slots: base, others: [], unclear: { kind: 'currency', currency: foreign.currency } };
  if (MALFORMED.test(read.folded.text)) return { slots: base, others: [], unclear: { kind: 'vague' } };
  if (entities.amounts.some(({ span }) => isFee(read.folded.text, span))) return { slots: base, others: [], unclear: { kind: 'fee' } };
  const amounts = entities.amounts.slice(0, MOST_AMOUNTS).map((amount) => amountSlots(amount, entities));
  const exact = amounts.flatMap((each) => (each ? [{ ...base, ...each }] : []));
  if (exact.length < amounts.length) return { slots: base, others: [], unclear: { kind: 'vague' } };
  const [first = base, ...others] = exact;
  return { slots: first, others };
}

function isFee(text: string, { start, end }: Span): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return BEFORE_A_FEE.test(before) || (AROUND_A_FEE[0].test(before) && AROUND_A_FEE[1].test(after));
}

function amountSlots(amount: Reading['entities']['amounts'][number], entities: Reading['entities']): Slots | undefined {
  const { min, max } = amount.range;
  if (amount.bound !== 'exact' || !min || !max || !equals(min, max)) return undefined;
  return { [arrives(entities, amount.span) ? 'target' : 'amount']: yuan(min) };
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

/** The slots without what is sent or must arrive. */
export function withoutAmount({ amount: _, target: __, ...rest }: Slots): Slots {
  return rest;
}

export const hasAmount = (slots: Slots): boolean => slots.amount !== undefined || slots.target !== undefined;
