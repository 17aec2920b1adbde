import { describe, expect, it } from "vitest";
import { joinWrappedLines, readPlainText } from "../../../src/ingest/plain-text.ts";

describe("readPlainText", () => {
  it.each([
    ["a short line before an empty line", "Ferry sails again\n\nIt left at noon.", "Ferry sails again"],
    ["a question", "Who pays for the bridge?\n\nNobody knows.", "Who pays for the bridge?"],
    ["an abbreviation at its end", "Envoy leaves for U.S.\n\nHe flew on Monday.", "Envoy leaves for U.S."],
  ])("takes %s as the headline", (_, text, title) => {
    expect(readPlainText(text).title).toBe(title);
  });

  it.each([
    ["a sentence", "The ferry left at noon.\n\nIt came back at six."],
    ["a line without an empty line after it", "Ferry sails again\nIt left at noon."],
    ["the only line", "Ferry sails again"],
    ["a very long line", `${"Ferry sails again and ".repeat(12)}again\n\nIt left.`],
    ["a line without letters", "* * *\n\nIt left at noon."],
  ])("does not take %s for a headline", (_, text) => {
    expect(readPlainText(text).title).toBeUndefined();
  });
});

describe("front matter of a plain text", () => {
  const TEXT = "Ferry sails again\n\nIt left at noon.";

  it("is read as metadata, not as words", () => {
    const source = `---\ntitle: The ferry\ndate: 2031-03-04\noutlet: Northern Courier\n---\n${TEXT}`;
    expect(readPlainText(source)).toEqual({
      title: "The ferry",
      published: "2031-03-04",
      outlet: "Northern Courier",
      body: TEXT,
    });
    expect(readPlainText(`---\nauthor: Eva Falk\n---\n${TEXT}`).title).toBe("Ferry sails again");
  });

  it.each([
    ["text between two rules", `---\nAs it was told\n---\n${TEXT}`],
    ["words with a colon that are no field", `---\nNote: this was corrected.\n---\n${TEXT}`],
    ["a rule that is not closed", `---\ntitle: The ferry\n\n${TEXT}`],
    ["a list", `---\n- one\n- two\n---\n${TEXT}`],
  ])("is not seen in %s", (_, source) => {
    expect(readPlainText(source).body).toBe(source);
  });
});

describe("joinWrappedLines", () => {
  it("joins the lines of a paragraph that was broken at a margin, moving nothing", () => {
    const wrapped =
      "The council of Marstrand voted on Tuesday\nto rebuild the pier that the storms of\nJanuary had taken.";
    expect(joinWrappedLines(wrapped)).toBe(wrapped.replaceAll("\n", " "));
  });

  it.each([
    ["a list", "apples\npears\nplums and cherries from the south of the country"],
    ["short words one below the other", "word\n".repeat(20).trim()],
    ["long paragraphs on lines of their own", `${"A long sentence of news. ".repeat(8)}\nAnother line.`],
    ["an address", "City Hall\n12 Harbour Street\nMarstrand, where the council of the town sits"],
  ])("keeps the lines of %s", (_, text) => {
    expect(joinWrappedLines(text)).toBe(text);
  });

  it("keeps a headline apart from the paragraph under it", () => {
    const text =
      "Pier to be rebuilt\n\nThe council of Marstrand voted on Tuesday\nto rebuild the pier that the storms took.";
    expect(joinWrappedLines(text).split("\n\n")[0]).toBe("Pier to be rebuilt");
  });
});
