/** A day as days since 1970-01-01 in the Gregorian calendar, without any time zone. */
export type Day = number;

/** First and last day that an ISO value covers; null where that side is open or the year is not known. */
export interface Bounds {
  readonly from: string | null;
  readonly to: string | null;
}

const MS_PER_DAY = 86_400_000;

export function dayOf(year: number, month: number, day: number): Day {
  return Math.round(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

/** Year, month (1–12) and day of the month. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** Monday = 0 … Sunday = 6. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}

export function isoDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
}

export function isoMonth(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month)}`;
}

/** A day of which the year is not known: `--08-22`. */
export function isoDayWithoutYear(month: number, date: number): string {
  return `--${pad(month)}-${pad(date)}`;
}

/** Months counted on from a month: (2025, 1) − 1 → (2024, 12). */
export function addMonths(year: number, month: number, count: number): { year: number; month: number } {
  const total = year * 12 + (month - 1) + count;
  return { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 };
}

export function daysInMonth(year: number, month: number): number {
  return partsOf(dayOf(year, month + 1, 0)).date;
}

/** Whether such a day exists; 29 February counts where the year is not known. */
export function isDate(month: number, date: number, year = 2024): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/**
 * The day of an ISO date or date-time, as it is written: an offset from UTC does not move it.
 * @returns undefined where the text is no full date
 */
export function readDay(iso: string | undefined): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  if (match === null) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDate(month, date, year) ? dayOf(year, month, date) : undefined;
}

/** Ends of an ISO value, in the precision in which it is given: "2025-08" → both "2025-08"; "2022/.." → from "2022". */
export function boundsOf(value: string): Bounds {
  if (!value.includes("/")) return { from: value, to: value };
  const [from = "..", to = ".."] = value.split("/");
  return { from: from === ".." ? null : from, to: to === ".." ? null : to };
}

/** An interval; one value where both ends are the same. */
export function interval(from: string | null, to: string | null): string {
  return from !== null && from === to ? from : `${from ?? ".."}/${to ?? ".."}`;
}
