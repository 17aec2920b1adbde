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

/** One way of wording a time: `read` returns undefined where the words turn out to be no time, or cannot be dated. */
export interface TimePattern {
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    context: TimeContext,
  ) => TimeReading | undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NUMBER_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const MONTH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const YEAR = "(?:1[5-9]|20)\\d\\d";
const COUNT = `\\d{1,3}|an?|${NUMBER_WORDS.slice(1).join("|")}|thirty|forty|fifty|sixty|a couple of|a dozen`;
const UNIT = "day|week|month|year|decade|quarter|century";
const PART = "(?:morning|afternoon|evening|night)";
/** A dateline may carry the day after the article was dated: this many days ahead still count as past. */
const DATELINE_SLACK = 2;

/** Month number of a month's name or abbreviation. */
function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function countOf(words: string): number {
  const lower = words.toLowerCase();
  if (/^\d+$/.test(lower)) return Number(lower);
  if (lower === "a" || lower === "an") return 1;
  if (lower === "a couple of") return 2;
  if (lower === "a dozen") return 12;
  const tens = ["thirty", "forty", "fifty", "sixty"].indexOf(lower);
  return tens >= 0 ? 30 + tens * 10 : NUMBER_WORDS.indexOf(lower);
}

function absolute(value: string, granularity: TimeSpan["granularity"]): TimeReading {
  return { value, granularity, relative: false };
}

function relative(value: string, granularity: TimeSpan["granularity"]): TimeReading {
  return { value, granularity, relative: true };
}

/** The year in which a day of the year falls, seen from the anchor. */
function yearFor(month: number, date: number, anchor: Day, direction: Direction): number {
  const { year } = partsOf(anchor);
  const here = dayOf(year, month, date);
  if (direction === "future") return here < anchor ? year + 1 : year;
  return here > anchor + DATELINE_SLACK ? year - 1 : year;
}

