import type { Interval } from '../base/interval.js';
import type { Fen } from '../base/money.js';
import type { Rational } from '../base/rational.js';
import type { Limit, LimitBasis, MethodId } from '../knowledge/tariff.js';

/** Which figure of the caller's an error speaks of. */
export type MoneyInput = 'amount' | 'target' | 'total' | 'fee';

/** What a tariff's own figures get wrong; `figure` names the field of the leg or limit. */
export interface TariffFault {
  readonly figure: 'rate' | 'minimum' | 'maximum' | 'fixed' | 'freeAllowance' | 'tiers' | 'limit';
  readonly fault: 'negative' | 'reversed' | 'above-one' | 'minimum-above-maximum' | 'out-of-order';
}

/** Why a figure cannot be given. Data only: the words for it stand in the wording files. Money is in fen. */
export type FeeError =
  | { readonly kind: 'negative'; readonly input: MoneyInput; readonly value: Fen }
  | { readonly kind: 'zero'; readonly input: MoneyInput }
  | { readonly kind: 'too-large'; readonly input: MoneyInput; readonly value: Fen; readonly ceiling: Fen }
  /** `nearest`: the whole fen just below and just above. */
  | { readonly kind: 'fraction-of-fen'; readonly yuan: Rational; readonly nearest: Interval<Fen> }
  /** `largest` is what one transaction (or one day, for a repetition) may carry; `parts` of it are needed at least. */
  | {
      readonly kind: 'over-limit';
      readonly method: MethodId;
      readonly amount: Fen;
      readonly exceeded: readonly Limit[];
      readonly largest: Fen;
      readonly parts: bigint;
      readonly reading?: LimitBasis;
    }
  /** `smallest`: the least amount that can bear its fee; absent when none can. */
  | {
      readonly kind: 'fee-exceeds-amount';
      readonly method: MethodId;
      readonly amount: Fen;
      readonly fee: Interval<Fen>;
      readonly smallest?: Fen;
    }
  /** No amount up to the ceiling leaves `target`. */
  | { readonly kind: 'unreachable'; readonly method: MethodId; readonly target: Fen }
  /** `below` and `above`: the nearest fees that do occur. `beyondLimit`: amounts that would cost it if there were no limit. */
  | {
      readonly kind: 'no-amount-for-fee';
      readonly method: MethodId;
      readonly fee: Fen;
      readonly below?: Fen;
      readonly above?: Fen;
      readonly beyondLimit?: Interval<Fen>;
    }
  | { readonly kind: 'budget-too-small'; readonly method: MethodId; readonly maxFee: Fen; readonly smallestFee: Fen }
  | { readonly kind: 'too-many-transactions'; readonly method: MethodId; readonly needed: bigint; readonly ceiling: number }
  | { readonly kind: 'bad-count'; readonly input: 'times' | 'transactions' | 'days'; readonly value: number; readonly ceiling: number }
  | { readonly kind: 'bad-date'; readonly text: string }
  | { readonly kind: 'not-yet-valid'; readonly method: MethodId; readonly on: string; readonly validFrom: string }
  | { readonly kind: 'expired'; readonly method: MethodId; readonly on: string; readonly validUntil: string }
  | { readonly kind: 'unknown-method'; readonly method: MethodId; readonly known: readonly MethodId[] }
  | ({ readonly kind: 'invalid-tariff'; readonly method: MethodId } & TariffFault);
