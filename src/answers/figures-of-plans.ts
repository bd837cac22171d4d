import { type Fen, formatYuan } from '../base/money.js';
import type { Arrangement } from '../fees/arrange.js';
import type { Budget } from '../fees/budget.js';
import type { Capacity } from '../fees/capacity.js';
import type { AmountsForFee } from '../fees/inverse.js';
import { quote } from '../fees/quote.js';
import type { Repetition } from '../fees/repeat.js';
import type { Rest } from '../fees/rest.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { Figure } from './answer.js';
import { countsOf, feeOfSplit, figuresOfPlan, figuresOfQuote, partsOfSplit, pieces, span, yuan } from './figures.js';

/** The amounts first, then the fee that they were worked out from, and the roundest of them. */
export function figuresOfInverse(tariff: Tariff, { fee, amounts, open }: AmountsForFee, round: Fen): readonly Figure[] {
  const inputs = { fee: formatYuan(fee) };
  const ends = [amounts.min, ...(open ? [] : [amounts.max])].map((amount) => {
    const quoted = quote(tariff, amount, { overLimit: 'report' });
    return yuan(formatYuan(amount), quoted.ok ? `amount with ${quoted.value.formula.text.replace(' = ', ' → ')}` : 'amount', inputs);
  });
  return [
    yuan(span(amounts), `amounts whose fee is ${formatYuan(fee)}`, inputs),
    yuan(formatYuan(fee), 'fee', inputs),
    ...ends,
    yuan(formatYuan(round), `the roundest of ${span(amounts)}`, inputs),
  ];
}

/** The amount first, then its fee, what arrives, and the budget. */
export function figuresOfBudget({ maxFee, worst, best }: Budget, times: number): readonly Figure[] {
  const inputs = { budget: formatYuan(maxFee) };
  const largest = (amount: Fen) => yuan(formatYuan(amount), `largest amount with fee ≤ ${formatYuan(maxFee)}`, inputs);
  return [
    largest(worst.amount),
    ...figuresOfQuote(worst),
    ...(best.amount === worst.amount ? [] : [largest(best.amount)]),
    yuan(formatYuan(maxFee), 'budget', inputs),
    ...(times > 1 ? [pieces(times, `floor(${formatYuan(maxFee)} ÷ ${formatYuan(worst.fee.max)})`, inputs)] : []),
  ];
}

/** The total fee first, then what arrives, the whole, how often and how long, each part, and the same under other readings. */
export function figuresOfArrangement(tariff: Tariff, arrangement: Arrangement): readonly Figure[] {
  const { total, split, limits, otherReadings } = arrangement;
  const whole = formatYuan(total);
  return [
    feeOfSplit(whole, split),
    yuan(span(split.net), `${whole} − ${span(split.fee)} = ${span(split.net)}`, { total: whole, fee: span(split.fee) }),
    ...wholeOf(arrangement),
    ...countsOf(whole, { limits, fewestDays: split }),
    ...partsOfSplit(tariff, split, whole),
    ...otherReadings.flatMap((other) =>
      other.split ? [feeOfSplit(whole, other.split), ...countsOf(whole, { limits: other.limits, fewestDays: other.split })] : [],
    ),
  ];
}

function wholeOf({ wish, total, split }: Arrangement): readonly Figure[] {
  const whole = formatYuan(total);
  if (wish.kind === 'times') {
    const each = formatYuan(wish.amount);
    return [yuan(whole, `${wish.times} × ${each} = ${whole}`, { times: String(wish.times), amount: each })];
  }
  const given = yuan(whole, 'total', { total: whole });
  if (wish.kind === 'parts') return [given];
  const daily = split.schedule.map(({ days, amount }) =>
    yuan(formatYuan(amount), `${whole} ÷ ${wish.days} days`, { total: whole, days: String(wish.days), on: String(days) }),
  );
  return [given, ...daily];
}

/** What the days carry first, then how, and the number of days. */
export function figuresOfCapacity(tariff: Tariff, { days, most, limits, plan }: Capacity): readonly Figure[] {
  const named = pieces(days, 'days', { days: String(days) });
  if (most === undefined || !plan) return [named];
  const [limit] = limits;
  const daily = limit ? formatYuan(limit.amount.value) : '';
  return [
    yuan(formatYuan(most), `${days} × ${daily} = ${formatYuan(most)}`, { days: String(days), limit: daily }),
    ...figuresOfPlan(tariff, plan),
    named,
  ];
}

/** The total fee first, then what arrives, the whole, and what each time is and costs. */
export function figuresOfRepetition({ amount, times, gross, fee, net, each }: Repetition): readonly Figure[] {
  const [one, whole] = [formatYuan(amount), formatYuan(gross)];
  const inputs = { amount: one, times: String(times) };
  return [
    yuan(span(fee), `${times} × ${span(each.fee)} = ${span(fee)}`, { ...inputs, fee: span(each.fee) }),
    yuan(span(net), `${whole} − ${span(fee)} = ${span(net)}`, { total: whole, fee: span(fee) }),
    yuan(whole, `${times} × ${one} = ${whole}`, inputs),
    yuan(one, 'amount', { amount: one }),
    feeOfSplit(one, each),
    pieces(times, 'times', { times: String(times) }),
    ...countsOf(one, { limits: [], fewestDays: each }),
  ];
}

/** What is left first, then what was used. */
export function figuresOfRest({ used, left, limits }: Rest): readonly Figure[] {
  const sent = yuan(formatYuan(used), 'amount', { amount: formatYuan(used) });
  const [limit] = limits;
  if (left === undefined || !limit) return [sent];
  const daily = formatYuan(limit.amount.value);
  return [
    yuan(formatYuan(left), `max(${daily} − ${formatYuan(used)}, 0.00) = ${formatYuan(left)}`, { limit: daily, used: formatYuan(used) }),
    sent,
  ];
}