function readDayOfMonth(
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
function calendarUnit(unit: string, steps: number, anchor: Day): TimeReading | undefined {
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
function shift(day: Day, unit: string, count: number): Day {
  if (unit === "day") return day + count;
  if (unit === "week") return day + 7 * count;
  const months: Record<string, number> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
  const { year, month, date } = partsOf(day);
  const moved = addMonths(year, month, (months[unit] ?? 1) * count);
  return dayOf(moved.year, moved.month, Math.min(date, daysInMonth(moved.year, moved.month)));
}

/** "two weeks ago": as precise as the unit allows. */
function pointAt(day: Day, unit: string): TimeReading {
  const { year, month } = partsOf(day);
  if (unit === "month" || unit === "quarter") return relative(isoMonth(year, month), "month");
  if (unit === "year" || unit === "decade" || unit === "century") return relative(String(year), "year");
  return relative(isoDay(day), "day");
}

function weekdayValue(
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

function readMonth(
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

const ORDINALS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};

/** Patterns over the text of a sentence, tried in this order at each place; the first that reads wins. */
export const TIME_PATTERNS: readonly TimePattern[] = [
  {
    pattern: /(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})\b/y,
    read: ({ y, m, d }) =>
      isDate(Number(m), Number(d), Number(y)) ? absolute(`${y}-${m}-${d}`, "day") : undefined,
  },
  {
    // Aug. 18-22, 2024
    pattern: new RegExp(
      `(?<m>${MONTH}) (?<a>${DAY}) ?(?:-|–|to|through) ?(?<b>${DAY})(?:,? (?<y>${YEAR}))?(?![\\d\\w])`,
      "y",
    ),
    read: ({ m = "", a = "", b = "", y }, context) => dayRange(m, a, m, b, y, context),
  },
  {
    // Aug. 30 to Sept. 3
    pattern: new RegExp(
      `(?<m>${MONTH}) (?<a>${DAY}) ?(?:-|–|to|through|until) ?(?<n>${MONTH}) (?<b>${DAY})(?:,? (?<y>${YEAR}))?(?![\\d\\w])`,
      "y",
    ),
    read: ({ m = "", a = "", n = "", b = "", y }, context) => dayRange(m, a, n, b, y, context),
  },
  {
    // 18-22 August 2024
    pattern: new RegExp(
      `(?<a>${DAY}) ?(?:-|–|to) ?(?<b>${DAY}) (?<m>${MONTH})(?:,? (?<y>${YEAR}))?(?![\\d\\w])`,
      "y",
    ),
    read: ({ m = "", a = "", b = "", y }, context) => dayRange(m, a, m, b, y, context),
  },
  {
    // Tuesday, Aug. 19, 2025
    pattern: new RegExp(
      `(?:${WEEKDAY},? )?(?<m>${MONTH}) (?<d>${DAY})(?:(?:,? )(?<y>${YEAR}))?(?![\\d\\w]|[-–]\\d|,\\d{3}| ?percent| ?%)`,
      "y",
    ),
    read: ({ m = "", d = "", y }, context) => dayReading(readDayOfMonth(m, d, y, context)),
  },
  {
    // 19 August 2025, the 19th of August
    pattern: new RegExp(
      `(?:${WEEKDAY},? )?(?<d>${DAY}) (?:of )?(?<m>${MONTH})(?:,? (?<y>${YEAR}))?(?![\\d\\w])`,
      "y",
    ),
    read: ({ m = "", d = "", y }, context) => dayReading(readDayOfMonth(m, d, y, context)),
  },
  {
    pattern: new RegExp(
      `(?:(?:early|late|mid)[- ])?(?<m>${MONTH}),? (?:of )?(?<y>${YEAR})(?![\\d\\w])`,
      "iy",
    ),
    read: ({ m = "", y }, context) => (/^\p{Lu}/u.test(m) ? readMonth(m, undefined, y, context) : undefined),
  },
  {
    pattern: new RegExp(
      `(?:(?<which>last|next|previous|this|coming) )?(?<w>${WEEKDAY})(?: ${PART})?(?![\\w’'-]*\\w)`,
      "iy",
    ),
    read: ({ which, w = "" }, context) => {
      if (!/^\p{Lu}/u.test(w)) return undefined;
      const value = weekdayValue(w, which, context);
      return value === undefined ? undefined : relative(value, "day");
    },
  },
  {
    pattern: /(?<part>earlier|later) (?:this|in the) (?<u>week|month|year|decade|quarter)\b/iy,
    read: ({ part = "", u = "" }, { anchor }) => {
      if (anchor === undefined) return undefined;
      const whole = calendarUnit(u.toLowerCase(), 0, anchor);
      const [from = "", to = from] = spanOfUnit(whole?.value ?? "");
      const today = isoDay(anchor);
      const value = part.toLowerCase() === "earlier" ? interval(from, today) : interval(today, to);
      return relative(value, "interval");
    },
  },
  {
    pattern:
      /(?:the )?(?:early |late |mid-?)?(?<which>this|last|next|previous|current) (?<u>week|weekend|month|year|decade|quarter|century)\b(?!['’]|-(?:long|old|end))/iy,
    read: ({ which = "", u = "" }, { anchor }) => {
      if (anchor === undefined) return undefined;
      const steps = { this: 0, current: 0, last: -1, previous: -1, next: 1 }[which.toLowerCase()] ?? 0;
      return calendarUnit(u.toLowerCase(), steps, anchor);
    },
  },
  {
    pattern: /(?:over|at|during) the weekend\b/iy,
    read: (_groups, { anchor, direction }) =>
      anchor === undefined
        ? undefined
        : calendarUnit("weekend", direction() === "future" || weekdayOf(anchor) >= 5 ? 0 : -1, anchor),
  },
  {
    pattern:
      /(?:in |over |during |within )?the (?<which>coming|next|following) (?:few |several )?(?<u>day|week|month|year)s\b/iy,
    read: ({ u = "" }, { anchor }) =>
      anchor === undefined ? undefined : vagueSpan(anchor, u.toLowerCase(), 1),
  },
  {
    pattern:
      /(?:in |over |during )?(?:the )?(?<which>recent|past few|last few|past several) (?<u>day|week|month|year)s\b/iy,
    read: ({ u = "" }, { anchor }) =>
      anchor === undefined ? undefined : vagueSpan(anchor, u.toLowerCase(), -1),
  },
  {
    pattern: new RegExp(
      `(?:in |over |during |for |within )?the (?<which>past|last|next|coming) (?:(?<n>${COUNT}) )?(?<u>${UNIT})s?(?![\\w-])`,
      "iy",
    ),
    read: ({ which = "", n, u = "" }, { anchor }) => {
      if (anchor === undefined) return undefined;
      const unit = u.toLowerCase();
      const count = n === undefined ? 1 : countOf(n);
      const ahead = /next|coming/i.test(which);
      const far = shift(anchor, unit, ahead ? count : -count);
      return relative(interval(isoDay(Math.min(far, anchor)), isoDay(Math.max(far, anchor))), "interval");
    },
  },
  {
    pattern: new RegExp(
      `(?:(?:about|nearly|almost|over|more than|some|around|roughly) )?(?<n>${COUNT}) (?<u>${UNIT})s? ago\\b`,
      "iy",
    ),
    read: ({ n = "", u = "" }, { anchor }) =>
      anchor === undefined
        ? undefined
        : pointAt(shift(anchor, u.toLowerCase(), -countOf(n)), u.toLowerCase()),
  },
  {
    pattern: /(?<u>day|week|month|year|decade)s ago\b/iy,
    read: ({ u = "" }, { anchor }) => {
      if (anchor === undefined) return undefined;
      const unit = u.toLowerCase();
      return relative(interval(isoDay(shift(anchor, unit, -6)), isoDay(shift(anchor, unit, -2))), "interval");
    },
  },
  {
    pattern: /the day (?<w>before yesterday|after tomorrow)\b/iy,
    read: ({ w = "" }, { anchor }) =>
      anchor === undefined ? undefined : relative(isoDay(anchor + (/^before/i.test(w) ? -2 : 2)), "day"),
  },
  {
    pattern: new RegExp(
      `(?<w>yesterday|today|tomorrow|tonight|last night|this ${PART})(?: ${PART})?\\b(?!['’]s [A-Z])`,
      "iy",
    ),
    read: ({ w = "" }, { anchor }) => {
      if (anchor === undefined) return undefined;
      const steps = /^(yesterday|last)/i.test(w) ? -1 : /^tomorrow/i.test(w) ? 1 : 0;
      return relative(isoDay(anchor + steps), "day");
    },
  },
  {
    pattern: /overnight\b/iy,
    read: (_groups, { anchor, direction }) => {
      if (anchor === undefined) return undefined;
      const from = direction() === "future" ? anchor : anchor - 1;
      return relative(interval(isoDay(from), isoDay(from + 1)), "interval");
    },
  },
  {
    pattern: new RegExp(
      `(?:the )?(?<o>first|second|third|fourth|1st|2nd|3rd|4th) quarter(?:(?: of)? (?<y>${YEAR}|this year|last year|next year))?\\b`,
      "iy",
    ),
    read: ({ o = "", y }, context) => quarterReading(ORDINALS[o.toLowerCase()] ?? 1, y, context),
  },
  {
    pattern: new RegExp(`Q(?<q>[1-4])(?: (?:of )?(?<y>${YEAR}))?\\b`, "y"),
    read: ({ q = "", y }, context) => quarterReading(Number(q), y, context),
  },
  {
    pattern: new RegExp(
      `(?:the )?(?<o>first|second) half of (?<y>${YEAR}|this year|last year|next year)\\b`,
      "iy",
    ),
    read: ({ o = "", y = "" }, context) => {
      const year = yearOf(y, context);
      if (year === undefined) return undefined;
      const from = o.toLowerCase() === "first" ? 1 : 7;
      return absolute(interval(isoMonth(year, from), isoMonth(year, from + 5)), "interval");
    },
  },
  {
    pattern: /(?:the )?(?:early |late |mid-?)?(?<d>(?:1[5-9]|20)\d)0s\b/iy,
    read: ({ d = "" }) => absolute(interval(`${d}0`, `${d}9`), "decade"),
  },
  {
    pattern: /(?:the )?end of (?:the|this) (?<u>week|month|year|decade)\b/iy,
    read: ({ u = "" }, { anchor }) => {
      if (anchor === undefined) return undefined;
      const unit = u.toLowerCase();
      const whole = calendarUnit(unit, 0, anchor);
      if (unit !== "week") return whole;
      return relative(spanOfUnit(whole?.value ?? "")[1] ?? "", "day");
    },
  },
  {
    // 2019-2021, 2024-25, 2024/25
    pattern: new RegExp(`(?<a>${YEAR})[-–/](?<b>${YEAR}|\\d\\d)(?![\\d\\w-])`, "y"),
    read: ({ a = "", b = "" }) => {
      const to = b.length === 4 ? Number(b) : Number(a.slice(0, 2) + b);
      return to > Number(a) && to - Number(a) < 200
        ? absolute(interval(a, String(to)), "interval")
        : undefined;
    },
  },
];

/** A month alone counts only after a word that leads a time: "in March", never "March on Kyiv". */
export const MONTH_ALONE: TimePattern = {
  pattern: new RegExp(
    `(?:(?:early|late|mid)[- ])?(?:(?<which>last|next|this) )?(?<m>${MONTH})(?![\\w’'-]*\\w| \\d)`,
    "iy",
  ),
  read: ({ which, m = "" }, context) =>
    /^\p{Lu}/u.test(m) && !/^(Jan|Mar|Jun|Jul)$/.test(m)
      ? readMonth(m, which, undefined, context)
      : undefined,
};

/** A year alone, likewise: "in 2021", "the 2024 election"; `mid-2023`. */
export const YEAR_ALONE: TimePattern = {
  pattern: new RegExp(`(?:(?:early|late|mid)[- ])?(?<y>${YEAR})(?![\\d\\w]|[,.]\\d|-\\w)`, "iy"),
  read: ({ y = "" }) => absolute(y, "year"),
};

/** "for three years", "a two-day visit": how long. */
export const DURATION: TimePattern = {
  pattern: new RegExp(`(?<n>${COUNT})[- ](?<u>hour|minute|${UNIT})s?(?![\\w-])`, "iy"),
  read: ({ n = "", u = "" }) => {
    const count = countOf(n);
    const unit = u.toLowerCase();
    const letters: Record<string, string> = { day: "D", week: "W", month: "M", year: "Y" };
    if (unit === "decade") return absolute(`P${count * 10}Y`, "duration");
    if (unit === "century") return absolute(`P${count * 100}Y`, "duration");
    if (unit === "quarter") return absolute(`P${count * 3}M`, "duration");
    if (unit === "hour" || unit === "minute")
      return absolute(`PT${count}${unit === "hour" ? "H" : "M"}`, "duration");
    return absolute(`P${count}${letters[unit] ?? "D"}`, "duration");
  },
};

function dayReading(value: string | undefined): TimeReading | undefined {
  return value === undefined ? undefined : absolute(value, "day");
}

function dayRange(
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

function yearOf(words: string, { anchor }: TimeContext): number | undefined {
  if (/^\d/.test(words)) return Number(words);
  if (anchor === undefined) return undefined;
  const steps = /^last/i.test(words) ? -1 : /^next/i.test(words) ? 1 : 0;
  return partsOf(anchor).year + steps;
}

function quarterReading(
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
function spanOfUnit(value: string): [string, string] | [] {
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
function vagueSpan(anchor: Day, unit: string, sign: 1 | -1): TimeReading {
  const reach = unit === "day" ? 7 : unit === "week" ? 4 : unit === "month" ? 6 : 5;
  const near = anchor + (sign === 1 ? 1 : 0);
  const far = shift(anchor, unit, sign * reach);
  return relative(interval(isoDay(Math.min(near, far)), isoDay(Math.max(near, far))), "interval");
}
