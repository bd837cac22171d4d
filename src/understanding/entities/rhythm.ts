import type { Folded } from '../../text/fold.js';
import { OFTEN_WORDS, RHYTHMS, type RhythmUnit } from '../phrases/index.js';

/** A sum that comes again and again: so often in each unit of time. */
export interface Rhythm {
  readonly unit: RhythmUnit;
  readonly often: number;
  /** The days that each time has to itself. */
  readonly within: number;
}

/** The rhythm that a text names: 每周, "twice a month". `times` is how often anything happens, where a number says so. */
export function readRhythm({ text }: Folded, times: number | undefined): Rhythm | undefined {
  const unit = RHYTHMS.find(([, pattern]) => pattern.test(text))?.[0];
  if (!unit) return undefined;
  const often = times ?? OFTEN_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 1;
  return { unit, often, within: Math.max(1, Math.floor(DAYS[unit] / often)) };
}

const DAYS: Readonly<Record<RhythmUnit, number>> = { day: 1, 'other-day': 2, week: 7, fortnight: 14, month: 30, quarter: 90, year: 365 };

/** How often it comes in so many days; what is left of a unit at the end does not count. A year has twelve months, its half six. */
export function timesIn({ unit, often }: Rhythm, days: number): number {
  const year = Math.floor(days / DAYS.year);
  const rest = days % DAYS.year;
  // Days that stand for months: half a year is six of them.
  const months = 12 * year + Math.round(rest / DAYS.month);
  const units = unit === 'month' ? months : unit === 'quarter' ? Math.floor(months / 3) : Math.floor(days / DAYS[unit]);
  return units * often;
}

/** How many days its unit has. */
export const daysOf = ({ unit }: Rhythm): number => DAYS[unit];
