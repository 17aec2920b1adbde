import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseLine, normaliseText } from "../../../src/ingest/normalise-text.ts";

describe("normaliseText", () => {
  it.each([
    ["line ends of all systems become newlines", "one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"],
    [
      "no-break and typographic spaces and tabs become plain spaces",
      "10\u00a0000\u202fpeople\tleft",
      "10 000 people left",
    ],
    ["letters with combining accents are composed", "Cafe\u0301", "Café"],
    ["control characters, soft hyphens and zero-width spaces go", "mi\u00adni\u200bster\u0007", "minister"],
    ["marks that reorder text on screen go", "paid \u202e001\u202c euros", "paid 001 euros"],
    ["lone surrogates become replacement characters", "a\ud83db", "a\ufffdb"],
    ["pairs of surrogates stay", "a😀b", "a😀b"],
    ["blanks at line ends go", "one  \n  two \n", "one\ntwo"],
    ["more than one empty line becomes one", "one\n\n\n \n\ntwo", "one\n\ntwo"],
    ["a paragraph break stays", "one\n\ntwo", "one\n\ntwo"],
  ])("%s", (_, input, expected) => {
    expect(normaliseText(input)).toBe(expected);
  });

  it("changes nothing the second time, whatever the text", () => {
    const anyText = fc.string({
      unit: fc.oneof(
        fc.constantFrom("\n", " ", "\r", "\u0301", "\u00ad", "\ud800", "e"),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it("leaves a text that is free of control characters, as UTF-8 can hold it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const normal = normaliseText(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
        expect(normal).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/u);
      }),
    );
  });
});

describe("normaliseLine", () => {
  it("never moves a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (line) => {
        expect(normaliseLine(line)).toHaveLength(line.length);
      }),
    );
  });

  it("keeps leading blanks, so that offsets count within the line as it came", () => {
    expect(normaliseLine("  Anna\u00a0left.\u0007 ")).toBe("  Anna left.  ");
  });
});
