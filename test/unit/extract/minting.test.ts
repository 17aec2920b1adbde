import { describe, expect, it } from "vitest";
import { pastParticiple, pastTense, thirdPerson } from "../../../src/extract/relations/inflection.ts";
import { mintFromNoun, mintFromPassive, mintFromVerb } from "../../../src/extract/relations/minting.ts";
import { cues } from "./tree-fixture.ts";

describe("inflection", () => {
  it.each([
    ["cast", "cast"],
    ["stop", "stopped"],
    ["offer", "offered"],
    ["admit", "admitted"],
    ["deny", "denied"],
    ["play", "played"],
    ["seize", "seized"],
    ["panic", "panicked"],
    ["overcome", "overcame"],
    ["visit", "visited"],
    ["refer", "referred"],
    ["fix", "fixed"],
  ])("%s → %s", (lemma, past) => {
    expect(pastTense(lemma, cues.irregular)).toBe(past);
  });
  it("knows participles and the third person", () => {
    expect(pastParticiple("withdraw", cues.irregular)).toBe("withdrawn");
    expect(["pass", "deny", "go", "play", "be"].map(thirdPerson)).toEqual([
      "passes",
      "denies",
      "goes",
      "plays",
      "is",
    ]);
  });
});

describe("a minted relation", () => {
  it("is in the past for events and in the present for states", () => {
    expect(mintFromVerb(["cast", "doubt", "on"], cues)).toEqual({
      name: "rel:castDoubtOn",
      lemma: "cast doubt on",
    });
    expect(mintFromVerb(["outnumber"], cues).name).toBe("rel:outnumbers");
  });
  it("names what was done, and roles by their noun", () => {
    expect(mintFromPassive(["exclude", "from"], cues).name).toBe("rel:wasExcludedFrom");
    expect(mintFromNoun(["rival", "of"]).name).toBe("rel:rivalOf");
  });
  it("has ASCII letters only and at most 64 of them", () => {
    const long = mintFromVerb(
      ["re-évaluate", ..."step by step over the course of several quite long and tedious years".split(" ")],
      cues,
    );
    expect(long.name).toMatch(/^rel:[a-z][A-Za-z0-9]{1,63}$/);
    expect(long.name).not.toBe(
      mintFromVerb(
        ["re-évaluate", ..."step by step over the course of several quite long and tedious days".split(" ")],
        cues,
      ).name,
    );
  });
});
