const DAY_MS = 86_400_000;

/** Days since 1970 of the first day that an ISO date or interval names; undefined where it names no year. */
export function dayOf(date: string): number | undefined {
  const parts = /^(?:\.\.\/)?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (parts === null) return undefined;
  const time = Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1));
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS);
}

/** The ISO date of a day. */
export function isoOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
