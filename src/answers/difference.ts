import type { Interval } from '../base/interval.js';
import { type Fen, fen, parseYuan } from '../base/money.js';
import { formatDecimal, compare as order, type Rational, subtract } from '../base/rational.js';
import type { Difference } from '../dialog/decision.js';
import type { Slots } from '../dialog/slots.js';
import { compare } from '../fees/compare.js';
import { findTariff, type Pack } from '../knowledge/pack.js';
import type { Tariff } from '../knowledge/tariff.js';
import type { AnswerPart, DifferenceSide, Figure } from './answer.js';
import { type Calculated, failed } from './calculated.js';
import { calculateQuote, comparedTariffs } from './calculation.js';
import { span, yuan } from './figures.js';

/** What lies between two calculations: both are worked out anew, so that the difference can be too. */
export function calculateDifference(pack: Pack, { of, sides: [first, second] }: Difference): Calculated {
  return of === 'time' ? betweenTimes(pack, [first, second]) : betweenSums(pack, of, [first, second]);
}

function betweenSums(pack: Pack, of: 'fee' | 'net', slots: readonly [Slots, Slots]): Calculated {
  const [first, second] = slots.map((each) => {
    const named = withWay(pack, each);
    const calculated = calculateQuote(pack, named);
    return { calculated, side: sideOf(calculated.parts, of) };
  });
  // What cannot be worked out says why by itself.
  const unknown = [first, second].find((each) => !each?.side);
  if (!first?.side || !second?.side) return unknown?.calculated ?? failed({ kind: 'zero', input: 'amount' });
  const sides = [first.side, second.side] as const;
  const gap = gapOf(sides[0].value, sides[1].value);
  const shown = sides.map(({ value }) => span(value));
  const figures: readonly Figure[] = gap
    ? [
        yuan(span(gap.size), `${shown[gap.more]} − ${shown[1 - gap.more]} = ${span(gap.size)}`, {
          first: shown[0] ?? '',
          second: shown[1] ?? '',
        }),
      ]
    : [];
  return {
    parts: [
      { kind: 'difference', of, sides, ...(gap && { gap: gap.size, more: gap.more }) },
      ...notesOf(first.calculated, second.calculated),
    ],
    figures: [...figures, ...first.calculated.figures, ...second.calculated.figures],
    facts: [...new Set([...first.calculated.facts, ...second.calculated.facts])],
    cites: [...first.calculated.cites, ...second.calculated.cites],
  };
}

/** The figure that a calculation comes down to; none where it comes down to another kind of figure. */
function sideOf([part]: readonly AnswerPart[], of: 'fee' | 'net'): DifferenceSide<Interval<Fen>> | undefined {
  switch (part?.kind) {
    case 'quote':
      return { tariff: part.tariff, amount: part.quote.amount, value: part.quote[of] };
    case 'route': {
      const [leg] = part.legs;
      return leg && part.unpriced === 0 ? { tariff: leg.tariff, amount: part.amount, value: part[of] } : undefined;
    }
    case 'plan':
      return { tariff: part.tariff, amount: part.plan.total, value: part.plan.fewestDays[of] };
    case 'arrangement':
      return { tariff: part.tariff, amount: part.arrangement.total, value: part.arrangement.split[of] };
    default:
      return undefined;
  }
}

/** Whose rate was worked with is said here too. */
const notesOf = (...calculated: readonly Calculated[]): readonly AnswerPart[] =>
  calculated.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'offer'));

/** A side without a way is the best one for its sum. */
function withWay(pack: Pack, slots: Slots): Slots {
  if (slots.method !== undefined) return slots;
  const sum = slots.amount === undefined ? undefined : parseYuan(slots.amount);
  const found = compare(comparedTariffs(pack, slots), sum);
  const best = found.ok ? found.value[slots.focus === 'time' ? 'fastest' : 'cheapest'][0] : undefined;
  return best === undefined ? slots : { ...slots, method: best };
}

function gapOf(first: Interval<Fen>, second: Interval<Fen>): { readonly size: Interval<Fen>; readonly more: 0 | 1 } | undefined {
  if (first.min >= second.max) return { size: { min: fen(first.min - second.max), max: fen(first.max - second.min) }, more: 0 };
  if (second.min >= first.max) return { size: { min: fen(second.min - first.max), max: fen(second.max - first.min) }, more: 1 };
  return undefined;
}

function betweenTimes(pack: Pack, slots: readonly [Slots, Slots]): Calculated {
  const [first, second] = slots.map((each) => findTariff(pack, withWay(pack, each).method ?? ''));
  if (!first || !second) return failed({ kind: 'unknown-method', method: '', known: pack.tariffs.map(({ id }) => id) });
  const side = (tariff: Tariff): DifferenceSide<Interval<Rational> | undefined> => ({ tariff, value: tariff.time?.value });
  const [a, b] = [first.time?.value, second.time?.value];
  const gap = a && b && (betweenMinutes(a, b, 0) ?? betweenMinutes(b, a, 1));
  const shown = ({ min, max }: Interval<Rational>) =>
    order(min, max) === 0 ? formatDecimal(min) : `${formatDecimal(min)}..${formatDecimal(max)}`;
  const figure: readonly Figure[] =
    gap && a && b
      ? [
          {
            value: shown(gap.size),
            unit: 'minute',
            origin: {
              formula: `${shown(gap.more === 0 ? a : b)} − ${shown(gap.more === 0 ? b : a)} = ${shown(gap.size)}`,
              inputs: { first: shown(a), second: shown(b) },
            },
          },
        ]
      : [];
  return {
    parts: [{ kind: 'difference', of: 'time', sides: [side(first), side(second)], ...(gap && { gap: gap.size, more: gap.more }) }],
    figures: figure,
    facts: [...(first.time?.facts ?? []), ...(second.time?.facts ?? [])],
    cites: [first.source, second.source],
  };
}

function betweenMinutes(longer: Interval<Rational>, shorter: Interval<Rational>, more: 0 | 1) {
  if (order(longer.min, shorter.max) < 0) return undefined;
  return { size: { min: subtract(longer.min, shorter.max), max: subtract(longer.max, shorter.min) }, more };
}
