import { describe, expect, it } from "vitest";
import { scoreArticle } from "../../../src/evaluate/score.ts";
import { HARBOUR, scoreSystem } from "./harbour.ts";

function score(...lines: Readonly<Record<string, unknown>>[]) {
  return scoreArticle(HARBOUR, lines);
}

describe("matching", () => {
  it("finds everything in gold itself, and nothing in no facts", () => {
    expect(scoreSystem("perfect")).toMatchObject({
      strict: { f1: 1 },
      lenient: { f1: 1, coreR: 1 },
      missed: [],
    });
    expect(score()).toMatchObject({ lenient: { f1: 0 }, counts: { matched: 0, spurious: 0 } });
    expect(score().missed).toHaveLength(15);
  });

  it.each([
    ["an alias with a title", "President Jane Roe", "met with", "Doe", 1],
    ["an IRI", "http://example.org/id/Jane_Roe", "rel:met", "http://example.org/id/John_Doe", 1],
    ["a symmetric relation the other way round", "John Doe", "met", "Jane Roe", 1],
    ["a passive with by", "Kestrel Ferries", "was acquired by", "the Norvik Group", 1],
    ["a listed inverse", "Harbour Pact", "admitted", "Freedonia", 1],
    ["a directed relation the other way round", "Kestrel Ferries", "acquired", "Norvik Group", 0],
    ["another number", "Harbour Pact", "hasSize", "over 10 countries", 0],
    ["the pronoun us for the country", "us", "provided", "air support", 0],
    ["another entity of gold", "Sylvania", "joined", "Harbour Pact", 0],
  ])("judges %s", (_case, subject, relation, object, matched) => {
    expect(score({ subject, relation, object }).counts.matched).toBe(matched);
  });

  it.each([
    ["headOf", "ceoOf", 1],
    ["partOf", "subsidiaryOf", 1],
    ["headOf", "subsidiaryOf", 0],
  ])("takes for %s a fact that says %s as %i", (wanted, given, matched) => {
    const facts = HARBOUR.facts
      .filter(({ relation }) => relation === "joined")
      .map((fact) => ({ ...fact, relation: wanted, alternatives: { ...fact.alternatives, relation: [] } }));
    const line = { subject: "Freedonia", relation: given, object: "Harbour Pact" };
    expect(scoreArticle({ ...HARBOUR, facts }, [line]).counts.matched).toBe(matched);
  });

  it("wants the canonical name and relation in strict matching", () => {
    expect(score({ subject: "Jane Roe", relation: "met", object: "John Doe" }).strict.tp).toBe(1);
    expect(score({ subject: "Roe", relation: "met", object: "John Doe" }).strict.tp).toBe(0);
    expect(score({ subject: "Jane Roe", relation: "met with", object: "John Doe" }).strict.tp).toBe(0);
  });
});

describe("facts beyond those matched", () => {
  const met = { subject: "Jane Roe", relation: "met", object: "John Doe", factuality: "certain" };

  it("counts a repeat neither way", () => {
    expect(score(met, met)).toMatchObject({ counts: { duplicates: 1 }, lenient: { p: 1 } });
  });

  it("counts a repeat with a wrong reading as spurious, and notes that it asserts too much", () => {
    const support = {
      subject: "United States",
      relation: "provided",
      object: "air support",
      speaker: "Jane Roe",
    };
    const result = score({ ...support, factuality: "possible" }, { ...support, factuality: "certain" });
    expect(result.counts).toMatchObject({ matched: 1, spurious: 1, duplicates: 0 });
    expect(result.factuality.assertedThoughNotCertain).toBe(1);
  });

  it("leaves out that a source spoke, and what a thing is called", () => {
    const spoke = { subject: "Jane Roe", relation: "said", object: "that ships would come" };
    const called = { subject: "Jane Roe", relation: "type", object: "Person" };
    expect(score(met, spoke, called)).toMatchObject({
      counts: { neutral: 2, spurious: 0 },
      lenient: { p: 1 },
    });
  });

  it("counts lines that are no fact against precision", () => {
    expect(scoreArticle(HARBOUR, [met, { subject: "Jane Roe" }], 1)).toMatchObject({
      counts: { invalid: 2 },
      lenient: { p: 0.3333 },
    });
  });
});

describe("qualifiers of matched facts", () => {
  it("reads a missing factuality off the wording", () => {
    const result = score({
      subject: "Washington",
      relation: "could provide",
      object: "air support",
      speaker: "Roe",
    });
    expect(result.factuality).toMatchObject({ correct: 1, n: 1 });
  });

  it("takes a fact about nobody as negated whatever is claimed", () => {
    const result = score({
      subject: "rescuers",
      relation: "rescued",
      object: "nobody",
      factuality: "certain",
    });
    expect(result.factuality.perClass).toEqual({ negated: { tp: 1, fp: 0, fn: 0 } });
  });

  it("counts a speaker who is not there, and one who is missed", () => {
    const result = score({
      subject: "Jane Roe",
      relation: "ruledOut",
      object: "cutting night shifts",
      speaker: "Doe",
    });
    expect(result.attribution).toMatchObject({ correct: 0, p: 0, r: null });
    expect(result.wrongAttribution[0]?.systemSpeaker).toBe("Doe");
  });
});
