import { add, equals, formatDecimal, parseDecimal, type Rational } from '../base/rational.js';
import { overlaps, type Span } from '../base/span.js';
import type { MethodId, Tariff } from '../knowledge/tariff.js';
import { correctionSpan } from '../understanding/entities/asked.js';
import type { Reading } from '../understanding/understand.js';

/** What a calculation needs to know. Amounts are decimal strings in yuan, so that a state can be stored. */
export interface Slots {
  /** What is sent. */
  readonly amount?: string;
  /** What must arrive. */
  readonly target?: string;
  /** What was charged; beside an amount, what somebody says that it cost. */
  readonly fee?: string;
  /** The most that the fee may be. */
  readonly budget?: string;
  /** The figure was given as about so much. */
  readonly approximate?: true;
  /** The amount is for each day, or each time. */
  readonly per?: 'day' | 'time';
  readonly method?: MethodId;
  readonly days?: number;
  /** How often it is sent, or in how many parts. */
  readonly times?: number;
  /** How much can be sent in the days, or in how many transactions an amount goes. */
  readonly asks?: 'most' | 'pieces';
  /** What a comparison is about first. */
  readonly focus?: 'cost' | 'time';
  /** Platforms, as concepts, that the money leaves and is to reach. */
  readonly from?: string;
  readonly to?: string;
}

/** Why an amount cannot be calculated with as it was said: it is a range (with the ends that are known), or in another currency. */
export type Unclear =
  | { readonly kind: 'vague'; readonly min?: string; readonly max?: string }
  | { readonly kind: 'currency'; readonly currency: string }
  /** Weekly, twice a month: how much in all, or how often, must be said. */
  | { readonly kind: 'period' };

/** What a message says of the slots, and what of it cannot be used as it is. */
export interface SlotReading {
  readonly slots: Slots;
  /** The same with each further amount that the message names. */
  readonly others: readonly Slots[];
  /** The amount is on top of the one before (or, negative, off it). */
  readonly change?: string;
  /** Nothing is done with the sums: 那12块呢, not 提12块呢. */
  readonly isBare: boolean;
  /** An amount that is a range, or in another currency: it must be asked about. */
  readonly unclear?: Unclear;
}

// "到账5000要提多少": the word for arriving stands right before the amount.
const LONGEST_GAP = 4;
// "5000 yuan to arrive"
const LONGEST_REACH = 10;

// "1,2000", "1e5": digits that stand for no number one could be sure of.
const MALFORMED = /\d,\d{4,}|\d,\d{1,2}(?!\d)|\de\d/;
const MOST_AMOUNTS = 3;

