/** First and last day of a date or period, for comparing as text; days that no month has ("2025-02-31") only ever bound. */
export interface DateBounds {
  readonly from: string;
  readonly to: string;
}

const YEAR = /^\d{4}/;
/** What an incomplete date is completed with: `2025` begins 2025-01-01 and ends 2025-12-31. */
export const FIRST_DAY = "0000-01-01";
export const LAST_DAY = "9999-12-31";

export function firstDay(date: string): string {
  return date.slice(0, 10) + FIRST_DAY.slice(date.length);
}

export function lastDay(date: string): string {
  return date.slice(0, 10) + LAST_DAY.slice(date.length);
}

/** Bounds of an ISO date of any precision or an interval; undefined without a year. */
export function dateBounds(date: string | null | undefined): DateBounds | undefined {
  if (date === null || date === undefined) return undefined;
  const [left = "", right] = date.split("/");
  if (right === undefined) {
    return YEAR.test(date) ? { from: firstDay(date), to: lastDay(date) } : undefined;
  }
  const from = YEAR.test(left) ? firstDay(left) : undefined;
  const to = YEAR.test(right) ? lastDay(right) : undefined;
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? FIRST_DAY, to: to ?? LAST_DAY };
}
