import { describe, expect, it } from "vitest";
import { OntologyError } from "../../../src/model/errors.ts";
import {
  dataNamespaces,
  localName,
  NAMESPACES,
  vocabularyIri,
  vocabularyName,
} from "../../../src/ontology/vocabulary.ts";

describe("vocabularyIri", () => {
  it("takes a bare name as a term of the news ontology", () => {
    expect(vocabularyIri("met")).toBe("https://w3id.org/dateline/ontology#met");
  });

  it("resolves a prefix, that of minted relations included", () => {
    expect(vocabularyIri("rel:castDoubtOn")).toBe("https://w3id.org/dateline/relation/castDoubtOn");
    expect(vocabularyIri("oa:start")).toBe(`${NAMESPACES.oa}start`);
  });

  it.each(["foaf:name", "toString:x"])("refuses the unknown prefix of %s", (name) => {
    expect(() => vocabularyIri(name)).toThrow(OntologyError);
  });

  it.each(["met", "rel:castDoubtOn", "prov:agent", "graspf:future"])("is read back: %s", (name) => {
    expect(vocabularyName(vocabularyIri(name))).toBe(name);
  });
});

describe("names of IRIs", () => {
  it("knows no name in a foreign namespace", () => {
    expect(vocabularyName("https://example.org/thing")).toBeUndefined();
  });

  it("cuts the local name at hash or slash", () => {
    expect(localName("http://schema.org/Person")).toBe("Person");
    expect(localName("https://w3id.org/dateline/ontology#met")).toBe("met");
  });

  it("puts entities, articles and facts under the base", () => {
    expect(dataNamespaces("https://example.org/kg/")).toEqual({
      ent: "https://example.org/kg/entity/",
      art: "https://example.org/kg/article/",
      fact: "https://example.org/kg/fact/",
    });
    expect(dataNamespaces().ent).toBe("https://w3id.org/dateline/data/entity/");
  });
});
