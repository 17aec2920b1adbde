import { interval, isDate, isoDay, isoMonth, weekdayOf } from "./calendar.ts";
import {
  absolute,
  calendarUnit,
  countOf,
  dayRange,
  dayReading,
  NUMBER_WORDS,
  pointAt,
  quarterReading,
  readDayOfMonth,
  readMonth,
  relative,
  shift,
  spanOfUnit,
  type TimeContext,
  type TimeReading,
  vagueSpan,
  weekdayValue,
  yearOf,
} from "./readings.ts";

/** One way of wording a time: `read` returns undefined where the words turn out to be no time, or cannot be dated. */
export interface TimePattern {
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    context: TimeContext,
  ) => TimeReading | undefined;
}

const MONTH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";

const WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";

const DAY = "\\d{1,2}(?:st|nd|rd|th)?";

const YEAR = "(?:1[5-9]|20)\\d\\d";

const COUNT = `\\d{1,3}|an?|${NUMBER_WORDS.slice(1).join("|")}|thirty|forty|fifty|sixty|a couple of|a dozen`;

const UNIT = "day|week|month|year|decade|quarter|century";

const PART = "(?:morning|afternoon|evening|night)";

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
