const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const NUMERIC = /^(\d{4})[/.]?(\d{2})[/.]?(\d{2})$/;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const DAY_MONTH =
  /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:,?\s+(\d{2}):(\d{2})(?::(\d{2}))?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?)?/i;
const MONTH_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i;

/**
 * Reads a date of publication as pages, front matter and feeds write it, into an ISO 8601 day or date-time.
 *
 * A time without a zone stays without; fractions of seconds are dropped. What is ambiguous (`08/09/2025`), lacks the
 * day or is no date of the calendar gives undefined: no date is better than a guessed one.
 *
 * @example
 * parsePublished("Fri, 22 Aug 2025 10:30:00 GMT"); // "2025-08-22T10:30:00Z"
 * parsePublished("Aug. 22, 2025"); // "2025-08-22"
 */
export function parsePublished(value: string): string | undefined {
  const text = value.trim().replace(/\s+/g, " ");
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return withTime(toDay(year, month, day), hour, minute, second, zone);
  }
  const numeric = NUMERIC.exec(text);
  if (numeric) return toDay(numeric[1], numeric[2], numeric[3]);
  const worded = text.replace(WEEKDAY, "");
  const dayMonth = DAY_MONTH.exec(worded);
  if (dayMonth) {
    const [, day, month, year, hour, minute, second, zone] = dayMonth;
    // A time without a zone may go on with "p.m.": only the day is certain then.
    const clock = zone === undefined ? [] : [hour, minute, second, zone];
    return withTime(toDay(year, monthNumber(month), day), ...clock);
  }
  const monthDay = MONTH_DAY.exec(worded);
  if (monthDay) return toDay(monthDay[3], monthNumber(monthDay[1]), monthDay[2]);
  return undefined;
}

function monthNumber(name = ""): string | undefined {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index === -1 ? undefined : String(index + 1);
}

function toDay(year?: string, month?: string, day?: string): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // `Date` lets 31 February pass as 3 March.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function withTime(day?: string, hour?: string, minute?: string, second?: string, zone?: string) {
  if (day === undefined || hour === undefined || minute === undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? "0") > 59) return undefined;
  return `${day}T${hour}:${minute}:${second ?? "00"}${toZone(zone)}`;
}

function toZone(zone = ""): string {
  if (zone === "") return "";
  if (/^(z|utc|gmt)$/i.test(zone)) return "Z";
  const digits = zone.replace(":", "").padEnd(5, "0");
  return digits === "+0000" || digits === "-0000" ? "Z" : `${digits.slice(0, 3)}:${digits.slice(3)}`;
}
