import { add, equals, multiply, parseDecimal, type Rational, rational } from '../base/rational.js';
import { overlaps, type Span } from '../base/span.js';
import type { ConceptKind } from '../knowledge/concept.js';
import type { MethodId, Tariff } from '../knowledge/tariff.js';
import { correctionSpan } from '../understanding/entities/asked.js';
import { readMinutes } from '../understanding/entities/minutes.js';
import { daysOf, timesIn } from '../understanding/entities/rhythm.js';
import { around, phrase } from '../understanding/phrases/index.js';
import type { Reading } from '../understanding/understand.js';
import { lastSaid, pairedWith } from './several-sums.js';
import { type SlotReading, type Slots, type Unclear, yuan } from './slots.js';

// "到账5000要提多少": the word for arriving stands right before the amount.
const LONGEST_GAP = 4;
// "5000 yuan to arrive"
const LONGEST_REACH = 10;

// "1,2000", "1e5", "2.800": digits that stand for no number one could be sure of.
const MALFORMED =
  /\d,\d{4,}|\d,\d{1,2}(?!\d)|\de(?:\d|1[0-4])(?!\d)|(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,%])(?!\s*(?:元|块|yuan|rmb|kuai))/;
const MOST_AMOUNTS = 3;

/** Reads slots from a question's entities. A way that is not named is implied by where the money leaves from. */
export function readSlots(reading: Reading, tariffs: readonly Tariff[]): SlotReading {
  const { entities, read } = reading;
  const { asked } = entities;
  const base = frameOf(reading, tariffs);
  const isBare = !entities.concepts.some(({ concept }) => concept.kind === 'action');
  const said = { slots: base, others: [], isBare, whole: asked.inOneGo };
  const foreign = entities.amounts.find(({ currency }) => currency !== 'CNY');
  if (foreign) return { ...said, unclear: { kind: 'currency', currency: foreign.currency } };
  if (MALFORMED.test(read.folded.text)) return { ...said, unclear: { kind: 'vague' } };
  const sums = lastSaidOf(
    read.folded.text,
    entities.amounts.map((amount, index) => ({ amount, role: asked.roles[index] ?? 'amount' })),
  )
    .filter(({ role }) => role !== 'parts')
    .filter(({ amount }) => !isQuota(reading, amount.span))
    .filter(({ amount }) => !isRate(amount, tariffs))
    // 提500要几块: the 几块 asks.
    .filter(({ amount }, _, all) => all.length === 1 || !read.folded.text.startsWith('几', amount.span.start))
    .slice(0, MOST_AMOUNTS);
  const vague = sums.find(({ amount, role }) => exactOf(amount, role) === undefined);
  if (vague) return { ...said, unclear: vague.role === 'amount' ? rangeOf(vague.amount) : { kind: 'vague' } };
  const named = sums.map(({ amount, role }) => moneySlots(amount, role, reading));
  const plain = named.filter(({ role }) => role === 'amount').map((sum, _, all) => (all.length === 1 && asked.gross ? toArrive(sum) : sum));
  const others = named.filter(({ role }) => role !== 'amount');
  const change = plain.length === 0 ? (changeOf(sums) ?? scaleOf(asked)) : undefined;
  if (change) return { ...said, change };
  const extra: Slots = Object.assign({}, ...others.filter(({ role }) => role !== 'more' && role !== 'less').map(({ slots }) => slots));
  const [first, ...further] = plain.map(({ slots }) => onTop(slots, plain.length === 1 ? changeOf(sums) : undefined));
  if (!first) return { ...said, slots: { ...base, ...extra } };
  const [second] = further;
  // 提5000到账4990: what came of the first.
  const received = first.amount !== undefined && further.length === 1 && second?.target !== undefined ? second.target : undefined;
  const pairs =
    received === undefined && plain.length === sums.length
      ? pairedWith(
          sums.map(({ amount }) => amount.span),
          placesOf(reading, tariffs),
        )
      : undefined;
  if (pairs) {
    const { methods: _, from: __, to: ___, method: ____, ...shared } = base;
    const [one, ...more] = [first, ...further].map((slots, index): Slots => ({ ...shared, ...slots, ...wayOf(pairs[index]) }));
    return { ...said, slots: one ?? base, others: more, paired: true };
  }
  return {
    ...said,
    slots: { ...base, ...first, ...extra, ...(received !== undefined && { received }) },
    others: received === undefined ? further.map((slots) => ({ ...base, ...slots })) : [],
  };
}

