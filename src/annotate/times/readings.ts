import type { TimeSpan } from "../../model/layers.ts";
import {
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  interval,
  isDate,
  isoDay,
  isoDayWithoutYear,
  isoMonth,
  partsOf,
  weekdayOf,
} from "./calendar.ts";
import type { Direction } from "./direction.ts";

/** What a time expression is read against. */
export interface TimeContext {
  /** Day of the article; undefined where it has no date. */
  readonly anchor: Day | undefined;
  /** Which way the clause looks. */
  readonly direction: () => Direction;
}

export type TimeReading = Pick<TimeSpan, "value" | "granularity" | "relative">;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

export const NUMBER_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/** A dateline may carry the day after the article was dated: this many days ahead still count as past. */
const DATELINE_SLACK = 2;

/** Month number of a month's name or abbreviation. */
function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

export function countOf(words: string): number {
  const lower = words.toLowerCase();
  if (/^\d+$/.test(lower)) return Number(lower);
  if (lower === "a" || lower === "an") return 1;
  if (lower === "a couple of") return 2;
  if (lower === "a dozen") return 12;
  const tens = ["thirty", "forty", "fifty", "sixty"].indexOf(lower);
  return tens >= 0 ? 30 + tens * 10 : NUMBER_WORDS.indexOf(lower);
}

export function absolute(value: string, granularity: TimeSpan["granularity"]): TimeReading {
  return { value, granularity, relative: false };
}

export function relative(value: string, granularity: TimeSpan["granularity"]): TimeReading {
  return { value, granularity, relative: true };
}

/** Days before the anchor within which a day without its year is that of this year. */
const RECENT = 7;

/** The year in which a day of the year falls, seen from the anchor. */
function yearFor(month: number, date: number, anchor: Day, direction: Direction): number {
  const { year } = partsOf(anchor);
  const here = dayOf(year, month, date);
  // "officials told the paper on March 9 that it could …": a day just gone is meant, whatever the tense beside it.
  if (direction === "future") return here < anchor - RECENT ? year + 1 : year;
  return here > anchor + DATELINE_SLACK ? year - 1 : year;
}

export function readDayOfMonth(
  monthName: string,
  dayText: string,
  yearText: string | undefined,
  { anchor, direction }: TimeContext,
): string | undefined {
  const month = monthNumber(monthName);
  const date = Number.parseInt(dayText, 10);
  if (yearText !== undefined) {
    return isDate(month, date, Number(yearText)) ? isoDay(dayOf(Number(yearText), month, date)) : undefined;
  }
  if (!isDate(month, date)) return undefined;
  if (anchor === undefined) return isoDayWithoutYear(month, date);
  return isoDay(dayOf(yearFor(month, date, anchor, direction()), month, date));
}

/** Monday and Sunday of the ISO week that holds a day, moved by weeks. */
function weekOf(day: Day, weeks: number): { from: Day; to: Day } {
  const from = day - weekdayOf(day) + weeks * 7;
  return { from, to: from + 6 };
}

function quarterValue(year: number, quarter: number): string {
  return interval(isoMonth(year, quarter * 3 - 2), isoMonth(year, quarter * 3));
}

/** A calendar unit counted from the one that holds the anchor: 0 = this week, −1 = last year. */
export function calendarUnit(unit: string, steps: number, anchor: Day): TimeReading | undefined {
  const { year, month } = partsOf(anchor);
  switch (unit) {
    case "day":
      return relative(isoDay(anchor + steps), "day");
    case "week": {
      const { from, to } = weekOf(anchor, steps);
      return relative(interval(isoDay(from), isoDay(to)), "week");
    }
    case "weekend": {
      const { to } = weekOf(anchor, steps);
      return relative(interval(isoDay(to - 1), isoDay(to)), "interval");
    }
    case "month": {
      const moved = addMonths(year, month, steps);
      return relative(isoMonth(moved.year, moved.month), "month");
    }
    case "quarter": {
      const index = year * 4 + Math.floor((month - 1) / 3) + steps;
      return relative(quarterValue(Math.floor(index / 4), (index % 4) + 1), "quarter");
    }
    case "year":
      return relative(String(year + steps), "year");
    case "decade": {
      const from = Math.floor(year / 10) * 10 + steps * 10;
      return relative(interval(String(from), String(from + 9)), "decade");
    }
    case "century": {
      const from = Math.floor(year / 100) * 100 + steps * 100;
      return relative(interval(String(from), String(from + 99)), "interval");
    }
    default:
      return undefined;
  }
}

/** The day that lies some units before or after another; months and years keep the day of the month where it exists. */
export function shift(day: Day, unit: string, count: number): Day {
  if (unit === "day") return day + count;
  if (unit === "week") return day + 7 * count;
  const months: Record<string, number> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
  const { year, month, date } = partsOf(day);
  const moved = addMonths(year, month, (months[unit] ?? 1) * count);
  return dayOf(moved.year, moved.month, Math.min(date, daysInMonth(moved.year, moved.month)));
}

