/** A day with parts unknown: a year, a month of a year, a day without year. Months and days count from 1. */
type PartialDay = readonly [year: number | null, month: number | null, day: number | null];

interface DateRange {
  readonly from: PartialDay;
  readonly to: PartialDay;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function single(day: PartialDay): DateRange {
  return { from: day, to: day };
}

function partOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/**
 * Reads `2025-08-22` (with or without a time), `2025-08`, `2025`, `2025-W34`, `--08-22`, `from/to` with either side open,
 * and English dates such as "Aug. 22, 2025".
 *
 * @returns null for anything else
 */
export function parseDateRange(text: string): DateRange | null {
  const date = text.trim();
  const slash = date.indexOf("/");
  if (slash >= 0) {
    const before = parseDateRange(date.slice(0, slash));
    const after = parseDateRange(date.slice(slash + 1));
    const [from, to] = [before ?? after, after ?? before];
    return from && to ? { from: from.from, to: to.to } : null;
  }
  const week = /^(\d{4})-W(\d\d)$/.exec(date);
  if (week) return isoWeek(Number(week[1]), Number(week[2]));
  const iso = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ].*)?$/.exec(date);
  if (iso) return single([partOf(iso[1]), partOf(iso[2]), partOf(iso[3])]);
  const yearless = /^--?(\d\d)-(\d\d)$/.exec(date);
  if (yearless) return single([null, partOf(yearless[1]), partOf(yearless[2])]);
  const worded =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})?(?:,?\s*(\d{4}))?/.exec(
      date.toLowerCase(),
    );
  if (worded) return single([partOf(worded[3]), MONTHS.indexOf(worded[1] ?? "") + 1, partOf(worded[2])]);
  return null;
}

/** Monday to Sunday of an ISO week: week 1 holds January 4. */
function isoWeek(year: number, week: number): DateRange {
  const january4 = new Date(Date.UTC(year, 0, 4));
  const weekday = (january4.getUTCDay() + 6) % 7;
  const dayAt = (offset: number): PartialDay => {
    const day = new Date(Date.UTC(year, 0, 4 - weekday + (week - 1) * 7 + offset));
    return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  };
  return { from: dayAt(0), to: dayAt(6) };
}

/** Whether a date is the expected one: parts that both have are equal; a day inside an expected period counts. */
export function datesAgree(expected: string, given: string): boolean {
  const [gold, system] = [parseDateRange(expected), parseDateRange(given)];
  if (!gold || !system) return false;
  if (compatible(gold.from, system.from) && compatible(gold.to, system.to)) return true;
  if (sameDay(gold.from, gold.to) || !sameDay(system.from, system.to)) return false;
  const [goldYear] = gold.from;
  const earliest = (day: PartialDay) => dayNumber([day[0] || goldYear || 0, day[1] || 1, day[2] || 1]);
  const latest = (day: PartialDay) => dayNumber([day[0] || goldYear || 0, day[1] || 12, day[2] || 31]);
  return earliest(gold.from) <= earliest(system.from) && earliest(system.from) <= latest(gold.to);
}

function compatible(left: PartialDay, right: PartialDay): boolean {
  return left.every((part, index) => part === null || right[index] === null || part === right[index]);
}

function sameDay(left: PartialDay, right: PartialDay): boolean {
  return left.every((part, index) => part === right[index]);
}

/** Orders days; not a count of days. */
function dayNumber([year, month, day]: readonly [number, number, number]): number {
  return (year * 100 + month) * 100 + day;
}
