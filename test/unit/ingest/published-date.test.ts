import { describe, expect, it } from "vitest";
import { parsePublished } from "../../../src/ingest/published-date.ts";

describe("parsePublished", () => {
  it.each([
    ["2025-08-22", "2025-08-22"],
    ["2025-08-22T10:30", "2025-08-22T10:30:00"],
    ["2025-08-22T10:30:15.123Z", "2025-08-22T10:30:15Z"],
    ["2025-08-22 10:30:15 +0200", "2025-08-22T10:30:15+02:00"],
    ["2025-08-22T10:30:15+00:00", "2025-08-22T10:30:15Z"],
    ["2025-08-22T10:30:15-05", "2025-08-22T10:30:15-05:00"],
    ["2025/08/22", "2025-08-22"],
    ["20250822", "2025-08-22"],
    ["Fri, 22 Aug 2025 10:30:00 GMT", "2025-08-22T10:30:00Z"],
    ["22nd August 2025", "2025-08-22"],
    ["Aug. 2, 2025", "2025-08-02"],
    ["Friday, August 22, 2025 at 10:30 p.m. EDT", "2025-08-22"],
    ["22 August 2025, 10:30 p.m.", "2025-08-22"],
  ])("reads %s as %s", (written, iso) => {
    expect(parsePublished(written)).toBe(iso);
  });

  it.each([
    "08/09/2025",
    "2025-02-30",
    "2025-13-01",
    "yesterday",
    "2025-08",
    "",
    "31 April 2025",
    "2025-08-22T25:00Z",
  ])("gives no date for %j rather than a guessed one", (written) => {
    expect(parsePublished(written)).toBeUndefined();
  });
});
