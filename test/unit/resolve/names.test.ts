import { describe, expect, it } from "vitest";
import { isSpecificWording, normalName, slugOf } from "../../../src/resolve/names.ts";

describe("slugOf", () => {
  it.each([
    ["Recep Tayyip Erdoğan", "Recep_Tayyip_Erdogan"],
    ["Łódź", "Lodz"],
    ["Straße & Søn", "Strasse_Son"],
    ["deploying U.S. ground troops", "deploying_US_ground_troops"],
    ["St. Mary's", "St_Marys"],
    ["3.5% stake", "3_5_stake"],
    ["Володимир Зеленський", "Володимир_Зеленський"],
    ["दिल्ली", "दिल्ली"],
    ["ﬁrst", "first"],
  ])("writes %s as %s", (label, slug) => {
    expect(slugOf(label)).toBe(slug);
  });

  it("has nothing of a label without letters and digits", () => {
    expect(slugOf("— … 🙂")).toBe("");
  });

  it("cuts a long wording at a word", () => {
    const slug = slugOf("sending peacekeepers to the border ".repeat(10));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/^sending_peacekeepers.*_(sending|peacekeepers|to|the|border)$/);
  });
});

describe("normalName", () => {
  it("ignores case, diacritics, punctuation and a leading article", () => {
    expect(normalName("The Côte d’Ivoire")).toBe(normalName("cote dIvoire"));
    expect(normalName("U.S. Steel")).toBe(normalName("US steel"));
  });

  it("keeps different names apart", () => {
    expect(normalName("Theresa May")).not.toBe(normalName("May"));
    expect(normalName("The The")).toBe("the");
  });
});

describe("isSpecificWording", () => {
  it.each([
    "deploying U.S. ground troops",
    "over 30 countries",
    "talks with Hungary",
    "closing the northern border",
  ])("finds %s specific", (label) => {
    expect(isSpecificWording(label)).toBe(true);
  });

  it.each(["the talks", "Officials", "air support", "a plan of the council"])("finds %s general", (label) => {
    expect(isSpecificWording(label)).toBe(false);
  });
});
