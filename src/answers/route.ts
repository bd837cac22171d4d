import { exactly, type Interval } from '../base/interval.js';
import { type Fen, fen, formatYuan, parseYuan } from '../base/money.js';
import { legFormula } from '../fees/formula.js';
import { moneyProblem } from '../fees/guards.js';
import { passLeg, termsOf } from '../fees/leg.js';
import { largestSingle } from '../fees/limits.js';
import { findTariff, type Pack } from '../knowledge/pack.js';
import type { AnswerPart, Figure } from './answer.js';
import { type Calculated, factsOfFees, factsOfLimits, failed } from './calculated.js';
import { span, yuan } from './figures.js';

type Legs = Extract<AnswerPart, { kind: 'route' }>['legs'];

/** All legs of a chain of ways, each taking its fee from what the one before left; legs that no way prices are counted, not guessed. */
export function calculateRoute(pack: Pack, route: readonly string[], sum: string): Calculated {
  const amount = parseYuan(sum);
  const problem = amount === undefined ? ({ kind: 'zero', input: 'amount' } as const) : moneyProblem('amount', amount);
  if (amount === undefined || problem) return failed(problem ?? { kind: 'zero', input: 'amount' });
  const tariffs = route.flatMap((id) => findTariff(pack, id) ?? []);
  let reaching: Interval<Fen> = exactly(amount);
  const legs: Legs[number][] = [];
  const figures: Figure[] = [];
  for (const tariff of tariffs) {
    for (const leg of tariff.legs) {
      const terms = termsOf(leg, tariff.rounding);
      const { fee, left } = passLeg(terms, reaching);
      if (left.min < 0n) return failed({ kind: 'fee-exceeds-amount', method: tariff.id, amount, fee }, tariff);
      legs.push({ tariff, amount: reaching, fee, isOver: reaching.max > largestSingle(tariff) });
      figures.push(
        yuan(span(fee), legFormula(terms, reaching, fee).text, { amount: span(reaching) }),
        yuan(span(reaching), 'amount', { amount: span(reaching) }),
      );
      reaching = left;
    }
  }
  const fee = { min: fen(amount - reaching.max), max: fen(amount - reaching.min) };
  const sent = formatYuan(amount);
  return {
    parts: [{ kind: 'route', amount, legs, fee, net: reaching, unpriced: route.length - tariffs.length }],
    figures: [
      yuan(span(fee), `${sent} − ${span(reaching)} = ${span(fee)}`, { amount: sent, net: span(reaching) }),
      yuan(span(reaching), 'net', { amount: sent, fee: span(fee) }),
      ...figures,
    ],
    facts: [...new Set(tariffs.flatMap((tariff) => [...factsOfFees(tariff), ...factsOfLimits(tariff)]))],
    cites: tariffs.map(({ source }) => source),
  };
}
