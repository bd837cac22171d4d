import type { Leg, Tariff } from '../../src/knowledge/tariff.js';

/** The fee of a leg, written again from the words of the tariff's type. */
function naiveLegFee(leg: Leg, amount: bigint, end: 'min' | 'max', rounding: Tariff['rounding']): bigint {
  const allowance = leg.freeAllowance?.value;
  const cap = (fee: bigint) => (leg.maximum && fee > leg.maximum.value ? leg.maximum.value : fee);
  if (allowance !== undefined && amount <= allowance) return cap(leg.fixed?.value ?? 0n);
  const steps = [{ above: allowance ?? 0n, rate: leg.rate }, ...(leg.tiers ?? []).map(({ above, rate }) => ({ above: above.value, rate }))];
  let [n, d] = [0n, 1n];
  steps.forEach(({ above, rate }, index) => {
    const upTo = steps[index + 1]?.above ?? amount;
    const part = (amount < upTo ? amount : upTo) - above;
    if (part <= 0n) return;
    const { n: share, d: whole } = rate.value[end];
    [n, d] = [n * whole + share * part * d, d * whole];
  });
  const rated = { 'half-up': (2n * n + d) / (2n * d), up: (n + d - 1n) / d, down: n / d }[rounding];
  const fee = rated + (leg.fixed?.value ?? 0n);
  return cap(leg.minimum && fee < leg.minimum.value ? leg.minimum.value : fee);
}

/** Every net amount that may arrive, found by trying each amount that may reach a leg at both ends of its rate. */
export function naiveNet(tariff: Tariff, amount: bigint): { min: bigint; max: bigint } {
  let [min, max] = [amount, amount];
  for (const leg of tariff.legs) {
    let [low, high] = [max, min - 1_000_000n];
    for (let reaching = min; reaching <= max; reaching++) {
      const worst = reaching - naiveLegFee(leg, reaching, 'max', tariff.rounding);
      const best = reaching - naiveLegFee(leg, reaching, 'min', tariff.rounding);
      if (worst < low) low = worst;
      if (best > high) high = best;
    }
    [min, max] = [low, high];
  }
  return { min, max };
}

/** All ways to write a total as parts up to `largest`, in falling order. */
export function* partitions(total: number, largest: number, most: number): Generator<readonly number[]> {
  if (total === 0) yield [];
  if (total === 0 || most === 0) return;
  for (let part = Math.min(total, largest); part > 0; part--) {
    for (const rest of partitions(total - part, part, most - 1)) yield [part, ...rest];
  }
}

/** The fewest days of at most `perDay` that hold all parts. */
export function fewestDays(parts: readonly number[], perDay: number, days: readonly number[] = []): number {
  const [part, ...rest] = parts;
  if (part === undefined) return days.length;
  const options = days.flatMap((used, i) => (used + part <= perDay ? [days.map((d, j) => (i === j ? d + part : d))] : []));
  return Math.min(...[...options, [...days, part]].map((next) => fewestDays(rest, perDay, next)));
}
