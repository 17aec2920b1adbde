import { describe, expect, it } from "vitest";
import { datelineEnd } from "../../../../src/annotate/sentences/dateline.ts";

describe("a dateline", () => {
  it.each([
    "LYON, March 14 (Agency) - ",
    "LYON (AB) — ",
    "LONDON - ",
    "LONDON — ",
    "ST. JOHN'S, Newfoundland — ",
    "Lyon, Sept. 3, 2024 — ",
    "Lyon, France (Wire Service) – ",
  ])("ends after its dash: %s", (dateline) => {
    expect(datelineEnd(`${dateline}A court ruled on Friday.`)).toBe(dateline.length);
  });

  it.each([
    "A court in Lyon ruled on Friday - a first.",
    "NATO — which met in Lyon — agreed.",
    "Lyon - The city of light.",
    "Anna Lind, 58 — The judge.",
    "The U.S. (and others) - All of them.",
  ])("is no sentence: %s", (line) => {
    expect(datelineEnd(line)).toBe(0);
  });
});
