import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import type { Slots } from '../dialog/slots.js';
import { budget } from '../fees/budget.js';
import { capacity } from '../fees/capacity.js';
import { amountForFee } from '../fees/inverse.js';
import { repeat } from '../fees/repeat.js';
import { rest } from '../fees/rest.js';
import type { Tariff } from '../knowledge/tariff.js';
import { type Calculated, failed } from './calculated.js';
import { figuresOfBudget, figuresOfCapacity, figuresOfInverse, figuresOfRepetition, figuresOfRest } from './figures-of-plans.js';

/** What was sent, from what was charged. */
export function calculateInverse(tariff: Tariff, fee: Fen): Calculated {
  const found = amountForFee(tariff, fee);
  if (!found.ok) return failed(found.error, tariff);
  const { value } = found;
  const round = roundest(value.ranges.at(-1) ?? value.amounts);
  return {
    parts: [{ kind: 'inverse', tariff, found: value, round }],
    figures: figuresOfInverse(tariff, value, round),
    facts: tariff.legs.flatMap(({ rate, minimum }) => [...rate.facts, ...(minimum?.facts ?? [])]),
    cites: [tariff.source],
  };
}

/** The most that can be sent for a fee. */
export function calculateBudget(tariff: Tariff, maxFee: Fen): Calculated {
  const found = budget(tariff, maxFee);
  if (!found.ok) return failed(found.error, tariff);
  const { value } = found;
  const { max } = value.worst.fee;
  const times = value.endedBy === 'limit' && max > 0n ? Number(maxFee / max) : 1;
  return {
    parts: [{ kind: 'budget', tariff, budget: value, times }],
    figures: figuresOfBudget(value, times),
    facts: value.worst.facts,
    cites: [tariff.source],
  };
}

/** The most that some days carry. */
export function calculateCapacity(tariff: Tariff, days: number): Calculated {
  const found = capacity(tariff, days);
  if (!found.ok) return failed(found.error, tariff);
  return {
    parts: [{ kind: 'capacity', tariff, capacity: found.value }],
    figures: figuresOfCapacity(tariff, found.value),
    facts: found.value.facts,
    cites: [tariff.source],
  };
}

/** The same amount again and again, each time with the days of its rhythm to itself. */
export function calculateRepetition(tariff: Tariff, amount: Fen, times: number, rhythm: NonNullable<Slots['rhythm']>): Calculated {
  const found = repeat(tariff, amount, times, { within: rhythm.within });
  if (!found.ok) return failed(found.error, tariff);
  return {
    parts: [{ kind: 'repetition', tariff, repetition: found.value, rhythm }],
    figures: figuresOfRepetition(found.value),
    facts: found.value.facts,
    cites: [tariff.source],
  };
}

/** What may follow on a day on which something was sent already. */
export function calculateRest(tariff: Tariff, used: Fen): Calculated {
  const found = rest(tariff, used);
  if (!found.ok) return failed(found.error, tariff);
  return {
    parts: [{ kind: 'rest', tariff, rest: found.value }],
    figures: figuresOfRest(found.value),
    facts: found.value.facts,
    cites: [tariff.source],
  };
}

/** The amount of a range with the most zeros at its end. */
function roundest({ min, max }: Interval<Fen>): Fen {
  let [round, step] = [max as bigint, 1n];
  while (step <= max) {
    const candidate = (max / step) * step;
    if (candidate >= min) round = candidate;
    step *= 10n;
  }
  return fen(round);
}
