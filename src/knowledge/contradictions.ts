import { add, compare, equals, type Rational, ZERO } from '../base/rational.js';
import type { Article } from './article.js';
import { type Fact, type FactId, quantityOf, readingOf } from './fact.js';

/** Facts of one article that cannot all be taken at their word. */
export interface Contradiction {
  readonly rule: string;
  readonly facts: readonly FactId[];
  readonly why: string;
}

interface Rule {
  readonly name: string;
  readonly find: (facts: readonly Fact[]) => readonly Omit<Contradiction, 'rule'>[];
}

/** What is looked for; ids carry the meaning: `x.rate` and `x.cost`, `x.time` and `x.<step>-time`, `x.fastest~y`, `x.y~reading`. */
const RULES: readonly Rule[] = [
  { name: 'two-readings', find: twoReadings },
  { name: 'rate-and-cost', find: rateAndCost },
  { name: 'whole-and-steps', find: wholeAndSteps },
  { name: 'superlative', find: superlative },
];

/** All contradictions that the facts of an article show by themselves, declared or not. */
export function findContradictions(article: Article): readonly Contradiction[] {
  const facts = [...article.facts.values()];
  return RULES.flatMap(({ name, find }) => find(facts).map((found) => ({ rule: name, ...found })));
}

/** The contradictions that no declared conflict covers. */
export function undeclaredContradictions(article: Article): readonly Contradiction[] {
  return findContradictions(article).filter(
    ({ facts }) => !article.conflicts.some(({ between }) => facts.every((fact) => between.includes(fact))),
  );
}

function twoReadings(facts: readonly Fact[]) {
  const byQuantity = new Map<string, FactId[]>();
  for (const { id } of facts)
    if (readingOf(id) && !id.includes('.fastest~')) byQuantity.set(quantityOf(id), [...(byQuantity.get(quantityOf(id)) ?? []), id]);
  return [...byQuantity]
    .filter(([, ids]) => ids.length > 1)
    .map(([quantity, ids]) => ({ facts: ids, why: `${quantity} has ${ids.length} readings` }));
}

function rateAndCost(facts: readonly Fact[]) {
  return facts.flatMap((rate) => {
    const cost = facts.find(({ id }) => rate.id.endsWith('.rate') && id === rate.id.replace(/\.rate$/, '.cost'));
    const differ = cost && pointOf(rate) && pointOf(cost) && !equals(pointOf(rate) ?? ZERO, pointOf(cost) ?? ZERO);
    return differ ? [{ facts: [rate.id, cost.id], why: `the rate is ${rate.text.en}, the total cost ${cost.text.en}` }] : [];
  });
}

/** One time for the whole, although its steps may take a range: the whole cannot be that time. */
function wholeAndSteps(facts: readonly Fact[]) {
  return facts.flatMap((whole) => {
    const subject = /^(.*)\.time$/.exec(whole.id)?.[1];
    const time = pointOf(whole);
    if (!subject || !time) return [];
    const steps = facts.filter(({ id, value }) => id.startsWith(`${subject}.`) && id.endsWith('-time') && value.kind === 'quantity');
    let longest = ZERO;
    for (const { value } of steps) if (value.kind === 'quantity') longest = add(longest, value.range.max);
    return compare(longest, time) > 0
      ? [{ facts: [whole.id, ...steps.map(({ id }) => id)], why: `the whole takes ${whole.text.en}, its steps up to more than that` }]
      : [];
  });
}

/** "x is the fastest", although another time in the same section is shorter. */
function superlative(facts: readonly Fact[]) {
  return facts.flatMap((claim) => {
    if (!/\.fastest~/.test(claim.id)) return [];
    const champion = facts.find(({ id }) => id === `${readingOf(claim.id)}.time`);
    const record = champion && pointOf(champion);
    if (!record) return [];
    const faster = facts.filter(
      (fact) => fact.section === claim.section && fact.id.endsWith('.time') && compare(pointOf(fact) ?? record, record) < 0,
    );
    return faster.map((fact) => ({
      facts: [claim.id, champion.id, fact.id],
      why: `${fact.id} is ${fact.text.en}, less than ${champion.text.en}`,
    }));
  });
}

function pointOf({ value }: Fact): Rational | undefined {
  return value.kind === 'quantity' && equals(value.range.min, value.range.max) ? value.range.min : undefined;
}
