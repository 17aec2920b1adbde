import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSentenceEnds } from "../../../../src/annotate/sentences/sentence-ends.ts";
import { splitSentences as splitWith } from "../../../../src/annotate/sentences/split-sentences.ts";

const ends = loadSentenceEnds(
  new Uint8Array(readFileSync(new URL("../../../../data/model/sentences.bin", import.meta.url))),
);
const splitSentences = (text: string, title = "") => splitWith(text, ends, title);

const split = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it.each([
    ["a title before a name", "Dr. Okafor met Gen. Lindqvist. They talked."],
    ["initials in a name", "J. K. Marlow spoke. Nobody answered."],
    ["a country before a capital", "The U.S. Senate voted. The bill passed."],
    ["a month before a day", "It opens on Aug. 22 in Bergen. Tickets are free."],
    ["a firm's form before its verb's subject", "Kestrel Inc. Chairman Ruiz resigned. He gave no reason."],
    ["a decimal number", "Rates rose to 3.5 percent. Markets fell."],
    ["lower case after an abbreviation", "The plant, i.e. its turbine, burnt down. No one was hurt."],
  ])("does not end a sentence at %s", (_, text) => {
    expect(split(text)).toHaveLength(2);
  });

  it("ends a sentence at an abbreviation only before a word that begins sentences", () => {
    expect(split("He moved to the U.S. The family followed.")).toEqual([
      "He moved to the U.S.",
      "The family followed.",
    ]);
    expect(split("Trading ends at 4 p.m. It resumes on Monday.")).toHaveLength(2);
  });

  it("leaves a closing quotation mark with the sentence that it closes, straight or curly", () => {
    expect(split('"We will stay." Then she left.')).toEqual(['"We will stay."', "Then she left."]);
    expect(split("“We will stay.” Then she left.")).toEqual(["“We will stay.”", "Then she left."]);
    expect(split("“We will stay. ” Then she left.")).toEqual(["“We will stay. ”", "Then she left."]);
  });

  it("reads a quotation of two sentences as two sentences", () => {
    expect(split("“The dam held. Nobody was hurt,” said Mayor Ines Duarte.")).toEqual([
      "“The dam held.",
      "Nobody was hurt,” said Mayor Ines Duarte.",
    ]);
  });

  it("keeps the speaker with a quoted question", () => {
    expect(split("“Who pays for it?” Rossi asked. No one knew.")).toEqual([
      "“Who pays for it?” Rossi asked.",
      "No one knew.",
    ]);
    expect(split("“Who pays for it?” The room fell silent.")).toHaveLength(2);
  });

  it("keeps the speaker with a quotation that ends in a comma", () => {
    expect(split("“The bridge will reopen in May,” Oduya said. Traffic is light.")).toEqual([
      "“The bridge will reopen in May,” Oduya said.",
      "Traffic is light.",
    ]);
  });

  it("parts two sentences with no space between them, but no name with a stop in it", () => {
    expect(split("The ferry was late.Nobody complained.")).toEqual([
      "The ferry was late.",
      "Nobody complained.",
    ]);
    expect(split("They wrote it in Node.js and sold it to Booking.com last year.")).toHaveLength(1);
  });

  it("parts a caption from what it was run together with", () => {
    expect(split("The harbour at dusk Image: Ingrid Solberg.")).toEqual([
      "The harbour at dusk",
      "Image: Ingrid Solberg.",
    ]);
  });

  it("keeps note marks with the sentence that they follow", () => {
    expect(split("It closed in 1987.[4] A school stands there now.")).toEqual([
      "It closed in 1987.[4]",
      "A school stands there now.",
    ]);
  });

  it("ends every sentence at a line's end and counts lines as paragraphs, empty ones too", () => {
    const sentences = splitSentences("Ferry runs aground\n\nNobody was hurt. It was towed.");
    expect(sentences.map(({ paragraph, headline }) => ({ paragraph, headline }))).toEqual([
      { paragraph: 0, headline: true },
      { paragraph: 2, headline: false },
      { paragraph: 2, headline: false },
    ]);
  });

  it("takes the title for a headline even with a final stop", () => {
    const text = "Is the ferry safe?\nIs anyone sure?";
    expect(splitSentences(text, "Is the ferry safe?").map(({ headline }) => headline)).toEqual([true, false]);
  });

  // In time that grows with the square of the length it would take an hour.
  it("cuts a line without stops into sentences of bounded length, in linear time", {
    timeout: 60_000,
  }, () => {
    const text = "word, ".repeat(100_000);
    const sentences = splitSentences(text);
    expect(Math.max(...sentences.map(({ start, end }) => end - start))).toBeLessThanOrEqual(2_000);
    expect(sentences.map(({ start, end }) => text.slice(start, end)).join(" ")).toBe(text.trim());
  });

  it("never cuts a surrogate pair", () => {
    for (const text of ["😀".repeat(3_000), `x${"😀".repeat(3_000)}`]) {
      expect(split(text).every((sentence) => !/\p{Cs}/u.test(sentence))).toBe(true);
      expect(split(text).join("")).toBe(text);
    }
  });

  it("covers every visible character once, in order, whatever the text", () => {
    const piece = fc.constantFrom(
      ". ",
      "? ",
      "”",
      '"',
      " U.S. ",
      "He",
      " said",
      "\n",
      "[3]",
      "…",
      "a",
      "Mr. ",
      "😀",
      ")",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const sentences = splitSentences(text);
        expect(split(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const [index, sentence] of sentences.entries()) {
          expect(sentence.start).toBeGreaterThanOrEqual(sentences[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  it("sets a dateline apart from the sentence that it stands before", () => {
    const text = "LYON, March 14 (Agency) - A court ruled on Friday. It adjourned.";
    expect(
      splitSentences(text).map(({ start, end, headline }) => [text.slice(start, end), headline]),
    ).toEqual([
      ["LYON, March 14 (Agency) -", true],
      ["A court ruled on Friday.", false],
      ["It adjourned.", false],
    ]);
  });
});
