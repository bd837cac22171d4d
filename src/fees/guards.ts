import { type Fen, fen } from '../base/money.js';
import { ceil, compare, floor, multiply, ONE, type Rational, rational, ZERO } from '../base/rational.js';
import { err, ok, type Result } from '../base/result.js';
import type { Leg, MethodId, Tariff } from '../knowledge/tariff.js';
import { dayNumber } from './calendar.js';
import type { FeeError, MoneyInput, TariffFault } from './errors.js';

/** 10^15 yuan: more than all the money there is, and a bound for every search. */
export const CEILING = fen(10n ** 17n);

/** Whole fen of an amount in yuan. Errors: `fraction-of-fen`. */
export function amountFromYuan(yuan: Rational): Result<Fen, FeeError> {
  const value = multiply(yuan, rational(100n));
  if (value.d === 1n) return ok(fen(value.n));
  return err({ kind: 'fraction-of-fen', yuan, nearest: { min: fen(floor(value)), max: fen(ceil(value)) } });
}

/** The tariff of a method. Errors: `unknown-method`, with the ones there are. */
export function methodById(tariffs: readonly Tariff[], method: MethodId): Result<Tariff, FeeError> {
  const found = tariffs.find((tariff) => tariff.id === method);
  return found ? ok(found) : err({ kind: 'unknown-method', method, known: tariffs.map((tariff) => tariff.id) });
}

export function moneyProblem(input: MoneyInput, value: Fen, zero: 'allowed' | 'refused' = 'refused'): FeeError | undefined {
  if (value < 0n) return { kind: 'negative', input, value };
  if (value === 0n && zero === 'refused') return { kind: 'zero', input };
  if (value > CEILING) return { kind: 'too-large', input, value, ceiling: CEILING };
  return undefined;
}

export function countProblem(input: 'times' | 'transactions' | 'days', value: number, ceiling: number): FeeError | undefined {
  return Number.isSafeInteger(value) && value > 0 && value <= ceiling ? undefined : { kind: 'bad-count', input, value, ceiling };
}

/** Without a date, validity is not asked about. */
export function dateProblem(tariff: Tariff, on: string | undefined): FeeError | undefined {
  if (on === undefined) return undefined;
  for (const text of [on, tariff.validFrom, tariff.validUntil]) {
    if (text !== undefined && dayNumber(text) === undefined) return { kind: 'bad-date', text };
  }
  if (tariff.validFrom !== undefined && on < tariff.validFrom) {
    return { kind: 'not-yet-valid', method: tariff.id, on, validFrom: tariff.validFrom };
  }
  if (tariff.validUntil !== undefined && on > tariff.validUntil) {
    return { kind: 'expired', method: tariff.id, on, validUntil: tariff.validUntil };
  }
  return undefined;
}

/** A rate above one, or a minimum above the maximum, would break what every search relies on. */
export function tariffProblem(tariff: Tariff): FeeError | undefined {
  if (!checked.has(tariff)) checked.set(tariff, faultOf(tariff));
  return checked.get(tariff);
}

const checked = new WeakMap<Tariff, FeeError | undefined>();

function faultOf(tariff: Tariff): FeeError | undefined {
  const limits = tariff.limits.some((limit) => limit.kind === 'amount' && limit.amount.value <= 0n);
  const fault: TariffFault | undefined = limits
    ? { figure: 'limit', fault: 'negative' }
    : tariff.legs.map(legFault).find((found) => found !== undefined);
  return fault && { kind: 'invalid-tariff', method: tariff.id, ...fault };
}

function legFault(leg: Leg): TariffFault | undefined {
  const tiers = leg.tiers ?? [];
  for (const { min, max } of [leg.rate.value, ...tiers.map(({ rate }) => rate.value)]) {
    if (compare(min, ZERO) < 0) return { figure: 'rate', fault: 'negative' };
    if (compare(min, max) > 0) return { figure: 'rate', fault: 'reversed' };
    if (compare(max, ONE) > 0) return { figure: 'rate', fault: 'above-one' };
  }
  const starts = [leg.freeAllowance?.value ?? 0n, ...tiers.map(({ above }) => above.value)];
  if (starts.some((start, index) => index > 0 && start <= (starts[index - 1] ?? 0n))) return { figure: 'tiers', fault: 'out-of-order' };
  for (const figure of ['minimum', 'maximum', 'fixed', 'freeAllowance'] as const) {
    if ((leg[figure]?.value ?? 0n) < 0n) return { figure, fault: 'negative' };
  }
  if (leg.minimum && leg.maximum && leg.minimum.value > leg.maximum.value) return { figure: 'minimum', fault: 'minimum-above-maximum' };
  return undefined;
}
