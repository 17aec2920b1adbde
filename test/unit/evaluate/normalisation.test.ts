import { describe, expect, it } from "vitest";
import { datesAgree, parseDateRange } from "../../../src/evaluate/date-matching.ts";
import { factualityNamed } from "../../../src/evaluate/factuality-names.ts";
import { round4 } from "../../../src/evaluate/rates.ts";
import { analyseWording } from "../../../src/evaluate/relation-wording.ts";
import {
  asWords,
  headStems,
  normalised,
  numbersIn,
  stem,
  tokens,
} from "../../../src/evaluate/text-normalisation.ts";

describe("labels", () => {
  it.each([
    ["http://example.org/id/Jane_Roe", "Jane Roe"],
    ["<https://example.org/ns#ruledOut>", "ruled Out"],
    ["rel:castDoubtOn", "cast Doubt On"],
    ["ent:Zo%C3%AB", "ent:Zo%C3%AB"],
    ["Note: all is well", "Note: all is well"],
  ])("%s reads %s", (label, words) => {
    expect(asWords(label)).toBe(words);
  });

  it("makes spellings of the same words equal", () => {
    expect(normalised("the U.S. Congress’s vote")).toBe(normalised("US Congress vote"));
    expect(tokens("They can't pay 69,000.50 – or won’t")).toEqual(
      "they can not pay 69000.50 or will not".split(" "),
    );
    expect(tokens("Zoë’s crêpes")).toEqual(["zoë", "crêpes"]);
  });

  it("keeps a determiner that is all there is", () => {
    expect(normalised("The a")).toBe("a");
  });

  it.each([
    ["running", "run"],
    ["stopped", "stop"],
    ["passed", "pass"],
    ["parties", "party"],
    ["struck", "strike"],
    ["organisations", "organization"],
    ["prices", "pric"],
  ])("stems %s to %s", (word, stemmed) => {
    expect(stem(word)).toBe(stemmed);
  });

  it("finds the head of a phrase, and a gerund that begins it", () => {
    expect([...headStems("the security guarantees for Freedonia")]).toEqual(["guarante"]);
    expect([...headStems("deploying ground troops to the coast")]).toEqual(["troop", "deploy"]);
  });

  it("reads 69 billion as one number", () => {
    expect([...numbersIn("between twelve and 69 billion euros")]).toEqual([12, 69e9]);
  });
});

describe("relation wordings", () => {
  it.each([
    ["was provided by", { key: "provid", passive: true }],
    ["would not involve", { key: "involv", negated: true }],
    ["could provide", { key: "provid", modal: true }],
    ["is", { key: "be" }],
    ["memberOf", { key: "member of" }],
  ])("%s", (wording, expected) => {
    expect(analyseWording(wording)).toMatchObject(expected);
  });
});

describe("dates", () => {
  it.each([
    ["2025-08-22", "--08-22", true],
    ["2025-08-22", "Aug. 22", true],
    ["2025-08-22", "2025-08", true],
    ["2025-08-18/2025-08-24", "2025-W34", true],
    ["2025-08-18/2025-08-24", "2025-08-20", true],
    ["2025-08-18/2025-08-24", "2025-08-30", false],
    ["2025-08-22", "2025-08-23", false],
    ["2025-08-22", "soon", false],
    ["2024", "2024-05-01T10:00:00Z", true],
  ])("%s and %s agree: %s", (gold, system, agree) => {
    expect(datesAgree(gold, system)).toBe(agree);
  });

  it("begins week 1 where January 4 stands", () => {
    expect(parseDateRange("2021-W01")).toEqual({ from: [2021, 1, 4], to: [2021, 1, 10] });
    expect(parseDateRange("2020-W53")).toEqual({ from: [2020, 12, 28], to: [2021, 1, 3] });
  });
});

describe("factuality", () => {
  it.each([
    ["CT-", "negated"],
    ["news:RuledOut", "ruled_out"],
    ["https://w3id.org/dateline/ontology#Possible", "possible"],
    ["conditional", "hypothetical"],
    ["perhaps so", "invalid:perhaps_so"],
  ])("%s is %s", (name, value) => {
    expect(factualityNamed(name)).toBe(value);
  });
});

describe("round4", () => {
  it("gives a tie to the even digit, as the reference scorer does", () => {
    expect([round4(1 / 32), round4(3 / 32), round4(2 / 3), round4(0)]).toEqual([0.0312, 0.0938, 0.6667, 0]);
  });
});
