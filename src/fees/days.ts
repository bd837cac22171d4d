import { type Fen, fen } from '../base/money.js';
import { type Cut, type Share, shares } from './split.js';

/** Days in a row that carry the same transactions. */
export interface DayRun {
  readonly days: number;
  readonly shares: readonly Share[];
  /** What one such day carries, in fen. */
  readonly amount: Fen;
}

/** Fills days with the largest transactions that still fit, in order; everything on one day without a daily limit. */
export function pack(parts: readonly Share[], perDay: Fen | undefined): readonly DayRun[] {
  const left = parts.map((part) => ({ ...part }));
  const runs: DayRun[] = [];
  while (left.some((part) => part.count > 0)) {
    let room: bigint | undefined = perDay;
    const taken = left.map((part) => {
      const fits = room === undefined ? BigInt(part.count) : room / part.amount;
      const count = fits < BigInt(part.count) ? Number(fits) : part.count;
      if (room !== undefined) room -= BigInt(count) * part.amount;
      return { count, amount: part.amount };
    });
    const used = taken.filter((part) => part.count > 0);
    if (used.length === 0) throw new RangeError('a transaction is larger than a day may carry');
    const days = Math.min(...left.flatMap((part, i) => (taken[i]?.count ? [Math.floor(part.count / taken[i].count)] : [])));
    left.forEach((part, i) => {
      part.count -= days * (taken[i]?.count ?? 0);
    });
    runs.push(run(days, used));
  }
  return runs;
}

/**
 * A schedule of the fewest days and, among those, the fewest transactions, where days of only the largest transactions would not do: some
 * days take a smaller one on top. `undefined` when filling and packing reaches the fewest days by itself.
 */
export function crowd({ total, smallest, largest }: Cut, perDay: Fen | undefined): readonly DayRun[] | undefined {
  if (perDay === undefined) return undefined;
  const days = (total + perDay - 1n) / perDay;
  const full = perDay / largest;
  const byFull = days * full * largest;
  if (total <= byFull) return undefined;
  const extra = perDay - full * largest;
  const crowded = (total - byFull + extra - 1n) / extra;
  const rest = total - byFull - (crowded - 1n) * extra;
  const dayWith = (amount: bigint): readonly Share[] => {
    // One too small for its fee takes over from a full one.
    const lent = amount < smallest ? smallest - amount : 0n;
    return shares([lent > 0n ? full - 1n : full, largest], [lent > 0n ? 1n : 0n, largest - lent], [1n, amount + lent]);
  };
  return [run(Number(crowded - 1n), dayWith(extra)), run(1, dayWith(rest)), run(Number(days - crowded), shares([full, largest]))].filter(
    (part) => part.days > 0,
  );
}

/** The transactions of a whole schedule, equal ones together. */
export const sharesOf = (schedule: readonly DayRun[]): readonly Share[] =>
  shares(...schedule.flatMap(({ days, shares: daily }) => daily.map(({ count, amount }) => [BigInt(days * count), amount] as const)));

const run = (days: number, daily: readonly Share[]): DayRun => ({
  days,
  shares: daily,
  amount: fen(daily.reduce((sum, part) => sum + BigInt(part.count) * part.amount, 0n)),
});