const wayOf = (place: { readonly method: MethodId | undefined } | undefined): Slots =>
  place?.method === undefined ? {} : { method: place.method };

/** The ways of a message and where they stand; a platform that no way leaves by itself is one that is not known. */
function placesOf(
  { entities: { methods, concepts } }: Reading,
  tariffs: readonly Tariff[],
): readonly { readonly method: MethodId | undefined; readonly start: number }[] {
  const named = methods.map(({ method, span }) => ({ method, start: span.start, span }));
  const platforms = concepts.flatMap(({ concept, start, end }) => {
    if (concept.kind !== 'platform' || named.some(({ span }) => overlaps(span, { start, end }))) return [];
    const method = tariffs.find(({ startsAt, endsAt }) => !endsAt && startsAt.includes(concept.id))?.id;
    return [{ method, start }];
  });
  return [...named, ...platforms];
}

/** "15000 credit", "额度从8000降到1600": what may be spent is no sum to move, unless it is said to be moved. */
function isQuota({ entities: { concepts }, read }: Reading, { start, end }: Span): boolean {
  return !concepts.some(({ concept }) => MOVED.includes(concept.kind)) && isOfQuota(read.folded.text, start, end);
}

const isOfQuota = around('quota');
const MOVED: readonly ConceptKind[] = ['action', 'fee'];

/** The sum that was meant in the end, of several that take each other back. */
function lastSaidOf<T extends { readonly amount: Amount }>(text: string, sums: readonly T[]): readonly T[] {
  const last = lastSaid(
    text,
    sums.map((sum) => ({ sum, span: sum.amount.span })),
  );
  return last.map(({ sum }) => sum);
}

/** "一会0.1一会0.2": the figure of a rate, without its percent sign, that is not called money. */
function isRate({ implied, range: { min, max } }: Amount, tariffs: readonly Tariff[]): boolean {
  if (!implied || !min || !max || !equals(min, max)) return false;
  const share = multiply(min, rational(1n, 100n));
  return tariffs.some(({ legs }) => {
    const rates = legs.flatMap(({ rate }) => (equals(rate.value.min, rate.value.max) ? [rate.value.min] : []));
    return rates.some((rate) => equals(rate, share)) || equals(rates.reduce(add, rational(0n)), share);
  });
}

/** "5000 on my card, how much do I send": what is named must arrive. */
function toArrive<Sum extends { readonly slots: Slots }>(sum: Sum): Sum {
  const { amount, ...slots } = sum.slots;
  return amount === undefined ? sum : { ...sum, slots: { ...slots, target: amount } };
}

/** What a message says beside its sums. */
function frameOf(reading: Reading, tariffs: readonly Tariff[]): Slots {
  const { entities, read } = reading;
  const { direction, ruledOut } = entities;
  const method = methodOf(reading) ?? impliedMethod(direction, tariffs);
  const methods = correctionSpan(read.folded) ? [] : waysSideBySide(reading, tariffs);
  const focus = focusOf(reading);
  const course = courseOf(reading);
  const minutes = readMinutes(read.folded);
  return {
    ...(method !== undefined && { method }),
    ...(methods.length > 1 && { methods }),
    ...(ruledOut.length > 0 && { without: ruledOut }),
    ...course,
    ...(minutes !== undefined && { minutes }),
    ...(focus && { focus }),
    ...direction,
  };
}

/** Every way that is named; beside another, joined by "and" or "or", a platform stands for the way that starts there. */
function waysSideBySide({ entities: { methods, concepts }, read }: Reading, tariffs: readonly Tariff[]): readonly MethodId[] {
  const named = methods.map(({ method, span }) => ({ method, start: span.start, end: span.end }));
  const implied = concepts.flatMap(({ concept, start, end }) => {
    const isNamed = named.some((other) => overlaps(other, { start, end }));
    const tariff = tariffs.find(({ startsAt, endsAt }) => !endsAt && startsAt.includes(concept.id));
    return concept.kind === 'platform' && tariff && !isNamed ? [{ method: tariff.id, start, end }] : [];
  });
  const all = [...named, ...implied].sort((a, b) => a.start - b.start);
  const joined = all.filter((way, index) => {
    const [before, next] = [all[index - 1], all[index + 1]];
    return isJoined(read.folded.text, before, way) || isJoined(read.folded.text, way, next);
  });
  return [...new Set([...named, ...joined].map(({ method }) => method))];
}

