import { describe, expect, it } from "vitest";
import { readText } from "./read-text.ts";

/** "subject relation object" of every fact, in the words of the text. */
async function factsOf(text: string): Promise<readonly string[]> {
  const read = await readText(text);
  return read.map(({ fact, words, object }) => `${words(fact.subject)} ${fact.relation} ${object}`);
}

describe("what noun phrases say of people", () => {
  it.each([
    ["Officials of the Danish Energy Agency toured the plant.", "worksFor Danish Energy Agency"],
    ["A spokesman for Norvik Steel said that the plant would close.", "worksFor Norvik Steel"],
    ["Arne Lind, 58, of Bergen, denied the charge.", "Arne Lind residesIn Bergen"],
    ["Arne Lind, 58, of Bergen, denied the charge.", "Arne Lind rel:hasAge 58"],
    ["The 71-year-old tycoon Arne Lind sold the club.", "Arne Lind rel:hasAge 71"],
    [
      "Clara Moss, a retired nurse who lives nearby, heard the blast.",
      "Clara Moss characterizedAs retired nurse",
    ],
    ["Norvik Steel chairman Sir Arne Lind resigned.", "Arne Lind headOf Norvik Steel"],
    ["Halden United striker Arne Lind left the pitch.", "Arne Lind memberOf Halden United"],
    [
      "Inspector Clara Moss of the Bergen Police Department opened the case.",
      "Clara Moss worksFor Bergen Police Department",
    ],
    ["Vale, a town of 9,000, was flooded.", "Vale hasSize 9,000"],
  ])("%s", async (text, fact) => {
    expect((await factsOf(text)).join("\n")).toContain(fact);
  });

  it.each([
    ["Critics of Norvik Steel met the mayor.", "worksFor"],
    ["Customers of Norvik Steel met the mayor.", "worksFor"],
    ["Arne Lind of Norvik Steel met the mayor.", "residesIn"],
    ["Arne Lind won 58 of 60 games.", "hasAge"],
    ["Clara Moss, the nurse's sister, heard the blast.", "characterizedAs"],
    ["Arne Lind is a member of the Centre Union.", "member of the Centre Union memberOf"],
  ])("and not: %s", async (text, relation) => {
    expect((await factsOf(text)).join("\n")).not.toContain(relation);
  });

  it("a weekday is a time also where nobody knows of which week", async () => {
    expect(await factsOf("The levee burst on Tuesday.")).toEqual(["The levee hasStatus burst"]);
  });
});