/** "two weeks ago": as precise as the unit allows. */
export function pointAt(day: Day, unit: string): TimeReading {
  const { year, month } = partsOf(day);
  if (unit === "month" || unit === "quarter") return relative(isoMonth(year, month), "month");
  if (unit === "year" || unit === "decade" || unit === "century") return relative(String(year), "year");
  return relative(isoDay(day), "day");
}

export function weekdayValue(
  name: string,
  which: string | undefined,
  { anchor, direction }: TimeContext,
): string | undefined {
  if (anchor === undefined) return undefined;
  const target = WEEKDAYS.indexOf(name.toLowerCase());
  const back = (weekdayOf(anchor) - target + 7) % 7;
  const ahead = (7 - back) % 7;
  switch (which?.toLowerCase()) {
    case "last":
    case "previous":
      return isoDay(anchor - (back === 0 ? 7 : back));
    case "next":
    case "coming":
      return isoDay(anchor + (ahead === 0 ? 7 : ahead));
    case "this":
      return isoDay(anchor - weekdayOf(anchor) + target);
    default:
      return isoDay(direction() === "future" ? anchor + ahead : anchor - back);
  }
}

export function readMonth(
  name: string,
  which: string | undefined,
  year: string | undefined,
  { anchor, direction }: TimeContext,
): TimeReading | undefined {
  const month = monthNumber(name);
  if (year !== undefined) return absolute(isoMonth(Number(year), month), "month");
  if (anchor === undefined) return undefined;
  const now = partsOf(anchor);
  const before = month < now.month || (month === now.month && which?.toLowerCase() !== "last");
  const lastYear = before ? now.year : now.year - 1;
  const ahead =
    which?.toLowerCase() === "next" || (which?.toLowerCase() !== "last" && direction() === "future");
  const nextYear =
    month < now.month || (month === now.month && which?.toLowerCase() === "next") ? now.year + 1 : now.year;
  return absolute(isoMonth(ahead ? nextYear : lastYear, month), "month");
}

export function dayReading(value: string | undefined): TimeReading | undefined {
  return value === undefined ? undefined : absolute(value, "day");
}

export function dayRange(
  m: string,
  a: string,
  n: string,
  b: string,
  year: string | undefined,
  context: TimeContext,
): TimeReading | undefined {
  const to = readDayOfMonth(n, b, year, context);
  const ownYear = year ?? (to?.startsWith("--") === false ? to.slice(0, 4) : undefined);
  const wraps = monthNumber(m) > monthNumber(n);
  const from = readDayOfMonth(
    m,
    a,
    ownYear === undefined ? undefined : String(Number(ownYear) - (wraps ? 1 : 0)),
    context,
  );
  return from === undefined || to === undefined || (from >= to && !from.startsWith("--"))
    ? undefined
    : absolute(interval(from, to), "interval");
}

export function yearOf(words: string, { anchor }: TimeContext): number | undefined {
  if (/^\d/.test(words)) return Number(words);
  if (anchor === undefined) return undefined;
  const steps = /^last/i.test(words) ? -1 : /^next/i.test(words) ? 1 : 0;
  return partsOf(anchor).year + steps;
}

export function quarterReading(
  quarter: number,
  yearWords: string | undefined,
  context: TimeContext,
): TimeReading | undefined {
  if (yearWords !== undefined) {
    const year = yearOf(yearWords, context);
    return year === undefined ? undefined : absolute(quarterValue(year, quarter), "quarter");
  }
  const { anchor, direction } = context;
  if (anchor === undefined) return undefined;
  const { year, month } = partsOf(anchor);
  const started = quarter * 3 - 2 <= month;
  return relative(quarterValue(started || direction() === "future" ? year : year - 1, quarter), "quarter");
}

/** First and last day of a week, month, year or decade in ISO. */
export function spanOfUnit(value: string): [string, string] | [] {
  const [from = "", to = from] = value.split("/");
  if (/^\d{4}-\d{2}-\d{2}$/.test(from)) return [from, to];
  const month = /^(\d{4})-(\d{2})$/.exec(to);
  if (month !== null) {
    const last = daysInMonth(Number(month[1]), Number(month[2]));
    return [`${from}-01`, `${to}-${String(last).padStart(2, "0")}`];
  }
  return /^\d{4}$/.test(from) ? [`${from}-01-01`, `${to}-12-31`] : [];
}

/** "the coming days": the next seven; weeks, months and years likewise up to a few of them. */
export function vagueSpan(anchor: Day, unit: string, sign: 1 | -1): TimeReading {
  const reach = unit === "day" ? 7 : unit === "week" ? 4 : unit === "month" ? 6 : 5;
  const near = anchor + (sign === 1 ? 1 : 0);
  const far = shift(anchor, unit, sign * reach);
  return relative(interval(isoDay(Math.min(near, far)), isoDay(Math.max(near, far))), "interval");
}
