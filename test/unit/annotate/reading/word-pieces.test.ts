import { describe, expect, it } from "vitest";
import { casingOf } from "../../../../src/annotate/reading/casing.ts";
import { WordPieces } from "../../../../src/annotate/reading/word-pieces.ts";

const VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "un", "##break", "##able", "sao", "'", "t", "n", "-", "."];
const pieces = new WordPieces(VOCABULARY);
const split = (word: string) => pieces.split(word).map((id) => VOCABULARY[id]);

describe("word pieces", () => {
  it("are the longest that fit, from the left", () => {
    expect(split("unbreakable")).toEqual(["un", "##break", "##able"]);
  });
  it("know neither capitals nor accents", () => {
    expect(split("SÃO")).toEqual(["sao"]);
  });
  it("part at punctuation, typographic marks made plain", () => {
    expect(split("n’t")).toEqual(["n", "'", "t"]);
    expect(split("—")).toEqual(["-"]);
  });
  it("are one unknown piece where a part of the word cannot be spelt", () => {
    expect(split("unknown")).toEqual(["[UNK]"]);
    expect(split("\u200b")).toEqual(["[UNK]"]);
  });
  it("of a run without end are cut", () => {
    expect(split(".".repeat(5000)).length).toBeLessThan(100);
  });
});

describe("casing", () => {
  it.each([
    ["1,000", "none"],
    ["ministry", "lower"],
    ["Kyiv", "title"],
    ["NATO", "upper"],
    ["A.", "initial"],
    ["U.S.", "upper"],
    ["McDonald", "mixed-upper"],
    ["iPhone", "mixed-lower"],
    ["Élysée", "title"],
  ])("of %s is %s", (word, casing) => {
    expect(casingOf(word)).toBe(casing);
  });
});