/** Reads slots from a question's entities. A way that is not named is implied by where the money leaves from. */
export function readSlots(reading: Reading, tariffs: readonly Tariff[]): SlotReading {
  const { entities, read } = reading;
  const { direction, days, times, asked } = entities;
  const method = methodOf(reading) ?? impliedMethod(direction, tariffs);
  const asks = asked.pieces ? 'pieces' : asked.most && days !== undefined && days > 1 ? 'most' : undefined;
  const focus = focusOf(reading);
  const count = times ?? partsOf(entities);
  const base: Slots = {
    ...(method !== undefined && { method }),
    // The one day of "一天一万" is not how many there are.
    ...(days !== undefined && !(asked.per === 'day' && days === 1) && { days }),
    ...(count !== undefined && { times: count }),
    ...(asked.per && { per: asked.per }),
    ...(asks && { asks }),
    ...(focus && { focus }),
    ...direction,
  };
  const isBare = !entities.concepts.some(({ concept }) => concept.kind === 'action');
  const unclear = (because: Unclear): SlotReading => ({ slots: base, others: [], isBare, unclear: because });
  const foreign = entities.amounts.find(({ currency }) => currency !== 'CNY');
  if (foreign) return unclear({ kind: 'currency', currency: foreign.currency });
  if (asked.period && entities.amounts.length > 0 && asked.per !== 'day') {
    // The days of the rhythm are none to plan with; what is said next is each time's.
    const { days: _, times: __, ...rest } = base;
    return { slots: { ...rest, per: 'time' }, others: [], isBare, unclear: { kind: 'period' } };
  }
  if (MALFORMED.test(read.folded.text)) return unclear({ kind: 'vague' });
  const sums = entities.amounts
    .map((amount, index) => ({ amount, role: asked.roles[index] ?? 'amount' }))
    .filter(({ role }) => role !== 'parts')
    .slice(0, MOST_AMOUNTS);
  const vague = sums.find(({ amount, role }) => exactOf(amount, role) === undefined);
  if (vague) return unclear(vague.role === 'amount' ? rangeOf(vague.amount) : { kind: 'vague' });
  const named = sums.map(({ amount, role }) => moneySlots(amount, role, reading));
  const plain = named.filter(({ role }) => role === 'amount');
  const other = named.find(({ role }) => role !== 'amount');
  const changed = other && (other.role === 'more' || other.role === 'less') ? other : undefined;
  if (changed && plain.length === 0) {
    const { amount = '' } = changed.slots;
    return { slots: base, others: [], isBare, change: changed.role === 'less' ? `-${amount}` : amount };
  }
  const [first, ...others] = plain.map(({ slots }) => ({ ...base, ...slots }));
  if (!first) return { slots: { ...base, ...other?.slots }, others: [], isBare };
  return { slots: { ...first, ...(other?.role === 'fee' && other.slots) }, others, isBare };
}

/** In how many parts: "split it into 4". */
function partsOf({ amounts, asked }: Reading['entities']): number | undefined {
  const { min, max } = amounts[asked.roles.indexOf('parts')]?.range ?? {};
  return min && max && equals(min, max) && min.d === 1n && min.n > 0n && min.n < MOST_PARTS ? Number(min.n) : undefined;
}

const MOST_PARTS = 1_000n;

/** The way that is meant: of several, the one after 不对 or "I mean"; one that is negated only where there is no other. */
function methodOf({ entities: { methods, concepts }, read }: Reading): MethodId | undefined {
  const corrected = correctionSpan(read.folded)?.end;
  const isNegated = (span: Span) =>
    concepts.some(({ concept, end }) => concept.kind === 'negation' && end <= span.start && span.start - end <= 1);
  const after = methods.find(({ span }) => corrected !== undefined && span.start >= corrected && !isNegated(span));
  return (after ?? methods.find(({ span }) => !isNegated(span)))?.method;
}

/** The 还是 of "还是2000吧" puts right and compares nothing. */
function focusOf({ entities: { concepts }, read }: Reading): Slots['focus'] {
  const correction = correctionSpan(read.folded);
  const kinds = concepts.filter((match) => !correction || !overlaps(match, correction)).map(({ concept }) => concept.kind);
  const [cost, time] = [kinds.includes('cost-question'), kinds.includes('speed-question')];
  return time && !cost ? 'time' : cost && !time ? 'cost' : undefined;
}

type Amount = Reading['entities']['amounts'][number];
type Role = Reading['entities']['asked']['roles'][number];

/** The figure to calculate with: a single one, or for a budget its upper end. */
function exactOf({ range: { min, max }, bound }: Amount, role: Role): Rational | undefined {
  if (role === 'budget') return max;
  return bound === 'exact' && min && max && equals(min, max) ? min : undefined;
}

const rangeOf = ({ range: { min, max } }: Amount): Unclear => ({
  kind: 'vague',
  ...(min && { min: yuan(min) }),
  ...(max && { max: yuan(max) }),
});

