const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date such as `2023-06-30`; `undefined` for anything that is no day of the calendar. */
export function dayNumber(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY_MS;
  return isoDate(day) === text ? day : undefined;
}

/** The ISO date of a day number. */
const isoDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The ISO date `days` after `start`, which must be a valid ISO date; `undefined` past the year 9999. */
export function daysAfter(start: string, days: number): string | undefined {
  const day = (dayNumber(start) ?? 0) + days;
  return day <= LAST_DAY ? isoDate(day) : undefined;
}

const LAST_DAY = Date.UTC(9999, 11, 31) / DAY_MS;
