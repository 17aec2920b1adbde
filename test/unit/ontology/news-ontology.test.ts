import { describe, expect, it } from "vitest";
import { FACTUALITIES } from "../../../src/model/fact.ts";
import { PLOVER_QUADS } from "../../../src/ontology/plover.ts";
import { parseStatements } from "../../../src/ontology/statements.ts";
import { vocabularyIri } from "../../../src/ontology/vocabulary.ts";
import { NEWS_TURTLE, NEWS_ONTOLOGY as ontology } from "./news-ttl.ts";

const statements = parseStatements(NEWS_TURTLE);

describe("every relation", () => {
  it.each(ontology.relations.map((relation) => [relation.name, relation] as const))(
    "%s is complete",
    (_name, relation) => {
      const texts = (property: string) => statements.values(relation.iri, vocabularyIri(property));
      expect(texts("example")).toHaveLength(1);
      expect(texts("counterExample")).toHaveLength(1);
      expect(texts("counterExample")).not.toEqual(texts("example"));
      expect(relation.label).not.toBe("");
      expect(relation.entries.length).toBeGreaterThan(0);
      expect(relation.domain.length).toBeGreaterThan(0);
      expect(relation.range.length).toBeGreaterThan(0);
      for (const type of [...relation.domain, ...relation.range])
        expect(ontology.findClass(type), type).toBeDefined();
      if (relation.inverse !== null) {
        expect(statements.values(vocabularyIri(relation.inverse), vocabularyIri("rdfs:label"))).toHaveLength(
          1,
        );
      }
    },
  );

  it("carries one of the sixteen root codes of PLOVER, or none", () => {
    expect(Object.keys(PLOVER_QUADS)).toHaveLength(16);
    for (const { iri } of ontology.relations) {
      for (const code of statements.values(iri, vocabularyIri("plover")))
        expect(Object.keys(PLOVER_QUADS)).toContain(code);
    }
  });

  it("records retreats and concessions as YIELD, and statements without a code", () => {
    const plover = (name: string) => ontology.findRelation(name)?.plover;
    expect([plover("released"), plover("lifted"), plover("resignedFrom")]).toEqual([
      "YIELD",
      "YIELD",
      "YIELD",
    ]);
    expect([plover("said"), plover("told"), plover("reported")]).toEqual([null, null, null]);
    expect(plover("met")).toBe("CONSULT");
  });

  it("has an inverse that points back, if it is symmetric or its inverse is a relation itself", () => {
    expect(ontology.findRelation("met")).toMatchObject({ symmetric: true, inverse: "met" });
    expect(ontology.findRelation("partOf")?.inverse).toBe("hasPart");
    expect(ontology.findRelation("hasPart")?.inverse).toBe("partOf");
  });
});

describe("classes", () => {
  it.each([
    ["City", "Place"],
    ["Country", "Place"],
    ["Country", "Actor"],
    ["Coalition", "Organization"],
    ["Coalition", "Actor"],
    ["Force", "Group"],
    ["Work", "CreativeWork"],
    ["Earthquake", "Event"],
    ["MonetaryAmount", "QuantitativeValue"],
    ["Person", "Thing"],
    ["NeverHeardOf", "Thing"],
  ])("%s is a kind of %s", (type, ancestor) => {
    expect(ontology.isA(type, ancestor)).toBe(true);
  });

  it.each([
    ["City", "Actor"],
    ["Person", "Organization"],
    ["Organization", "Coalition"],
  ])("%s is no kind of %s", (type, ancestor) => {
    expect(ontology.isA(type, ancestor)).toBe(false);
  });

  it("has a value for each factuality", () => {
    const camelCase = (name: string) =>
      name.replace(/(?:^|_)(\w)/g, (_match, letter: string) => letter.toUpperCase());
    for (const factuality of FACTUALITIES) {
      const iri = vocabularyIri(camelCase(factuality));
      expect(statements.has(iri, vocabularyIri("rdf:type"), vocabularyIri("FactualityValue")), iri).toBe(
        true,
      );
    }
  });
});

describe("domains and ranges", () => {
  const allows = (name: string, subject: string, object: string | null) => {
    const relation = ontology.findRelation(name);
    return relation !== undefined && ontology.allows(relation, subject, object);
  };

  it("allow what they include and what is unknown", () => {
    expect(allows("met", "Person", "Country")).toBe(true);
    expect(allows("met", "Thing", "Thing")).toBe(true);
    expect(allows("met", "Place", "Person")).toBe(false);
    expect(allows("arrivedIn", "Person", "Country")).toBe(true);
    expect(allows("chargedWith", "Person", "City")).toBe(false);
  });

  it("allow an untyped literal only where the object is one", () => {
    expect(allows("hasSize", "Coalition", null)).toBe(true);
    expect(allows("met", "Person", null)).toBe(false);
  });

  it("are refined along the chain of parents", () => {
    expect(ontology.refines("ceoOf", "worksFor")).toBe(true);
    expect(ontology.refines("denied", "rejected")).toBe(true);
    expect(ontology.refines("rejected", "denied")).toBe(false);
    expect(ontology.refines("rel:castDoubtOn", "rel:castDoubtOn")).toBe(true);
  });
});