function moneySlots(amount: Amount, role: Role, { entities, read }: Reading): { readonly role: Role; readonly slots: Slots } {
  const value = exactOf(amount, role);
  const name = role === 'fee' || role === 'budget' ? role : role === 'amount' && arrives(entities, amount.span) ? 'target' : 'amount';
  // The "about" of "what about 500" makes nothing approximate.
  const isContinued = entities.concepts.some(
    ({ concept, end }) => concept.kind === 'continuation' && end <= amount.span.start && amount.span.start - end <= 1,
  );
  // 提300多少: the 多 belongs to 多少.
  const isAsked = /^多?少/.test(read.folded.text.slice(amount.span.end));
  const slots = {
    ...(value && { [name]: yuan(value) }),
    ...(amount.approximate && !isContinued && !isAsked && { approximate: true as const }),
  };
  return { role, slots };
}

/** Whether an amount is what must arrive: 到账5000, "to receive 5000", "for 5000 to arrive". */
function arrives({ concepts }: Reading['entities'], amount: Span): boolean {
  return concepts.some(({ concept, start, end }, index) => {
    if (concept.kind !== 'arrival') return false;
    // "不管到账了，就转一万": what is done with the amount comes between.
    const next = concepts[index + 1];
    const isDone = next?.concept.kind === 'action' && next.start < amount.start;
    if (end <= amount.start) return amount.start - end <= LONGEST_GAP && !isDone;
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

const MONEY = ['amount', 'target', 'fee', 'budget'] as const;

/** Whether it is said how much money a calculation is about. */
export const hasAmount = (slots: Slots): boolean => MONEY.some((name) => slots[name] !== undefined);

/** The slots without any money. */
export function withoutAmount({ amount: _, target: __, fee: ___, budget: ____, approximate: _____, ...rest }: Slots): Slots {
  return rest;
}

/** Of the slots only the money. */
export const moneyOf = ({ amount, target, fee, budget, approximate }: Slots): Slots =>
  withValues({ amount, target, fee, budget, approximate });

/** The newer of each slot; a new sum replaces the one before, and what is asked of sums goes with it. */
export function mergeSlots(older: Slots, newer: Slots): Slots {
  if (newer.asks === 'most') {
    const { per: _, times: __, ...rest } = withoutAmount(older);
    return { ...rest, ...newer };
  }
  if (!hasAmount(newer)) return { ...older, ...newer };
  const { asks, per, times, days, ...rest } = withoutAmount(older);
  const isOther = newer.fee !== undefined || newer.budget !== undefined || newer.target !== undefined;
  // A new amount goes the way of the one before, day by day or in parts; what was charged or must arrive is another question.
  const course = isOther || asks === 'most' ? {} : { asks, per, times, days };
  return { ...rest, ...withValues(course), ...newer };
}

const withValues = (slots: { readonly [K in keyof Slots]?: Slots[K] | undefined }): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));

/** Where a calculation is about what was charged, may be charged or must arrive, a sum that nothing is done with is another of that kind. */
function sameKind(older: Slots, said: SlotReading): SlotReading {
  const kind = older.amount === undefined ? (['target', 'budget', 'fee'] as const).find((name) => older[name] !== undefined) : undefined;
  if (kind === undefined || !said.isBare) return said;
  const { amount, ...slots } = said.slots;
  if (amount !== undefined) return { ...said, slots: { ...slots, [kind]: amount } };
  const { unclear, ...rest } = said;
  const most = kind === 'budget' && unclear?.kind === 'vague' && unclear.min === undefined ? unclear.max : undefined;
  return most === undefined ? said : { ...rest, slots: { ...slots, budget: most } };
}

/** What a message says after older slots: "再加500" is on top of the amount before, or the amount itself where there is none. */
export function saidAfter(older: Slots, said: SlotReading): SlotReading {
  const { change, ...rest } = said;
  if (change === undefined) return sameKind(older, said);
  const name = older.target === undefined ? 'amount' : 'target';
  const [before, by] = [parseDecimal(older[name] ?? ''), parseDecimal(change)];
  const value = before && by ? yuan(add(before, by)) : change.replace('-', '');
  return { ...rest, slots: { ...rest.slots, [before ? name : 'amount']: value } };
}
