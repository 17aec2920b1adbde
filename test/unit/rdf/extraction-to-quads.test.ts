import { describe, expect, it } from "vitest";
import { OntologyError, RdfSyntaxError, StoreError } from "../../../src/model/errors.ts";
import type { Extraction } from "../../../src/model/extraction.ts";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import { extractionToQuads } from "../../../src/rdf/extraction-to-quads.ts";
import { isAsserted } from "../../../src/rdf/fact-to-quads.ts";
import { makeIris } from "../../../src/rdf/iris.ts";
import { prefixesFor, shorten } from "../../../src/rdf/namespaces.ts";
import { articleOf, extractionOf, person } from "../../builders.ts";
import { kyivVisit, RESOURCES } from "../../samples.ts";

const BASE = "https://kg.example/";
const ontology = loadOntology(RESOURCES.ontology);
const toQuads = (extraction: Extraction) => extractionToQuads(extraction, makeIris(BASE), ontology);

/** All triples about a subject, as "predicate object" with prefixes. */
function about(extraction: Extraction, subject: string): readonly string[] {
  const prefixes = prefixesFor(BASE);
  return toQuads(extraction)
    .filter((quad) => shorten(quad.subject.value, prefixes) === subject)
    .map(
      ({ predicate, object }) => `${shorten(predicate.value, prefixes)} ${shorten(object.value, prefixes)}`,
    )
    .sort();
}

describe("extractionToQuads", () => {
  const extraction = kyivVisit();
  const article = `art:${extraction.article.id}`;
  const [met, , provided, hasSize] = extraction.facts;

  it("describes the article, without its text", () => {
    expect(about(extraction, article)).toEqual([
      "rdf:type schema:NewsArticle",
      "schema:author Jo Ann O’Neill",
      "schema:datePublished 2025-08-22",
      "schema:headline 🇺🇦 Rutte in Kyiv",
      "schema:inLanguage en",
      "schema:publisher Northern Courier",
      "schema:url https://courier.example/kyiv?a=1&b=ü",
    ]);
  });

  it("writes a fact with reading, source, factuality, date, evidence and words", () => {
    const subject = extraction.mentions.find(({ id }) => id === met?.subject);
    expect(about(extraction, met?.id ?? "")).toEqual(
      expect.arrayContaining([
        "rdf:type news:Fact",
        `rdf:subject ${article}-${subject?.entityId}`,
        "rdf:predicate news:met",
        "news:asserted true",
        "news:factuality news:Certain",
        "news:confidence 0.93",
        "sem:hasTimeStamp 2025-08-22",
        "news:dateText on Aug. 22",
        "news:statedOn 2025-08-22",
        `news:attribution ${met?.id}-source1`,
        `news:evidence ${met?.id}-evidence1`,
        `prov:wasDerivedFrom ${article}`,
        "news:reasons verb frame met\narc 0.93",
      ]),
    );
  });

  it("counts offsets in code points, and quotes the words with their context", () => {
    // Two regional indicators stand before the passage: two code units more than code points.
    expect(met?.evidence[0].start).toBe(19);
    expect(about(extraction, `${met?.id}-evidence1-position`)).toEqual([
      "oa:end 79",
      "oa:start 17",
      "rdf:type oa:TextPositionSelector",
    ]);
    expect(about(extraction, `${met?.id}-evidence1-quote`)).toEqual([
      "oa:exact Mark Rutte met President Volodymyr Zelensky in Kyiv on Aug. 22",
      "oa:prefix 🇺🇦 Rutte in Kyiv\n",
      "oa:suffix , Andriy Yermak told reporters a",
      "rdf:type oa:TextQuoteSelector",
    ]);
  });

  it("asserts only what is certain", () => {
    expect(about(extraction, provided?.id ?? "")).toEqual(
      expect.arrayContaining(["news:asserted false", "news:factuality news:Possible"]),
    );
  });

  it.each([
    { certain: "of now or before", change: {}, asserted: true },
    { certain: "of the future", change: { temporality: "future" }, asserted: false },
    { certain: "alleged", change: { alleged: true }, asserted: false },
  ] as const)("asserts what is certain and $certain: $asserted", ({ change, asserted }) => {
    expect(isAsserted({ factuality: "certain", temporality: "non-future", ...change })).toBe(asserted);
  });

  it("keeps the numbers of a quantity beside its short form", () => {
    expect(about(extraction, hasSize?.id ?? "")).toContain("rdf:object 30+");
    expect(about(extraction, `${hasSize?.id}-quantity`)).toEqual([
      "news:quantifier news:MoreThan",
      "news:quantityText over 30",
      "rdf:type schema:QuantitativeValue",
      "schema:minValue 30",
      "schema:unitText countries",
    ]);
  });

  it("declares a minted relation with its words", () => {
    expect(about(extraction, "rel:setUpWatchOver")).toEqual([
      "news:lemma set up watch over",
      "rdf:type rdf:Property",
      "rdfs:label set up watch over",
      "rdfs:subPropertyOf news:openRelation",
    ]);
  });

  it("has no blank nodes, and stands in the article's graph as a whole", () => {
    for (const { subject, object, graph } of toQuads(extraction)) {
      expect([subject.termType, object.termType]).not.toContain("BlankNode");
      expect(graph.value).toBe(`${BASE}article/${extraction.article.id}`);
    }
  });

  it("refuses a quote that does not stand in the text", () => {
    const [fact] = extraction.facts;
    if (fact === undefined) throw new Error("no fact");
    const shifted = { ...fact.evidence[0], start: fact.evidence[0].start + 1 };
    const wrong = { ...extraction, facts: [{ ...fact, evidence: [shifted] as const }] };
    expect(() => toQuads(wrong)).toThrow(StoreError);
    expect(() => toQuads({ ...extraction, mentions: [] })).toThrow(/names mention/);
  });

  it("refuses a relation or class that nobody declared", () => {
    const article_ = articleOf("Ana met Bo.");
    const facts = [{ subject: "Ana", relation: "teleportedTo", object: "Bo", quote: "Ana met Bo" }];
    expect(() => toQuads(extractionOf(article_, [person("Ana"), person("Bo")], facts))).toThrow(
      OntologyError,
    );
    const typed = extractionOf(article_, [{ label: "Ana", type: "Wizard" }], []);
    expect(() => toQuads(typed)).toThrow(OntologyError);
  });

  it("refuses text that RDF cannot hold", () => {
    expect(() => toQuads(extractionOf(articleOf("Broken \ud800 headline"), [], []))).toThrow(RdfSyntaxError);
  });
});