const JOINS = new RegExp(`^\\s*(?:${phrase('joins').source}|、|/)\\s*(?:the |my )?$`);
const isJoined = (text: string, a: Span | undefined, b: Span | undefined): boolean =>
  a !== undefined && b !== undefined && JOINS.test(text.slice(a.end, b.start));

/** Days, times, parts and rhythms, and what is asked of them. */
function courseOf({ entities }: Reading): Slots {
  const { asked, times, rhythm } = entities;
  // The one day of "一天一万" is not how many there are, nor is the month of "twice a month".
  const isUnit = (asked.per === 'day' && entities.days === 1) || (rhythm !== undefined && entities.days === daysOf(rhythm));
  const days = isUnit ? undefined : entities.days;
  if (rhythm && asked.per !== 'day') {
    return { per: 'time', rhythm, ...(days !== undefined && { times: timesIn(rhythm, days) }) };
  }
  // Tomorrow has its whole limit again.
  if (asked.rest && asked.otherDay) return { asks: 'most', days: 1 };
  const asks = asked.rest ? 'rest' : asked.pieces ? 'pieces' : asked.most && days !== undefined && days > 1 ? 'most' : undefined;
  const count = times ?? partsOf(entities);
  return {
    ...(days !== undefined && { days }),
    ...(count !== undefined && !asked.inOneGo && { times: count }),
    ...(asked.per && { per: asked.per }),
    ...(asks && { asks }),
  };
}

/** A sum on top of the one before, or off it. */
function changeOf(sums: readonly { readonly amount: Amount; readonly role: Role }[]): SlotReading['change'] {
  const changed = sums.find(({ role }) => role === 'more' || role === 'less');
  const value = changed && exactOf(changed.amount, changed.role);
  if (!changed || !value) return undefined;
  const size = value.n < 0n ? negate(value) : value;
  return { kind: 'add', by: changed.role === 'less' ? negate(size) : size, alone: value };
}

/** "1w5加3k一块提": one sum of two. */
function onTop(slots: Slots, change: SlotReading['change']): Slots {
  const value = parseDecimal(slots.amount ?? '');
  return value && change?.kind === 'add' ? { ...slots, amount: yuan(add(value, change.by)) } : slots;
}

const negate = (value: Rational): Rational => multiply(value, rational(-1n));

const scaleOf = ({ scale }: Reading['entities']['asked']): SlotReading['change'] =>
  scale && { kind: 'scale', by: rational(BigInt(scale[0]), BigInt(scale[1])) };

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
function focusOf({ entities: { concepts, asked }, read }: Reading): Slots['focus'] {
  const correction = correctionSpan(read.folded);
  const kinds = concepts.filter((match) => !correction || !overlaps(match, correction)).map(({ concept }) => concept.kind);
  const time = kinds.includes('speed-question');
  // "which way" asks for neither price nor time.
  const cost = kinds.includes('cost-question') && (!time || asked.cheap);
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
  const name =
    role === 'fee' || role === 'budget'
      ? role
      : role === 'arrived'
        ? 'received'
        : role === 'amount' && arrives(entities, amount.span)
          ? 'target'
          : 'amount';
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
function arrives({ concepts, amounts, asked }: Reading['entities'], amount: Span): boolean {
  if (asked.wanted[amounts.findIndex(({ span }) => span === amount)]) return true;
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
  const isOf = (platforms: readonly string[], platform: string | undefined) => platform !== undefined && platforms.includes(platform);
  const across = tariffs.find(({ startsAt, endsAt }) => endsAt && isOf(startsAt, from) && isOf(endsAt, to));
  if (across) return across.id;
  const startsAt = (platform: string | undefined) => tariffs.find((tariff) => !tariff.endsAt && isOf(tariff.startsAt, platform));
  const tariff = startsAt(from);
  // Money that ends where another way begins crosses platforms, and no single way is implied.
  return tariff && startsAt(to) && startsAt(to) !== tariff ? undefined : tariff?.id;
}
