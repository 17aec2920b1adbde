import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitTokens } from "../../../../src/annotate/tokens/split-tokens.ts";

const split = (text: string): string =>
  splitTokens(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .join(" | ");

describe("splitTokens", () => {
  it.each([
    ["She didn't.", "She | did | n't | ."],
    ["She didn’t.", "She | did | n’t | ."],
    ["They can't; we cannot.", "They | ca | n't | ; | we | can | not | ."],
    ["Kenya's and the workers’ pay", "Kenya | 's | and | the | workers | ’ | pay"],
    ["we'll, you’ve, I'd", "we | 'll | , | you | ’ve | , | I | 'd"],
    ["O'Brien's shop", "O'Brien | 's | shop"],
    ["It wouldn't've mattered", "It | would | n't | 've | mattered"],
  ])("splits contractions and possessives: %s", (text, tokens) => {
    expect(split(text)).toBe(tokens);
  });

  it.each([
    ["the U.S. and the U.N. met", "the | U.S. | and | the | U.N. | met"],
    ["on Aug. 22 at 9 a.m.", "on | Aug. | 22 | at | 9 | a.m."],
    ["J. Marlow of Kestrel Inc. left.", "J. | Marlow | of | Kestrel | Inc. | left | ."],
    ["She saw the sun.", "She | saw | the | sun | ."],
    ["He ranked No. 3.", "He | ranked | No. | 3 | ."],
    ["He said no.", "He | said | no | ."],
    ["They live in area B.", "They | live | in | area | B | ."],
  ])("leaves full stops to abbreviations: %s", (text, tokens) => {
    expect(split(text)).toBe(tokens);
  });

  it.each([
    ["$3.5 billion, €1,000 and 12%", "$ | 3.5 | billion | , | € | 1,000 | and | 12 | %"],
    ["US$40 in the 1990s", "US$ | 40 | in | the | 1990s"],
    ["a 21st-century law", "a | 21st | - | century | law"],
    ["9/11 and 03/04/2021", "9/11 | and | 03/04/2021"],
    ["the 1960's, the 80's and 2024's vote", "the | 1960's | , | the | 80's | and | 2024 | 's | vote"],
    ["flight 83N cost $2.5bn", "flight | 83N | cost | $ | 2.5 | bn"],
    ["30+ people called 202-555-0143", "30 | + | people | called | 202-555-0143"],
    ["a 28-year-old", "a | 28 | - | year | - | old"],
    ["5km at 10:30", "5 | km | at | 10:30"],
    ["2019-2021", "2019 | - | 2021"],
  ])("reads numbers: %s", (text, tokens) => {
    expect(split(text)).toBe(tokens);
  });

  it.each([
    ["a well-known case", "a | well | - | known | case"],
    ["anti-tank and non-EU", "anti-tank | and | non-EU"],
    ["the U.S.-led talks", "the | U.S. | - | led | talks"],
    ["red — not blue -- he said", "red | — | not | blue | -- | he | said"],
    ["“Well...” (aside)", "“ | Well | ... | ” | ( | aside | )"],
    ["and/or", "and | / | or"],
  ])("splits hyphens, dashes and brackets: %s", (text, tokens) => {
    expect(split(text)).toBe(tokens);
  });

  it.each([
    [
      "See https://example.org/a?b=1, then www.example.com.",
      "See | https://example.org/a?b=1 | , | then | www.example.com | .",
    ],
    ["Write to a.b+c@mail.example.co today", "Write | to | a.b+c@mail.example.co | today"],
    ["@harbour and #storm at AT&T", "@harbour | and | #storm | at | AT&T"],
  ])("keeps addresses whole: %s", (text, tokens) => {
    expect(split(text)).toBe(tokens);
  });

  it("gives offsets into the article, not into the sentence", () => {
    const text = "One. Two came.";
    expect(splitTokens(text, { start: 5, end: 14 })[0]).toEqual({ start: 5, end: 8 });
  });

  it("keeps every visible character, in order, whatever the text", () => {
    const piece = fc.constantFrom(
      "a",
      "n't",
      "'s",
      ".",
      "-",
      " ",
      "U.S",
      "@",
      "😀",
      "é",
      "e\u0301",
      "$",
      "3",
      "”",
      "anti-",
      "/",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const text = pieces.join("");
        const tokens = splitTokens(text, { start: 0, end: text.length });
        const joined = tokens.map(({ start, end }) => text.slice(start, end)).join("");
        expect(joined).toBe(text.replace(/\s/g, ""));
        expect(tokens.every(({ start, end }) => !/\p{Cs}/u.test(text.slice(start, end)))).toBe(true);
      }),
    );
  });

  // A pattern that backtracks would not come back.
  it("is not held up by runs that look like the beginning of an address", { timeout: 30_000 }, () => {
    for (const run of ["a".repeat(2_000), "a.".repeat(1_000), "a-".repeat(1_000), "http://".repeat(280)]) {
      const tokens = splitTokens(run, { start: 0, end: run.length });
      expect(tokens.map(({ start, end }) => run.slice(start, end)).join("")).toBe(run);
    }
  });
});
