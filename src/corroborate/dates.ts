import { DAY } from "../resolve/days.ts";

/**
 * Whether two ISO dates or periods have no day in common; unknown dates have.
 *
 * @param slackDays so many days between the two are none
 */
export function areDatesApart(left: string | null, right: string | null, slackDays = 0): boolean {
  const [a, b] = [boundsOf(left), boundsOf(right)];
  if (a === undefined || b === undefined) return false;
  const [before, after] = a.to < b.from ? [a, b] : [b, a];
  if (before.to >= after.from) return false;
  return (Date.parse(after.from) - lastTime(before.to)) / DAY > slackDays;
}

/** First and last day of an ISO date or period, counted from 1970; unbounded where it is open or unknown. */
export function daysOf(date: string | null): { readonly from: number; readonly to: number } {
  const bounds = boundsOf(date);
  const from =
    bounds === undefined || bounds.from === "" ? Number.NEGATIVE_INFINITY : Date.parse(bounds.from) / DAY;
  const to = bounds === undefined || bounds.to === "~" ? Number.POSITIVE_INFINITY : lastTime(bounds.to) / DAY;
  return { from: Math.floor(from), to };
}

function boundsOf(date: string | null): { readonly from: string; readonly to: string } | undefined {
  const [from = "", to = from] = (date ?? "").split("/");
  if (!/^\d{4}/.test(from) && !/^\d{4}/.test(to)) return undefined;
  return { from: /^\d/.test(from) ? from : "", to: /^\d/.test(to) ? `${to}~` : "~" };
}

/** Midnight of the last day of an ISO day, month or year. */
function lastTime(to: string): number {
  const [year = 0, month = 12, day] = to.slice(0, 10).replace("~", "").split("-").map(Number);
  return day === undefined || Number.isNaN(day) ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
}
